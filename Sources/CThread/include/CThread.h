// One pointer that each thread has for itself: Swift has no such variables of its own.

#ifndef CTHREAD_H
#define CTHREAD_H

#pragma clang assume_nonnull begin

extern _Thread_local void *_Nullable CThread_pointer;

/// What this thread keeps; null until it keeps something.
static inline void *_Nullable CThread_kept(void) { return CThread_pointer; }

/// Keeps something for this thread, which has kept nothing so far. When the thread ends, `release` is
/// called with it; all callers must give the same `release`.
void CThread_keep(void *pointer, void (*release)(void *pointer));

#pragma clang assume_nonnull end

#endif
