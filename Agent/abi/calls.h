/* The seven calls by way of int 0x30 to 0x36. The three ABIs put the same things into the same
 * registers; they differ in the width of ids (a second register, or the word after it) and in the
 * preempter, which X.0 does not take. */

#ifndef AGENT_ABI_CALLS_H
#define AGENT_ABI_CALLS_H

#if ABI_WIDE_IDS
#define ABI_ID_OUT(id, first, second) ((first) = (id).low, (second) = (id).high)
#define ABI_ID_IN(first, second) ((abi_id){(first), (second)})
#else
#define ABI_ID_OUT(id, first, second) ((first) = (id).low, (second) = 0)
#define ABI_ID_IN(first, second) ((void)(second), (abi_id){(first)})
#endif

static inline void abi_result_of(const struct abi_registers *registers, struct abi_result *result) {
  result->dope = registers->eax;
  result->word0 = registers->edx;
  result->word1 = registers->ebx;
  result->source = ABI_ID_IN(registers->esi, registers->edi);
  result->destination = ABI_TOLD_DESTINATION(registers);
}

static inline void abi_registers_of(
    const struct abi_registers *registers, struct abi_thread_registers *old) {
  old->ip = registers->edx;
  old->sp = registers->ecx;
  old->pager = ABI_ID_IN(registers->esi, registers->edi);
  old->preempter = ABI_ID_IN(registers->ebx, registers->ebp);
}

static inline void abi_call(const struct abi_ipc *call, struct abi_result *result) {
  struct abi_registers registers = {0};
  registers.eax = call->send;
  registers.ebp = call->receive;
  registers.ecx = call->timeouts;
  registers.edx = call->word0;
  registers.ebx = call->word1;
  ABI_ID_OUT(call->partner, registers.esi, registers.edi);
  ABI_ID_OUT(call->virtual_sender, registers.virtual_low, registers.virtual_high);
  abi_int30(&registers);
  abi_result_of(&registers, result);
}

static inline abi_id abi_nearest(abi_id partner, uint32_t *type) {
  struct abi_registers registers = {0};
  ABI_ID_OUT(partner, registers.esi, registers.edi);
  abi_int31(&registers);
  *type = registers.eax;
  return ABI_ID_IN(registers.esi, registers.edi);
}

static inline void abi_unmap(uint32_t fpage, uint32_t mask) {
  struct abi_registers registers = {0};
  registers.eax = fpage;
  registers.ecx = mask;
  abi_int32(&registers);
}

static inline void abi_switch(abi_id to) {
  struct abi_registers registers = {0};
  ABI_ID_OUT(to, registers.esi, registers.edi);
  abi_int33(&registers);
}

static inline uint32_t abi_schedule(abi_id thread, uint32_t param, abi_id *preempter) {
  struct abi_registers registers = {0};
  registers.eax = param;
  ABI_ID_OUT(thread, registers.esi, registers.edi);
  ABI_PREEMPTER_OUT(*preempter, registers.edx, registers.ebx);
  abi_int34(&registers);
  *preempter = ABI_PREEMPTER_IN(registers.edx, registers.ebx);
  return registers.eax;
}

static inline uint32_t abi_state(abi_id thread, abi_id *partner) {
  struct abi_registers registers = {0};
  registers.eax = ABI_UNCHANGED;
  ABI_ID_OUT(thread, registers.esi, registers.edi);
  registers.edx = registers.ebx = ABI_UNCHANGED;
  abi_int34(&registers);
  *partner = ABI_ID_IN(registers.esi, registers.edi);
  return registers.eax == ABI_UNCHANGED ? 0xF : registers.eax >> 16 & 0xF;
}

static inline void abi_ex_regs(uint32_t lthread, struct abi_thread_registers *changed) {
  struct abi_registers registers = {0};
  registers.eax = lthread;
  registers.ecx = changed->sp;
  registers.edx = changed->ip;
  ABI_ID_OUT(changed->pager, registers.esi, registers.edi);
  ABI_ID_OUT(changed->preempter, registers.ebx, registers.ebp);
  abi_int35(&registers);
  abi_registers_of(&registers, changed);
}

static inline abi_id abi_create(abi_id task, uint32_t mcp, uint32_t ip, uint32_t sp, abi_id pager) {
  struct abi_registers registers = {0};
  registers.eax = mcp;
  registers.ecx = sp;
  registers.edx = ip;
  ABI_ID_OUT(task, registers.esi, registers.edi);
  ABI_ID_OUT(pager, registers.ebx, registers.ebp);
  abi_int36(&registers);
  return ABI_ID_IN(registers.esi, registers.edi);
}

/* Without a pager the task is deleted, and the right to create it goes to the chief. (TN4) */
static inline abi_id abi_donate(abi_id task, abi_id chief) {
  struct abi_registers registers = {0};
  registers.eax = chief.low;
  ABI_ID_OUT(task, registers.esi, registers.edi);
  abi_int36(&registers);
  return ABI_ID_IN(registers.esi, registers.edi);
}

#endif
