/* A kernel that speaks JSON lines and does one thing wrong: the first argument says what. With
 * "honest" it is one that can do nothing, and says so step by step. */

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

static char line[1 << 22];

static void pause_for(double seconds) { usleep((useconds_t)(seconds * 1e6)); }

static void say(const char *text) {
  puts(text);
  fflush(stdout);
}

static void hello(int version) {
  printf("{\"message\": \"hello\", \"protocol\": %d, \"name\": \"hostile\", \"profile\": \"v2\"}\n",
      version);
  fflush(stdout);
}

static void answer(long program, int step, const char *rest) {
  printf("{\"message\": \"observation\", \"program\": %ld, \"step\": %d, %s}\n", program, step, rest);
  fflush(stdout);
}

static void heartbeat(long program) {
  printf("{\"message\": \"heartbeat\", \"program\": %ld}\n", program);
  fflush(stdout);
}

int main(int count, char **arguments) {
  const char *mode = count > 1 ? arguments[1] : "honest";
#define IS(name) (strcmp(mode, name) == 0)
  if (IS("mute")) pause();
  if (IS("exit at once")) exit(9);
  if (IS("garbage at once")) say("Welcome to the kernel!");
  if (IS("old version")) {
    hello(0);
    pause();
  }
  hello(1);
  fprintf(stderr, "the kernel has booted\n");
  if (IS("never reads")) pause();
  while (fgets(line, sizeof line, stdin)) {
    char *key = strstr(line, "\"program\": ");
    long program = key ? atol(key + 11) : 0;
    int steps = 0;
    for (char *at = line; (at = strstr(at, "\"operation\": ")); at++) steps++;
    if (IS("late")) pause_for(1.5);
    if (IS("wrong program")) program += 1;
    for (int step = 0; step < steps; step++) {
      /* What is wrong, is so from the second step on. */
      if (step != 1) {
        answer(program, step, "\"skipped\": true");
        continue;
      }
      if (IS("hang")) pause();
      if (IS("hang with child")) {
        if (fork() == 0) pause();
        pause();
      }
      if (IS("spin")) for (;;) continue;
      if (IS("ignore signals")) {
        signal(SIGTERM, SIG_IGN);
        signal(SIGINT, SIG_IGN);
        pause();
      }
      if (IS("crash")) {
        fprintf(stderr, "kernel panic: out of tables\n");
        raise(SIGSEGV);
      }
      if (IS("exit")) exit(3);
      if (IS("exit leaving a child")) {
        if (fork() == 0) pause();
        exit(4);
      }
      if (IS("close")) {
        close(1);
        pause();
      }
      if (IS("flood")) for (;;) putchar('x');
      if (IS("flood of lines")) for (;;) puts("more and more");
      if (IS("flood of answers")) for (;;) answer(program, step, "\"skipped\": true");
      if (IS("flood of heartbeats")) for (;;) heartbeat(program);
      if (IS("flood of errors")) for (;;) fputs("oh no ", stderr);
      if (IS("heartbeats for ever"))
        for (;;) {
          heartbeat(program);
          pause_for(0.1);
        }
      if (IS("heartbeats"))
        for (int beat = 0; beat < 10; beat++) {
          heartbeat(program);
          pause_for(0.2);
        }
      if (IS("not JSON")) say("step 1: ok");
      if (IS("binary")) fwrite("\x00\xff\xfe\n", 1, 4, stdout);
      if (IS("unknown field")) answer(program, step, "\"skiped\": true");
      if (IS("wrong type")) answer(program, step, "\"returns\": [{\"thread\": \"one\"}]");
      if (IS("bad code")) answer(program, step, "\"returns\": [{\"thread\": 1, \"code\": 5}]");
      if (IS("wrong step")) answer(program, step + 1, "\"skipped\": true");
      if (IS("twice")) answer(program, step - 1, "\"skipped\": true");
      if (IS("done too early")) break;
      if (IS("other thread")) answer(program, step, "\"returns\": [{\"thread\": 77, \"code\": 0}]");
      if (IS("no call")) answer(program, step, "\"returns\": [{\"thread\": 0, \"code\": 0}]");
      if (IS("duplicate"))
        answer(program, step,
            "\"returns\": [{\"thread\": 1, \"code\": 16}, {\"thread\": 1, \"code\": 16}]");
      if (IS("forged source"))
        answer(program, step,
            "\"returns\": [{\"thread\": 1, \"code\": 0, "
            "\"source\": {\"kind\": \"thread\", \"number\": 99}}]");
      if (IS("forged frame"))
        answer(program, step, "\"memory\": [{\"frame\": 200}, null, null, null]");
      if (IS("gives up")) {
        printf("{\"message\": \"refused\", \"program\": %ld, \"reason\": \"no more tasks\"}\n",
            program);
        fflush(stdout);
        break;
      }
      if (IS("broken"))
        printf("{\"message\": \"refused\", \"program\": %ld, \"kind\": \"audit\", \"reason\": "
               "\"a ready thread is in no queue\"}\n",
            program);
      if (IS("begins anew")) hello(1);
      answer(program, step, "\"skipped\": true");
    }
    if (IS("gives up")) continue;
    printf("{\"message\": \"done\", \"program\": %ld}\n", program);
    fflush(stdout);
    if (IS("says more")) say("and one more thing");
  }
  return 0;
}
