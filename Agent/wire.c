#include "wire.h"

/* ------------------------------------------------------------------ Reading programs */

static uint8_t get8(l4c_program *program) {
  return program->position < program->length ? program->bytes[program->position++] : 0;
}

static uint16_t get16(l4c_program *program) {
  uint16_t low = get8(program);
  return (uint16_t)(low | (uint16_t)(get8(program) << 8));
}

static void clear(void *memory, uint32_t length) {
  for (uint32_t i = 0; i < length; i++) ((uint8_t *)memory)[i] = 0;
}

/* What has a fixed size at the beginning of the payload. */
#define STAGE_HEAD 17

int l4c_read_stage(
    const uint8_t *payload, uint32_t length, l4c_stage *stage, l4c_program *program) {
  uint32_t threads = 0;
  clear(stage, sizeof *stage);
  program->bytes = payload;
  program->length = length;
  program->position = 0;
  program->left = 0;
  if (length < STAGE_HEAD) return 0;
  stage->program = get16(program);
  stage->program |= (uint32_t)get16(program) << 16;
  stage->tasks = get8(program);
  stage->pages = get8(program);
  stage->user_pages = get8(program);
  stage->frames = get8(program);
  stage->ports = get8(program);
  stage->nodes = get8(program);
  stage->sources = get8(program);
  stage->schedules = get8(program);
  stage->slice = get8(program);
  stage->steps = get16(program);
  stage->setup = get16(program);
  if (stage->tasks > L4C_MAX_TASKS || stage->setup > stage->steps) return 0;
  if (length < STAGE_HEAD + (uint32_t)stage->tasks) return 0;
  for (uint32_t i = 0; i < stage->tasks; i++) {
    stage->threads_of_task[i] = get8(program);
    threads += stage->threads_of_task[i];
  }
  if (threads > L4C_MAX_THREADS || length - program->position < threads) return 0;
  stage->threads = (uint8_t)threads;
  for (uint32_t i = 0; i < threads; i++) stage->buffers[i] = get8(program);
  program->left = stage->steps;
  return 1;
}

int l4c_read_operation(l4c_program *program, l4c_operation *operation) {
  uint8_t *bytes = (uint8_t *)operation;
  if (program->left == 0) return program->position == program->length ? 0 : -1;
  uint8_t length = get8(program);
  if (length == 0 || length > sizeof *operation) return -1;
  if (program->length - program->position < length) return -1;
  clear(operation, sizeof *operation);
  for (uint32_t i = 0; i < length; i++) bytes[i] = get8(program);
  program->left--;
  return 1;
}

/* ------------------------------------------------------------------ Writing answers */

void l4c_writer_begin(l4c_writer *writer, uint8_t *bytes, uint32_t capacity) {
  writer->bytes = bytes;
  writer->capacity = capacity;
  writer->length = 0;
  writer->is_full = 0;
}

static void put8(l4c_writer *writer, uint8_t byte) {
  if (writer->length < writer->capacity)
    writer->bytes[writer->length++] = byte;
  else
    writer->is_full = 1;
}

static void put16(l4c_writer *writer, uint16_t number) {
  put8(writer, (uint8_t)number);
  put8(writer, (uint8_t)(number >> 8));
}

static void put32(l4c_writer *writer, uint32_t number) {
  put16(writer, (uint16_t)number);
  put16(writer, (uint16_t)(number >> 16));
}

/* A text that ends with a NUL, or where the memory that it is in ends. */
static void put_text(l4c_writer *writer, const char *text, uint32_t room) {
  uint32_t length = 0;
  while (length < room && length < 255 && text[length]) length++;
  put8(writer, (uint8_t)length);
  for (uint32_t i = 0; i < length; i++) put8(writer, (uint8_t)text[i]);
}

static void put_seen(l4c_writer *writer, const l4c_seen *seen) {
  put8(writer, seen->kind);
  put8(writer, seen->number);
  if (seen->kind == L4C_UNKNOWN) {
    put32(writer, (uint32_t)seen->value);
    put32(writer, (uint32_t)(seen->value >> 32));
  }
}

void l4c_write_hello(
    l4c_writer *writer, const l4c_description *description, uint16_t largest_payload,
    uint32_t microseconds_per_tick) {
  put16(writer, description->version);
  put16(writer, description->lacks);
  put8(writer, description->tasks);
  put8(writer, description->threads);
  put8(writer, description->pages);
  put8(writer, description->fault_tick_count);
  for (int i = 0; i < description->fault_tick_count && i < L4C_MAX_FAULT_TICKS; i++)
    put8(writer, description->fault_ticks[i]);
  put16(writer, largest_payload);
  put32(writer, microseconds_per_tick);
  put_text(writer, description->name, L4C_MAX_NAME);
  put_text(writer, description->profile, L4C_MAX_NAME);
}

