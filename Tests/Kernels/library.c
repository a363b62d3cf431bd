/* A kernel in a shared library that does one thing wrong: the name of the file says what, as in
 * "hang.so", or "late@100.so" with the unit of time in milliseconds. What is wrong, is so from the
 * second step on. */

#define _GNU_SOURCE
#include <dlfcn.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "l4_conformance.h"

static char mode[64];
static int unit = 100;
#define IS(name) (strcmp(mode, name) == 0)

struct l4c_kernel {
  int step;
};
static struct l4c_kernel kernel;

__attribute__((constructor)) static void load(void) {
  Dl_info self;
  if (dladdr(mode, &self) == 0) abort();
  const char *slash = strrchr(self.dli_fname, '/');
  snprintf(mode, sizeof mode, "%s", slash ? slash + 1 : self.dli_fname);
  *strchr(mode, '.') = 0;
  char *at = strchr(mode, '@');
  if (at != NULL) {
    unit = atoi(at + 1);
    *at = 0;
  }
  if (IS("crash at load")) abort();
}

uint32_t l4c_version(void) { return IS("old version") ? 0 : L4C_VERSION; }

struct l4c_kernel *l4c_open(void) {
  puts("this is printed, and nobody reads it");
  return IS("no kernel") ? NULL : &kernel;
}

#ifndef NO_CLOSE
void l4c_close(struct l4c_kernel *kernel) { (void)kernel; }
#endif

void l4c_describe(struct l4c_kernel *kernel, l4c_description *description) {
  (void)kernel;
  description->version = L4C_VERSION;
  description->tasks = description->threads = description->pages = 8;
  strcpy(description->name, "library");
  strcpy(description->profile, "v2");
}

int l4c_boot(struct l4c_kernel *kernel, const l4c_stage *stage, char *message) {
  kernel->step = 0;
  if (IS("no boot")) {
    snprintf(message, L4C_MAX_MESSAGE, "no stage with %d threads", stage->threads);
    return L4C_REFUSED;
  }
  return L4C_OK;
}

int l4c_perform(
    struct l4c_kernel *kernel, const l4c_operation *operation, l4c_observation *seen,
    char *message) {
  (void)operation;
  seen->skipped = 1;
  if (kernel->step++ != 1) return L4C_OK;
  if (IS("crash")) *(volatile int *)16 = 1;
  if (IS("hang")) pause();
  if (IS("exit")) exit(0);
  if (IS("close")) {
    for (int file = 0; file < 256; file++) close(file);
    for (;;) pause();
  }
  if (IS("write everywhere"))
    for (int file = 0; file < 256; file++) (void)!write(file, "oh no\n", 6);
  if (IS("late")) usleep((useconds_t)(5 * unit * 1000));
  if (IS("prints")) puts("{\"message\": \"done\", \"program\": 1}");
  if (IS("flood")) for (;;) puts("more and more");
  if (IS("broken")) {
    strcpy(message, "the ready queue is a ring no more");
    return L4C_AUDIT;
  }
  if (IS("bad result")) return 7;
  if (IS("unending message")) {
    memset(message, 'x', L4C_MAX_MESSAGE);
    return L4C_REFUSED;
  }
  if (IS("too many")) seen->return_count = 200;
  if (IS("bad id")) {
    seen->skipped = 0;
    seen->return_count = 1;
    seen->returns[0].thread = 1;
    seen->returns[0].source.kind = 99;
  }
  if (IS("forged")) {
    seen->skipped = 0;
    seen->return_count = 1;
    seen->returns[0].thread = 1;
    seen->returns[0].source.kind = L4C_CURRENT;
    seen->returns[0].source.number = 99;
  }
  return L4C_OK;
}
