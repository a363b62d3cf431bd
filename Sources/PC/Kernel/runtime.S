# The three functions that compilers call unasked.
.text

.globl memset
memset:
  pushl %edi
  movl 8(%esp), %edi
  movl 12(%esp), %eax
  movl 16(%esp), %ecx
  rep stosb
  movl 8(%esp), %eax
  popl %edi
  ret

.globl memcpy
.globl memmove
memcpy:
memmove:
  pushl %edi
  pushl %esi
  movl 12(%esp), %edi
  movl 16(%esp), %esi
  movl 20(%esp), %ecx
  movl %edi, %eax
  subl %esi, %eax
  cmpl %ecx, %eax                     # a target inside the source is filled from the end
  jb 1f
  movl %ecx, %edx
  shrl $2, %ecx
  rep movsl
  movl %edx, %ecx
  andl $3, %ecx
  rep movsb
  jmp 2f
1:
  leal -1(%esi, %ecx), %esi
  leal -1(%edi, %ecx), %edi
  std
  rep movsb
  cld
2:
  movl 12(%esp), %eax
  popl %esi
  popl %edi
  ret
