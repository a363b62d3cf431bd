/* Frames on a serial line. Freestanding C99: no library, no allocation.
 *
 *   byte 0      0xA5
 *   byte 1      0x5A
 *   byte 2      type
 *   byte 3      sequence number: of one direction, counted up by one frame after the other
 *   bytes 4, 5  length n of the payload, low byte first
 *   bytes 6, 7  CRC-16 of bytes 2 to 5, low byte first
 *   8 ...       the payload, n bytes
 *   8 + n ...   CRC-32 of bytes 2 to 7 + n, low byte first
 *
 * CRC-16 is CRC-16/CCITT-FALSE (polynomial 0x1021, begins with 0xFFFF, not reflected), CRC-32 the one
 * of Ethernet and zip (0xEDB88320 reflected, begins and ends inverted). The checksum of the head keeps
 * a damaged length from swallowing what follows. */

#ifndef L4C_FRAME_H
#define L4C_FRAME_H

#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

#define L4C_SYNC_1 0xA5
#define L4C_SYNC_2 0x5A
/** What a frame has besides its payload. */
#define L4C_FRAME_HEAD 8
#define L4C_FRAME_OVERHEAD 12

/* Types of frames; wire.h has their payloads. */
#define L4C_FRAME_ASK 0x01          /* kit: who is there? */
#define L4C_FRAME_RUN 0x02          /* kit: a whole program */
#define L4C_FRAME_HELLO 0x81        /* agent: what it is */
#define L4C_FRAME_OBSERVATIONS 0x82 /* agent: of one step or more */
#define L4C_FRAME_DONE 0x83         /* agent: the program was run to its end */
#define L4C_FRAME_REFUSED 0x84      /* agent: it gave up */
#define L4C_FRAME_HEARTBEAT 0x85    /* agent: it lives */
#define L4C_FRAME_DAMAGED 0x86      /* agent: a frame came that was damaged: send it again */

uint16_t l4c_crc16(const uint8_t *bytes, uint32_t length);
uint32_t l4c_crc32(const uint8_t *bytes, uint32_t length);

/** Finds frames in a stream of bytes. What is none is thrown away byte by byte, so no garbage and no
 *  damaged frame can hide the beginning of the next one. */
typedef struct l4c_frame_reader {
  uint8_t *bytes;    /* memory of the caller, for one frame */
  uint32_t capacity; /* its size: the largest payload and L4C_FRAME_OVERHEAD */
  uint32_t length;   /* of what is kept of the stream */
  uint32_t taken;    /* of the frame that was handed out and is to go next */
  uint32_t damaged;  /* frames so far that had a wrong checksum, or were too long */
} l4c_frame_reader;

/** A frame, in the memory of the reader: it is there until the reader is fed again. */
typedef struct l4c_frame {
  uint8_t type;
  uint8_t sequence;
  uint16_t length;
  const uint8_t *payload;
} l4c_frame;

void l4c_frame_reader_begin(l4c_frame_reader *reader, uint8_t *bytes, uint32_t capacity);

/** Takes one byte of the stream. 1: `frame` is complete. Then call l4c_frame_next, until it gives 0,
 *  before the next byte is fed: what looked like a long frame may have held several. */
int l4c_frame_feed(l4c_frame_reader *reader, uint8_t byte, l4c_frame *frame);

/** Looks for another frame in what has already been fed. 1: `frame` is complete. */
int l4c_frame_next(l4c_frame_reader *reader, l4c_frame *frame);

/** Makes a frame around the `length` bytes that are already at `bytes` + L4C_FRAME_HEAD. `bytes` has
 *  room for `length` + L4C_FRAME_OVERHEAD. Gives the length of the whole. */
uint32_t l4c_frame_close(uint8_t *bytes, uint8_t type, uint8_t sequence, uint16_t length);

#ifdef __cplusplus
}
#endif

#endif
