import Logic
import Vocabulary

extension AddressSpaces {
  /// fpage_unmap: takes back what was derived from the invoker's own pages, in all spaces, and the
  /// own pages too where the mask says so. It cannot be refused. (UM1–UM8, UM14)
  ///
  /// `pages` are the slots of the fpage. Those that the invoker does not hold are skipped (UM7).
  /// Own pages may have come from others: the parents keep theirs. (UM9)
  @inlinable
  public mutating func unmap(
    _ pages: V.Bits, _ mask: UnmapMask, layout: Layout<V, slots, frames>
  ) -> PageCase {
    let derived = below.union(over: pages)  // UM6
    let own = (pages & mapped) - layout.roots  // I-AS2
    let affected = mask.includesOwn ? derived | own : derived
    if mask.isComplete {
      remove(affected)  // UM2, UM3
    } else {
      restrict(affected - layout.ports)  // UM4, UM5
      if layout.profile.readOnlyUnmapOfPorts == .unmaps {
        remove(affected & layout.ports)  // IO4
      }
    }
    return .unmapped
  }
}
