import Logic
import Microkernel
import Vocabulary

/// What a state of a system can be: a sentence that is true or false of it.
indirect enum Claim: Hashable, Sendable {
  /// A thread is about to execute an instruction.
  case at(Thread, node: Int, mark: String)
  /// A thread does something about messages, with some thread, or with any.
  case doing(Thread, Activity, Thread?)
  /// A thread's task has a page.
  case holds(Thread, page: Int)
  case not(Claim)
  case both(Claim, Claim)
  case either(Claim, Claim)

  /// What a thread does at a moment. (IPC-22)
  enum Activity: String, Hashable, Sendable, CaseIterable {
    /// It could execute its next instruction.
    case ready
    /// It waits for anything.
    case blocked
    /// It does not exist: its task was deleted.
    case gone
    /// Its message waits until the receiver is ready for it.
    case pending
    /// It waits for a message.
    case waiting
    /// It has a page fault, and the kernel asks the pager.
    case faulting
    /// A message is being transferred, which takes time.
    case sending, receiving

    /// The word before the other thread.
    var preposition: String? {
      switch self {
      case .ready, .blocked, .gone: nil
      case .pending, .faulting: "at"
      case .waiting: "for"
      case .sending: "to"
      case .receiving: "from"
      }
    }
  }
}

extension Claim {
  /// Whether it is true of a state.
  func holds(of state: SystemState, in scene: Scene) -> Bool {
    switch self {
    case .at(let thread, let node, _):
      return state.place[Int(thread.rawValue)] == UInt8(node)
    case .doing(let thread, let activity, let other):
      return state.does(thread, activity, with: other)
    case .holds(let thread, let page):
      let slot = scene.shape.slot(scene.population.task(of: thread), page: page)
      return state.kernel.spaces.mapped.contains(id: Int(slot.rawValue)).value
    case .not(let claim): return !claim.holds(of: state, in: scene)
    case .both(let left, let right):
      return left.holds(of: state, in: scene) && right.holds(of: state, in: scene)
    case .either(let left, let right):
      return left.holds(of: state, in: scene) || right.holds(of: state, in: scene)
    }
  }

  /// The marks that are named.
  var marks: [(thread: Thread, node: Int)] {
    switch self {
    case .at(let thread, let node, _): [(thread, node)]
    case .doing, .holds: []
    case .not(let claim): claim.marks
    case .both(let left, let right), .either(let left, let right): left.marks + right.marks
    }
  }
}

extension SystemState {
  /// Whether a thread could execute an instruction.
  func isReady(_ thread: Thread) -> Bool {
    kernel.runnable.contains(id: Int(thread.rawValue)).value
  }

  func does(_ thread: Thread, _ activity: Claim.Activity, with other: Thread?) -> Bool {
    let ipc = kernel.ipc
    let bit = SystemKernel.Bits(id: Int(thread.rawValue))
    let isThere: Bool
    let partner: SystemKernel.Bits
    switch activity {
    case .ready: return isReady(thread)
    case .gone: return !kernel.threads.existing.contains(bit).value
    case .blocked: return kernel.threads.existing.contains(bit).value && !isReady(thread)
    case .pending:
      isThere = (ipc.pending - ipc.calledFor).contains(bit).value
      partner = ipc.partner[at: bit]
    case .waiting:
      isThere = (ipc.waiting - ipc.calledFor).contains(bit).value
      partner = ipc.partner[at: bit]
    case .faulting:
      isThere = (ipc.paging | ipc.stuck).contains(bit).value
      partner = ipc.asked[at: bit]
    case .sending:
      isThere = ipc.sending.contains(bit).value
      partner = ipc.peer[at: bit]
    case .receiving:
      isThere = ipc.receiving.contains(bit).value
      partner = ipc.peer[at: bit]
    }
    guard isThere, let other else { return isThere }
    return partner.contains(id: Int(other.rawValue)).value
  }
}
