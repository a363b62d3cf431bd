import Logic
import Vocabulary

extension AddressSpaces {
  /// Maps one page: the receiver gets it too, the sender keeps it. (AS2, AS5)
  ///
  /// `source` and `destination` are single slots; `window` is what the receiver has opened, as slots.
  @inlinable
  public mutating func map(
    _ source: V.Bits, to destination: V.Bits, in window: V.Bits, write: V.Truth,
    layout: Layout<V, slots, frames>
  ) -> PageCase {
    if let obstacle = obstacle(giving: source, at: destination, in: window, layout) {
      return obstacle
    }
    // The sender gives no more than it has. (AS7, AS8)
    let canWrite = asksToWrite(write, source, layout) && writable.contains(source)

    if V.holds(mapped.contains(destination), "the destination is mapped already") {  // AS11
      let isChild = isParent(source, of: destination)
      if V.holds(isChild, "the sender's page is the parent of what is mapped there") {
        writable |= destination.when(canWrite)
        return .widened
      }
      guard V.holds(!layout.roots.contains(destination), "what is mapped there came from a sender")
      else { return .rootStays }  // I-AS2
      guard layout.profile.overmapping == .replaces else { return .kept }
      remove(subtree(destination))
      insert(destination, under: source, canWrite: canWrite)
      return .replaced
    }
    guard V.holds(free != V.Count(0), "there is memory for another node")
    else { return .shortage }  // AS15
    insert(destination, under: source, canWrite: canWrite)
    return .mapped
  }
}
