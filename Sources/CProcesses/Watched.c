#define _GNU_SOURCE
#include "CProcesses.h"

#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <stddef.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/select.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>
#ifdef __linux__
#include <sys/prctl.h>
#include <sys/syscall.h>
#endif

// A child of a process with threads may only do what a handler of a signal may do, until it is another
// program: the watcher never is one, so that a kernel is started quickly.

#define LEASH 3
#define SECONDS 10

// Whoever holds the other end of this pipe is this process: it is closed when it ends, however it ends.
static int leash[2] = {-1, -1};
static pthread_once_t once = PTHREAD_ONCE_INIT;

static int make_pipe(int ends[2]) {
  if (pipe(ends) != 0) return -1;
  for (int i = 0; i < 2; i++) fcntl(ends[i], F_SETFD, FD_CLOEXEC);
  return 0;
}

// Handlers that libraries have for forks may wait for threads that a child has not: Z3 has one, which in a
// child of a child never ends.
static pid_t bare_fork(void) {
#if defined(__GLIBC__) && __GLIBC_PREREQ(2, 34)
  return _Fork();
#else
  return fork();
#endif
}

static void make_leash(void) { make_pipe(leash); }

static volatile sig_atomic_t is_ordered;

static void order(int number) {
  if (number == SIGTERM) is_ordered = 1;
}

// The kernel: a group of its own, which ends with the watcher.
static void run(const char *program, char *const arguments[], char *const environment[],
                const int streams[3], int report, pid_t watcher) {
  setpgid(0, 0);
#ifdef __linux__
  prctl(PR_SET_PDEATHSIG, SIGKILL);
#endif
  if (getppid() != watcher) _exit(127);
  for (int number = 1; number < NSIG; number++) {
    struct sigaction now;
    if (sigaction(number, NULL, &now) != 0) continue;
    if (now.sa_handler != SIG_IGN || number == SIGPIPE) signal(number, SIG_DFL);
  }
  sigset_t none;
  sigemptyset(&none);
  report = fcntl(report, F_DUPFD_CLOEXEC, 3);
  int copies[3];
  for (int i = 0; i < 3; i++) copies[i] = fcntl(streams[i], F_DUPFD, 3);
  for (int i = 0; i < 3; i++) {
    dup2(copies[i], i);
    close(copies[i]);
  }
  pthread_sigmask(SIG_SETMASK, &none, NULL);
  execve(program, arguments, environment);
  int why = errno;
  ssize_t count = write(report, &why, sizeof why);
  _exit(count == sizeof why ? 127 : 126);
}

static void close_from(int first) {
#if defined(__linux__) && defined(SYS_close_range)
  if (syscall(SYS_close_range, first, ~0u, 0) == 0) return;
#endif
  long most = sysconf(_SC_OPEN_MAX);
  for (int i = first; i < (most > 0 && most < 1 << 16 ? most : 1 << 16); i++) close(i);
}

// Whether another process than the kernel has ended is of no interest, but it is a zombie.
static int has_ended(pid_t kernel) {
  siginfo_t info;
  for (;;) {
    info.si_pid = 0;
    if (waitid(P_ALL, 0, &info, WEXITED | WNOHANG | WNOWAIT) != 0) return errno == ECHILD;
    if (info.si_pid == 0) return 0;
    if (info.si_pid == kernel) return 1;
    waitpid(info.si_pid, NULL, 0);
  }
}

static void kill_whole(pid_t child) {
  // All the groups of this session are of the kernel, and of its sessions too: but this one.
  pid_t group = getpgid(child);
  if (group > 1 && group != getpgrp()) kill(-group, SIGKILL);
  kill(child, SIGKILL);
}

// Kills all children, also those that have become children because theirs have ended. False if it is
// not known who they are.
static int kill_children(void) {
#ifdef __linux__
  char text[4096];
  int file = open("/proc/thread-self/children", O_RDONLY | O_CLOEXEC);
  if (file < 0) return 0;
  pid_t child = 0;
  ssize_t length;
  while ((length = read(file, text, sizeof text)) > 0) {
    for (ssize_t i = 0; i < length; i++) {
      if (text[i] >= '0' && text[i] <= '9') {
        child = child * 10 + (text[i] - '0');
      } else {
        if (child > 1) kill_whole(child);
        child = 0;
      }
    }
  }
  if (child > 1) kill_whole(child);
  close(file);
  return 1;
#else
  return 0;
#endif
}

