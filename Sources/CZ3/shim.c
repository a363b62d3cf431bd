#include "CZ3.h"

#include <dlfcn.h>
#include <stdio.h>
#include <stdlib.h>

static const char *const names[] = {
#ifdef __APPLE__
    "libz3.dylib", "/opt/homebrew/lib/libz3.dylib", "/usr/local/lib/libz3.dylib",
#else
    "libz3.so.4", "libz3.so",
#endif
};

static _Thread_local char message[1024];

static void *open_library(const char *path) {
  if (path) return dlopen(path, RTLD_NOW | RTLD_LOCAL);
  for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
    void *library = dlopen(names[i], RTLD_NOW | RTLD_LOCAL);
    if (library) return library;
  }
  return NULL;
}

const CZ3_functions *CZ3_load(const char *path, const char **error) {
  void *library = open_library(path);
  if (!library) {
    const char *reason = dlerror();
    snprintf(message, sizeof message, "%s", reason ? reason : "not found");
    *error = message;
    return NULL;
  }
  CZ3_functions *functions = malloc(sizeof *functions);
  if (!functions) {
    *error = "out of memory";
    return NULL;
  }
#define CZ3_LOOK_UP(name)                                                                          \
  functions->name = (__typeof__(functions->name))dlsym(library, "Z3_" #name);                      \
  if (!functions->name) {                                                                          \
    *error = "the library has no Z3_" #name;                                                       \
    free(functions);                                                                               \
    return NULL;                                                                                   \
  }
  CZ3_FUNCTIONS(CZ3_LOOK_UP)
  return functions;
}
