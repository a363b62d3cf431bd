/* What the frames of the serial line carry. Freestanding C99: no library, no allocation. (Compilers
 * may call memcpy and memset even so; every program for bare machines has them.)
 *
 * All numbers are unsigned, the low byte first. Texts are a byte with their length, and UTF-8.
 * docs/conformance-protocol.md has this table byte by byte, with an example.
 *
 * L4C_FRAME_ASK           2 version of the kit
 * L4C_FRAME_RUN           4 program, 1 tasks, 1 pages, 1 user pages, 1 frames, 1 ports, 1 nodes,
 *                         1 sources, 1 schedules, 1 slice, 2 steps, 2 steps that are setup;
 *                         tasks x 1: threads of the task; threads x 1: page of the buffer, or 255;
 *                         steps x (1 length, length x 1: the first bytes of an l4c_operation; those
 *                         that are not sent are 0)
 * L4C_FRAME_HELLO         2 version, 2 lacks, 1 tasks, 1 threads, 1 pages, 1 count, count x 1: fault
 *                         ticks; 2 the largest payload that the agent can take, 4 microseconds that
 *                         a tick of the stage takes on the kernel's clock, text name, text profile
 * L4C_FRAME_OBSERVATIONS  4 program, 2 first step, 1 count, count x observation
 * L4C_FRAME_DONE          4 program, 2 steps
 * L4C_FRAME_REFUSED       4 program, 2 step, 1 (1: the kernel is broken, 0: it gave up), text why
 * L4C_FRAME_HEARTBEAT     4 program (or FFFFFFFF: none), 2 step, 4 ticks since the program began
 * L4C_FRAME_DAMAGED       nothing
 *
 * observation             1 flags, 1 returns, 1 accesses;
 *                         returns x (1 thread, 1 code, 1 flags of l4c_return and the two below,
 *                         [seen source], [seen destination], [text damage]);
 *                         accesses x (1 thread, 1 frame or 255);
 *                         [1 kind of reply, and: NEAREST 1 type, seen; SCHEDULED 1 has, 1 priority,
 *                         1 slice, seen; REGISTERS 1 has, 1 registers, seen, seen; CREATED 1];
 *                         [1 thread that runs, or 255]; [1 count, count x (1 frame, 1 writable)]
 * seen                    1 kind, 1 number, and if the kind is L4C_UNKNOWN: 8 value */

#ifndef L4C_WIRE_H
#define L4C_WIRE_H

#include "l4_conformance.h"

#ifdef __cplusplus
extern "C" {
#endif

/* Flags of an observation: what of it follows. */
#define L4C_WIRE_SKIPPED 0x01
#define L4C_WIRE_REPLY 0x02
#define L4C_WIRE_RUNNING 0x04
#define L4C_WIRE_MEMORY 0x08
/* Flags of a return, beside those of l4c_return: which of the optional parts follow. */
#define L4C_WIRE_SOURCE 0x20
#define L4C_WIRE_DESTINATION 0x40
#define L4C_WIRE_DAMAGE 0x80

#define L4C_NO_PROGRAM 0xFFFFFFFFu

/* ------------------------------------------------------------------ Reading programs */

/** Goes through the operations of a program, in the memory of its frame. */
typedef struct l4c_program {
  const uint8_t *bytes;
  uint32_t length;
  uint32_t position;
  uint16_t left;
} l4c_program;

/** Reads the stage of an L4C_FRAME_RUN. 0: the payload is none, or larger than this header has room
 *  for. */
int l4c_read_stage(
    const uint8_t *payload, uint32_t length, l4c_stage *stage, l4c_program *program);

/** Reads the next operation. 1: there it is; 0: there are no more; -1: the payload is malformed. */
int l4c_read_operation(l4c_program *program, l4c_operation *operation);

/* ------------------------------------------------------------------ Writing answers */

/** Memory of the caller that a payload is written to. */
typedef struct l4c_writer {
  uint8_t *bytes;
  uint32_t capacity;
  uint32_t length;
  uint8_t is_full; /* 1: something did not fit; then what is there is not to be sent */
} l4c_writer;

void l4c_writer_begin(l4c_writer *writer, uint8_t *bytes, uint32_t capacity);

void l4c_write_hello(
    l4c_writer *writer, const l4c_description *description, uint16_t largest_payload,
    uint32_t microseconds_per_tick);

/** Begins the payload of an L4C_FRAME_OBSERVATIONS, which is of this step and those after it. */
void l4c_write_observations(l4c_writer *writer, uint32_t program, uint16_t first_step);

/** Adds the observation of the next step. 0: it does not fit, and nothing was added: send the frame
 *  and begin another one. */
int l4c_write_observation(l4c_writer *writer, const l4c_observation *observation);

void l4c_write_done(l4c_writer *writer, uint32_t program, uint16_t steps);

/** `result` is L4C_REFUSED or L4C_AUDIT. */
void l4c_write_refused(
    l4c_writer *writer, uint32_t program, uint16_t step, int result, const char *message);

void l4c_write_heartbeat(l4c_writer *writer, uint32_t program, uint16_t step, uint32_t ticks);

#ifdef __cplusplus
}
#endif

#endif
