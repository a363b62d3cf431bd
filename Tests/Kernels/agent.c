/* An agent on a serial line without a kernel behind it, and with one fault: the first argument says
 * which. Every ipc ends at once, and every other step is skipped. A second argument is the path of a
 * socket that is the line, or -; a third the unit of time of those that wait, in milliseconds. */

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include "frame.h"
#include "wire.h"

static int line_in = 0, line_out = 1;
static uint8_t sequence;
static int unit = 100;
static uint8_t in[8192 + L4C_FRAME_OVERHEAD], out[8192];
static const char *mode;
#define IS(name) (strcmp(mode, name) == 0)

static void pause_for(int units) { usleep((useconds_t)(units * unit * 1000)); }

static void put(const void *bytes, size_t length) {
  const char *at = bytes;
  while (length > 0) {
    ssize_t written = write(line_out, at, length);
    if (written <= 0) exit(1);
    at += written;
    length -= (size_t)written;
  }
}

static void print(const char *text) { put(text, strlen(text)); }

static l4c_writer begin(void) {
  l4c_writer writer;
  l4c_writer_begin(&writer, out + L4C_FRAME_HEAD, sizeof out - L4C_FRAME_OVERHEAD);
  return writer;
}

static void send_frame(const l4c_writer *writer, uint8_t type) {
  put(out, l4c_frame_close(out, type, sequence++, (uint16_t)writer->length));
}

static void hello(void) {
  l4c_description description = {.version = IS("old version") ? 0 : L4C_VERSION,
      .lacks = L4C_LACKS_CLANS | L4C_LACKS_TASKS, .tasks = 8, .threads = 8, .pages = 8,
      .fault_tick_count = 2, .fault_ticks = {1, 4}, .name = "agent", .profile = "v2"};
  l4c_writer writer = begin();
  l4c_write_hello(&writer, &description, IS("small") ? 16 : 8192, 1024);
  send_frame(&writer, L4C_FRAME_HELLO);
}

static void heartbeat(uint32_t program, uint16_t step) {
  l4c_writer writer = begin();
  l4c_write_heartbeat(&writer, program, step, 0);
  send_frame(&writer, L4C_FRAME_HEARTBEAT);
}

static void wrong(const l4c_stage *stage, uint16_t step) {
  if (IS("hang")) for (;;) pause();
  if (IS("crash")) abort();
  if (IS("exit")) exit(5);
  if (IS("late")) pause_for(5);
  if (IS("debugger")) {
    print("\r\nTask 4 at 00100043: unhandled trap\r\njdb: ");
    for (;;) pause();
  }
  if (IS("text")) {
    print("kernel: cannot go on\r\n");
    for (;;) pause();
  }
  if (IS("console")) print("kernel: all is well, \xA5 and \xA5\x5A are no frames\r\n");
  if (IS("flood")) for (;;) print("more and more ");
  if (IS("heartbeats for ever"))
    for (;;) {
      heartbeat(stage->program, step);
      pause_for(1);
    }
  if (IS("flood of heartbeats")) for (;;) heartbeat(stage->program, step);
  if (IS("heartbeats"))
    for (int i = 0; i < 10; i++) {
      heartbeat(stage->program, step);
      pause_for(1);
    }
  if (IS("boots again")) {
    sequence = 0;
    hello();
  }
  if (IS("lost")) sequence++;
  if (IS("bad frame")) {
    l4c_writer writer = begin();
    l4c_write_done(&writer, stage->program, 1);
    send_frame(&writer, 0x99);
  }
  if (IS("broken")) {
    l4c_writer writer = begin();
    l4c_write_refused(&writer, stage->program, step, L4C_AUDIT, "a thread is in two queues");
    send_frame(&writer, L4C_FRAME_REFUSED);
  }
}

static void run(const l4c_frame *frame) {
  static int damages = 1;
  l4c_stage stage;
  l4c_program program;
  l4c_operation operation;
  if (IS("asks again") && damages++ % 3 != 0) {
    l4c_writer writer = begin();
    send_frame(&writer, L4C_FRAME_DAMAGED);
    return;
  }
  if (!l4c_read_stage(frame->payload, frame->length, &stage, &program)) exit(2);
  if (IS("other program")) stage.program++;
  l4c_writer writer = begin();
  l4c_write_observations(&writer, stage.program, 0);
  uint16_t step = 0;
  int more;
  while ((more = l4c_read_operation(&program, &operation)) > 0) {
    static l4c_observation seen;
    memset(&seen, 0, sizeof seen);
    if (operation.kind == L4C_IPC) {
      seen.return_count = 1;
      seen.returns[0].thread = operation.by;
      seen.returns[0].code = (uint8_t)(step << 4);
      if (IS("forged") && step == 1) {
        seen.returns[0].source.kind = L4C_CURRENT;
        seen.returns[0].source.number = 99;
      }
    } else {
      seen.skipped = 1;
    }
    if (step == 1) {
      /* What was seen before the fault is on its way. */
      send_frame(&writer, L4C_FRAME_OBSERVATIONS);
      wrong(&stage, step);
      writer = begin();
      l4c_write_observations(&writer, stage.program, step);
    }
    l4c_write_observation(&writer, &seen);
    step++;
  }
  if (more < 0) exit(3);
  if (IS("damaged")) {
    uint32_t length =
        l4c_frame_close(out, L4C_FRAME_OBSERVATIONS, sequence++, (uint16_t)writer.length);
    out[L4C_FRAME_HEAD + 7] ^= 0x10;
    put(out, length);
  } else {
    send_frame(&writer, L4C_FRAME_OBSERVATIONS);
  }
  writer = begin();
  l4c_write_done(&writer, stage.program, step);
  send_frame(&writer, L4C_FRAME_DONE);
}

int main(int count, char **arguments) {
  mode = count > 1 ? arguments[1] : "honest";
  if (count > 3) unit = atoi(arguments[3]);
  if (count > 2 && strcmp(arguments[2], "-") != 0) {
    struct sockaddr_un address = {.sun_family = AF_UNIX};
    snprintf(address.sun_path, sizeof address.sun_path, "%s", arguments[2]);
    line_in = line_out = socket(AF_UNIX, SOCK_STREAM, 0);
    if (connect(line_in, (struct sockaddr *)&address, sizeof address) != 0) return 4;
  }
  print("Booting the kernel...\r\nMemory: \xA5\x5A\x81\x01\xFF\xFF 32 MB\r\n");
  if (IS("mute")) for (;;) pause();
  if (IS("debugger at once")) {
    print("jdb: ");
    for (;;) pause();
  }
  hello();
  l4c_frame_reader reader;
  l4c_frame frame;
  uint8_t bytes[512];
  ssize_t length;
  l4c_frame_reader_begin(&reader, in, sizeof in);
  while ((length = read(line_in, bytes, sizeof bytes)) > 0)
    for (ssize_t i = 0; i < length; i++)
      for (int found = l4c_frame_feed(&reader, bytes[i], &frame); found;
           found = l4c_frame_next(&reader, &frame))
        if (frame.type == L4C_FRAME_ASK)
          hello();
        else if (frame.type == L4C_FRAME_RUN)
          run(&frame);
  return 0;
}
