# The ways into the kernel and the one way out of it.
#
# In user mode esp0 points just behind the saved registers of the running thread, the first words of its
# TCB. So the processor itself saves ss, esp, eflags, cs and eip there, an entry pushes the other seven,
# and to switch threads is to leave with another TCB. There is one kernel stack for all.
#
# The kernel runs with interrupts off, but in `idle`.
#include "layout.h"

.text

# Saves the registers in the TCB and changes to the kernel's stack.
.macro SAVE
  pushl %eax
  pushl %ecx
  pushl %edx
  pushl %ebx
  pushl %ebp
  pushl %esi
  pushl %edi
  movl $kernel_stack_top, %esp
.endm

# What user code may have left behind besides: null segments, the direction flag.
.macro TIDY
  movl $USER_DATA, %ecx
  movl %ecx, %ds
  movl %ecx, %es
  cld
.endm

# ipc, the one entry that is in a hurry. The fast path has no use for es and the direction flag.
.align 16
entry_ipc:
  SAVE
  movl $USER_DATA, %ecx
  movl %ecx, %ds
  jmp pc_ipc                          # which goes on by whole_ipc or resume_thread

.globl whole_ipc
whole_ipc:
  movl $kernel_stack_top, %esp
  TIDY
  call pc_whole_ipc
  # Falls into resume.
# Continues the thread whose TCB is in eax; none is 0.
.globl resume
resume:
  testl %eax, %eax
  jz idle
.globl resume_thread
resume_thread:
  leal 48(%eax), %ecx
  movl %ecx, TASK_STATE_ESP0
  movl %eax, %esp
  popl %edi
  popl %esi
  popl %ebp
  popl %ebx
  popl %edx
  popl %ecx
  popl %eax
  iretl

# Nothing can run: an interrupt ends this, and its frame is of no interest.
idle:
  movl $kernel_stack_top, %esp
  sti
  hlt
  jmp idle

# The other six system calls, and the reading of the event counters.
.macro SYSTEM_CALL vector
entry_\vector:
  SAVE
  TIDY
  pushl $\vector
  call pc_system_call
  jmp resume
.endm

SYSTEM_CALL 0x31
SYSTEM_CALL 0x32
SYSTEM_CALL 0x33
SYSTEM_CALL 0x34
SYSTEM_CALL 0x35
SYSTEM_CALL 0x36
SYSTEM_CALL 0x37

.macro INTERRUPT line
interrupt_\line:
  testb $3, 4(%esp)
  jz 1f
  SAVE
  TIDY
  jmp 2f
1:
  movl $kernel_stack_top, %esp
2:
  pushl $\line
  call pc_interrupt
  jmp resume
.endm

.irp line, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15
  INTERRUPT \line
.endr

# Exceptions. Where the processor pushes an error code, that is taken out of the TCB at once.
.macro EXCEPTION vector
exception_\vector:
  movl $0, %ss:error_code
  EXCEPTION_BODY \vector
.endm

.macro EXCEPTION_WITH_CODE vector
exception_\vector:
  popl %ss:error_code
  EXCEPTION_BODY \vector
.endm

.macro EXCEPTION_BODY vector
  movl $\vector, %ss:error_vector
  testb $3, 4(%esp)
  jz fatal
  jmp exception
.endm

.irp vector, 0, 1, 2, 3, 4, 5, 6, 7, 9, 15, 16, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31
  EXCEPTION \vector
.endr
.irp vector, 8, 10, 11, 12, 13, 14, 17
  EXCEPTION_WITH_CODE \vector
.endr

exception:
  SAVE
  TIDY
  pushl error_code
  pushl error_vector
  call pc_exception
  jmp resume

# An exception in the kernel itself.
fatal:
  movl (%esp), %eax
  pushl %eax
  pushl %ss:error_code
  pushl %ss:error_vector
  movl $USER_DATA, %ecx
  movl %ecx, %ds
  movl %ecx, %es
  call pc_fatal
  jmp pc_halt

.data
error_code: .long 0
error_vector: .long 0

.section .rodata
.align 4
.globl pc_vector_entries
pc_vector_entries:
.irp vector, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15
  .long exception_\vector
.endr
.irp vector, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31
  .long exception_\vector
.endr
.irp line, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15
  .long interrupt_\line
.endr
  .long entry_ipc
.irp vector, 0x31, 0x32, 0x33, 0x34, 0x35, 0x36, 0x37
  .long entry_\vector
.endr
