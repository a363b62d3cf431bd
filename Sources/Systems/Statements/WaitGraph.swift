import Logic
import Microkernel
import Vocabulary

/// Who can only go on when another one does something, whatever time passes. (D-IPC1)
///
/// Every thread waits for one other at most, so that threads which wait for each other in a circle
/// will do so for ever, unless somebody ends the ipc of one from outside.
struct WaitGraph {
  /// For every thread: for whom it waits, and why.
  private(set) var waits: [Wait?]

  struct Wait: Hashable {
    let whom: Int
    let why: Why
  }

  enum Why: Hashable {
    /// It is pending: the other one does not receive.
    case send
    /// It receives from nobody else.
    case receive
    /// The kernel asks its pager.
    case fault
    /// It is in a transfer with the other one, who has a page fault.
    case transfer
  }

  init(_ kernel: SystemKernel, threads: Int) {
    let ipc = kernel.ipc
    waits = (0..<threads).map { thread in
      let bit = SystemKernel.Bits(id: thread)
      let isEndless = ipc.deadline[row: thread].value == 0
      if ipc.calledFor.contains(bit).value {
        guard isEndless, let whom = ipc.partner[row: thread].knownID else { return nil }
        return Wait(whom: whom, why: .fault)
      }
      if ipc.transferring.contains(bit).value {
        guard let whom = ipc.peer[row: thread].knownID, ipc.calledFor.contains(id: whom).value
        else {
          return nil
        }
        return Wait(whom: whom, why: .transfer)
      }
      guard isEndless, let whom = ipc.partner[row: thread].knownID else { return nil }
      if ipc.pending.contains(bit).value { return Wait(whom: whom, why: .send) }
      return ipc.waiting.contains(bit).value ? Wait(whom: whom, why: .receive) : nil
    }
  }

  /// The threads of a circle, each of which waits for the next one and the last for the first; nil
  /// if there is none.
  var circle: [Int]? {
    for start in waits.indices {
      var path = [start]
      while let next = waits[path[path.count - 1]]?.whom {
        if next == start { return path }
        if path.contains(next) { break }
        path.append(next)
      }
    }
    return nil
  }

  /// Who waits for whom in a circle, as a sentence.
  func description(of circle: [Int], in population: Population) -> String {
    circle.compactMap { thread in
      waits[thread].map { describe(thread, $0, population) }
    }.joined(separator: "; ")
  }

  private func describe(_ thread: Int, _ wait: Wait, _ population: Population) -> String {
    let (name, other) = (population.name(Thread(thread)), population.name(Thread(wait.whom)))
    return switch wait.why {
    case .send: "\(name) waits until \(other) receives its message"
    case .receive: "\(name) waits for a message from \(other)"
    case .fault: "\(name) has a page fault and waits for \(other)"
    case .transfer: "\(name) is in a transfer with \(other), which has a page fault"
    }
  }
}
