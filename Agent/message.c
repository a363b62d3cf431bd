/* ipc: what an operation says put into descriptors, words and memory, and what came of it.
 *
 * sigma0 of the stage is the root task of the kernel (README.md). Its pages are its own mappings
 * there, and no roots: what must have no effect on roots (I-AS2) is made to have none, with the
 * kernel still going through the same message: it grants a page that is not there, and its
 * window lies where no user page can be. (AS10, AS17) */

#include "stage.h"

/* The words of token 1. Of a map message the token is bit 0 of the send base, which means
 * nothing to the kernel. (FP4, IPC-47, IPC-52) */
#define TOKEN0 0x13579BDFu
#define TOKEN1 0x5EEDC0DEu

#define NOWHERE 0xE0000000u

/* Where strings are in a page: word 0 is the tag of the frame, the words behind it are written by
 * accesses. */
#define SENT_AT 128
#define RECEIVED_AT 2048
#define PATTERN(frame, part, word) (0x50000000u | (frame) << 16 | (part) << 8 | (word))
#define NO_FRAME_PATTERN 0xFFu

static uint32_t patterns[MOST_PARTS * STRING_SIZE / 4];

static void fill_pattern(volatile uint32_t *words, uint32_t frame) {
  for (uint32_t part = 0; part < MOST_PARTS; part++)
    for (uint32_t word = 0; word < STRING_SIZE / 4; word++)
      words[part * (STRING_SIZE / 4) + word] = PATTERN(frame, part, word);
}

/* Makes a frame as it is at boot: its tag, and strings to be sent. */
void fill_frame(uint32_t frame) {
  volatile uint32_t *words = (volatile uint32_t *)(uintptr_t)page_address(frame);
  words[0] = 0xF4A30000u | frame;
  for (uint32_t thread = 0; thread <= AGENT_THREADS; thread++) words[PROBE(thread)] = 0;
  fill_pattern(words + SENT_AT / 4, frame);
  for (uint32_t word = 0; word < MOST_PARTS * STRING_SIZE / 4; word++)
    words[RECEIVED_AT / 4 + word] = 0;
  fill_pattern(patterns, NO_FRAME_PATTERN);
}

/* The frame that word 0 says. */
uint8_t frame_of(uint32_t tag) {
  return tag >> 8 == 0xF4A300u && (uint8_t)tag < stage.as_told.frames ? (uint8_t)tag : L4C_NO_FRAME;
}

/* Whether a thread's write of that step is in a frame. */
int was_written(uint32_t frame, uint32_t thread, uint32_t step) {
  const volatile uint32_t *words = (const volatile uint32_t *)(uintptr_t)page_address(frame);
  return frame < stage.as_told.frames && words[PROBE(thread)] == step;
}

/* Where the strings of a thread are: in its page, or in memory that is always there. */
static uint32_t sent_address(uint32_t thread) {
  uint32_t page = stage.as_told.buffers[thread];
  return page == 0xFF ? (uint32_t)(uintptr_t)patterns : page_address(page) + SENT_AT;
}

static uint32_t received_address(uint32_t thread) {
  uint32_t page = stage.as_told.buffers[thread];
  return page == 0xFF ? (uint32_t)(uintptr_t)agent_strings[thread]
                      : page_address(page) + RECEIVED_AT;
}

uint32_t page_or_port_fpage(uint8_t page, uint8_t order, int write, int grant) {
  if (page >= L4C_FIRST_PORT)
    return abi_port_fpage(AGENT_PORTS + page - L4C_FIRST_PORT, grant);
  return abi_fpage(page_address(page), order, write, grant);
}

/* The receive window of an operation, without its lowest two bits; 0: none. */
static uint32_t window_of(const l4c_operation *operation, int is_sigma0) {
  uint32_t fpage;
  if (operation->window == L4C_NO_WINDOW) return 0;
  if (is_sigma0) return abi_fpage(NOWHERE, 0, 0, 0);
  if (operation->window == L4C_WINDOW_ALL)
    fpage = abi_fpage(AGENT_STAGE, AGENT_PAGES_ORDER, 0, 0);
  else
    fpage = page_or_port_fpage((uint8_t)(operation->window - L4C_WINDOW), 0, 0, 0);
  return fpage & ~3u;
}

