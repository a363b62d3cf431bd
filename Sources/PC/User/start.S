# Where a program starts: the kernel gives it an address, and no stack. Then memory for its threads.
.section .start, "ax"
.globl _start
_start:
  movl $stack_top, %esp
  xorl %ebp, %ebp
  call program_main
1:
  jmp 1b

.bss
.align 4096
  .skip 16384
stack_top:
# A page of stack for each of eight further threads, and a page for what they want to tell each other.
.globl thread_stacks
thread_stacks:
  .skip 8 * 4096
.globl shared_page
shared_page:
  .skip 4096
