/* The vocabulary of the conformance protocol, version 1, and the interface by which a kernel in a
 * shared library is put to the test. Plain C99 without a C library.
 *
 * Read docs/conformance-protocol.md first: it says what a stage is, what the operations mean, when a
 * step ends, and what is to be observed. Fact numbers in brackets are those of the specification.
 *
 * Numbers here are those of the stage: which thread ids, addresses and ports of the kernel they
 * stand for is decided on this side of the interface. */

#ifndef L4_CONFORMANCE_H
#define L4_CONFORMANCE_H

#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/** The version of the protocol and of this header. */
#define L4C_VERSION 1

/* How much there can be. Stages are never larger than the kernel says that it can take. */
#define L4C_MAX_TASKS 16
#define L4C_MAX_THREADS 32
#define L4C_MAX_SLOTS 64
#define L4C_MAX_FAULT_TICKS 8
#define L4C_MAX_NAME 48
#define L4C_MAX_DAMAGE 32
#define L4C_MAX_MESSAGE 160

/** A place in an address space, as one byte: pages are 0 to 63, I/O port n is 64 + n. (IO1) */
#define L4C_FIRST_PORT 64

/* ------------------------------------------------------------------ What an operation names */

/** Whom an id means. In an operation, L4C_ABSENT is "not given: it stays as it is". */
enum l4c_id_kind {
  L4C_ABSENT = 0,
  /** The present id of thread `number`, or of task `number` where a task is named. */
  L4C_CURRENT = 1,
  /** The id that it had before its task was last deleted, or its number last got another chief, which
   * is part of an id. (A2, A6, TN9) */
  L4C_FORMER = 2,
  /** Source `number` of interrupts, which is line `number`. (A4, INT-1) */
  L4C_INTERRUPT = 3,
  /** All bits 0. (A4) */
  L4C_NOBODY = 4,
  /** All bits 1. (A4) */
  L4C_INVALID = 5,
  /** Only in observations: an id of nobody on the stage; `value` has its bits. */
  L4C_UNKNOWN = 6
};

/** Whom an operation names. */
typedef struct l4c_id {
  uint8_t kind; /* enum l4c_id_kind */
  uint8_t number;
} l4c_id;

/* ------------------------------------------------------------------ Operations */

enum l4c_operation_kind {
  /* System calls, by thread `by`. */
  L4C_IPC = 1,
  L4C_ID_NEAREST = 2,
  L4C_FPAGE_UNMAP = 3,
  L4C_THREAD_SWITCH = 4,
  L4C_THREAD_SCHEDULE = 5,
  L4C_LTHREAD_EX_REGS = 6,
  /** task_new that creates an active task. */
  L4C_TASK_CREATE = 7,
  /** task_new that gives the right to create a task away. (TN4) */
  L4C_TASK_DONATE = 8,
  /* Instructions, by thread `by`. */
  /** A read, or a write, of a page or I/O port. (AS21) */
  L4C_ACCESS = 9,
  /** An access to memory that nobody ever maps: a fault, and no more of it once it is answered. */
  L4C_FAULT = 10,
  L4C_EXCEPTION = 11,
  L4C_LOAD_EXCEPTION_TABLE = 12,
  /* Events; `by` is L4C_BY_NOBODY. */
  /** What the kernel does by itself: a part of a message is copied. A kernel that needs not be told
   *  does nothing. */
  L4C_COPY = 13,
  /** The same for a timeout that has passed. */
  L4C_EXPIRE = 14,
  /** One tick passes. */
  L4C_TICK = 15,
  L4C_HARDWARE_INTERRUPT = 16
};

#define L4C_BY_NOBODY 0xFF

/* Flags of an operation; which ones mean something is said beside its kind. */
#define L4C_SEND 0x01            /* L4C_IPC: it has a send phase */
#define L4C_RECEIVE 0x02         /* L4C_IPC: it has a receive phase */
#define L4C_OPEN 0x04            /* L4C_IPC: the receive phase is an open wait */
#define L4C_ITEM 0x08            /* L4C_IPC: the message maps or grants: `page`, `order`, `base` */
#define L4C_GRANT 0x10           /* L4C_ITEM: it grants */
#define L4C_WRITE 0x20           /* L4C_ITEM: with the write right; L4C_ACCESS, L4C_FAULT: a write */
#define L4C_SMALL 0x40           /* L4C_ITEM: the flexpage is smaller than a page (FP7) */
#define L4C_HEADER 0x80          /* L4C_SEND with parts: the header is in the page of the strings, and
                                    the call is executed again if that was missing (PF-5) */
