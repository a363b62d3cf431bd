/* X.0 as Hazelnut has it (foreign-kernels.md): ids of 32 bits, and a third register word, which the
 * agent leaves zero. Compiled here; not run since, for an image of Hazelnut is not part of this
 * project. What is known of its answers is in section V of the facts. */

#ifndef AGENT_ABI_X0_H
#define AGENT_ABI_X0_H

typedef struct abi_id {
  uint32_t low; /* version 10, lthread 6, task 8, chief 8 */
} abi_id;

#define ABI_WIDE_IDS 0
#define ABI_NAME "Hazelnut agent"
#define ABI_PROFILE "hazelnut"
#define ABI_LACKS \
  (L4C_LACKS_CLANS | L4C_LACKS_DECEIT | L4C_LACKS_PORTS | L4C_LACKS_INTERRUPTS | \
   L4C_LACKS_PREEMPTERS | L4C_LACKS_SMALL_ITEMS)
#define ABI_FIRST_TASK 5
#define ABI_LTHREADS 64
#define ABI_VERSIONS (1u << 10)

static inline abi_id abi_nil(void) { return (abi_id){0}; }
static inline abi_id abi_invalid(void) { return (abi_id){~0u}; }
static inline int abi_same(abi_id a, abi_id b) { return a.low == b.low; }
static inline uint64_t abi_bits(abi_id id) { return id.low; }

static inline abi_id abi_interrupt(uint32_t line) { return (abi_id){line + 1}; }
static inline int abi_is_interrupt(abi_id id, uint32_t *line) {
  *line = id.low - 1;
  return id.low > 0 && id.low <= 0xFF;
}

static inline uint32_t abi_lthread(abi_id id) { return id.low >> 10 & 0x3F; }
static inline uint32_t abi_number(abi_id id) { return id.low >> 16 & 0xFF; }
static inline uint32_t abi_version(abi_id id) { return id.low & 0x3FF; }
static inline uint32_t abi_chief(abi_id id) { return id.low >> 24; }
static inline uint32_t abi_nest(abi_id id) { return (void)id, 0; }

static inline abi_id abi_thread(abi_id id, uint32_t lthread) {
  return (abi_id){(id.low & ~(0x3Fu << 10)) | lthread << 10};
}

static inline abi_id abi_task(uint32_t number, uint32_t version, uint32_t chief, uint32_t nest) {
  (void)nest;
  return (abi_id){(version & 0x3FF) | number << 16 | chief << 24};
}

#define ABI_TOLD_DESTINATION(registers) abi_nil()
#define ABI_PREEMPTER_OUT(id, first, second) ((void)(id), (void)(first), (void)(second))
#define ABI_PREEMPTER_IN(first, second) ((void)(first), (void)(second), abi_nil())

#include "classic.h"

#endif
