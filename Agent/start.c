/* What has to be done by hand: where threads begin, and the calls with all their registers. */

#include "layout.h"
#include "stage.h"

#define TEXT(number) #number
#define STRING(number) TEXT(number)

/* The root task begins without a stack. Every thread of the stage, whenever it is begun or sent
 * back by lthread_ex_regs, comes to agent_worker with its stack empty, and with the registers
 * that its last call has left: what the call answered is still to be told. (EX6) It is also the
 * handler of exceptions, which leave something on the stack; where a stack ends is therefore
 * computed.
 *
 * It writes to its stack, so that a new task asks its creator for the image by one write fault. */
__asm__(
    ".section .start, \"ax\"\n"
    ".globl agent_start\n"
    "agent_start:\n"
    "  movl $agent_boot_stack + " STRING(AGENT_STACK) ", %esp\n"
    "  xorl %ebp, %ebp\n"
    "  call agent_boot\n"
    ".text\n"
    ".globl agent_worker\n"
    "agent_worker:\n"
    "  cld\n"
    "  decl %esp\n"
    "  orl $" STRING(AGENT_STACK) " - 1, %esp\n"
    "  incl %esp\n"
    "  pushl $0\n"
    "  pushl $0\n"
    "  pushl %edi\n"
    "  pushl %esi\n"
    "  pushl %ebp\n"
    "  pushl %ebx\n"
    "  pushl %edx\n"
    "  pushl %ecx\n"
    "  pushl %eax\n"
    "  movl %esp, %eax\n"
    "  pushl %eax\n"
    "  call agent_work\n");

#define CALL(number)                       \
  __asm__(                                 \
      ".text\n"                            \
      ".globl abi_int" #number "\n"        \
      "abi_int" #number ":\n"              \
      "  pushl %ebp\n"                     \
      "  pushl %ebx\n"                     \
      "  pushl %esi\n"                     \
      "  pushl %edi\n"                     \
      "  movl 20(%esp), %eax\n"            \
      "  pushl %eax\n"                     \
      "  pushl 32(%eax)\n"                 \
      "  pushl 28(%eax)\n"                 \
      "  movl 4(%eax), %ecx\n"             \
      "  movl 8(%eax), %edx\n"             \
      "  movl 12(%eax), %ebx\n"            \
      "  movl 16(%eax), %ebp\n"            \
      "  movl 20(%eax), %esi\n"            \
      "  movl 24(%eax), %edi\n"            \
      "  movl (%eax), %eax\n"              \
      "  int $0x" #number "\n"             \
      "  addl $8, %esp\n"                  \
      "  xchgl %eax, (%esp)\n"             \
      "  movl %ecx, 4(%eax)\n"             \
      "  movl %edx, 8(%eax)\n"             \
      "  movl %ebx, 12(%eax)\n"            \
      "  movl %ebp, 16(%eax)\n"            \
      "  movl %esi, 20(%eax)\n"            \
      "  movl %edi, 24(%eax)\n"            \
      "  popl (%eax)\n"                    \
      "  popl %edi\n"                      \
      "  popl %esi\n"                      \
      "  popl %ebx\n"                      \
      "  popl %ebp\n"                      \
      "  ret\n")

CALL(30);
CALL(31);
CALL(32);
CALL(33);
CALL(34);
CALL(35);
CALL(36);

/* The instruction of L4C_FAULT, one for each thread, because it is taken away once it has
 * faulted. */
uint8_t agent_fault_code[AGENT_THREADS][AGENT_FAULT_CODE];

/* What compilers call unasked. */
void *memcpy(void *to, const void *from, __SIZE_TYPE__ count) {
  uint8_t *out = to;
  const uint8_t *in = from;
  while (count--) *out++ = *in++;
  return to;
}

void *memset(void *memory, int byte, __SIZE_TYPE__ count) {
  uint8_t *out = memory;
  while (count--) *out++ = (uint8_t)byte;
  return memory;
}
