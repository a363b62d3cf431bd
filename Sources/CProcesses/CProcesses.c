#include "CProcesses.h"

#include <pthread.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <time.h>

#define MOST 1024

static _Atomic(pid_t) groups[MOST];
// From now on no group may live: other threads go on starting programs until the process is gone.
static _Atomic(int) is_ending;
static pthread_once_t once = PTHREAD_ONCE_INIT;

static void kill_groups(void) {
  atomic_store(&is_ending, 1);
  int found = 0;
  for (int i = 0; i < MOST; i++) {
    pid_t group = atomic_load(&groups[i]);
    if (group <= 0) continue;
    found = 1;
    kill(-group, SIGKILL);
    waitpid(group, NULL, 0);
  }
  // What another thread has started and not yet remembered: it has the time to, and does not live then.
  if (found) nanosleep(&(struct timespec){.tv_nsec = 50 * 1000 * 1000}, NULL);
}

// The handler is gone when this is called, so that the signal then does what it always does.
static void end(int number) {
  kill_groups();
  raise(number);
}

static void watch(void) {
  static const int numbers[] = {SIGINT, SIGTERM, SIGHUP};
  for (int i = 0; i < 3; i++) {
    struct sigaction now, new = {0};
    if (sigaction(numbers[i], NULL, &now) != 0 || now.sa_handler != SIG_DFL) continue;
    new.sa_handler = end;
    new.sa_flags = SA_RESETHAND;
    sigemptyset(&new.sa_mask);
    sigaction(numbers[i], &new, NULL);
  }
  atexit(kill_groups);
}

void CProcesses_remember(pid_t group) {
  pthread_once(&once, watch);
  for (int i = 0; i < MOST; i++) {
    pid_t none = 0;
    if (atomic_compare_exchange_strong(&groups[i], &none, group)) break;
  }
  // Either this is seen here, or the group is seen there.
  if (atomic_load(&is_ending)) kill(-group, SIGKILL);
}

void CProcesses_forget(pid_t group) {
  for (int i = 0; i < MOST; i++) {
    pid_t old = group;
    if (atomic_compare_exchange_strong(&groups[i], &old, 0)) return;
  }
}
