/* The threads of the stage: each does what is in its box, one operation at a time. */

#include "stage.h"

uint8_t agent_stacks[AGENT_THREADS][AGENT_STACK] __attribute__((aligned(AGENT_STACK)));
uint8_t agent_strings[AGENT_THREADS][MOST_PARTS * STRING_SIZE];

static void changed(void) { stage.changes++; }

/* The pager of a thread that has no image yet is its creator. (TN3) */
int bring_up(uint32_t thread, abi_id id) {
  const volatile uint8_t *state = &stage.boxes[thread].state;
  uint32_t image = abi_fpage(AGENT_IMAGE, AGENT_IMAGE_ORDER, 1, 0);
  uint32_t now = abi_timeout(L4C_NOW, L4C_NOW, L4C_NEVER, L4C_NEVER);
  for (uint32_t tries = 0; tries < 100; tries++) {
    if (*state == BOX_IDLE) return 1;
    changed();
    if ((abi_exchange(id, ABI_NO_PHASE, 0, now, 0, 0) & ABI_ERROR) == 0)
      abi_exchange(id, ABI_MAPS, ABI_NO_PHASE, now, AGENT_IMAGE, image);
    abi_switch(id);
  }
  return 0;
}

static void create(struct box *box, uint32_t by) {
  l4c_operation *operation = &box->operation;
  uint32_t task = operation->partner.number;
  uint32_t first = stage.first_thread[task];
  struct box *start = &stage.boxes[first];
  /* The chief of the root task's number is the kernel's root task, which is sigma0 here: it must
   * not be able to do what sigma0 cannot. An id of the past does not let it. */
  l4c_id name = by == 0 && task == 1 ? (l4c_id){L4C_FORMER, 1} : operation->partner;
  abi_id me = current_id(operation->by), id;
  abi_id pager = start->pager;
  uint8_t is_first = start->is_first, slice = start->slice;
  start->is_first = 1;
  start->pager = thread_id(operation->pager);
  start->slice = box->slice;
  id = abi_create(
      task_id(name), to_kernel(operation->mcp), worker_address(), stack_top(first), me);
  box->reply.kind = L4C_REPLY_CREATED;
  box->reply.created = !abi_same(id, abi_nil());
  if (!box->reply.created) {
    /* It may be the caller's own box, whose answer stays. */
    start->is_first = is_first;
    start->pager = pager;
    start->slice = slice;
    return;
  }
  note_created(task, by, id);
  if (start->is_first) start->state = BOX_STARTING;
  changed();
  bring_up(first, id);
}

static void donate(struct box *box, uint32_t by) {
  l4c_operation *operation = &box->operation;
  uint32_t task = operation->partner.number;
  l4c_id name = by == 0 && task == 1 ? (l4c_id){L4C_FORMER, 1} : operation->partner;
  abi_id id = abi_donate(task_id(name), task_id(operation->pager));
  box->reply.kind = L4C_REPLY_CREATED;
  box->reply.created = !abi_same(id, abi_nil());
  if (box->reply.created) note_donated(task, by, operation->pager.number, id);
}

static abi_id given(l4c_id name) {
  return name.kind == L4C_ABSENT ? abi_invalid() : thread_id(name);
}

static void tell_registers(struct box *box, const struct abi_thread_registers *old) {
  box->reply.kind = L4C_REPLY_REGISTERS;
  box->reply_id = old->pager;
  box->reply_preempter = old->preempter;
}

static void ex_regs(struct box *box) {
  l4c_operation *operation = &box->operation;
  uint32_t target = operation->partner.number;
  uint32_t lthread = target - stage.first_thread[stage.task_of_thread[target]];
  struct abi_thread_registers registers = {ABI_UNCHANGED, ABI_UNCHANGED, abi_nil(), abi_nil()};
  if (operation->flags & L4C_REGISTERS) {
    registers.ip = worker_address();
    registers.sp = stack_top(target);
  }
  registers.pager = given(operation->pager);
  registers.preempter = given(operation->preempter);
  if (operation->flags & L4C_REGISTERS) {
    struct box *start = &stage.boxes[target];
    if (start->state == BOX_ABSENT) start->slice = box->slice;
    if (start->state == BOX_ABSENT || start->state == BOX_IDLE) start->state = BOX_STARTING;
  }
  box->call = CALL_EX_REGS;
  abi_ex_regs(lthread, &registers);
  box->call = CALL_OTHER;
  tell_registers(box, &registers);
}

