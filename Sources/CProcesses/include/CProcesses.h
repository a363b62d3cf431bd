// Processes and files that must not outlive this process, however it ends: what a handler of a
// signal may do cannot be written in Swift.

#ifndef CPROCESSES_H
#define CPROCESSES_H

#include <sys/types.h>

/// Starts a program under a watcher, whose number is the result; or a negative number of an error.
///
/// The watcher is a child of this process. It adopts whatever the program has started and left alone, also
/// in sessions and groups of its own (Linux: PR_SET_CHILD_SUBREAPER). When the program ends, when it is
/// told to, or when this process is no more, though it was killed, it kills all of them, and then ends as
/// the program has ended. If it is killed itself, the program is, too.
///
/// - Parameter streams: What becomes the standard streams of the program.
pid_t CProcesses_spawn(const char *program, char *const arguments[], char *const environment[],
                       const int streams[3]);

/// Tells a watcher to end the program, and all that it has started; it is to be waited for.
void CProcesses_end(pid_t watcher);

/// Ends this process with a status, and all its children, though other threads wait for these: what they
/// would say of it is not heard.
void CProcesses_exit(int status) __attribute__((noreturn));

/// A child is about to be started; CProcesses_started follows. It does not return once this process is
/// being ended by a signal: nobody would end the child.
void CProcesses_starts(void);

/// Remembers the watcher of a child that was started, 0 for none: it is ended when this process exits, or
/// is ended by SIGINT, SIGTERM or SIGHUP. Where the program has handlers of its own for these, they
/// stay. No more than 1024 are remembered.
void CProcesses_started(pid_t watcher);

/// Forgets a watcher, before its number can be that of another one. It does not return once this process
/// is being ended: the child has not ended by itself.
void CProcesses_forget(pid_t watcher);

/// Remembers a socket's file, which is alone in its folder: both go with this process.
void CProcesses_rememberSocket(const char *path);

/// Removes the file and its folder now.
void CProcesses_removeSocket(const char *path);

#endif
