/* The instructions of the 486 and Pentium that Swift has no words for, for the kernel's side. */
#ifndef PC_HARDWARE_H
#define PC_HARDWARE_H

#include <stdint.h>

/* Physical memory appears in the kernel area from here on, one to one. */
#define PC_KERNEL_AREA 0xC0000000u

#define PC_INLINE static inline __attribute__((always_inline))

typedef uint32_t __attribute__((may_alias)) pc_word;
typedef uint16_t __attribute__((may_alias)) pc_half;

PC_INLINE uint32_t pc_read32(uint32_t address) { return *(pc_word *)(uintptr_t)address; }
PC_INLINE uint16_t pc_read16(uint32_t address) { return *(pc_half *)(uintptr_t)address; }
PC_INLINE uint8_t pc_read8(uint32_t address) { return *(uint8_t *)(uintptr_t)address; }

PC_INLINE void pc_write32(uint32_t address, uint32_t word) {
  *(pc_word *)(uintptr_t)address = word;
}
PC_INLINE void pc_write16(uint32_t address, uint16_t half) {
  *(pc_half *)(uintptr_t)address = half;
}
PC_INLINE void pc_write8(uint32_t address, uint8_t byte) {
  *(uint8_t *)(uintptr_t)address = byte;
}

PC_INLINE void pc_copy(uint32_t target, uint32_t source, uint32_t bytes) {
  __builtin_memmove((void *)(uintptr_t)target, (const void *)(uintptr_t)source, bytes);
}
/* Byte by byte from the front, also where the two overlap. */
PC_INLINE void pc_copy_ascending(uint32_t target, uint32_t source, uint32_t bytes) {
  __asm__ volatile("rep movsb" : "+D"(target), "+S"(source), "+c"(bytes) : : "memory");
}
PC_INLINE void pc_clear(uint32_t target, uint32_t bytes) {
  __builtin_memset((void *)(uintptr_t)target, 0, bytes);
}

PC_INLINE uint8_t pc_in8(uint16_t port) {
  uint8_t byte;
  __asm__ volatile("inb %1, %0" : "=a"(byte) : "Nd"(port));
  return byte;
}
PC_INLINE void pc_out8(uint16_t port, uint8_t byte) {
  __asm__ volatile("outb %0, %1" : : "a"(byte), "Nd"(port));
}

/* What user code may have left in registers that only slow paths depend on. */
PC_INLINE void pc_tidy(void) {
  __asm__ volatile("movl %%ds, %%eax\n\tmovl %%eax, %%es\n\tcld" : : : "eax", "memory");
}

/* The address that a page fault was about. */
PC_INLINE uint32_t pc_fault_address(void) {
  uint32_t address;
  __asm__ volatile("movl %%cr2, %0" : "=r"(address));
  return address;
}
PC_INLINE void pc_load_directory(uint32_t directory) {
  __asm__ volatile("movl %0, %%cr3" : : "r"(directory) : "memory");
}
PC_INLINE uint32_t pc_directory(void) {
  uint32_t directory;
  __asm__ volatile("movl %%cr3, %0" : "=r"(directory));
  return directory;
}
PC_INLINE void pc_invalidate_page(uint32_t address) {
  __asm__ volatile("invlpg (%0)" : : "r"(address) : "memory");
}

/* Symbols of entries.S and kernel.ld; hidden, for then a call of them needs no table and no register. */
#pragma GCC visibility push(hidden)
extern const uint32_t pc_vector_entries[];
extern uint8_t pc_image_end[];
extern uint32_t pc_interrupt_table[];
void pc_load_interrupt_table(uint32_t base, uint32_t limit);
void pc_load_descriptors(void);
void pc_halt(void) __attribute__((noreturn));
#pragma GCC visibility pop

PC_INLINE uint32_t pc_vector_entry(uint32_t vector) { return pc_vector_entries[vector]; }
PC_INLINE uint32_t pc_interrupt_table_address(void) {
  return (uint32_t)(uintptr_t)pc_interrupt_table;
}

/* The kernel's own variables lie at an address that the compiler knows, and kernel.ld keeps free. */
#define PC_KERNEL 0xC0110000u
#define PC_KERNEL_SIZE 4096
PC_INLINE void *_Nonnull pc_kernel(void) { return (void *)PC_KERNEL; }
PC_INLINE int32_t pc_kernel_size(void) { return PC_KERNEL_SIZE; }
PC_INLINE uint32_t pc_end_of_image(void) { return (uint32_t)(uintptr_t)pc_image_end; }

/* Leaves the kernel: the thread with these registers, at the beginning of its TCB, goes on. A jump, for a
   call in position-independent code costs a register and the instructions to load it. */
PC_INLINE void pc_resume(void *_Nonnull registers) __attribute__((noreturn));
PC_INLINE void pc_resume(void *_Nonnull registers) {
  __asm__ volatile("jmp resume_thread" : : "a"(registers) : "memory");
  __builtin_unreachable();
}

/* To the long way of ipc. */
PC_INLINE void pc_enter_whole_ipc(void) __attribute__((noreturn));
PC_INLINE void pc_enter_whole_ipc(void) {
  __asm__ volatile("jmp whole_ipc" : : : "memory");
  __builtin_unreachable();
}

#endif
