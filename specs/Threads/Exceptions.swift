import Logic

/// What an exception came to.
public enum ExceptionCase: Sendable, Hashable {
  /// The thread goes on in its own handler.
  case mirrored
  /// The thread has no handler that can be entered, and is shut down.
  case shutDown
}

extension Threads {
  /// An exception, or a trap, of a thread: the thread goes on in its own handler, whose registers are
  /// `handler`. Without one it is shut down. Nobody else is concerned. (EXC-1, EXC-3, EXC-4)
  @inlinable
  public mutating func raise(
    in thread: V.Bits, handler: V.Count, profile: ThreadsProfile
  ) -> ExceptionCase {
    guard V.holds(handlesExceptions.contains(thread), "the thread has a handler") else {
      halted |= thread
      block(thread, profile: profile)
      return .shutDown
    }
    registers.set(handler, at: thread)
    return .mirrored
  }

  /// A thread loads the address of its exception table: LIDT, which is emulated for each thread.
  /// (EXC-1)
  @inlinable
  public mutating func loadExceptionTable(of thread: V.Bits, isValid: V.Truth) {
    handlesExceptions = (handlesExceptions - thread) | thread.when(isValid)
  }
}