#define L4C_COMPLETE 0x01        /* L4C_FPAGE_UNMAP: FLUSH; otherwise to read-only (UM1) */
#define L4C_OWN 0x02             /* L4C_FPAGE_UNMAP: the invoker's own page too */
#define L4C_PRIORITY 0x01        /* L4C_THREAD_SCHEDULE: `priority` is given */
#define L4C_SLICE 0x02           /* L4C_THREAD_SCHEDULE: `slice` is given */
#define L4C_REGISTERS 0x01       /* L4C_LTHREAD_EX_REGS: `word` is given */
#define L4C_VALID 0x01           /* L4C_LOAD_EXCEPTION_TABLE: the table is valid */
#define L4C_SENDER_FAULTS 0x01   /* L4C_COPY */
#define L4C_RECEIVER_FAULTS 0x02 /* L4C_COPY */

/* `buffer` of a receive phase. (IPC-44) */
#define L4C_NO_BUFFER 0
#define L4C_LARGE_BUFFER 1
#define L4C_SHORT_BUFFER 2

/* `window` of a receive phase: none, the complete space, or page (or port) p as L4C_WINDOW + p. */
#define L4C_NO_WINDOW 0
#define L4C_WINDOW_ALL 1
#define L4C_WINDOW 2

/* Timeouts: never, now, or n ticks as L4C_TICKS + n - 1. (IPC-28) */
#define L4C_NEVER 0
#define L4C_NOW 1
#define L4C_TICKS 2

/** One operation. All fields are bytes, so that this is also how it travels: byte n of the structure
 *  is byte n of a record. What its kind does not use is 0. */
typedef struct l4c_operation {
  uint8_t kind;  /* enum l4c_operation_kind */
  uint8_t by;    /* the thread that acts, or L4C_BY_NOBODY */
  uint8_t flags; /* L4C_SEND ... */
  /** IPC, ID_NEAREST: the partner. THREAD_SWITCH, THREAD_SCHEDULE, LTHREAD_EX_REGS: the destination.
   *  TASK_CREATE, TASK_DONATE: the task. COPY: the sender. EXPIRE: the thread whose timeout it is.
   *  HARDWARE_INTERRUPT: the source. */
  l4c_id partner;
  uint8_t page;          /* ACCESS, FPAGE_UNMAP, L4C_ITEM: of the thread that acts; of several pages
                            the base, to be put into the fpage as it is (FP1) */
  uint8_t base;          /* L4C_ITEM: the page that the send base means (FP4) */
  uint8_t order;         /* L4C_ITEM: 2 to how many is the number of pages (FP1) */
  uint8_t word;          /* IPC: the token in the register words, 0 or 1 (IPC-47);
                            LTHREAD_EX_REGS, TASK_CREATE: the token that SP and IP are (EX1) */
  uint8_t send_timeout;  /* IPC: L4C_NEVER ... */
  uint8_t receive_timeout;
  uint8_t window;        /* IPC: L4C_NO_WINDOW ... */
  uint8_t send_fault_timeout; /* IPC: page fault timeouts (IPC-35) */
  uint8_t receive_fault_timeout;
  uint8_t buffer;         /* IPC: L4C_NO_BUFFER ... */
  uint8_t parts;          /* IPC: how many parts the message has in memory (IPC-48) */
  uint8_t virtual_sender; /* IPC: 0, or 1 + the thread as whom is sent (CC-12) */
  uint8_t priority;       /* THREAD_SCHEDULE */
  uint8_t slice;          /* THREAD_SCHEDULE: in ticks; 0 is none, 255 endless */
  uint8_t mcp;            /* TASK_CREATE */
  l4c_id pager;           /* LTHREAD_EX_REGS, TASK_CREATE; TASK_DONATE: the new chief, a task */
  l4c_id preempter;       /* LTHREAD_EX_REGS: the internal, THREAD_SCHEDULE: the external one */
} l4c_operation;

/* ------------------------------------------------------------------ The stage */

/** What a program takes place on. Everything is as after boot: sigma0 (task 0) and the root task
 *  (task 1) are active with their first thread each, priority 1 and `slice`; sigma0 is the root's
 *  pager; the root is the chief of all other task numbers; frame n is at page n of sigma0, port n at
 *  its port n, and nothing is anywhere else. (TN14, S0-6, AS1) */
