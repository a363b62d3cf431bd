/* A kernel short of memory for mappings (AS15): all that the stage shall not have is held by a task
 * that is no part of it. Only for kernels in which a page that is mapped takes as much of that memory
 * as any other, and in which a map message says when there is no more of it.
 *
 * Of the filler nothing ever runs: its first instruction faults, the controller is its pager, and
 * whatever pages are the answer, the faulting one is never among them. */

#include "stage.h"

/* Pages of the root task, at addresses that fit their number, where the stage has nothing. Some are
 * mapped once, so that each can be taken back alone; a few others are mapped as often as there is
 * memory, and stay. Without the former there is memory for any stage that is not short of it. */
#define SINGLES 512
#define SINGLES_ORDER 9
#define SINGLE_PAGES 0xC00000u
#define REPEATED_ORDER 6
#define REPEATED_PAGES 0x840000u
/* Where they are in the filler. */
#define SINGLES_AT 0x10000000u
#define REPEATED_AT 0x20000000u

static abi_id filler;
static uint8_t is_held[SINGLES];
static int is_full;
static uint32_t repeated_to = REPEATED_AT;
/* Whether the controller has the message of its fault, and has not answered. */
static int has_asked;

/* Maps pages to the filler; 0: there was not memory for all. */
static int give(uint32_t page, uint32_t order, uint32_t to) {
  uint32_t dope, fpage = abi_fpage(page, order, 1, 0);
  if (!has_asked) abi_exchange(filler, ABI_NO_PHASE, 0, abi_never(), 0, 0);
  dope = abi_exchange(filler, ABI_MAPS, 0, abi_never(), to, fpage);
  return has_asked = (dope & ABI_ERROR) == 0;
}

static void take_back(uint32_t page, uint32_t order) {
  abi_unmap(abi_fpage(page, order, 0, 0), ABI_FLUSH);
}

/* Lets the stage have so many mappings more. */
void leave_mappings(uint32_t count) {
  for (uint32_t page = 0; page < SINGLES && count > 0; page++) {
    if (!is_held[page]) continue;
    take_back(SINGLE_PAGES + page * AGENT_PAGE, 0);
    is_held[page] = 0;
    count--;
  }
}

static void mark(uint8_t held) {
  for (uint32_t page = 0; page < SINGLES; page++) is_held[page] = held;
}

/* Takes whatever is free. */
static void hold_single_pages(void) {
  for (uint32_t page = 0; page < SINGLES; page++) {
    uint32_t offset = page * AGENT_PAGE;
    if (is_held[page]) continue;
    if (!give(SINGLE_PAGES + offset, 0, SINGLES_AT + offset)) return;
    is_held[page] = 1;
  }
}

/* Lets the stage have so many mappings, and no more. */
void ration_mappings(uint32_t count) {
  if (!is_full && give(SINGLE_PAGES, SINGLES_ORDER, SINGLES_AT)) {
    mark(1);
    while (give(REPEATED_PAGES, REPEATED_ORDER, repeated_to))
      repeated_to += AGENT_PAGE << REPEATED_ORDER;
  }
  is_full = 1;
  hold_single_pages();
  leave_mappings(count);
}

/* There is enough memory again. */
void end_shortage(void) {
  if (!is_full) return;
  take_back(SINGLE_PAGES, SINGLES_ORDER);
  mark(0);
  is_full = 0;
}

/* Makes the filler; `id` is one by which the controller's task can. */
int make_filler(abi_id id) {
  if (!ABI_COUNTS_MAPPINGS) return 0;
  touch(SINGLE_PAGES, SINGLES_ORDER);
  touch(REPEATED_PAGES, REPEATED_ORDER);
  filler = abi_create(id, 0, AGENT_PAGE, 0, stage.controller);
  if (abi_same(filler, abi_nil())) return 0;
  /* Above the controller, so that it faults whenever it can. */
  set_priority(filler, AGENT_PRIORITY + 1);
  return 1;
}

/* Whether the stage can be short of memory: what its tasks take to begin with must be to be had. */
int can_be_short(const l4c_stage *told) {
  uint32_t most = ((uint32_t)told->tasks << AGENT_IMAGE_ORDER) + told->nodes;
  return ABI_COUNTS_MAPPINGS && most <= SINGLES;
}
