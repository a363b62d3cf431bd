#include "CThread.h"

#include <pthread.h>

_Thread_local void *CThread_pointer;

static pthread_once_t once = PTHREAD_ONCE_INIT;
static pthread_key_t key;
static void (*release_kept)(void *);

static void at_end(void *pointer) {
  CThread_pointer = 0;
  release_kept(pointer);
}

static void make_key(void) { pthread_key_create(&key, at_end); }

void CThread_keep(void *pointer, void (*release)(void *)) {
  pthread_once(&once, make_key);
  __atomic_store_n(&release_kept, release, __ATOMIC_RELEASE);
  pthread_setspecific(key, pointer);
  CThread_pointer = pointer;
}
