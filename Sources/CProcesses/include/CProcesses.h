// Process groups and files that must not outlive this process, however it ends: what a handler of a
// signal may do cannot be written in Swift.

#ifndef CPROCESSES_H
#define CPROCESSES_H

#include <sys/types.h>

/// A child is about to be started; CProcesses_started follows. It does not return once this process is
/// being ended by a signal: nobody would end the child.
void CProcesses_starts(void);

/// Remembers the group of a child that was started, 0 for none: it is killed when this process exits, or
/// is ended by SIGINT, SIGTERM or SIGHUP. Where the program has handlers of its own for these, they
/// stay. No more than 1024 are remembered.
void CProcesses_started(pid_t group);

/// Forgets a group, before its number can be that of another one.
void CProcesses_forget(pid_t group);

/// Remembers a socket's file, which is alone in its folder: both go with this process.
void CProcesses_rememberSocket(const char *path);

/// Removes the file and its folder now.
void CProcesses_removeSocket(const char *path);

#endif