typedef struct l4c_stage {
  uint32_t program; /* the number of the program, for messages to people */
  uint8_t tasks;
  uint8_t threads; /* of all tasks together, numbered through task by task */
  uint8_t pages;   /* of each task, those of the kernel's area included */
  uint8_t user_pages; /* pages below the kernel's area (AS17) */
  uint8_t frames;
  uint8_t ports;
  uint8_t nodes;   /* mappings that the kernel has memory for, sigma0's own not counted; 255: enough */
  uint8_t sources; /* of interrupts */
  uint8_t schedules; /* 1: only the running thread can act, and who runs is observed */
  uint8_t slice;     /* at boot, in ticks; 0 is none */
  uint16_t steps;    /* how many operations will follow; of those ... */
  uint16_t setup;    /* ... the first so many lead to where the program begins */
  uint8_t threads_of_task[L4C_MAX_TASKS];
  uint8_t buffers[L4C_MAX_THREADS]; /* the page with the strings of each thread; 255: it has none */
  uint8_t depth;     /* the greatest depth of a clan; 0: the kernel's own (TN6) */
  uint16_t version;  /* of all ids at boot; 1 or less: the kernel's own (TN13) */
} l4c_stage;

/* ------------------------------------------------------------------ Observations */

/** An id as the kernel gave it, in terms of the stage. `kind` L4C_ABSENT: none. */
typedef struct l4c_seen {
  uint64_t value; /* L4C_UNKNOWN: the bits of the id; otherwise 0 */
  uint8_t kind;   /* enum l4c_id_kind */
  uint8_t number;
  uint8_t reserved[6];
} l4c_seen;

/* Flags of the result of an ipc call. (IPC-40) */
#define L4C_DECEIVED 0x01
#define L4C_MAPPED 0x02
#define L4C_REDIRECTED 0x04
#define L4C_FROM_INSIDE 0x08
#define L4C_WORD 0x10 /* the register words are the token 1 (otherwise they are all zero) */

/** The result of an ipc call that ended in this step. */
typedef struct l4c_return {
  uint8_t thread;
  uint8_t code;  /* the error field with the bit of the phase: 0x00, 0x10 ... 0xF0 (IPC-41) */
  uint8_t flags; /* L4C_DECEIVED ... */
  uint8_t reserved[5];
  l4c_seen source;      /* from whom a message came; L4C_ABSENT if none came */
  l4c_seen destination; /* for whom a redirected message was (CC-11); otherwise L4C_ABSENT */
  /** What was wrong with the words or strings that came, by your own check, NUL-terminated; empty if
   *  nothing was. (T-IPC1, T-IPC9) */
  char damage[L4C_MAX_DAMAGE];
} l4c_return;

#define L4C_NO_FRAME 0xFF

/** A read or write that was executed in this step. */
typedef struct l4c_access {
  uint8_t thread;
  uint8_t frame; /* the frame, or frames + port; L4C_NO_FRAME: it reached none of the stage */
} l4c_access;

/** What an address space holds at one place. */
typedef struct l4c_holding {
  uint8_t frame; /* the frame, or frames + port; or one of the two below */
  uint8_t writable;
} l4c_holding;

#define L4C_NOTHING 0xFF /* nothing is mapped there */
#define L4C_FOREIGN 0xFE /* something is, but nothing of the stage */

enum l4c_reply_kind {
  L4C_NO_REPLY = 0,
  L4C_REPLY_NEAREST = 1,   /* id_nearest: `type`, `id` */
  L4C_REPLY_SCHEDULED = 2, /* thread_schedule: `has`, `priority`, `slice`, `id` (preempter) */
  L4C_REPLY_REGISTERS = 3, /* lthread_ex_regs: `has`, `registers`, `id` (pager), `preempter` */
  L4C_REPLY_CREATED = 4    /* task_new: `created` */
};

/** What a call other than ipc answered: what was before, where it changes something. */
typedef struct l4c_reply {
  uint8_t kind;      /* enum l4c_reply_kind */
  uint8_t type;      /* 0x0, 0x4 or 0xC (CC-8) */
  uint8_t has;       /* L4C_PRIORITY, L4C_SLICE; or L4C_REGISTERS */
  uint8_t priority;
  uint8_t slice;     /* in ticks; 255 is endless */
  uint8_t registers; /* the token that SP and IP are */
  uint8_t created;   /* 1: task_new gave an id (TN12) */
  uint8_t reserved;
  l4c_seen id;
  l4c_seen preempter;
} l4c_reply;

