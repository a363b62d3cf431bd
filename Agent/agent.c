/* The conformance agent: takes programs from the serial line, runs them, and tells what was
 * seen. */

#include "include/frame.h"
#include "include/wire.h"
#include "stage.h"

#define LARGEST_PAYLOAD 8192
#define OBSERVATIONS_ROOM 2048
/* So many steps at most without a word. */
#define STEPS_OF_FRAME 8

static uint8_t received[LARGEST_PAYLOAD + L4C_FRAME_OVERHEAD];
static uint8_t sent[OBSERVATIONS_ROOM + L4C_FRAME_OVERHEAD];
static uint8_t sequence;
static l4c_frame_reader reader;
static l4c_observation observation;

static l4c_writer begin(void) {
  l4c_writer writer;
  l4c_writer_begin(&writer, sent + L4C_FRAME_HEAD, OBSERVATIONS_ROOM);
  return writer;
}

static void send_frame(uint8_t type, uint32_t length) {
  uint32_t total = l4c_frame_close(sent, type, sequence++, (uint16_t)length);
  for (uint32_t i = 0; i < total; i++) serial_put(sent[i]);
}

static void copy_text(char *to, const char *from) {
  while ((*to++ = *from++)) {}
}

static void tell_hello(void) {
  static const uint8_t ticks[] = ABI_FAULT_TICKS;
  static l4c_description description;
  l4c_writer writer = begin();
  description.version = L4C_VERSION;
  description.lacks = ABI_LACKS | L4C_LACKS_SCHEDULES | L4C_LACKS_REGISTERS |
                      L4C_LACKS_HEADERS | L4C_LACKS_LIMITS;
  description.tasks = AGENT_TASKS;
  description.threads = AGENT_THREADS;
  description.pages = AGENT_PAGES;
  description.fault_tick_count = ABI_FAULT_TICK_COUNT;
  for (uint32_t i = 0; i < ABI_FAULT_TICK_COUNT; i++) description.fault_ticks[i] = ticks[i];
  copy_text(description.name, ABI_NAME);
  copy_text(description.profile, ABI_PROFILE);
  l4c_write_hello(&writer, &description, LARGEST_PAYLOAD, ABI_TICK_MICROSECONDS);
  send_frame(L4C_FRAME_HELLO, writer.length);
}

static void tell_refused(uint32_t program, uint16_t step, int result, const char *why) {
  l4c_writer writer = begin();
  l4c_write_refused(&writer, program, step, result, why);
  send_frame(L4C_FRAME_REFUSED, writer.length);
}

static void tell_done(uint32_t program, uint16_t steps) {
  l4c_writer writer = begin();
  l4c_write_done(&writer, program, steps);
  send_frame(L4C_FRAME_DONE, writer.length);
}

/* Nothing is begun that cannot be ended: what can be refused before the first step is. */
static const char *look_through(l4c_program program, uint16_t *step) {
  l4c_operation operation;
  const char *why = 0;
  int more;
  for (*step = 0; (more = l4c_read_operation(&program, &operation)) > 0; (*step)++)
    if ((why = refusal(&operation))) return why;
  return more < 0 ? "a program that is malformed" : 0;
}

static void run(const l4c_frame *frame) {
  l4c_stage told;
  l4c_program program;
  l4c_operation operation;
  l4c_writer writer;
  const char *why;
  uint16_t step = 0, first = 0;
  if (!l4c_read_stage(frame->payload, frame->length, &told, &program)) {
    tell_refused(told.program, 0, L4C_REFUSED, "a stage that is malformed or too large");
    return;
  }
  if ((why = stage_refusal(&told))) {
    tell_refused(told.program, 0, L4C_REFUSED, why);
    return;
  }
  if ((why = set_up(&told))) {
    /* The kernel has not done what it must: it is not to be trusted with more programs. */
    tell_refused(told.program, 0, L4C_AUDIT, why);
    return;
  }
  if ((why = look_through(program, &step))) {
    tell_refused(told.program, step, L4C_REFUSED, why);
    return;
  }
  writer = begin();
  l4c_write_observations(&writer, told.program, 0);
  for (step = 0; l4c_read_operation(&program, &operation) > 0; step++) {
    if ((why = perform_step(&operation, &observation))) break;
    if (step - first == STEPS_OF_FRAME || !l4c_write_observation(&writer, &observation)) {
      send_frame(L4C_FRAME_OBSERVATIONS, writer.length);
      writer = begin();
      first = step;
      l4c_write_observations(&writer, told.program, first);
      l4c_write_observation(&writer, &observation);
    }
  }
  if (step > first) send_frame(L4C_FRAME_OBSERVATIONS, writer.length);
  if (why) {
    tell_refused(told.program, step, L4C_REFUSED, why);
    return;
  }
  /* Not after every step: it takes long, and timeouts go on. */
  if (abi_is_broken()) {
    tell_refused(told.program, step, L4C_AUDIT, "the kernel's own audit");
    return;
  }
  tell_done(told.program, step);
}

static void handle(const l4c_frame *frame) {
  if (frame->type == L4C_FRAME_ASK) tell_hello();
  if (frame->type == L4C_FRAME_RUN) run(frame);
}

void agent_main(void) {
  l4c_frame frame;
  uint32_t damaged = 0;
  begin_controller();
  l4c_frame_reader_begin(&reader, received, sizeof received);
  tell_hello();
  for (;;) {
    int byte = serial_get();
    int is_complete;
    if (byte < 0) continue;
    is_complete = l4c_frame_feed(&reader, (uint8_t)byte, &frame);
    while (is_complete) {
      handle(&frame);
      is_complete = l4c_frame_next(&reader, &frame);
    }
    if (reader.damaged != damaged) {
      damaged = reader.damaged;
      send_frame(L4C_FRAME_DAMAGED, 0);
    }
  }
}