static void schedule(struct box *box) {
  l4c_operation *operation = &box->operation;
  uint32_t param = ABI_UNCHANGED;
  struct box *target = &stage.boxes[operation->partner.number];
  box->reply_id = given(operation->preempter);
  if (operation->flags & L4C_PRIORITY)
    param = to_kernel(operation->priority) | abi_slice(operation->slice);
  param = abi_schedule(thread_id(operation->partner), param, &box->reply_id);
  box->reply.kind = L4C_REPLY_SCHEDULED;
  if (param == ABI_UNCHANGED) return;
  box->reply.has = L4C_PRIORITY | L4C_SLICE;
  box->reply.priority = (uint8_t)(param - (stage.base_priority - 1u));
  box->reply.slice = (uint8_t)abi_slice_ticks(param);
  /* Endless is what both 0 and 255 are in the kernel. */
  if (box->reply.slice == 0) box->reply.slice = target->slice;
  if (operation->flags & L4C_SLICE) target->slice = operation->slice;
}

static void nearest(struct box *box) {
  uint32_t type;
  box->reply_id = abi_nearest(partner_id(box->operation.partner), &type);
  box->reply.kind = L4C_REPLY_NEAREST;
  box->reply.type = (uint8_t)type;
}

static void unmap(struct box *box, uint32_t task) {
  uint32_t mask = box->operation.flags & L4C_COMPLETE ? ABI_FLUSH : 0;
  /* sigma0's own pages stay. (I-AS2) */
  if ((box->operation.flags & L4C_OWN) && task != 0) mask |= ABI_OWN_TOO;
  abi_unmap(page_or_port_fpage(box->operation.page, 0, 0, 0), mask);
}

/* Word 0 of a frame says which one it is; each thread has a word to write to, in which the
 * controller sees whether it got to the frame that was read. (AS21) */
static void access(struct box *box, uint32_t thread) {
  volatile uint32_t *page;
  if (box->operation.page >= L4C_FIRST_PORT) {
    uint16_t port = (uint16_t)(AGENT_PORTS + box->operation.page - L4C_FIRST_PORT);
    uint8_t byte = 0;
    box->address = 0;
    if (box->operation.flags & L4C_WRITE)
      __asm__ volatile("outb %0, %1" : : "a"(byte), "d"(port));
    else
      __asm__ volatile("inb %1, %0" : "=a"(byte) : "d"(port));
    box->frame = (uint8_t)(stage.as_told.frames + box->operation.page - L4C_FIRST_PORT);
    box->events |= EVENT_ACCESS;
    return;
  }
  page = (volatile uint32_t *)(uintptr_t)page_address(box->operation.page);
  box->address = (uint32_t)(uintptr_t)page;
  if (box->operation.flags & L4C_WRITE) page[PROBE(thread)] = box->step;
  box->frame = frame_of(page[0]);
  box->events |= EVENT_ACCESS;
}

/* The instruction is a no-operation when the fault has been answered: the controller makes it
 * one. */
static void fault(struct box *box, uint32_t thread) {
  volatile uint8_t *code = agent_fault_code[thread];
  uint32_t address = AGENT_HOLE;
  box->address = address;
  /* mov %eax, (%ecx) or mov (%ecx), %eax; ret */
  code[0] = box->operation.flags & L4C_WRITE ? 0x89 : 0x8B;
  code[1] = 0x01;
  code[2] = 0xC3;
  __asm__ volatile("call *%%edx" : : "d"(code), "c"(address) : "eax", "memory");
}

/* A gate for every exception of the processor, all to the same place. (EXC-1) */
static uint32_t exception_table[32][2];

