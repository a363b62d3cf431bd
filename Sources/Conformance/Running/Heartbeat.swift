import Synchronization

/// What a campaign is busy with, for somebody who watches from another thread: a kernel that never
/// returns cannot be stopped from within, but the program that it hangs in can be told.
public final class Heartbeat: Sendable {
  enum Work: Sendable {
    case random(RandomPrograms, number: Int)
    case program(Program)
  }

  private let state = Mutex((beats: 0, work: Work?.none))

  public init() {}

  func begin(_ work: Work) {
    state.withLock {
      $0.beats += 1
      $0.work = work
    }
  }

  /// How many programs were begun. Where this stands still, the kernel hangs.
  public var beats: Int { state.withLock { $0.beats } }

  /// The program that was begun last, to be kept when the kernel hangs.
  public func program(on kernel: String) -> ProgramFile? {
    guard let work = state.withLock({ $0.work }) else { return nil }
    let finding = "the kernel does not return"
    return switch work {
    case .random(let programs, let number):
      ProgramFile(
        programs.program(number), kernel: kernel, origin: programs.origin(of: number),
        finding: finding)
    case .program(let program):
      ProgramFile(program, kernel: kernel, origin: "the campaign", finding: finding)
    }
  }
}
