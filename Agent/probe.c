/* What every space holds: in each task a prober reads and writes the places of the stage, one
 * after the other, and a supervisor is its pager, which never maps anything: where the prober
 * faults it sends it on by lthread_ex_regs. Both are high lthreads of the task itself, for
 * neither reaches farther. While they are at it the supervisor is above the controller, so that a
 * space is entered once and left once. */

#include "stage.h"

#define MOST_PLACES (AGENT_PAGES + AGENT_MOST_PORTS)
#define PROBER_STACK 512

enum phase { PROBE_NEXT, PROBE_READS, PROBE_WRITES };

static struct probe {
  volatile uint8_t phase; /* where the prober is; where it was, when it begins anew */
  volatile uint8_t next;  /* the place that it is at */
  volatile uint8_t count; /* how many there are; it has done them all when `next` is as much */
  /* Written before an instruction that may fault. */
  volatile l4c_holding holdings[MOST_PLACES];
} probes[AGENT_TASKS];

static uint32_t stacks[AGENT_TASKS][2][PROBER_STACK / 4];

static void probe_port(uint32_t port) {
  uint8_t byte;
  __asm__ volatile("inb %1, %0" : "=a"(byte) : "d"((uint16_t)(AGENT_PORTS + port)));
}

static void probe(struct probe *own, volatile l4c_holding *holding) {
  uint32_t place = own->next, pages = stage.as_told.pages;
  holding->frame = L4C_NOTHING;
  holding->writable = 0;
  own->phase = PROBE_READS;
  if (place >= pages) {
    probe_port(place - pages);
    holding->frame = (uint8_t)(stage.as_told.frames + place - pages);
    holding->writable = 1;
  } else {
    volatile uint32_t *page = (volatile uint32_t *)(uintptr_t)page_address(place);
    uint8_t frame = frame_of(page[0]);
    holding->frame = frame == L4C_NO_FRAME ? L4C_FOREIGN : frame;
    own->phase = PROBE_WRITES;
    page[PROBE(AGENT_THREADS)] = stage.step;
    holding->writable = 1;
  }
}

/* Also where it is sent on to: then the place that it was at has been found out. */
static void prober(uint32_t task) {
  struct probe *own = &probes[task];
  if (own->phase != PROBE_NEXT) own->next++;
  for (; own->next < own->count; own->next++) {
    probe(own, &own->holdings[own->next]);
    own->phase = PROBE_NEXT;
  }
  for (;;) sleep_for(L4C_NEVER);
}

/* A stack with an argument, and no way back. */
static uint32_t stack_of(uint32_t task, uint32_t which) {
  uint32_t *top = &stacks[task][which][PROBER_STACK / 4 - 2];
  top[1] = task;
  return (uint32_t)(uintptr_t)top;
}

/* Whenever the prober has stopped, at a fault or at the end, this one goes on, for the controller
 * has made it the first of all. The message of a fault is never received, and ends with it. (EX6) */
static void supervisor(uint32_t task) {
  struct probe *own = &probes[task];
  uint32_t type;
  abi_id me = abi_nearest(abi_nil(), &type);
  for (;;) {
    if (own->next < own->count) {
      struct abi_thread_registers registers = {
          (uint32_t)(uintptr_t)prober, stack_of(task, 0), me, abi_nil()};
      abi_ex_regs(AGENT_PROBER, &registers);
      abi_switch(abi_thread(me, AGENT_PROBER));
    } else {
      rest(stage.controller);
    }
  }
}

/* By a thread of a task that has just begun: the two begin too. */
void start_probing(uint32_t task) {
  struct abi_thread_registers registers = {
      (uint32_t)(uintptr_t)supervisor, stack_of(task, 1), abi_nil(), abi_nil()};
  probes[task].phase = PROBE_NEXT;
  probes[task].next = probes[task].count = 0;
  abi_ex_regs(AGENT_SUPERVISOR, &registers);
}

/* Finds out what a space holds; nothing can be held by a task that is not there. 0: it was not
 * done. */
static int probe_task(uint32_t task, uint32_t count, l4c_holding *holdings) {
  struct probe *own = &probes[task];
  for (uint32_t place = 0; place < count; place++) {
    holdings[place].frame = L4C_NOTHING;
    holdings[place].writable = 0;
  }
  if (!stage.tasks[task].is_active) return 1;
  own->phase = PROBE_NEXT;
  own->next = 0;
  own->count = (uint8_t)count;
  set_priority(abi_thread(stage.tasks[task].id, AGENT_SUPERVISOR), AGENT_PRIORITY + 1);
  set_priority(abi_thread(stage.tasks[task].id, AGENT_SUPERVISOR), stage.base_priority);
  if (own->next < count) return 0;
  for (uint32_t place = 0; place < count; place++) {
    holdings[place].frame = own->holdings[place].frame;
    holdings[place].writable = own->holdings[place].writable;
  }
  return 1;
}

/* Adds what all spaces hold to an observation. */
void observe_memory(l4c_observation *observation) {
  uint32_t count = (uint32_t)stage.as_told.pages + stage.as_told.ports;
  if (count > MOST_PLACES || count * stage.as_told.tasks > L4C_MAX_SLOTS) return;
  for (uint32_t task = 0; task < stage.as_told.tasks; task++)
    if (!probe_task(task, count, observation->holdings + task * count)) return;
  observation->holding_count = (uint8_t)(count * stage.as_told.tasks);
}

