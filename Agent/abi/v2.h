/* L4 Version 2 with ids of 64 bits, which is the reference kernel's: A2, IPC-27, FP2, IO3. */

#ifndef AGENT_ABI_V2_H
#define AGENT_ABI_V2_H

typedef struct abi_id {
  uint32_t low;  /* version_low 10, lthread 7, task 11, version_high 4 */
  uint32_t high; /* site 17, chief 11, nest 4 */
} abi_id;

#define ABI_WIDE_IDS 1
#define ABI_NAME "L4 V2 agent"
#define ABI_PROFILE "v2"
#define ABI_LACKS 0
#define ABI_FIRST_TASK 5 /* 1 kernel, 2 sigma0, 3 sigma1, 4 root (TN14) */
#define ABI_LTHREADS 128
#define ABI_VERSIONS (1u << 14)

static inline abi_id abi_nil(void) { return (abi_id){0, 0}; }
static inline abi_id abi_invalid(void) { return (abi_id){~0u, ~0u}; }
static inline int abi_same(abi_id a, abi_id b) { return a.low == b.low && a.high == b.high; }
static inline uint64_t abi_bits(abi_id id) { return (uint64_t)id.high << 32 | id.low; }

static inline abi_id abi_interrupt(uint32_t line) { return (abi_id){line + 1, 0}; }
static inline int abi_is_interrupt(abi_id id, uint32_t *line) {
  *line = id.low - 1;
  return id.high == 0 && id.low > 0 && id.low <= 0xFF;
}

static inline uint32_t abi_lthread(abi_id id) { return id.low >> 10 & 0x7F; }
static inline uint32_t abi_number(abi_id id) { return id.low >> 17 & 0x7FF; }
static inline uint32_t abi_version(abi_id id) { return (id.low >> 28 << 10) | (id.low & 0x3FF); }
static inline uint32_t abi_chief(abi_id id) { return id.high >> 17 & 0x7FF; }
static inline uint32_t abi_nest(abi_id id) { return id.high >> 28; }

static inline abi_id abi_thread(abi_id id, uint32_t lthread) {
  return (abi_id){(id.low & ~(0x7Fu << 10)) | lthread << 10, id.high};
}

static inline abi_id abi_task(uint32_t number, uint32_t version, uint32_t chief, uint32_t nest) {
  uint32_t high = version >> 10 & 0xF;
  return (abi_id){(version & 0x3FF) | number << 17 | high << 28, chief << 17 | nest << 28};
}

/* A chief is told for whom a message was. (U33) */
#define ABI_TOLD_DESTINATION(registers) ((abi_id){(registers)->ecx, (registers)->ebp})
#define ABI_PREEMPTER_OUT(id, first, second) ABI_ID_OUT(id, first, second)
#define ABI_PREEMPTER_IN(first, second) ABI_ID_IN(first, second)

#include "classic.h"

/* Not L4: int 0x37 with eax 1 makes the reference kernel audit itself; eax 0 says that it is sound. Only root may.
 * (Sources/PC/README.md) */
#ifdef AGENT_REFERENCE_KERNEL
#define ABI_AUDITS 1
#define ABI_COUNTS_MAPPINGS 1
static inline int abi_is_broken(void) {
  uint32_t eax = 1, ecx = 0, edx = 0;
  __asm__ volatile("pushl %%ebx; pushl %%ebp; pushl %%esi; pushl %%edi; int $0x37; popl %%edi; "
                   "popl %%esi; popl %%ebp; popl %%ebx"
                   : "+a"(eax), "+c"(ecx), "+d"(edx) : : "memory");
  return eax != 0;
}
#endif

#endif