/* The item of a map message: a send base and an fpage. (FP3) */
static void put_item(const l4c_operation *operation, int is_sigma0, struct abi_ipc *call) {
  int write = (operation->flags & L4C_WRITE) != 0, grant = (operation->flags & L4C_GRANT) != 0;
  uint32_t base = operation->base < L4C_FIRST_PORT ? page_address(operation->base) : 0;
  call->word0 = base | (operation->word ? 1 : 0);
  if (operation->flags & L4C_SMALL)
    call->word1 = abi_small_fpage(page_address(operation->page), write, grant);
  else if (is_sigma0 && grant)
    call->word1 = abi_fpage(AGENT_HOLE, 0, write, 1);
  else
    call->word1 = page_or_port_fpage(operation->page, operation->order, write, grant);
}

static void put_message(struct box *box, uint32_t thread, uint32_t parts) {
  struct long_message *message = &box->message;
  message->window = 0;
  message->size_dope = 2u << 13 | MOST_PARTS << 8;
  message->send_dope = 2u << 13 | parts << 8;
  for (uint32_t part = 0; part < parts; part++) {
    message->strings[part].send_size = STRING_SIZE;
    message->strings[part].send_address = sent_address(thread) + part * STRING_SIZE;
  }
}

static void put_buffer(struct box *box, uint32_t thread, uint32_t window, int is_short) {
  struct long_message *buffer = &box->buffer;
  buffer->window = window;
  buffer->size_dope = 2u << 13 | MOST_PARTS << 8;
  buffer->send_dope = 0;
  for (uint32_t part = 0; part < MOST_PARTS; part++) {
    buffer->strings[part].send_size = 0;
    buffer->strings[part].send_address = 0;
    buffer->strings[part].receive_size = is_short ? STRING_SIZE / 2 : STRING_SIZE;
    buffer->strings[part].receive_address = received_address(thread) + part * STRING_SIZE;
  }
}

/* Makes the call; by a thread of the stage. */
void perform_ipc(struct box *box, uint32_t thread) {
  const l4c_operation *operation = &box->operation;
  int is_sigma0 = stage.task_of_thread[thread] == 0;
  struct abi_ipc call;
  struct abi_result result;
  call.partner = partner_id(operation->partner);
  call.send = ABI_NO_PHASE;
  call.receive = ABI_NO_PHASE;
  call.timeouts = abi_timeout(
      operation->send_timeout, operation->receive_timeout, operation->send_fault_timeout,
      operation->receive_fault_timeout);
  call.word0 = operation->word ? TOKEN0 : 0;
  call.word1 = operation->word ? TOKEN1 : 0;
  call.virtual_sender = abi_nil();
  if (operation->flags & L4C_SEND) {
    call.send = 0;
    if (operation->parts > 0) {
      put_message(box, thread, operation->parts);
      call.send = (uint32_t)(uintptr_t)&box->message;
    }
    if (operation->flags & L4C_ITEM) {
      put_item(operation, is_sigma0, &call);
      call.send |= ABI_MAPS;
    }
    if (operation->virtual_sender > 0) {
      call.virtual_sender = current_id(operation->virtual_sender - 1u);
      /* sigma0 has no clan, so it can never deceive; here it has one. (CC-12) */
      if (!is_sigma0) call.send |= ABI_DECEIT;
    }
  }
  if (operation->flags & L4C_RECEIVE) {
    uint32_t window = window_of(operation, is_sigma0);
    call.receive = window ? window | ABI_WINDOW : 0;
    if (operation->buffer != L4C_NO_BUFFER) {
      put_buffer(box, thread, window, operation->buffer == L4C_SHORT_BUFFER);
      call.receive = (uint32_t)(uintptr_t)&box->buffer;
    }
    if (operation->flags & L4C_OPEN) call.receive |= ABI_OPEN;
  }
  box->address = 0;
  box->damage = 0;
  box->call = CALL_IPC;
  abi_call(&call, &result);
  box->call = CALL_OTHER;
  box->result = result;
  if ((operation->flags & L4C_RECEIVE) && operation->buffer != L4C_NO_BUFFER &&
      (result.dope & (ABI_ERROR | L4C_MAPPED)) == 0)
    check_strings(box, thread);
  box->events |= EVENT_RETURN;
}

static const char *const damages[] = {
    "", "a string", "the dope of a string", "the number of strings", "words", "a fault address"};

/* What was received is what some frame has to send: all strings of the same, in order. (IPC-51)
 * Not for messages that also map: another page may be where the strings have been put. (IPC-55) */
