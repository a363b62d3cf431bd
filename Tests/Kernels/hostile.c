/* A kernel that speaks JSON lines and does one thing wrong: the first argument says what. With
 * "honest" it is one that can do nothing, and says so step by step. The second argument is the unit of
 * time of those that wait, in milliseconds. */

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

static char line[1 << 22];

static int unit = 100;

static void pause_for(int units) { usleep((useconds_t)(units * unit * 1000)); }

/* Goes on in a process that has left the group and is nobody's child. */
static void become_daemon(void) {
  if (fork() != 0) return;
  setsid();
  if (fork() == 0) for (;;) pause();
  _exit(0);
}

/* Every process starts two others, in sessions of their own. */
static void multiply(int times) {
  for (int child = 0; times > 0 && child < 2; child++)
    if (fork() == 0) {
      setsid();
      multiply(times - 1);
      for (;;) pause();
    }
}

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
  if (count > 2) unit = atoi(arguments[2]);
  if (IS("mute")) pause();
  if (IS("exit at once")) exit(9);
  if (IS("garbage at once")) say("Welcome to the kernel!");
  if (IS("old version")) {
    hello(0);
    pause();
  }
  if (IS("strange name"))
    say("{\"message\": \"hello\", \"protocol\": 1, \"profile\": \"v2\", "
        "\"name\": \"../../\\u001b[31m\\nx\"}");
  else
    hello(1);
  fprintf(stderr, "the kernel has booted\n");
  if (IS("never reads")) pause();
  while (fgets(line, sizeof line, stdin)) {
    char *key = strstr(line, "\"program\": ");
    long program = key ? atol(key + 11) : 0;
    int steps = 0;
    for (char *at = line; (at = strstr(at, "\"operation\": ")); at++) steps++;
    if (IS("late")) pause_for(5);
    if (IS("wrong program")) program += 1;
    for (int step = 0; step < steps; step++) {
      /* What is wrong, is so from the second step on. */
      if (IS("slow") && step > 0) pause_for(4);
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
      if (IS("stop")) raise(SIGSTOP);
      if (IS("hang with daemon") || IS("exit leaving a daemon")) become_daemon();
      if (IS("hang with daemon")) pause();
      if (IS("exit leaving a daemon")) exit(6);
      if (IS("multiply")) {
        multiply(4);
        pause();
      }
      if (IS("half a line")) {
        printf("{\"message\": \"observation\", ");
        fflush(stdout);
        pause();
      }
      if (IS("a line for ever"))
        for (;;) {
          putchar(' ');
          fflush(stdout);
          pause_for(1);
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
          pause_for(1);
        }
      if (IS("heartbeats"))
        for (int beat = 0; beat < 10; beat++) {
          heartbeat(program);
          pause_for(1);
        }
      if (IS("not JSON")) say("step 1: ok");
      if (IS("binary")) fwrite("\x00\xff\xfe\n", 1, 4, stdout);
      if (IS("zero byte")) fwrite("{\"message\": \0}\n", 1, 15, stdout);
      if (IS("no UTF-8")) say("{\"message\": \"\xff\xfe\"}");
      if (IS("deep")) {
        for (int depth = 0; depth < 300000; depth++) putchar('[');
        say("");
      }
      if (IS("key twice")) answer(program, step, "\"skipped\": true, \"skipped\": false");
      if (IS("huge number")) answer(program, step, "\"running\": 18446744073709551617");
      if (IS("huge exponent")) answer(program, step, "\"running\": 1e999999999");
      if (IS("negative")) answer(program, step, "\"running\": -1");
      if (IS("long number")) {
        printf("{\"message\": \"observation\", \"program\": ");
        for (int digit = 0; digit < 900000; digit++) putchar('9');
        say("}");
      }
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
      if (IS("strange words")) {
        printf("{\"message\": \"refused\", \"program\": %ld, \"kind\": \"audit\", \"reason\": "
               "\"\\u001b]0;mine\\u0007 \\n owned\"}\n",
            program);
        fflush(stdout);
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
