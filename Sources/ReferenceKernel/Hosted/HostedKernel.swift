/// A kernel with a machine around it, for tests and for conformance runs: its users never meet generics.
public final class HostedKernel {
  var kernel: Kernel<HostedMachine>
  private let memory: UnsafeMutableRawPointer

  /// Boots a kernel on a fresh machine.
  public init(_ configuration: KernelConfiguration, tags: TranslationTags = .untagged) {
    memory = .allocate(
      byteCount: Kernel<HostedMachine>.memorySize(for: configuration), alignment: 16)
    kernel = Kernel(
      configuration, machine: HostedMachine(configuration, tags: tags), memory: memory)
  }

  deinit { memory.deallocate() }

  /// The sizes and choices that the kernel was built with.
  public var configuration: KernelConfiguration { kernel.configuration }

  /// What the work has cost since the last reset.
  public var counters: Counters { kernel.counters }

  /// Whether a task exists.
  public func isActive(_ task: TaskNumber) -> Bool { kernel.isActive(task) }

  /// Creates a task with an empty space; false if it exists or has no valid number.
  @discardableResult
  public func createTask(_ task: TaskNumber) -> Bool { kernel.createTask(task) }

  /// Deletes a task with all that was derived from its pages; false for sigma0 and inactive tasks. (AS16)
  @discardableResult
  public func deleteTask(_ task: TaskNumber) -> Bool { kernel.deleteTask(task) }

  /// Maps or grants one send fpage. (`Kernel.transfer`)
  @discardableResult
  public func transfer(
    from sender: TaskNumber, sendBase: UInt32, fpage: UInt32, to receiver: TaskNumber,
    window: UInt32?
  ) -> TransferResult {
    kernel.transfer(from: sender, sendBase: sendBase, fpage: fpage, to: receiver, window: window)
  }

  /// Takes back what was mapped from an fpage. (`Kernel.unmap`)
  public func unmap(_ task: TaskNumber, fpage: UInt32, mask: UInt32) {
    kernel.unmap(task, fpage: fpage, mask: mask)
  }

  /// Starts a transfer that `step` does piece by piece.
  public func beginTransfer(
    from sender: TaskNumber, sendBase: UInt32, fpage: UInt32, to receiver: TaskNumber,
    window: UInt32?
  ) -> Continuation {
    kernel.beginTransfer(
      from: sender, sendBase: sendBase, fpage: fpage, to: receiver, window: window)
  }

  /// Starts an unmap that `step` does piece by piece.
  public func beginUnmap(_ task: TaskNumber, fpage: UInt32, mask: UInt32) -> Continuation {
    kernel.beginUnmap(task, fpage: fpage, mask: mask)
  }

  /// Starts a deletion that `step` does piece by piece; the task is gone for everybody at once.
  public func beginDelete(_ task: TaskNumber) -> Continuation { kernel.beginDelete(task) }

  /// Does the next piece; false if nothing remains. (N2)
  @discardableResult
  public func step(_ continuation: inout Continuation) -> Bool { kernel.step(&continuation) }

  /// A user access of a task, switching to its space if need be; an inactive task faults. (AS21)
  public func access(_ task: TaskNumber, address: UInt32, write: Bool) -> Access {
    guard kernel.enter(task) else { return .fault }
    return kernel.machine.access(address, write: write)
  }

  /// A port instruction of a task. (IO6)
  public func portAccess(_ task: TaskNumber, port: UInt32) -> Bool {
    guard port < 65536, kernel.enter(task) else { return false }
    return kernel.machine.portAccess(port)
  }

  /// Reads the word at an address of a task; nil for a fault.
  public func load(_ task: TaskNumber, address: UInt32) -> UInt32? {
    guard case .hit(let physical) = access(task, address: address, write: false) else {
      return nil
    }
    return kernel.machine.load(physicalAddress: physical)
  }

  /// Writes the word at an address of a task; false for a fault.
  @discardableResult
  public func store(_ word: UInt32, _ task: TaskNumber, address: UInt32) -> Bool {
    guard case .hit(let physical) = access(task, address: address, write: true) else {
      return false
    }
    kernel.machine.store(word, physicalAddress: physical)
    return true
  }

  /// Looks for a broken invariant of the kernel or a stale translation; nil if there is none. (Q1)
  public func audit() -> AuditFailure? { kernel.audit() ?? kernel.auditTranslations() }

  /// Back to the state before `boot`: sigma0's space alone, frames zero, counters zero.
  public func reset() {
    kernel.reset()
    kernel.machine.reset()
  }
}

extension Kernel where Hardware == HostedMachine {
  /// Compares everything that the translation buffer knows with the tables. (I-AS5, UM11)
  func auditTranslations() -> AuditFailure? {
    let buffer = machine.buffer
    for index in buffer.entries.indices where buffer.entries[index].epoch == buffer.epoch {
      let entry = buffer.entries[index]
      let task = TaskNumber((entry.directory - configuration.tableAddress) >> 12)
      for offset in 0..<(buffer.isLarge(at: index) ? Large.pages : 1) {
        let page = entry.page + offset
        let truth = machine.translation(of: page, directory: entry.directory)
        guard let truth, truth.frame == entry.frame + offset,
          truth.isWritable || !entry.isWritable
        else { return AuditFailure(.staleTranslation, task: task, page: page) }
      }
    }
    return nil
  }
}
