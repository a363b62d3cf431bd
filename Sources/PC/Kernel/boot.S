# Multiboot: from a loader's 32-bit protected mode without paging to Swift in the kernel area.
#include "layout.h"

.set MAGIC, 0x1BADB002
.set FLAGS, 0x3  # modules on page boundaries; tell the size of memory

.section .multiboot, "a"
.align 4
  .long MAGIC, FLAGS, -(MAGIC + FLAGS)

.section .boot.text, "ax"
.globl boot_start
boot_start:
  cli
  cld
  movl %cr4, %ecx
  orl $0x10, %ecx                     # 4 MB pages
  movl %ecx, %cr4
  movl $boot_directory, %ecx
  movl %ecx, %cr3
  movl %cr0, %ecx
  orl $0x80010004, %ecx               # paging, write protection for the kernel too, no FPU
  movl %ecx, %cr0
  movl $1f, %ecx
  jmp *%ecx

.text
1:
  movl $kernel_stack_top, %esp
  pushl %ebx                          # the loader's information
  pushl %eax                          # its magic number
  call pc_boot
  addl $8, %esp
  jmp resume

# Swift's side calls this when all descriptors are in place.
.globl pc_load_descriptors
pc_load_descriptors:
  lgdt descriptor_table_pointer
  ljmp $KERNEL_CODE, $1f
1:
  movl $KERNEL_DATA, %eax
  movl %eax, %ss
  movl $USER_DATA, %eax               # ring 0 may use it; so it need not be reloaded at entries
  movl %eax, %ds
  movl %eax, %es
  xorl %eax, %eax
  movl %eax, %fs
  movl %eax, %gs
  lldt %ax
  movl $TASK_SELECTOR, %eax
  ltr %ax
  ret

.globl pc_load_interrupt_table
pc_load_interrupt_table:
  movl 4(%esp), %eax
  movl 8(%esp), %ecx
  pushl %eax
  pushl %ecx
  shll $16, (%esp)
  lidt 2(%esp)
  addl $8, %esp
  ret

.globl pc_halt
pc_halt:
  cli
  hlt
  jmp pc_halt

.data
.align 8
descriptors:
  .quad 0
  .quad 0x00CF9A000000FFFF            # kernel code: flat, ring 0
  .quad 0x00CF92000000FFFF            # kernel data
  .quad 0x00CFFA000000FFFF            # user code: flat, ring 3
  .quad 0x00CFF2000000FFFF            # user data
  .word 104 + 8192                    # task state, port bitmap, and the byte of ones behind it
  .word TASK_STATE & 0xFFFF
  .byte (TASK_STATE >> 16) & 0xFF, 0x89, 0, TASK_STATE >> 24
descriptor_table_pointer:
  .word . - descriptors - 1
  .long descriptors

# Only until sigma0's directory is loaded: the first 4 MB where they are, and the kernel area.
.section .boot.data, "aw"
.align 4096
boot_directory:
  .long 0x83
  .fill 767, 4, 0
.set frame, 0
.rept 254
  .long frame + 0x83
  .set frame, frame + 0x400000
.endr
  .long 0, 0

.bss
.align 4096
.globl pc_interrupt_table
pc_interrupt_table:
  .skip 0x38 * 8
.align 16
.globl kernel_stack
kernel_stack:
  .skip KERNEL_STACK_SIZE
.globl kernel_stack_top
kernel_stack_top:
