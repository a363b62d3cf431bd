/* What the threads of the agent share: the stage, and a box for every thread of it. */

#ifndef AGENT_STAGE_H
#define AGENT_STAGE_H

#include "abi.h"
#include "layout.h"

#if ABI_LTHREADS <= AGENT_SUPERVISOR
#error "the agent needs more threads a task than the kernel has"
#endif

/* What a thread of the stage is at. */
enum box_state {
  BOX_ABSENT,   /* it has not begun, or its task has ended */
  BOX_STARTING, /* it is to begin */
  BOX_IDLE,     /* it looks for something to do */
  BOX_ASKED,    /* there is something for it to do */
  BOX_BUSY      /* it does it */
};

/* What it does that may end elsewhere than behind the call. (EX6) */
enum box_call { CALL_OTHER, CALL_IPC, CALL_EX_REGS };

/* What came of it since the controller has looked. */
#define EVENT_RETURN 1
#define EVENT_ACCESS 2
#define EVENT_REPLY 4

#define STRING_SIZE 32
#define MOST_PARTS 8

/* A message in memory, or a buffer for one: no words but those in registers. (IPC-48) */
struct long_message {
  uint32_t window;
  uint32_t size_dope;
  uint32_t send_dope;
  uint32_t words[2];
  struct {
    uint32_t send_size, send_address, receive_size, receive_address;
  } strings[MOST_PARTS];
};

struct box {
  volatile uint8_t state;
  volatile uint8_t call;
  volatile uint8_t events;
  uint8_t is_first;      /* it is lthread 0 of a task that is being made */
  uint8_t slice;         /* endless slices: 0 or 255, as the stage has it */
  volatile uint8_t frame; /* of the access, by the tag that was read */
  uint8_t damage;         /* of the strings that came */
  uint32_t step;          /* in which it was asked */
  l4c_operation operation;
  abi_id pager; /* that it takes once it has begun */
  struct abi_result result;
  l4c_reply reply;
  abi_id reply_id, reply_preempter;
  volatile uint32_t address; /* where it may fault */
  struct long_message message, buffer;
};

struct stage_task {
  abi_id id;
  /* What it was called before, by the same version: a number that falls to another chief has
   * another id. (A2, TN9) */
  abi_id names[AGENT_TASKS];
  uint8_t name_count;
  uint8_t chief; /* of the stage; the root task's is sigma0 here: see README.md */
  uint8_t is_active;
};

struct stage {
  l4c_stage as_told;
  struct stage_task tasks[AGENT_TASKS];
  uint8_t first_thread[AGENT_TASKS];
  uint8_t task_of_thread[AGENT_THREADS];
  uint8_t base_priority; /* of the kernel; the stage's is 1 */
  uint8_t is_short;      /* of memory for mappings */
  abi_id controller;
  /* Counts whatever a thread of the stage has begun or done. */
  volatile uint32_t changes;
  /* Idle threads are to sleep for a tick, so that the processor is idle too. */
  volatile uint8_t naps;
  uint32_t step;
  struct box boxes[AGENT_THREADS];
};

extern struct stage stage;
extern uint8_t agent_stacks[AGENT_THREADS][AGENT_STACK];
/* Where threads have their strings on stages without pages. */
extern uint8_t agent_strings[AGENT_THREADS][MOST_PARTS * STRING_SIZE];

#define AGENT_FAULT_CODE 4
extern uint8_t agent_fault_code[AGENT_THREADS][AGENT_FAULT_CODE];

/* start.c */
void agent_worker(void);
static inline uint32_t worker_address(void) { return (uint32_t)(uintptr_t)agent_worker; }
static inline uint32_t stack_top(uint32_t thread) {
  return (uint32_t)(uintptr_t)agent_stacks[thread] + AGENT_STACK;
}

/* names.c: who is who. */
abi_id task_id(l4c_id name);
abi_id thread_id(l4c_id name);
abi_id current_id(uint32_t thread);
abi_id partner_id(l4c_id name);
uint32_t task_number(uint32_t task);
void note_created(uint32_t task, uint32_t by, abi_id id);
void note_donated(uint32_t task, uint32_t by, uint32_t chief, abi_id id);
void see(abi_id id, l4c_seen *seen);

/* message.c: ipc. */
void perform_ipc(struct box *box, uint32_t thread);
void check_strings(struct box *box, uint32_t thread);
void observe_return(uint32_t thread, l4c_return *answer);
void fill_frame(uint32_t frame);
uint8_t frame_of(uint32_t tag);
int was_written(uint32_t frame, uint32_t thread, uint32_t step);
/* The word of a frame that a thread writes to. */
#define PROBE(thread) (1 + (thread))
uint32_t page_or_port_fpage(uint8_t page, uint8_t order, int write, int grant);

/* worker.c */
int bring_up(uint32_t thread, abi_id id);
static inline uint8_t to_kernel(uint8_t number) {
  return number == 0xFF ? 0xFF : (uint8_t)(number + stage.base_priority - 1);
}

/* What a thread does that has nothing to do: it hands the processor to another, or sleeps. */
void rest(abi_id other);
void sleep_for(uint8_t timeout);
void sleep_within(uint32_t timeouts);

/* probe.c: what spaces hold. */
void start_probing(uint32_t task);
void observe_memory(l4c_observation *observation);

/* filler.c: a kernel short of memory. */
int make_filler(abi_id id);
int can_be_short(const l4c_stage *told);
void ration_mappings(uint32_t count);
void leave_mappings(uint32_t count);
void end_shortage(void);

/* controller.c: one step. */
const char *refusal(const l4c_operation *operation);
const char *perform_step(const l4c_operation *operation, l4c_observation *observation);
void settle(void);

/* boot.c: the boot of the kernel, and of a stage. */
/* The priority of the controller: of the stage nobody has as much. */
#define AGENT_PRIORITY 250u
void set_priority(abi_id thread, uint32_t priority);
void touch(uint32_t begin, uint32_t order);
void begin_controller(void);
const char *stage_refusal(const l4c_stage *told);
const char *set_up(const l4c_stage *told);

/* agent.c */
void agent_main(void);

/* devices.c: the serial line, and lines that can be made to interrupt. */
void open_devices(abi_id sigma0);
int serial_get(void);
void serial_put(uint8_t byte);
int can_raise(uint32_t source);
void raise_interrupt(uint32_t source);
uint32_t line_of_source(uint32_t source);
#define AGENT_SOURCES 4

/* The ports of a stage, where a PC has nothing. */
#define AGENT_PORTS 0x340u
#define AGENT_MOST_PORTS 8
/* Interrupt lines from here on do not exist. */
#define AGENT_NO_LINE 64

#endif
