// Process groups that must not outlive this process, however it ends: what a handler of a signal may
// do cannot be written in Swift.

#ifndef CPROCESSES_H
#define CPROCESSES_H

#include <sys/types.h>

/// Remembers a group: it is killed when this process exits, or is ended by SIGINT, SIGTERM or SIGHUP.
/// Where the program has handlers of its own for these, they stay. No more than 1024 are remembered.
void CProcesses_remember(pid_t group);

/// Forgets a group, before its number can be that of another one.
void CProcesses_forget(pid_t group);

#endif
