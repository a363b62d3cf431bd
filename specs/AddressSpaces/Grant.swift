import Logic
import Vocabulary

extension AddressSpaces {
  /// Grants one page: it moves, with its parent and all that was derived from it. (AS2, AS6)
  ///
  /// sigma0's own pages cannot be granted: their nodes are the roots, which never disappear. (I-AS2)
  @inlinable
  public mutating func grant(
    _ source: V.Bits, to destination: V.Bits, in window: V.Bits, write: V.Truth,
    layout: Layout<V, slots, frames>
  ) -> PageCase {
    if let obstacle = obstacle(giving: source, at: destination, in: window, layout) {
      return obstacle
    }
    let own = layout.roots & (source | destination)
    guard V.holds(own.isEmpty, "both pages are others than sigma0's own")
    else { return .rootStays }

    let replaces = V.holds(mapped.contains(destination), "the destination is mapped already")
    if replaces { remove(subtree(destination)) }  // AS11; it may have been derived from the source
    if layout.profile.grantWithoutWrite == .restricts {  // AS9
      restrict((source | below[at: source]).when(!asksToWrite(write, source, layout)))
    }
    rename(source, to: destination)
    return replaces ? .grantedReplacing : .granted
  }
}
