/* Version 2 as Fiasco has it (foreign-kernels.md): ids of 32 bits, no clans in ipc, and timeouts
 * as two floats of 16 bits. Compiled here; not run since, for an image of Fiasco is not part of
 * this project. What is known of its answers is in section V of the facts. */

#ifndef AGENT_ABI_FIASCO_H
#define AGENT_ABI_FIASCO_H

typedef struct abi_id {
  uint32_t low; /* version_low 10, lthread 7, task 11, version_high 4 */
} abi_id;

#define ABI_WIDE_IDS 0
#define ABI_NAME "Fiasco agent"
#define ABI_PROFILE "fiasco"
/* No redirection, no deceit, no true destination; interrupts and ports have dialects of their own.
 * The tick of preempters was never seen. */
#define ABI_LACKS                                                               \
  (L4C_LACKS_CLANS | L4C_LACKS_DECEIT | L4C_LACKS_PORTS | L4C_LACKS_INTERRUPTS | \
   L4C_LACKS_PREEMPTERS)
#define ABI_FIRST_TASK 5
#define ABI_LTHREADS 128
#define ABI_VERSIONS (1u << 14)

static inline abi_id abi_nil(void) { return (abi_id){0}; }
static inline abi_id abi_invalid(void) { return (abi_id){~0u}; }
static inline int abi_same(abi_id a, abi_id b) { return a.low == b.low; }
static inline uint64_t abi_bits(abi_id id) { return id.low; }

static inline abi_id abi_interrupt(uint32_t line) { return (abi_id){line + 1}; }
static inline int abi_is_interrupt(abi_id id, uint32_t *line) {
  *line = id.low - 1;
  return id.low > 0 && id.low <= 0xFF;
}

static inline uint32_t abi_lthread(abi_id id) { return id.low >> 10 & 0x7F; }
static inline uint32_t abi_number(abi_id id) { return id.low >> 17 & 0x7FF; }
static inline uint32_t abi_version(abi_id id) { return (id.low >> 28 << 10) | (id.low & 0x3FF); }
static inline uint32_t abi_chief(abi_id id) { return (void)id, 0; }
static inline uint32_t abi_nest(abi_id id) { return (void)id, 0; }

static inline abi_id abi_thread(abi_id id, uint32_t lthread) {
  return (abi_id){(id.low & ~(0x7Fu << 10)) | lthread << 10};
}

static inline abi_id abi_task(uint32_t number, uint32_t version, uint32_t chief, uint32_t nest) {
  (void)chief, (void)nest;
  return (abi_id){(version & 0x3FF) | number << 17 | (version >> 10 & 0xF) << 28};
}

#define ABI_TOLD_DESTINATION(registers) abi_nil()
#define ABI_PREEMPTER_OUT(id, first, second) ABI_ID_OUT(id, second, first)
#define ABI_PREEMPTER_IN(first, second) ABI_ID_IN(second, first)

/* 2^e · m µs, mantissa of 10 bits and exponent of 5: never is 0, now is exponent 1 with mantissa 0.
 * The receive timeout is the low half. There are no page fault timeouts of their own. */
#define ABI_TICK_EXPONENT 14
#define ABI_TICK_MICROSECONDS (1u << ABI_TICK_EXPONENT)
#define ABI_FAULT_TICKS {0}
#define ABI_FAULT_TICK_COUNT 0

static inline uint32_t abi_half(uint8_t timeout) {
  if (timeout == L4C_NEVER) return 0;
  if (timeout == L4C_NOW) return 1u << 10;
  return (uint32_t)ABI_TICK_EXPONENT << 10 | ((uint32_t)timeout - L4C_TICKS + 1);
}

static inline uint32_t abi_timeout(
    uint8_t send, uint8_t receive, uint8_t send_fault, uint8_t receive_fault) {
  (void)send_fault, (void)receive_fault;
  return abi_half(receive) | abi_half(send) << 16;
}

static inline uint32_t abi_fpage(uint32_t address, uint32_t order, int write, int grant) {
  return address | (order + 12) << 2 | (write ? 2u : 0) | (grant ? 1u : 0);
}

static inline uint32_t abi_small_fpage(uint32_t address, int write, int grant) {
  return address | 11u << 2 | (write ? 2u : 0) | (grant ? 1u : 0);
}

static inline uint32_t abi_port_fpage(uint32_t port, int grant) {
  return 0xF0000000u | port << 12 | (grant ? 1u : 0);
}

/* The time field is as in Version 2: 4^(15 - e) · m µs. (SC3, SC7) */
static inline uint32_t abi_slice(uint8_t ticks) {
  return ticks == 0 || ticks == 0xFF ? 0 : 8u << 20 | (uint32_t)ticks << 24;
}

static inline uint32_t abi_slice_ticks(uint32_t param) {
  return (param >> 20 & 0xF) == 8 ? param >> 24 : 0;
}

/* One microsecond to receive. */
#define ABI_SHORT_SLEEP 1u

#endif
