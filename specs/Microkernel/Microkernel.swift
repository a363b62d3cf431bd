import AddressSpaces
import IPC
import Logic
import Threads
import Vocabulary

/// An L4 microkernel at one moment: the state of all chapters. Rules that concern one chapter are in
/// it; here is what passes between them.
public struct Microkernel<
  V: Values, let threadCount: Int, let taskCount: Int, let sourceCount: Int, let slotCount: Int,
  let frameCount: Int
>: Sendable {
  public var threads: Threads<V, threadCount, taskCount>
  public var ipc: Rendezvous<V, threadCount, sourceCount>
  public var spaces: AddressSpaces<V, slotCount, frameCount>
  public var offers: Offers<V, threadCount>

  @inlinable
  public init() {
    threads = Threads()
    ipc = Rendezvous()
    spaces = AddressSpaces()
    offers = Offers()
  }

  /// The threads that could run user code now. (I-SC2)
  @inlinable
  public var runnable: V.Bits { threads.existing - threads.halted - ipc.blocked }
}

extension Microkernel: Equatable where V.Bits: Equatable, V.Count: Equatable {}
extension Microkernel: Hashable where V.Bits: Hashable, V.Count: Hashable {}

/// What the calls that are under way say of memory: which page is offered, and which place is for it.
public struct Offers<V: Values, let threadCount: Int>: Sendable {
  /// For every thread whose message maps: the slots of the pages. (FP3)
  public var page: Table<V, Thread, threadCount>
  /// For every thread whose message maps: the slots, one a task, that the send base means. (FP4)
  public var base: Table<V, Thread, threadCount>
  /// The threads that grant the page; the others map it. (AS2)
  public var grants: V.Bits
  /// The threads that offer it with the right to write. (AS8)
  public var writes: V.Bits
  /// For every thread with a receive window: its slots. (IPC-53)
  public var window: Table<V, Thread, threadCount>
  /// For every thread with a page fault: the slot that it cannot reach. (PF-2)
  public var fault: Table<V, Thread, threadCount>

  @inlinable
  public init() {
    page = Table()
    base = Table()
    grants = .empty
    writes = .empty
    window = Table()
    fault = Table()
  }

  /// Nothing is offered by threads that send no map message, wanted by those without a window, or
  /// missed by those without a fault.
  @inlinable
  mutating func keep(mapping: V.Bits, windows: V.Bits, faults: V.Bits) {
    page.keepRows(of: mapping)
    base.keepRows(of: mapping)
    grants &= mapping
    writes &= mapping
    window.keepRows(of: windows)
    fault.keepRows(of: faults)
  }
}

extension Offers: Equatable where V.Bits: Equatable {}
extension Offers: Hashable where V.Bits: Hashable {}