static void load_exception_table(int is_valid) {
  struct __attribute__((packed)) {
    uint16_t limit;
    uint32_t address;
  } table = {sizeof exception_table - 1, (uint32_t)(uintptr_t)exception_table};
  for (uint32_t vector = 0; vector < 32; vector++) {
    exception_table[vector][0] = (worker_address() & 0xFFFF) | 0x1Bu << 16;
    exception_table[vector][1] = (worker_address() & 0xFFFF0000u) | 0xEF00;
  }
  if (!is_valid) table.address = 0xFFFFF000u;
  __asm__ volatile("lidt %0" : : "m"(table));
}

static void perform(struct box *box, uint32_t thread) {
  uint32_t task = stage.task_of_thread[thread];
  box->reply.kind = L4C_NO_REPLY;
  box->reply.has = 0;
  box->address = 0;
  switch (box->operation.kind) {
  case L4C_IPC: perform_ipc(box, thread); return;
  case L4C_ID_NEAREST: nearest(box); break;
  case L4C_FPAGE_UNMAP: unmap(box, task); break;
  case L4C_THREAD_SWITCH: abi_switch(thread_id(box->operation.partner)); break;
  case L4C_THREAD_SCHEDULE: schedule(box); break;
  case L4C_LTHREAD_EX_REGS: ex_regs(box); break;
  case L4C_TASK_CREATE: create(box, task); break;
  case L4C_TASK_DONATE: donate(box, task); break;
  case L4C_ACCESS: access(box, thread); break;
  case L4C_FAULT: fault(box, thread); break;
  case L4C_EXCEPTION: __asm__ volatile("ud2"); break;
  case L4C_LOAD_EXCEPTION_TABLE: load_exception_table(box->operation.flags & L4C_VALID); break;
  }
  box->events |= EVENT_REPLY;
}

/* Nothing comes from nobody, so that is a way to sleep; for no time at all it gives an interrupt
 * back. (IPC-38, INT-5) */
void sleep_within(uint32_t timeouts) {
  abi_exchange(abi_nil(), ABI_NO_PHASE, 0, timeouts, 0, 0);
}

void sleep_for(uint8_t timeout) {
  sleep_within(abi_timeout(L4C_NEVER, timeout, L4C_NEVER, L4C_NEVER));
}

void rest(abi_id other) {
  if (stage.naps) sleep_for(L4C_TICKS);
  else abi_switch(other);
}

/* sigma0's thread of the stage is never made anew: what it had of the program before goes here.
 * (INT-5, EXC-3) */
static void forget(void) {
  sleep_for(L4C_NOW);
  if (!(ABI_LACKS & L4C_LACKS_EXCEPTIONS)) load_exception_table(0);
}

/* What a thread has just begun with: something that it was in the middle of has ended here. */
static void arrive(struct box *box, uint32_t thread, const struct abi_registers *registers) {
  struct abi_thread_registers keep = {ABI_UNCHANGED, ABI_UNCHANGED, abi_invalid(), abi_invalid()};
  if (box->state == BOX_BUSY && box->call == CALL_IPC) {
    abi_result_of(registers, &box->result);
    box->damage = 0;
    box->events |= EVENT_RETURN;
  } else if (box->state == BOX_BUSY && box->call == CALL_EX_REGS) {
    abi_registers_of(registers, &keep);
    tell_registers(box, &keep);
    box->events |= EVENT_REPLY;
  } else if (box->is_first) {
    box->is_first = 0;
    box->events = 0;
    keep.pager = box->pager;
    abi_ex_regs(0, &keep);
    if (thread == 0) forget();
    else start_probing(stage.task_of_thread[thread]);
  }
  box->call = CALL_OTHER;
  box->state = BOX_IDLE;
  changed();
}

__attribute__((noreturn)) void agent_work(const struct abi_registers *registers) {
  uint32_t thread =
      ((uint32_t)(uintptr_t)registers - (uint32_t)(uintptr_t)agent_stacks) / AGENT_STACK;
  struct box *box = &stage.boxes[thread];
  arrive(box, thread, registers);
  for (;;) {
    if (box->state == BOX_ASKED) {
      box->state = BOX_BUSY;
      changed();
      perform(box, thread);
      box->state = BOX_IDLE;
      changed();
    } else {
      rest(abi_nil());
    }
  }
}