/* Where the payload has the number of its observations. */
#define COUNT 6

void l4c_write_observations(l4c_writer *writer, uint32_t program, uint16_t first_step) {
  put32(writer, program);
  put16(writer, first_step);
  put8(writer, 0);
}

static void put_return(l4c_writer *writer, const l4c_return *answer) {
  uint8_t flags = answer->flags & (L4C_DECEIVED | L4C_MAPPED | L4C_REDIRECTED | L4C_FROM_INSIDE |
                                   L4C_WORD);
  if (answer->source.kind != L4C_ABSENT) flags |= L4C_WIRE_SOURCE;
  if (answer->destination.kind != L4C_ABSENT) flags |= L4C_WIRE_DESTINATION;
  if (answer->damage[0]) flags |= L4C_WIRE_DAMAGE;
  put8(writer, answer->thread);
  put8(writer, answer->code);
  put8(writer, flags);
  if (flags & L4C_WIRE_SOURCE) put_seen(writer, &answer->source);
  if (flags & L4C_WIRE_DESTINATION) put_seen(writer, &answer->destination);
  if (flags & L4C_WIRE_DAMAGE) put_text(writer, answer->damage, L4C_MAX_DAMAGE);
}

static void put_reply(l4c_writer *writer, const l4c_reply *reply) {
  put8(writer, reply->kind);
  switch (reply->kind) {
  case L4C_REPLY_NEAREST:
    put8(writer, reply->type);
    put_seen(writer, &reply->id);
    break;
  case L4C_REPLY_SCHEDULED:
    put8(writer, reply->has);
    put8(writer, reply->priority);
    put8(writer, reply->slice);
    put_seen(writer, &reply->id);
    break;
  case L4C_REPLY_REGISTERS:
    put8(writer, reply->has);
    put8(writer, reply->registers);
    put_seen(writer, &reply->id);
    put_seen(writer, &reply->preempter);
    break;
  default:
    put8(writer, reply->created);
  }
}

int l4c_write_observation(l4c_writer *writer, const l4c_observation *seen) {
  uint32_t start = writer->length;
  if (writer->is_full || start <= COUNT || writer->bytes[COUNT] == 255) return 0;
  put8(
      writer, (uint8_t)((seen->skipped ? L4C_WIRE_SKIPPED : 0) |
                        (seen->reply.kind != L4C_NO_REPLY ? L4C_WIRE_REPLY : 0) |
                        (seen->has_running ? L4C_WIRE_RUNNING : 0) |
                        (seen->holding_count ? L4C_WIRE_MEMORY : 0)));
  put8(writer, seen->return_count);
  put8(writer, seen->access_count);
  for (int i = 0; i < seen->return_count && i < L4C_MAX_THREADS; i++)
    put_return(writer, &seen->returns[i]);
  for (int i = 0; i < seen->access_count && i < L4C_MAX_THREADS; i++) {
    put8(writer, seen->accesses[i].thread);
    put8(writer, seen->accesses[i].frame);
  }
  if (seen->reply.kind != L4C_NO_REPLY) put_reply(writer, &seen->reply);
  if (seen->has_running) put8(writer, seen->running);
  if (seen->holding_count) {
    put8(writer, seen->holding_count);
    for (int i = 0; i < seen->holding_count && i < L4C_MAX_SLOTS; i++) {
      put8(writer, seen->holdings[i].frame);
      put8(writer, seen->holdings[i].writable);
    }
  }
  if (writer->is_full) {
    writer->length = start;
    writer->is_full = 0;
    return 0;
  }
  writer->bytes[COUNT]++;
  return 1;
}

void l4c_write_done(l4c_writer *writer, uint32_t program, uint16_t steps) {
  put32(writer, program);
  put16(writer, steps);
}

void l4c_write_refused(
    l4c_writer *writer, uint32_t program, uint16_t step, int result, const char *message) {
  put32(writer, program);
  put16(writer, step);
  put8(writer, result == L4C_AUDIT);
  put_text(writer, message, L4C_MAX_MESSAGE);
}

void l4c_write_heartbeat(l4c_writer *writer, uint32_t program, uint16_t step, uint32_t ticks) {
  put32(writer, program);
  put16(writer, step);
  put32(writer, ticks);
}
