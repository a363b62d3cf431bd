/* One step of a program: who is to act does, and whatever follows from it is waited for.
 *
 * The controller has a higher priority than all threads of the stage and hands the processor to
 * one after the other (SC5), so their priorities do not matter, and nothing is ever waited for
 * by the clock: a thread that has something to do goes on until it has done it or is blocked, or a
 * tick takes the processor back, and then the controller runs again. A step is over when twice in a row
 * nobody has done anything, and nobody is at work. */

#include "stage.h"

/* Passes without end mean that somebody never stops; then the step ends all the same. */
#define MOST_PASSES 2000

/* Whether a message is on its way to or from a thread of the stage, and only needs the
 * processor: the interrupt of the clock has come in between (N1). Such threads are not ready in
 * the sense of thread_switch, so they cannot be handed the processor. Who creates a task sends it
 * the image, so it need not be ipc that a thread was asked for. Where one of the two asks its pager
 * for a page of the message, its state says so; a receiver that faults is being answered. */
static int is_transferring(void) {
  for (uint8_t thread = 0; thread < stage.as_told.threads; thread++) {
    uint32_t state, other;
    abi_id partner, back;
    if (stage.boxes[thread].state != BOX_BUSY) continue;
    state = abi_state(current_id(thread), &partner);
    if (state != ABI_SENDS && state != ABI_RECEIVES) continue;
    other = abi_state(partner, &back);
    if (other == (ABI_SENDS | ABI_RECEIVES) - state) return 1;
    if (state == ABI_SENDS && other == ABI_FAULTS) return 1;
  }
  return 0;
}

/* Whether a thread that was asked for something is ready: the clock has taken the processor from it, for
 * what is handed on without an end may be taken back with a tick (SC12). */
static int is_working(void) {
  for (uint8_t thread = 0; thread < stage.as_told.threads; thread++) {
    const struct box *box = &stage.boxes[thread];
    abi_id partner;
    if (box->state == BOX_ABSENT || box->state == BOX_IDLE) continue;
    if (abi_state(current_id(thread), &partner) == ABI_RUNS) return 1;
  }
  return 0;
}

/* Threads that have nothing to do need the processor only to fall asleep. */
static int may_do_something(const struct box *box) {
  return box->state != BOX_ABSENT && (box->state != BOX_IDLE || stage.naps);
}

void settle(void) {
  uint32_t quiet = 0;
  for (uint32_t pass = 0; pass < MOST_PASSES; pass++) {
    if (quiet == 2 && is_working()) quiet = 1;
    if (quiet == 2) {
      if (!is_transferring()) return;
      /* Transfers have the priority of their senders, which the idler is below. A kernel whose
       * threads transfer in their own time must be let choose one. */
      abi_switch(abi_thread(stage.controller, AGENT_IDLER));
      if (is_transferring()) sleep_within(ABI_SHORT_SLEEP);
      quiet = 0;
    }
    uint32_t before = stage.changes;
    for (uint8_t thread = 0; thread < stage.as_told.threads; thread++)
      if (may_do_something(&stage.boxes[thread]))
        abi_switch(current_id(thread));
    quiet = stage.changes == before ? quiet + 1 : 0;
  }
}

/* A number that is given to sigma0 would be the root task's brother here, and not in a clan of
 * its own: that cannot be played. (CC-4; see README.md) */
static int leaves_for_sigma0(const l4c_operation *operation) {
  const struct stage_task *task = &stage.tasks[operation->partner.number];
  return operation->kind == L4C_TASK_DONATE && operation->partner.kind == L4C_CURRENT &&
         operation->pager.kind == L4C_CURRENT && operation->pager.number == 0 &&
         operation->partner.number > 1 && task->chief == stage.task_of_thread[operation->by];
}

static int is_known(l4c_id name, uint32_t count) {
  return (name.kind != L4C_CURRENT && name.kind != L4C_FORMER) || name.number < count;
}

static int is_page(uint8_t page) {
  return page < L4C_FIRST_PORT ? page < AGENT_PAGES : page - L4C_FIRST_PORT < AGENT_MOST_PORTS;
}

/* Why an operation cannot be done here; NULL if it can. What the description of the kernel says
 * already does not come, but nothing is believed of what comes over a line. */
