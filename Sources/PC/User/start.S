# Where a program starts: the kernel gives it an address, and no stack.
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
