import KernelPrograms
import Synchronization

/// What the workers of a campaign are busy with, for somebody who watches from another thread: a kernel
/// in this process that never returns cannot be stopped, but the program that it hangs in can be told.
package final class KernelHeartbeat: Sendable {
  private struct Work: Sendable {
    var beats = 0
    var program: KernelProgram?
    var origin = ""
  }

  private let works: Mutex<[Work]>

  package init(workers: Int = 1) { works = Mutex(Array(repeating: Work(), count: max(1, workers))) }

  func begin(_ program: KernelProgram, from origin: String, worker: Int) {
    works.withLock {
      guard worker < $0.count else { return }
      $0[worker].beats += 1
      $0[worker].program = program
      $0[worker].origin = origin
    }
  }

  func rest(worker: Int) {
    works.withLock { if worker < $0.count { $0[worker].program = nil } }
  }

  /// How many programs each worker has begun. Where one of them stands still, the kernel hangs, unless
  /// that worker has none.
  package var beats: [Int] { works.withLock { $0.map(\.beats) } }

  /// The program that a worker is busy with, to be kept when the kernel hangs.
  package func program(of worker: Int, on kernel: String) -> KernelProgramFile? {
    works.withLock { works in
      guard worker < works.count, let program = works[worker].program else { return nil }
      return KernelProgramFile(
        program, kernel: kernel, origin: works[worker].origin,
        finding: "the kernel does not return")
    }
  }
}
