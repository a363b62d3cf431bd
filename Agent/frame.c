#include "frame.h"

uint16_t l4c_crc16(const uint8_t *bytes, uint32_t length) {
  uint16_t crc = 0xFFFF;
  for (uint32_t i = 0; i < length; i++) {
    crc = (uint16_t)(crc ^ (uint16_t)(bytes[i] << 8));
    for (int bit = 0; bit < 8; bit++)
      crc = (uint16_t)((crc & 0x8000) ? (crc << 1) ^ 0x1021 : crc << 1);
  }
  return crc;
}

uint32_t l4c_crc32(const uint8_t *bytes, uint32_t length) {
  uint32_t crc = 0xFFFFFFFFu;
  for (uint32_t i = 0; i < length; i++) {
    crc ^= bytes[i];
    for (int bit = 0; bit < 8; bit++) crc = (crc & 1) ? (crc >> 1) ^ 0xEDB88320u : crc >> 1;
  }
  return ~crc;
}

static uint16_t get16(const uint8_t *bytes) {
  return (uint16_t)(bytes[0] | (uint16_t)(bytes[1] << 8));
}

static uint32_t get32(const uint8_t *bytes) {
  return get16(bytes) | (uint32_t)get16(bytes + 2) << 16;
}

void l4c_frame_reader_begin(l4c_frame_reader *reader, uint8_t *bytes, uint32_t capacity) {
  reader->bytes = bytes;
  reader->capacity = capacity;
  reader->length = 0;
  reader->taken = 0;
  reader->damaged = 0;
}

/* Forgets the first `count` bytes, and what follows them up to a byte that can begin a frame. */
static void drop(l4c_frame_reader *reader, uint32_t count) {
  while (count < reader->length && reader->bytes[count] != L4C_SYNC_1) count++;
  if (count == 0) return;
  for (uint32_t i = count; i < reader->length; i++) reader->bytes[i - count] = reader->bytes[i];
  reader->length -= count;
}

int l4c_frame_next(l4c_frame_reader *reader, l4c_frame *frame) {
  const uint8_t *bytes = reader->bytes;
  drop(reader, reader->taken);
  reader->taken = 0;
  while (reader->length > 0) {
    if (bytes[0] != L4C_SYNC_1 || (reader->length > 1 && bytes[1] != L4C_SYNC_2)) {
      drop(reader, 1);
      continue;
    }
    if (reader->length < L4C_FRAME_HEAD) return 0;
    uint32_t length = get16(bytes + 4);
    if (l4c_crc16(bytes + 2, 4) != get16(bytes + 6) ||
        length + L4C_FRAME_OVERHEAD > reader->capacity) {
      reader->damaged++;
      drop(reader, 1);
      continue;
    }
    if (reader->length < length + L4C_FRAME_OVERHEAD) return 0;
    if (l4c_crc32(bytes + 2, length + 6) != get32(bytes + L4C_FRAME_HEAD + length)) {
      reader->damaged++;
      drop(reader, 1);
      continue;
    }
    frame->type = bytes[2];
    frame->sequence = bytes[3];
    frame->length = (uint16_t)length;
    frame->payload = bytes + L4C_FRAME_HEAD;
    reader->taken = length + L4C_FRAME_OVERHEAD;
    return 1;
  }
  return 0;
}

int l4c_frame_feed(l4c_frame_reader *reader, uint8_t byte, l4c_frame *frame) {
  /* A frame that fits is complete before the memory is full, so there is always room. */
  drop(reader, reader->taken);
  reader->taken = 0;
  if (reader->length >= reader->capacity) drop(reader, 1);
  reader->bytes[reader->length++] = byte;
  return l4c_frame_next(reader, frame);
}

uint32_t l4c_frame_close(uint8_t *bytes, uint8_t type, uint8_t sequence, uint16_t length) {
  uint8_t *end = bytes + L4C_FRAME_HEAD + length;
  bytes[0] = L4C_SYNC_1;
  bytes[1] = L4C_SYNC_2;
  bytes[2] = type;
  bytes[3] = sequence;
  bytes[4] = (uint8_t)length;
  bytes[5] = (uint8_t)(length >> 8);
  uint16_t head = l4c_crc16(bytes + 2, 4);
  bytes[6] = (uint8_t)head;
  bytes[7] = (uint8_t)(head >> 8);
  uint32_t crc = l4c_crc32(bytes + 2, (uint32_t)length + 6);
  for (int i = 0; i < 4; i++) end[i] = (uint8_t)(crc >> (8 * i));
  return (uint32_t)length + L4C_FRAME_OVERHEAD;
}
