/* What Version 2 and X.0 have in common: timeouts and time slices as mantissa and power of four,
 * and flexpages. */

#ifndef AGENT_ABI_CLASSIC_H
#define AGENT_ABI_CLASSIC_H

/* A tick of a stage is 4^(15 - e) µs, so that n ticks are mantissa n, and the page fault timeouts
 * that there are, powers of four alone, are 1, 4, 16, 64 ticks. (IPC-27, IPC-28) */
#ifndef AGENT_TICK_EXPONENT
#define AGENT_TICK_EXPONENT 8
#endif
#define ABI_TICK_MICROSECONDS (1u << (2 * (15 - AGENT_TICK_EXPONENT)))
#define ABI_FAULT_TICKS {1, 4, 16, 64}
#define ABI_FAULT_TICK_COUNT 4

static inline uint32_t abi_exponent(uint8_t timeout) {
  return timeout == L4C_NEVER ? 0 : AGENT_TICK_EXPONENT;
}

static inline uint32_t abi_mantissa(uint8_t timeout) {
  return timeout < L4C_TICKS ? 0 : (uint32_t)timeout - L4C_TICKS + 1;
}

/* The exponent of a page fault timeout: 0 never, 15 now. (IPC-28) */
static inline uint32_t abi_fault_exponent(uint8_t timeout) {
  uint32_t exponent = AGENT_TICK_EXPONENT;
  if (timeout == L4C_NEVER) return 0;
  if (timeout == L4C_NOW) return 15;
  for (uint32_t ticks = abi_mantissa(timeout); ticks > 1; ticks >>= 2) exponent--;
  return exponent;
}

static inline uint32_t abi_timeout(
    uint8_t send, uint8_t receive, uint8_t send_fault, uint8_t receive_fault) {
  return abi_exponent(receive) | abi_exponent(send) << 4 | abi_fault_exponent(receive_fault) << 8 |
         abi_fault_exponent(send_fault) << 12 | abi_mantissa(send) << 16 |
         abi_mantissa(receive) << 24;
}

/* Address 0 to bit 12 on, size in bits 2 to 7, w in bit 1, g in bit 0. (FP2) */
static inline uint32_t abi_fpage(uint32_t address, uint32_t order, int write, int grant) {
  return address | (order + 12) << 2 | (write ? 2u : 0) | (grant ? 1u : 0);
}

static inline uint32_t abi_small_fpage(uint32_t address, int write, int grant) {
  return address | 11u << 2 | (write ? 2u : 0) | (grant ? 1u : 0);
}

/* One port; there is no write bit. (IO3, IO4) */
static inline uint32_t abi_port_fpage(uint32_t port, int grant) {
  return 0xF0000000u | port << 12 | (grant ? 1u : 0);
}

/* Bits 20 to 31 of the param word: exponent and mantissa; endless is exponent 0. (SC3, SC7, U14) */
static inline uint32_t abi_slice(uint8_t ticks) {
  if (ticks == 0 || ticks == 0xFF) return 0;
  return (uint32_t)AGENT_TICK_EXPONENT << 20 | (uint32_t)ticks << 24;
}

/* The ticks of a stage that a param word tells; 0 for endless. */
static inline uint32_t abi_slice_ticks(uint32_t param) {
  uint32_t exponent = param >> 20 & 0xF, mantissa = param >> 24;
  if (exponent == 0) return 0;
  uint32_t microseconds = mantissa << (2 * (15 - exponent) > 24 ? 24 : 2 * (15 - exponent));
  return (microseconds + ABI_TICK_MICROSECONDS / 2) / ABI_TICK_MICROSECONDS;
}

/* One microsecond to receive. */
#define ABI_SHORT_SLEEP (1u << 24 | 15u)

#endif