void check_strings(struct box *box, uint32_t thread) {
  uint32_t count = box->result.dope >> 8 & 31;
  uint32_t frame = 0;
  for (uint32_t part = 0; part < count && part < MOST_PARTS; part++) {
    const volatile uint32_t *words = (const volatile uint32_t *)(uintptr_t)(
        received_address(thread) + part * STRING_SIZE);
    if (part == 0) frame = words[0] >> 16 & 0xFF;
    for (uint32_t word = 0; word < STRING_SIZE / 4; word++)
      if (words[word] != PATTERN(frame, part, word)) box->damage = 1;
    if (box->buffer.strings[part].send_size != STRING_SIZE ||
        box->buffer.strings[part].send_address != box->buffer.strings[part].receive_address)
      box->damage = 2;
  }
}

static int is_between(uint32_t address, uint32_t begin, uint32_t end) {
  return address >= begin && address < end;
}

static int is_port(uint32_t word) { return word >> 28 == 0xF; }

/* Whether the words are those of a page fault: a place of the stage, and one in the program.
 * (PF-2, IO6) */
static int is_fault(const struct abi_result *result) {
  return (is_between(result->word0, AGENT_STAGE, AGENT_HOLE + AGENT_PAGE) ||
          is_port(result->word0)) &&
         is_between(result->word1, AGENT_IMAGE, AGENT_IMAGE + AGENT_IMAGE_SIZE);
}

/* Whether a fault was of a write. The I/O fpage of a port does not say it (IO4); what the thread
 * was told to do does. */
static int fault_writes(const struct abi_result *result, const l4c_seen *source) {
  if (!is_port(result->word0)) return abi_fault_writes(result->word0);
  return source->kind == L4C_CURRENT &&
         (stage.boxes[source->number].operation.flags & L4C_WRITE) != 0;
}

static int is_item(const struct abi_result *result) {
  return is_between(result->word1, AGENT_STAGE, AGENT_HOLE + AGENT_PAGE) || is_port(result->word1);
}

/* What is wrong with a message that came whole: an index into `damages`. */
static uint8_t damage_of(
    const struct box *box, const struct abi_result *result, const l4c_seen *source) {
  if (box->damage) return box->damage;
  if (is_fault(result)) {
    const struct box *sender = &stage.boxes[source->number];
    if (source->kind != L4C_CURRENT) return 0;
    uint32_t buffer = stage.as_told.buffers[source->number];
    uint32_t page = result->word0 & ~(AGENT_PAGE - 1);
    if (is_port(result->word0)) {
      uint32_t port = sender->operation.page - (uint32_t)L4C_FIRST_PORT;
      return (result->word0 >> 12 & 0xFFFF) == AGENT_PORTS + port ? 0 : 5;
    }
    if (sender->address && page == (sender->address & ~(AGENT_PAGE - 1))) return 0;
    return buffer != 0xFF && page == page_address(buffer) ? 0 : 5;
  }
  if (!is_item(result) && !(result->word0 == 0 && result->word1 == 0) &&
      !(result->word0 == TOKEN0 && result->word1 == TOKEN1))
    return 4;
  /* As many strings as were sent, if it can be known who has sent them. */
  if (source->kind == L4C_CURRENT && !(result->dope & (L4C_DECEIVED | L4C_REDIRECTED)) &&
      (result->dope >> 8 & 31) != stage.boxes[source->number].operation.parts)
    return 3;
  return 0;
}

/* The result of a call, in terms of the stage; by the controller. */
void observe_return(uint32_t thread, l4c_return *answer) {
  struct box *box = &stage.boxes[thread];
  const struct abi_result *result = &box->result;
  const char *damage;
  uint8_t has_message;
  answer->thread = (uint8_t)thread;
  answer->code = (uint8_t)(result->dope & ABI_ERROR);
  answer->flags = (uint8_t)(result->dope & 0x0F);
  answer->source.kind = L4C_ABSENT;
  answer->destination.kind = L4C_ABSENT;
  answer->damage[0] = 0;
  /* Of a transfer that ended early nothing is told but the code. (IPC-42, IPC-46) */
  has_message = (box->operation.flags & L4C_RECEIVE) &&
                (answer->code == 0 || answer->code == 0xE0 || answer->code == 0x60);
  if (!has_message) return;
  see(result->source, &answer->source);
  if (result->dope & L4C_REDIRECTED) see(result->destination, &answer->destination);
  if (is_fault(result) ? fault_writes(result, &answer->source) : result->word0 & 1)
    answer->flags |= L4C_WORD;
  if (answer->code != 0) return;
  damage = damages[damage_of(box, result, &answer->source)];
  for (uint32_t i = 0; i + 1 < L4C_MAX_DAMAGE; i++)
    if ((answer->damage[i] = damage[i]) == 0) break;
}
