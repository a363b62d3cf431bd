/* A kernel in a shared library, as an example of l4_conformance.h: sigma0 and the root task with one
 * thread each, and ipc of register messages between them. It says what it lacks, and refuses what
 * cannot be said that way.
 *
 *     cc -shared -fPIC -I Agent/include -o librendezvous.so Examples/rendezvous.c
 *     l4 conform lib:./librendezvous.so
 *
 * To see it deviate, compile it with -DBUG=1 (a closed receive takes a message from anybody), 2 (a
 * timeout of the send phase has the code of the receive phase), or 3 (a word is lost when its receiver
 * was there first).
 *
 * Fact numbers in brackets are those of the specification. */

#include "l4_conformance.h"

#ifndef BUG
#define BUG 0
#endif

enum state { ABSENT, READY, SENDING, WAITING };

struct thread {
  enum state state;
  l4c_operation call; /* what it is in, while it is SENDING or WAITING */
  uint8_t ticks;      /* until its timeout; 0: there is none */
  uint32_t arrival;   /* the order of those who wait to send */
};

struct l4c_kernel {
  l4c_stage stage;
  struct thread threads[L4C_MAX_THREADS];
  uint32_t arrivals;
  l4c_observation *seen; /* of the operation that is being done */
};

static struct l4c_kernel the_kernel;

/* The codes that can come of it, of the receive phase; one more in the error field for the send
 * phase. (IPC-41) */
enum {
  OK = 0x00,
  NOT_EXISTENT = 0x10,
  RECEIVE_TIMEOUT = 0x20,
  SEND_TIMEOUT = BUG == 2 ? RECEIVE_TIMEOUT : 0x30
};

static void copy(char *to, const char *from, int room) {
  int i = 0;
  for (; from[i] && i < room - 1; i++) to[i] = from[i];
  to[i] = 0;
}

uint32_t l4c_version(void) { return L4C_VERSION; }

struct l4c_kernel *l4c_open(void) { return &the_kernel; }

void l4c_close(struct l4c_kernel *kernel) { (void)kernel; }

void l4c_describe(struct l4c_kernel *kernel, l4c_description *description) {
  (void)kernel;
  description->version = L4C_VERSION;
  copy(description->name, "rendezvous", L4C_MAX_NAME);
  copy(description->profile, "v2", L4C_MAX_NAME);
  description->lacks = L4C_LACKS_CLANS | L4C_LACKS_DECEIT | L4C_LACKS_STRINGS | L4C_LACKS_PORTS |
                       L4C_LACKS_INTERRUPTS | L4C_LACKS_EXCEPTIONS | L4C_LACKS_PREEMPTERS |
                       L4C_LACKS_DONATION | L4C_LACKS_LARGE_ITEMS | L4C_LACKS_SMALL_ITEMS |
                       L4C_LACKS_SCHEDULES | L4C_LACKS_REGISTERS | L4C_LACKS_TASKS |
                       L4C_LACKS_HEADERS | L4C_LACKS_LIMITS;
  description->tasks = 2;
  description->threads = 2;
  description->pages = 8;
}

int l4c_boot(struct l4c_kernel *kernel, const l4c_stage *stage, char *message) {
  if (stage->tasks > 2 || stage->threads > 2) {
    copy(message, "there are two threads and no more", L4C_MAX_MESSAGE);
    return L4C_REFUSED;
  }
  kernel->stage = *stage;
  kernel->arrivals = 0;
  for (int i = 0; i < L4C_MAX_THREADS; i++)
    kernel->threads[i].state = i < stage->threads ? READY : ABSENT;
  return L4C_OK;
}

/* ------------------------------------------------------------------ Results */

/* A call ends; what has ended is kept in the order of threads. */
static l4c_return *end(struct l4c_kernel *kernel, uint8_t thread, uint8_t code) {
  l4c_observation *seen = kernel->seen;
  int place = seen->return_count++;
  for (; place > 0 && seen->returns[place - 1].thread > thread; place--)
    seen->returns[place] = seen->returns[place - 1];
  l4c_return none = {0};
  seen->returns[place] = none;
  seen->returns[place].thread = thread;
  seen->returns[place].code = code;
  kernel->threads[thread].state = READY;
  return &seen->returns[place];
}

/* Whether a thread waits for messages of this sender. (IPC-13) */
static int accepts(const struct thread *receiver, uint8_t sender) {
  if (receiver->state != WAITING) return 0;
  if (BUG == 1) return 1;
  if (receiver->call.flags & L4C_OPEN) return 1;
  return receiver->call.partner.kind == L4C_CURRENT && receiver->call.partner.number == sender;
}

