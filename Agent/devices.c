/* What the agent needs of a PC: the first serial line, polled, and up to four serial controllers
 * that raise their interrupt lines when they are told to. Ports are the root task's by asking
 * sigma0. (IO5) */

#include "stage.h"

#define SERIAL_1 0x3F8
#define SERIAL_2 0x2F8
#define SERIAL_3 0x3E8
#define SERIAL_4 0x2E8

#define INTERRUPT_ENABLE 1
#define FIFO_CONTROL 2
#define LINE_STATUS 5
#define RECEIVED 0x01
#define CAN_SEND 0x20

/* The sources of interrupts of a stage. The lines of the last two are those that
 * scripts/agent.sh gives them: none that a PC uses for PCI, for a pulse would be lost there. */
static const struct {
  uint16_t port;
  uint8_t line;
} controllers[AGENT_SOURCES] = {{SERIAL_1, 4}, {SERIAL_2, 3}, {SERIAL_3, 5}, {SERIAL_4, 7}};

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
  uint32_t wanted = (abi_port_fpage(port, 0) & ~0xFCu) | order << 2;
  abi_exchange(sigma0, 0, 0xF0000000u | 16u << 2 | ABI_WINDOW, abi_never(), wanted, 0);
}

void open_devices(abi_id sigma0) {
  for (uint32_t source = 0; source < AGENT_SOURCES; source++)
    get_ports(sigma0, controllers[source].port, 3);
  get_ports(sigma0, AGENT_PORTS, 3);
  for (uint32_t source = 0; source < AGENT_SOURCES; source++)
    out(controllers[source].port + INTERRUPT_ENABLE, 0);
  /* Sixteen bytes at a time come in, and not one: an emulator is asked for each. */
  out(SERIAL_1 + FIFO_CONTROL, 1);
}

uint32_t line_of_source(uint32_t source) {
  return source < AGENT_SOURCES ? controllers[source].line : AGENT_NO_LINE;
}

/* Where nothing is, all bits are read as 1. */
int can_raise(uint32_t source) {
  return source < AGENT_SOURCES && in(controllers[source].port + LINE_STATUS) != 0xFF;
}

/* A pulse: a controller that has nothing to send says so when it is allowed to. */
void raise_interrupt(uint32_t source) {
  out(controllers[source].port + INTERRUPT_ENABLE, 2);
  out(controllers[source].port + INTERRUPT_ENABLE, 0);
}