// Ends everything. Gives how the kernel has ended.
static int end_all(pid_t kernel) {
  int status = SIGKILL;
  struct timespec now, start, moment = {0, 1000000};
  clock_gettime(CLOCK_MONOTONIC, &start);
  // It is not reaped yet: the group has its number.
  kill(-kernel, SIGKILL);
  kill(kernel, SIGKILL);
  do {
    int is_known = kill_children(), how;
    pid_t child;
    while ((child = waitpid(-1, &how, is_known ? WNOHANG : 0)) > 0) {
      if (child != kernel) continue;
      status = how;
      if (!is_known) return status;
    }
    if (child < 0 && errno == ECHILD) break;
    nanosleep(&moment, NULL);
    clock_gettime(CLOCK_MONOTONIC, &now);
  } while (now.tv_sec - start.tv_sec < SECONDS);
  return status;
}

static void watch(pid_t kernel) {
  struct sigaction action = {0};
  action.sa_handler = order;
  sigemptyset(&action.sa_mask);
  sigaction(SIGTERM, &action, NULL);
  sigaction(SIGCHLD, &action, NULL);
  sigset_t others;
  sigfillset(&others);
  sigdelset(&others, SIGTERM);
  sigdelset(&others, SIGCHLD);
  while (!has_ended(kernel) && !is_ordered) {
    fd_set ends;
    FD_ZERO(&ends);
    FD_SET(LEASH, &ends);
    // Both signals are let in here only. Nothing is ever written into the pipe.
    if (pselect(LEASH + 1, &ends, NULL, NULL, NULL, &others) > 0) break;
  }
  int status = end_all(kernel);
  if (!WIFSIGNALED(status)) _exit(WEXITSTATUS(status));
  // It ends as the kernel has ended.
  struct rlimit none = {0, 0};
  setrlimit(RLIMIT_CORE, &none);
  signal(WTERMSIG(status), SIG_DFL);
  sigset_t mask;
  sigemptyset(&mask);
  raise(WTERMSIG(status));
  sigprocmask(SIG_SETMASK, &mask, NULL);
  _exit(128 + WTERMSIG(status));
}

// The watcher: a session of its own, so that nothing of it can be in the groups of others.
static void be_watcher(const char *program, char *const arguments[], char *const environment[],
                       const int streams[3], int report) {
  setsid();
#ifdef __linux__
  prctl(PR_SET_CHILD_SUBREAPER, 1);
  const char *name = strrchr(program, '/');
  prctl(PR_SET_NAME, name ? name + 1 : program);
#endif
  pid_t self = getpid(), kernel = bare_fork();
  if (kernel == 0) run(program, arguments, environment, streams, report, self);
  if (kernel < 0) {
    int why = errno;
    ssize_t count = write(report, &why, sizeof why);
    _exit(count == sizeof why ? 127 : 126);
  }
  if (leash[0] != LEASH) dup2(leash[0], LEASH);
  for (int i = 0; i < LEASH; i++) close(i);
  close_from(LEASH + 1);
  watch(kernel);
}

pid_t CProcesses_spawn(const char *program, char *const arguments[], char *const environment[],
                       const int streams[3]) {
  pthread_once(&once, make_leash);
  int report[2];
  if (leash[0] < 0 || make_pipe(report) != 0) return -EMFILE;
  // No handler of this process may run in the other ones.
  sigset_t all, before;
  sigfillset(&all);
  pthread_sigmask(SIG_SETMASK, &all, &before);
  pid_t watcher = bare_fork();
  if (watcher == 0) be_watcher(program, arguments, environment, streams, report[1]);
  int why = watcher < 0 ? errno : 0;
  pthread_sigmask(SIG_SETMASK, &before, NULL);
  close(report[1]);
  if (watcher > 0) {
    ssize_t count;
    while ((count = read(report[0], &why, sizeof why)) < 0 && errno == EINTR) {}
    if (count != sizeof why) why = 0;
    if (why != 0) while (waitpid(watcher, NULL, 0) < 0 && errno == EINTR) {}
  }
  close(report[0]);
  return why != 0 ? -why : watcher;
}

void CProcesses_end(pid_t watcher) {
  kill(watcher, SIGTERM);
  kill(watcher, SIGCONT);
}