static void begin_receive(struct l4c_kernel *kernel, uint8_t thread);

/* The message goes over: one step for all. The sender's receive phase begins in it. (IPC-9, IPC-62) */
static void deliver(struct l4c_kernel *kernel, uint8_t sender, uint8_t receiver) {
  l4c_operation call = kernel->threads[sender].call;
  l4c_return *result = end(kernel, receiver, OK);
  result->source.kind = L4C_CURRENT;
  result->source.number = sender;
  int is_lost = BUG == 3 && kernel->threads[sender].state == READY;
  if (call.word && !is_lost) result->flags |= L4C_WORD;
  if (call.flags & L4C_RECEIVE)
    begin_receive(kernel, sender);
  else
    end(kernel, sender, OK);
}

/* Ticks of a timeout; 0 for never. */
static uint8_t ticks(uint8_t timeout) {
  return timeout < L4C_TICKS ? 0 : (uint8_t)(timeout - L4C_TICKS + 1);
}

/* Takes the sender that came first, or waits for one. (IPC-15, IPC-16, IPC-33) */
static void begin_receive(struct l4c_kernel *kernel, uint8_t thread) {
  struct thread *receiver = &kernel->threads[thread];
  int first = -1;
  if (!(receiver->call.flags & L4C_OPEN) && receiver->call.partner.kind == L4C_INVALID) {
    end(kernel, thread, NOT_EXISTENT); /* IPC-6 */
    return;
  }
  receiver->state = WAITING;
  for (int i = 0; i < kernel->stage.threads; i++) {
    struct thread *other = &kernel->threads[i];
    if (other->state == SENDING && other->call.partner.number == thread &&
        accepts(receiver, (uint8_t)i) &&
        (first < 0 || other->arrival < kernel->threads[first].arrival))
      first = i;
  }
  receiver->ticks = ticks(receiver->call.receive_timeout);
  if (first >= 0)
    deliver(kernel, (uint8_t)first, thread);
  else if (receiver->call.receive_timeout == L4C_NOW)
    end(kernel, thread, RECEIVE_TIMEOUT);
}

static void ipc(struct l4c_kernel *kernel, const l4c_operation *call) {
  struct thread *caller = &kernel->threads[call->by];
  l4c_id partner = call->partner;
  caller->call = *call;
  if (call->flags & L4C_SEND) {
    if (partner.kind != L4C_CURRENT || partner.number == call->by) {
      end(kernel, call->by, NOT_EXISTENT); /* IPC-10, IPC-11 */
    } else if (accepts(&kernel->threads[partner.number], call->by)) {
      deliver(kernel, call->by, partner.number);
    } else if (call->send_timeout == L4C_NOW) {
      end(kernel, call->by, SEND_TIMEOUT);
    } else {
      caller->state = SENDING;
      caller->ticks = ticks(call->send_timeout);
      caller->arrival = kernel->arrivals++;
    }
  } else if (call->flags & L4C_RECEIVE) {
    if (!(call->flags & L4C_OPEN) && (partner.kind == L4C_FORMER || partner.kind == L4C_INVALID))
      end(kernel, call->by, NOT_EXISTENT); /* IPC-11, A6 */
    else
      begin_receive(kernel, call->by);
  } else {
    end(kernel, call->by, NOT_EXISTENT); /* IPC-7 */
  }
}

/* A timeout of n ticks has passed when n ticks have come. (IPC-28, IPC-36) */
static void tick(struct l4c_kernel *kernel) {
  for (uint8_t i = 0; i < kernel->stage.threads; i++) {
    struct thread *thread = &kernel->threads[i];
    if (thread->state != SENDING && thread->state != WAITING) continue;
    if (thread->ticks > 0 && --thread->ticks == 0)
      end(kernel, i, thread->state == SENDING ? SEND_TIMEOUT : RECEIVE_TIMEOUT);
  }
}

int l4c_perform(
    struct l4c_kernel *kernel, const l4c_operation *operation, l4c_observation *observation,
    char *message) {
  kernel->seen = observation;
  switch (operation->kind) {
  case L4C_TICK:
    tick(kernel);
    return L4C_OK;
  case L4C_EXPIRE:
  case L4C_COPY:
    return L4C_OK; /* it is done without being told */
  case L4C_IPC:
    if (kernel->threads[operation->by].state != READY) {
      observation->skipped = 1;
      return L4C_OK;
    }
    if (operation->flags & L4C_ITEM) break;
    ipc(kernel, operation);
    return L4C_OK;
  }
  copy(message, "this kernel has ipc of register messages and nothing else", L4C_MAX_MESSAGE);
  return L4C_REFUSED;
}
