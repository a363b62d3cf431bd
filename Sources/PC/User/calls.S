# The system calls, each with all its registers in and out by way of a struct l4_registers; and the loops
# that IPC is measured with.
.text

.macro CALL name, vector
.globl \name
\name:
  pushl %ebp
  pushl %ebx
  pushl %esi
  pushl %edi
  movl 20(%esp), %eax
  pushl %eax
  pushl 32(%eax)                      # the virtual sender, at the stack pointer
  pushl 28(%eax)
  movl 4(%eax), %ecx
  movl 8(%eax), %edx
  movl 12(%eax), %ebx
  movl 16(%eax), %ebp
  movl 20(%eax), %esi
  movl 24(%eax), %edi
  movl (%eax), %eax
  int $\vector
  addl $8, %esp
  xchgl %eax, (%esp)
  movl %ecx, 4(%eax)
  movl %edx, 8(%eax)
  movl %ebx, 12(%eax)
  movl %ebp, 16(%eax)
  movl %esi, 20(%eax)
  movl %edi, 24(%eax)
  popl (%eax)
  popl %edi
  popl %esi
  popl %ebx
  popl %ebp
  ret
.endm

CALL l4_ipc, 0x30
CALL l4_id_nearest, 0x31
CALL l4_fpage_unmap, 0x32
CALL l4_thread_switch, 0x33
CALL l4_thread_schedule, 0x34
CALL l4_lthread_ex_regs, 0x35
CALL l4_task_new, 0x36
CALL pc_inspect, 0x37

# After a successful call with these parameters all registers are again as the call wants them: result 0
# is a register message to send, no true destination is 0 and 0 (no timeouts, closed receive).
.macro LOOP name, call:vararg
.globl \name
\name:
  pushl %ebp
  pushl %ebx
  pushl %esi
  pushl %edi
  movl 20(%esp), %esi
  movl 24(%esp), %edi
  rdtsc
  pushl %eax
  xorl %eax, %eax
  xorl %ecx, %ecx
  xorl %edx, %edx
  xorl %ebx, %ebx
  xorl %ebp, %ebp
1:
  \call
  testl %eax, %eax
  jnz 2f
  decl 32(%esp)
  jnz 1b
  rdtsc
  popl %ecx
  subl %ecx, %eax
  jmp 3f
2:
  popl %ecx
  xorl %eax, %eax
3:
  popl %edi
  popl %esi
  popl %ebx
  popl %ebp
  ret
.endm

LOOP l4_time_calls, int $0x30
LOOP l4_time_nothing

.globl l4_echo
l4_echo:
  xorl %ecx, %ecx
1:
  movl $-1, %eax                      # nothing to send
2:
  movl $1, %ebp                       # open wait
  int $0x30
  testl %eax, %eax
  jz 2b
  jmp 1b

# Always ready.
.globl l4_spin
l4_spin:
  jmp l4_spin

# Never ready again: waits for a message from nobody. (EX12)
.globl l4_park
l4_park:
  movl $-1, %eax
  xorl %ecx, %ecx
  xorl %ebp, %ebp
  xorl %esi, %esi
  xorl %edi, %edi
  int $0x30
  jmp l4_park
