#include "CProcesses.h"

#include <pthread.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#define MOST 1024
#define LONGEST 512

static _Atomic(pid_t) watchers[MOST];
static _Atomic(char *) sockets[MOST];
static pthread_once_t once = PTHREAD_ONCE_INIT;
// What ends this process: a signal, or EXITS and a status; and how many children are just being started.
static atomic_int ending, starting;
#define EXITS 0x100

static void end_watchers(void) {
  for (int i = 0; i < MOST; i++) {
    pid_t watcher = atomic_load(&watchers[i]);
    if (watcher > 0) CProcesses_end(watcher);
  }
  for (int i = 0; i < MOST; i++) {
    pid_t watcher = atomic_load(&watchers[i]);
    if (watcher > 0) waitpid(watcher, NULL, 0);
  }
}

static void remove_socket(const char *path) {
  char folder[LONGEST];
  unlink(path);
  if (strlen(path) >= sizeof folder) return;
  strcpy(folder, path);
  char *slash = strrchr(folder, '/');
  if (slash) *slash = 0;
  rmdir(folder);
}

static void clean_up(void) {
  end_watchers();
  for (int i = 0; i < MOST; i++) {
    char *path = atomic_exchange(&sockets[i], NULL);
    if (path) remove_socket(path);
  }
}

static void clean_up_and_end(void) {
  int how = atomic_load(&ending);
  clean_up();
  if (how & EXITS) _exit(how & ~EXITS);
  // The handler is gone, so that the signal does what it always does.
  raise(how);
}

// A child that is just being started is not known yet: then this is done as soon as it is.
static void end(int how) {
  atomic_store(&ending, how);
  if (atomic_load(&starting) == 0) clean_up_and_end();
}

// All that this process would see of its children is that they have been killed: nobody shall be told.
static void wait_for_end(void) {
  for (;;) pause();
}

void CProcesses_exit(int status) {
  end(EXITS | status);
  wait_for_end();
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
  atexit(clean_up);
}

static void started(void) {
  if (atomic_fetch_sub(&starting, 1) == 1 && atomic_load(&ending)) clean_up_and_end();
}

void CProcesses_starts(void) {
  pthread_once(&once, watch);
  atomic_fetch_add(&starting, 1);
  if (!atomic_load(&ending)) return;
  started();
  wait_for_end();
}

void CProcesses_started(pid_t watcher) {
  for (int i = 0; watcher > 0 && i < MOST; i++) {
    pid_t none = 0;
    if (atomic_compare_exchange_strong(&watchers[i], &none, watcher)) break;
  }
  started();
}

void CProcesses_forget(pid_t watcher) {
  if (atomic_load(&ending)) wait_for_end();
  for (int i = 0; i < MOST; i++) {
    pid_t old = watcher;
    if (atomic_compare_exchange_strong(&watchers[i], &old, 0)) return;
  }
}

void CProcesses_rememberSocket(const char *path) {
  pthread_once(&once, watch);
  char *copy = strlen(path) < LONGEST ? strdup(path) : NULL;
  for (int i = 0; copy && i < MOST; i++) {
    char *none = NULL;
    if (atomic_compare_exchange_strong(&sockets[i], &none, copy)) return;
  }
  free(copy);
}

// The path is not freed: a handler may just be reading it.
void CProcesses_removeSocket(const char *path) {
  for (int i = 0; i < MOST; i++) {
    char *known = atomic_load(&sockets[i]);
    if (known && strcmp(known, path) == 0) atomic_compare_exchange_strong(&sockets[i], &known, NULL);
  }
  remove_socket(path);
}
