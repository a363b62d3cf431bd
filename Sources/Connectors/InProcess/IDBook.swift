import KernelPrograms
import Microkernel
import ReferenceKernel
import Vocabulary

/// Which ids the threads of a stage have, and had. (A1, A6)
struct IDBook {
  private let layout: StageLayout
  private var current: [ThreadID] = []
  private var former: [[ThreadID]] = []

  init(_ layout: StageLayout) {
    self.layout = layout
  }

  /// Looks up what ids the threads have after boot.
  mutating func begin(_ kernel: HostedKernel) {
    current = layout.threads.map { kernel.id(of: layout.number(of: $0)) }
    // Before boot nobody had an id; what is named as one is that of the version before.
    former = current.map { [$0.withOtherVersion] }
  }

  /// Looks again, where task_new may have changed ids. Returns the threads whose ids are new.
  mutating func update(_ kernel: HostedKernel) -> [Thread] {
    layout.threads.filter { thread in
      let index = Int(thread.rawValue)
      let id = kernel.id(of: layout.number(of: thread))
      guard id != current[index] else { return false }
      former[index].append(current[index])
      current[index] = id
      return true
    }
  }

  func id(of named: KernelOperation.NamedThread?) -> ThreadID {
    guard let named else { return ThreadID.none }
    let index = Int(named.thread.rawValue)
    guard named.isFormer else { return current[index] }
    return former[index].last ?? .none
  }

  func id(of named: KernelOperation.NamedTask) -> ThreadID {
    let first = layout.stage.population.threads(of: named.task)[0]
    return id(of: KernelOperation.NamedThread(first, isFormer: named.isFormer))
  }

  func id(of partner: KernelOperation.NamedPartner) -> ThreadID {
    switch partner {
    case .thread(let named): id(of: named)
    case .interrupt(let source): ThreadID.interrupt(Int(source.rawValue))
    case .nobody: .none
    case .invalid: .invalid
    }
  }

  /// An id that the kernel gave.
  func seen(_ id: ThreadID) -> SeenID {
    if id == ThreadID.none { return .nobody }
    if id == .invalid { return .invalid }
    if let index = current.firstIndex(of: id) { return .thread(index) }
    if id.high == 0, (1...255).contains(id.low) { return .interrupt(Int(id.low) - 1) }
    if let index = former.firstIndex(where: { $0.contains(id) }) { return .former(index) }
    if let index = current.firstIndex(where: { $0.withOtherVersion == id }) {
      return .former(index)
    }
    return .unknown(UInt64(id.high) << 32 | UInt64(id.low))
  }
}

extension ThreadID {
  /// The same thread in an earlier life, which it did not have. (A2, A6)
  var withOtherVersion: ThreadID {
    ThreadID(low: low & ~0x3FF | (low &- 1) & 0x3FF, high: high)
  }
}
