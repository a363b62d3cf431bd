/* What the agent asks of a kernel: seven system calls and the forms of their arguments.
 *
 * This is the only part of the agent that differs from kernel to kernel. abi/v2.h, abi/fiasco.h
 * and abi/x0.h give it for three ABIs; what is said here holds for each of them. Fact numbers in
 * brackets are those of the specification. The descriptors of ipc are the same in all three and
 * are therefore made here. */

#ifndef AGENT_ABI_H
#define AGENT_ABI_H

#include <stdint.h>

#include "include/l4_conformance.h"

/* The registers of a call, before and after; start.c has the code. For ipc with the d bit the
 * virtual sender is in the last two, which are on top of the stack while the kernel is called. */
struct abi_registers {
  uint32_t eax, ecx, edx, ebx, ebp, esi, edi;
  uint32_t virtual_low, virtual_high;
};

void abi_int30(struct abi_registers *registers);
void abi_int31(struct abi_registers *registers);
void abi_int32(struct abi_registers *registers);
void abi_int33(struct abi_registers *registers);
void abi_int34(struct abi_registers *registers);
void abi_int35(struct abi_registers *registers);
void abi_int36(struct abi_registers *registers);

#define ABI_UNCHANGED 0xFFFFFFFFu

/* Send and receive descriptors. (IPC-3, IPC-4) */
#define ABI_NO_PHASE 0xFFFFFFFFu
#define ABI_DECEIT 1u
#define ABI_MAPS 2u
#define ABI_OPEN 1u
#define ABI_WINDOW 2u

/* Masks of fpage_unmap. (UM1) */
#define ABI_FLUSH 2u
#define ABI_OWN_TOO 0x80000000u

/* The error field of a result. (IPC-41) */
#define ABI_ERROR 0xF0u

#if defined(AGENT_ABI_V2)
#include "abi/v2.h"
#elif defined(AGENT_ABI_FIASCO)
#include "abi/fiasco.h"
#elif defined(AGENT_ABI_X0)
#include "abi/x0.h"
#else
#error "say which ABI: -DAGENT_ABI_V2, -DAGENT_ABI_FIASCO or -DAGENT_ABI_X0"
#endif

/* One call of ipc and what it gave. */
struct abi_ipc {
  abi_id partner;
  uint32_t send;    /* a send descriptor, or ABI_NO_PHASE */
  uint32_t receive; /* a receive descriptor, or ABI_NO_PHASE */
  uint32_t timeouts;
  uint32_t word0, word1;
  abi_id virtual_sender; /* where `send` has ABI_DECEIT */
};

struct abi_result {
  uint32_t dope; /* IPC-40 */
  uint32_t word0, word1;
  abi_id source;
  abi_id destination; /* the true one of a redirected message (CC-11); nil where it is not told */
};

/* What lthread_ex_regs sets and what was there before. (EX1) */
struct abi_thread_registers {
  uint32_t ip, sp;
  abi_id pager, preempter;
};

/* Every header of abi/ defines, besides abi_id:
 *
 *   ABI_NAME, ABI_PROFILE     what the kernel is called, and the profile it is compared with
 *   ABI_LACKS                 L4C_LACKS_...: what it does not have
 *   ABI_FIRST_TASK            a task number such that it and the next ones are free after boot
 *   ABI_LTHREADS              how many threads a task can have
 *   ABI_VERSIONS              how many versions a task number has before they begin again
 *   ABI_SHORT_SLEEP           timeouts of ipc that are as short as can be, but not zero
 *   ABI_TICK_MICROSECONDS     what a tick of a stage takes
 *   ABI_FAULT_TICKS, ABI_FAULT_TICK_COUNT  page fault timeouts besides never and now (IPC-28)
 *
 *   abi_nil(), abi_invalid(), abi_interrupt(line)
 *   abi_same(a, b), abi_is_interrupt(id, &line), abi_bits(id)
 *   abi_task(number, version, chief, nest)  the id of a task: that of its thread 0 (A3)
 *   abi_thread(id, lthread)   another thread of the same task
 *   abi_number(id), abi_version(id), abi_lthread(id), abi_nest(id), abi_chief(id)
 *   abi_timeout(send, receive, send_fault, receive_fault)  of L4C_NEVER, L4C_NOW, L4C_TICKS + n - 1
 *   abi_fpage(address, order, write, grant), abi_port_fpage(port, grant), order in pages
 *   abi_small_fpage(address, write, grant)  half a page (FP7)
 *   abi_slice(ticks), abi_slice_ticks(param)  the time field of thread_schedule;
 *                             endless for 0 and 255 (SC3, SC7)
 */
static inline void abi_call(const struct abi_ipc *call, struct abi_result *result);
static inline abi_id abi_nearest(abi_id partner, uint32_t *type);
static inline void abi_unmap(uint32_t fpage, uint32_t mask);
static inline void abi_switch(abi_id to);
/* Gives the old param word; `preempter` goes in and comes out, invalid leaves it as it is. */
static inline uint32_t abi_schedule(abi_id thread, uint32_t param, abi_id *preempter);
/* What a thread is at, and with whom: ABI_SENDS, ABI_RECEIVES, ABI_FAULTS, or something
 * else. (SC8) */
#define ABI_SENDS 4u
#define ABI_RECEIVES 8u
#define ABI_FAULTS 1u
#define ABI_RUNS 0u
static inline uint32_t abi_state(abi_id thread, abi_id *partner);
/* What is given goes in, what was there comes out. */
static inline void abi_ex_regs(uint32_t lthread, struct abi_thread_registers *registers);
/* Gives the new id, or nil. */
static inline abi_id abi_create(abi_id task, uint32_t mcp, uint32_t ip, uint32_t sp, abi_id pager);
static inline abi_id abi_donate(abi_id task, abi_id chief);
/* What an ipc left in the registers of a thread that has been sent elsewhere meanwhile. (EX6) */
static inline void abi_result_of(const struct abi_registers *registers, struct abi_result *result);
static inline void abi_registers_of(
    const struct abi_registers *registers, struct abi_thread_registers *old);

/* Whether the kernel has found its own structures broken; 0 for kernels that do not look. */
static inline int abi_is_broken(void);

#include "abi/calls.h"

/* A call without deceit, of which only the dope matters. */
static inline uint32_t abi_exchange(
    abi_id partner, uint32_t send, uint32_t receive, uint32_t timeouts, uint32_t word0,
    uint32_t word1) {
  struct abi_ipc call = {partner, send, receive, timeouts, word0, word1, abi_nil()};
  struct abi_result result;
  abi_call(&call, &result);
  return result.dope;
}

static inline uint32_t abi_never(void) {
  return abi_timeout(L4C_NEVER, L4C_NEVER, L4C_NEVER, L4C_NEVER);
}

/* Whether shortage can be made by mapping pages elsewhere: see filler.c. */
#ifndef ABI_COUNTS_MAPPINGS
#define ABI_COUNTS_MAPPINGS 0
#endif

#ifndef ABI_AUDITS
static inline int abi_is_broken(void) { return 0; }
#endif

/* Whether a page fault message is about a write. (PF-2) */
static inline int abi_fault_writes(uint32_t word0) { return (word0 & 2) != 0; }

#endif