#define L4C_IDLE 0xFF

/** What one operation showed. A kernel that cannot show something leaves it out. */
typedef struct l4c_observation {
  uint8_t skipped;      /* 1: nothing was done, for the thread could not act; then no more is set */
  uint8_t return_count; /* in order of threads, one for a thread at most */
  uint8_t access_count; /* the same */
  uint8_t has_running;  /* 1: `running` is known */
  uint8_t running;      /* the thread that runs afterwards, or L4C_IDLE */
  uint8_t holding_count; /* 0: not shown; otherwise tasks * (pages + ports): of task 0 the pages, then
                            the ports, then the same of task 1 ... */
  uint8_t reserved[2];
  l4c_reply reply;
  l4c_return returns[L4C_MAX_THREADS];
  l4c_access accesses[L4C_MAX_THREADS];
  l4c_holding holdings[L4C_MAX_SLOTS];
} l4c_observation;

/* ------------------------------------------------------------------ What a kernel says of itself */

/* What it lacks: programs that need it are skipped, and counted as skipped. */
#define L4C_LACKS_CLANS 0x0001
#define L4C_LACKS_DECEIT 0x0002
#define L4C_LACKS_STRINGS 0x0004
#define L4C_LACKS_PORTS 0x0008
#define L4C_LACKS_INTERRUPTS 0x0010
#define L4C_LACKS_TICKS 0x0020
#define L4C_LACKS_EXCEPTIONS 0x0040
#define L4C_LACKS_PREEMPTERS 0x0080
#define L4C_LACKS_DONATION 0x0100
#define L4C_LACKS_LARGE_ITEMS 0x0200
#define L4C_LACKS_SMALL_ITEMS 0x0400
#define L4C_LACKS_SCHEDULES 0x0800
#define L4C_LACKS_REGISTERS 0x1000
#define L4C_LACKS_TASKS 0x2000
#define L4C_LACKS_HEADERS 0x4000 /* L4C_HEADER */
#define L4C_LACKS_LIMITS 0x8000  /* stages with user_pages < pages, with a depth, or with a version */

typedef struct l4c_description {
  uint16_t version; /* L4C_VERSION */
  uint16_t lacks;   /* L4C_LACKS_CLANS ... */
  uint8_t tasks;    /* the largest stage */
  uint8_t threads;
  uint8_t pages;
  /** Page fault timeouts that it can express besides never and now, in ticks. (IPC-28) */
  uint8_t fault_tick_count;
  uint8_t fault_ticks[L4C_MAX_FAULT_TICKS];
  char name[L4C_MAX_NAME];    /* NUL-terminated */
  char profile[L4C_MAX_NAME]; /* what it is compared with: "v2", "x0", "fiasco", "hazelnut" */
} l4c_description;

/* ------------------------------------------------------------------ A kernel in a shared library
 *
 * The library exports the functions below. They are called from one thread of a process of their
 * own, so a kernel that crashes, exits or never comes back is a finding, and no trouble. What it
 * prints to stdout or stderr is no answer; when it fails, the last line of that is told.
 *
 * Nothing is passed on: all structures belong to the caller, are zeroed before the call, and are not
 * looked at by the kernel after it returns. */

enum l4c_result {
  L4C_OK = 0,
  /** It gave up: `message` says why. The program ends here. */
  L4C_REFUSED = 1,
  /** It found its own structures broken: `message` says how. The program ends here. */
  L4C_AUDIT = 2
};

/** A kernel, as the library likes to have it. */
struct l4c_kernel;

/** The version of the header that the library was compiled with: return L4C_VERSION. It is called
 *  first, and if the answer is another one, nothing else is. */
uint32_t l4c_version(void);

/** Makes a kernel. It is called once; NULL: it cannot be. */
struct l4c_kernel *l4c_open(void);

/** Says what the kernel is. */
void l4c_describe(struct l4c_kernel *kernel, l4c_description *description);

/** Boots, or goes back to the state after boot, on this stage. It is called before every program.
 *  `message` has room for L4C_MAX_MESSAGE bytes, NUL included. */
int l4c_boot(struct l4c_kernel *kernel, const l4c_stage *stage, char *message);

/** Does one operation until its step ends, and says what it showed. */
int l4c_perform(
    struct l4c_kernel *kernel, const l4c_operation *operation, l4c_observation *observation,
    char *message);

/** The last call. */
void l4c_close(struct l4c_kernel *kernel);

#ifdef __cplusplus
}
#endif

#endif
