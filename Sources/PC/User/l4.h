/* The seven calls of L4 Version 2 on x86, for programs in Swift and C. calls.S has the code. */
#ifndef PC_L4_H
#define PC_L4_H

#include <stdint.h>

#ifdef __clang__
#pragma clang assume_nonnull begin
#endif

/* The registers of a call, before and after. For ipc with the d bit the virtual sender is in the last two. */
struct l4_registers {
  uint32_t eax, ecx, edx, ebx, ebp, esi, edi;
  uint32_t virtual_low, virtual_high;
};

void l4_ipc(struct l4_registers *registers);
void l4_id_nearest(struct l4_registers *registers);
void l4_fpage_unmap(struct l4_registers *registers);
void l4_thread_switch(struct l4_registers *registers);
void l4_thread_schedule(struct l4_registers *registers);
void l4_lthread_ex_regs(struct l4_registers *registers);
void l4_task_new(struct l4_registers *registers);

/* Not L4: event counters (eax 0), audit (eax 1) of this kernel. See Sources/PC/README.md. */
void pc_inspect(struct l4_registers *registers);

/* Calls a server `rounds` times with register messages; the instructions that took, 0 after an error. */
uint32_t l4_time_calls(uint32_t server_low, uint32_t server_high, uint32_t rounds);
/* The same loop without the call. */
uint32_t l4_time_nothing(uint32_t server_low, uint32_t server_high, uint32_t rounds);
/* Answers every message by the same words. */
void l4_echo(void) __attribute__((noreturn));
/* Threads can start here: is always ready; is never ready again. */
void l4_spin(void) __attribute__((noreturn));
void l4_park(void) __attribute__((noreturn));

static inline uint8_t pc_in8(uint16_t port) {
  uint8_t byte;
  __asm__ volatile("inb %1, %0" : "=a"(byte) : "Nd"(port));
  return byte;
}
static inline void pc_out8(uint16_t port, uint8_t byte) {
  __asm__ volatile("outb %0, %1" : : "a"(byte), "Nd"(port));
}
static inline uint32_t pc_read32(uint32_t address) {
  return *(volatile uint32_t *)(uintptr_t)address;
}
static inline void pc_write32(uint32_t address, uint32_t word) {
  *(volatile uint32_t *)(uintptr_t)address = word;
}
static inline uint8_t pc_read8(uint32_t address) {
  return *(volatile uint8_t *)(uintptr_t)address;
}
static inline void pc_write8(uint32_t address, uint8_t byte) {
  *(volatile uint8_t *)(uintptr_t)address = byte;
}

/* Where a program begins and ends, from user.ld. */
extern uint8_t program_begin[], program_end[], thread_stacks[], shared_page[];
static inline uint32_t pc_program_begin(void) { return (uint32_t)(uintptr_t)program_begin; }
static inline uint32_t pc_program_end(void) { return (uint32_t)(uintptr_t)program_end; }
/* The top of the stack of thread 1 ... 8. */
static inline uint32_t pc_thread_stack(uint32_t thread) {
  return (uint32_t)(uintptr_t)thread_stacks + thread * 4096;
}
static inline uint32_t pc_shared_page(void) { return (uint32_t)(uintptr_t)shared_page; }

typedef void (*pc_function)(void);
static inline uint32_t pc_function_address(pc_function function) {
  return (uint32_t)(uintptr_t)function;
}
static inline uint32_t pc_spin_address(void) { return (uint32_t)(uintptr_t)l4_spin; }
static inline uint32_t pc_park_address(void) { return (uint32_t)(uintptr_t)l4_park; }

#ifdef __clang__
#pragma clang assume_nonnull end
#endif

#endif
