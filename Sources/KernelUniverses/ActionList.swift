import Logic
import Microkernel

/// The actions of a universe in memory that is never moved: a search reads them without counting
/// references, by which several threads would wait for each other.
public final class ActionList<Item>: @unchecked Sendable {
  @usableFromInline let items: UnsafeMutableBufferPointer<Item>

  public init(_ list: [Item]) {
    items = .allocate(capacity: list.count)
    _ = items.initialize(from: list)
  }

  deinit {
    items.deinitialize()
    items.deallocate()
  }
}
