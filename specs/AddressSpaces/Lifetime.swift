import Logic
import Vocabulary

// Tasks come and go. Who may create or delete which task is a matter of chapter Threads (TN2).
extension AddressSpaces {
  /// Deletes a task: its whole space is flushed, and what was derived from it disappears from the
  /// spaces of other tasks too. (AS16)
  ///
  /// `task` are all slots of the task. sigma0 cannot be deleted.
  @inlinable
  public mutating func delete(
    _ task: V.Bits, layout: Layout<V, slots, frames>
  ) -> PageCase {
    guard V.holds(!task.contains(layout.sigma0), "the task is another than sigma0")
    else { return .rootStays }  // I-AS2
    guard V.holds(task.isSubset(of: live), "the task is active")
    else { return .notExistent }
    remove(subtree(task))
    live -= task
    return .deleted
  }

  /// Creates a task: its space is empty. (AS1)
  @inlinable
  public mutating func create(_ task: V.Bits) -> PageCase {
    guard V.holds(!task.isSubset(of: live), "the task number is free")
    else { return .notExistent }
    live |= task
    return .created
  }
}
