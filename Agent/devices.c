/* What the agent needs of a PC: the first serial line, polled, and controllers that raise their
 * interrupt lines when they are told to. Ports are the root task's by asking sigma0 for them. (IO5) */

#include "stage.h"

#define SERIAL_1 0x3F8
#define SERIAL_2 0x2F8
#define KEYBOARD_DATA 0x60
#define KEYBOARD_COMMAND 0x64

#define INTERRUPT_ENABLE 1
#define LINE_STATUS 5
#define RECEIVED 0x01
#define CAN_SEND 0x20

static inline uint8_t in(uint16_t port) {
  uint8_t byte;
  __asm__ volatile("inb %1, %0" : "=a"(byte) : "d"(port));
  return byte;
}

static inline void out(uint16_t port, uint8_t byte) {
  __asm__ volatile("outb %0, %1" : : "a"(byte), "d"(port));
}

int serial_get(void) { return in(SERIAL_1 + LINE_STATUS) & RECEIVED ? in(SERIAL_1) : -1; }

void serial_put(uint8_t byte) {
  while (!(in(SERIAL_1 + LINE_STATUS) & CAN_SEND)) {}
  out(SERIAL_1, byte);
}

static void get_ports(abi_id sigma0, uint32_t port, uint32_t order) {
  struct abi_ipc call;
  struct abi_result result;
  call.partner = sigma0;
  call.virtual_sender = abi_nil();
  call.send = 0;
  call.receive = 0xF0000000u | 16u << 2 | ABI_WINDOW;
  call.timeouts = abi_timeout(L4C_NEVER, L4C_NEVER, L4C_NEVER, L4C_NEVER);
  call.word0 = (abi_port_fpage(port, 0) & ~0xFCu) | order << 2;
  call.word1 = 0;
  abi_call(&call, &result);
}

void open_devices(abi_id sigma0) {
  get_ports(sigma0, SERIAL_1, 3);
  get_ports(sigma0, SERIAL_2, 3);
  get_ports(sigma0, KEYBOARD_DATA, 3);
  get_ports(sigma0, AGENT_PORTS, 3);
  out(SERIAL_1 + INTERRUPT_ENABLE, 0);
  out(SERIAL_2 + INTERRUPT_ENABLE, 0);
  /* Interrupts of keyboard and mouse. */
  out(KEYBOARD_COMMAND, 0x60);
  out(KEYBOARD_DATA, 0x43);
}

uint32_t line_of_source(uint32_t source) {
  static const uint8_t lines[AGENT_SOURCES] = {4, 3, 1, 12};
  return source < AGENT_SOURCES ? lines[source] : AGENT_NO_LINE;
}

/* A pulse: a serial controller that may send interrupts when it has nothing to send; the keyboard's when
 * it is told that a byte came from the keyboard, or from the mouse. */
void raise_interrupt(uint32_t source) {
  if (source < 2) {
    uint16_t port = source == 0 ? SERIAL_1 : SERIAL_2;
    out(port + INTERRUPT_ENABLE, 2);
    out(port + INTERRUPT_ENABLE, 0);
  } else {
    out(KEYBOARD_COMMAND, source == 2 ? 0xD2 : 0xD3);
    out(KEYBOARD_DATA, 0);
    in(KEYBOARD_DATA);
  }
}