const char *refusal(const l4c_operation *operation) {
  uint32_t threads = stage.as_told.threads, tasks = stage.as_told.tasks;
  int is_task = operation->kind == L4C_TASK_CREATE || operation->kind == L4C_TASK_DONATE;
  int is_donation = operation->kind == L4C_TASK_DONATE;
  if (operation->by == L4C_BY_NOBODY) {
    if (operation->kind == L4C_TICK || operation->kind == L4C_COPY || operation->kind == L4C_EXPIRE)
      return 0;
    if (operation->kind != L4C_HARDWARE_INTERRUPT) return "an operation without a thread";
    return can_raise(operation->partner.number) ? 0 : "the interrupt cannot be raised";
  }
  if (operation->by >= threads) return "a thread that there is not";
  if (!is_known(operation->partner, is_task ? tasks : threads) ||
      !is_known(operation->pager, is_donation ? tasks : threads) ||
      !is_known(operation->preempter, threads) || operation->virtual_sender > threads)
    return "a name that there is not";
  if (is_task && (operation->partner.kind != L4C_CURRENT && operation->partner.kind != L4C_FORMER))
    return "task_new of no task";
  if (!is_page(operation->page) || !is_page(operation->base)) return "a page that there is not";
  if (operation->order > AGENT_PAGES_ORDER) return "a flexpage that is too large";
  if (operation->window >= L4C_WINDOW && !is_page((uint8_t)(operation->window - L4C_WINDOW)))
    return "a window that there is not";
  switch (operation->kind) {
  case L4C_IPC:
    if (operation->parts > MOST_PARTS) return "too many strings";
    if (operation->send_timeout > L4C_TICKS + 11 || operation->receive_timeout > L4C_TICKS + 11)
      return "a timeout over 12 ticks";
    break;
  case L4C_LTHREAD_EX_REGS:
    if (operation->partner.kind != L4C_CURRENT ||
        stage.task_of_thread[operation->partner.number] != stage.task_of_thread[operation->by])
      return "lthread_ex_regs of another task";
    break;
  case L4C_TASK_CREATE:
    if (operation->pager.kind != L4C_CURRENT && operation->pager.kind != L4C_FORMER)
      return "a task without a pager";
    break;
  case L4C_ID_NEAREST:
    /* The root task of the stage has a chief here. (CC-9, U32; see README.md) */
    if (stage.task_of_thread[operation->by] == 1 &&
        (operation->partner.kind == L4C_INVALID || operation->partner.kind == L4C_INTERRUPT))
      return "id_nearest of what is outside, by the root task";
    break;
  case L4C_FPAGE_UNMAP:
  case L4C_THREAD_SWITCH:
  case L4C_THREAD_SCHEDULE:
  case L4C_TASK_DONATE:
  case L4C_ACCESS:
  case L4C_FAULT:
  case L4C_EXCEPTION:
  case L4C_LOAD_EXCEPTION_TABLE: break;
  default: return "an operation that is not known";
  }
  return 0;
}

/* A tick of the stage: everybody sleeps for that long, so that the processor can be idle. The
 * controller falls asleep last, and so wakes last. */
static void tick(void) {
  stage.naps = 1;
  settle();
  for (uint32_t task = 0; task < stage.as_told.tasks; task++)
    if (stage.tasks[task].is_active)
      abi_switch(abi_thread(stage.tasks[task].id, AGENT_SUPERVISOR));
  abi_switch(abi_thread(stage.controller, AGENT_IDLER));
  stage.naps = 0;
  sleep_for(L4C_TICKS);
}

/* What the threads have to tell. */
static void collect(l4c_observation *observation, uint8_t actor) {
  for (uint8_t thread = 0; thread < stage.as_told.threads; thread++) {
    struct box *box = &stage.boxes[thread];
    uint8_t events = box->events;
    box->events = 0;
    /* A fault is one fault: answered, it is over. */
    if (box->operation.kind == L4C_FAULT && box->state == BOX_BUSY)
      agent_fault_code[thread][0] = agent_fault_code[thread][1] = 0x90;
    if (events & EVENT_RETURN)
      observe_return(thread, &observation->returns[observation->return_count++]);
    if (events & EVENT_ACCESS) {
      l4c_access *access = &observation->accesses[observation->access_count++];
      access->thread = thread;
      access->frame = box->frame;
      if (box->operation.page < L4C_FIRST_PORT && box->frame != L4C_NO_FRAME &&
          (box->operation.flags & L4C_WRITE) && !was_written(box->frame, thread, box->step))
        access->frame = L4C_NO_FRAME;
    }
    if ((events & EVENT_REPLY) && thread == actor && box->reply.kind != L4C_NO_REPLY) {
      observation->reply = box->reply;
      see(box->reply_id, &observation->reply.id);
      see(box->reply_preempter, &observation->reply.preempter);
    }
  }
}

/* Does one operation, and says what it showed; not to be called with an operation that is
 * refused. Gives a reason if it turns out only now that it cannot be done. */
const char *perform_step(const l4c_operation *operation, l4c_observation *observation) {
  observation->skipped = observation->return_count = observation->access_count = 0;
  observation->has_running = observation->holding_count = 0;
  observation->reply.kind = L4C_NO_REPLY;
  stage.step++;
  if (operation->by == L4C_BY_NOBODY) {
    if (operation->kind == L4C_TICK) tick();
    if (operation->kind == L4C_HARDWARE_INTERRUPT) raise_interrupt(operation->partner.number);
    settle();
  } else {
    struct box *box = &stage.boxes[operation->by];
    if (box->state != BOX_IDLE) {
      observation->skipped = 1;
      return 0;
    }
    if (leaves_for_sigma0(operation)) return "a number that is given to sigma0";
    /* What a new task needs of the agent is no part of the stage. */
    if (stage.is_short && operation->kind == L4C_TASK_CREATE) leave_mappings(1u << AGENT_IMAGE_ORDER);
    box->operation = *operation;
    box->step = stage.step;
    box->state = BOX_ASKED;
    settle();
    if (box->state == BOX_ASKED) {
      /* It waits for something that is no call of its own: it has been stopped. */
      box->state = BOX_IDLE;
      observation->skipped = 1;
      return 0;
    }
  }
  collect(observation, operation->by);
  if (stage.step > stage.as_told.setup || stage.is_short) observe_memory(observation);
  if (stage.is_short) {
    uint32_t places = (uint32_t)stage.as_told.pages + stage.as_told.ports, used = 0;
    if (!observation->holding_count) return "what is mapped is not known";
    for (uint32_t place = places; place < observation->holding_count; place++)
      used += observation->holdings[place].frame != L4C_NOTHING;
    ration_mappings(used < stage.as_told.nodes ? stage.as_told.nodes - used : 0);
    if (stage.step <= stage.as_told.setup) observation->holding_count = 0;
  }
  return 0;
}
