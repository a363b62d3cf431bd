/* Addresses and selectors that the boot code, the entries and PCLayout.swift agree on. */
#ifndef PC_LAYOUT_H
#define PC_LAYOUT_H

#define KERNEL_AREA 0xC0000000

/* The last directory entry: a page table of each task's own, with the task state segment and, in the two
   pages behind it, the task's own port bitmap. Loading CR3 thus changes the bitmap too. */
#define PORT_WINDOW 0xFFC00000
#define TASK_STATE (PORT_WINDOW + 0x1000 - 104)
#define TASK_STATE_ESP0 (TASK_STATE + 4)

#define KERNEL_CODE 0x08
#define KERNEL_DATA 0x10
#define USER_CODE 0x1B
#define USER_DATA 0x23
#define TASK_SELECTOR 0x28

#define KERNEL_STACK_SIZE 16384

#endif
