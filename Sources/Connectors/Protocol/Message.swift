import KernelPrograms

/// The protocol between the kit and kernels outside of its process. (docs/conformance-protocol.md)
public enum ConformanceProtocol {
  public static let version = 1
}

/// What the kit says.
package enum KitMessage: Hashable, Sendable {
  /// Run this program. Numbers are never used twice on one connection.
  case run(id: UInt32, KernelProgram)
}

/// What a kernel says, or whoever speaks for it.
package enum KernelMessage: Hashable, Sendable {
  /// Its first message, sent without being asked.
  case hello(version: Int, KernelDescription)
  /// What one step showed; the steps of the setup are counted too.
  case observation(program: UInt32, step: Int, Observation)
  /// The program was run to its end.
  case done(program: UInt32)
  /// It gave up, or found its own structures broken; or who speaks for it tells what it did.
  case refused(program: UInt32, Transcript.Failure)
  /// It lives, and works on this program.
  case heartbeat(program: UInt32?)
}
