import Logic
import Vocabulary

extension AddressSpaces {
  /// What stands in the way of giving `source` at `destination`, by map or by grant, in the order in
  /// which a kernel meets it; nil where nothing does.
  @inlinable
  func obstacle(
    giving source: V.Bits, at destination: V.Bits, in window: V.Bits,
    _ layout: Layout<V, slots, frames>
  ) -> PageCase? {
    guard V.holds(live.contains(destination), "the receiver is active")
    else { return .notExistent }  // IPC-41
    guard V.holds(window.contains(destination), "the receiver has opened its window there")
    else { return .outsideWindow }  // AS3
    guard V.holds(mapped.contains(source), "the sender holds the page")
    else { return .notHeld }  // AS10
    guard V.holds(places(of: source, layout).contains(destination), "the page may be mapped there")
    else { return .noPlace }  // AS17, IO1
    if layout.profile.selfMapping != .aliases {  // AS13
      let isOwn = layout.space[at: source].contains(destination)
      guard V.holds(!isOwn, "sender and receiver are two tasks")
      else { return .withinOneSpace }
    }
    let line = above(source) | source
    let isOff = !line.contains(destination)
    guard V.holds(isOff, "the destination is off the line from sigma0 to the page")
    else { return .ontoAncestor }  // AS12, M-AS7
    return nil
  }

  /// The slots where the frame of `source` may be mapped: memory below the user limit (AS17), an I/O
  /// port at its own number only (IO1).
  @inlinable
  func places(of source: V.Bits, _ layout: Layout<V, slots, frames>) -> V.Bits {
    layout.places.union(over: holders.ids(meeting: source))
  }

  /// Whether the sender asks for the right to write. I/O ports are all or nothing. (AS8, IO4)
  @inlinable
  func asksToWrite(
    _ write: V.Truth, _ source: V.Bits, _ layout: Layout<V, slots, frames>
  ) -> V.Truth {
    write || layout.ports.contains(source)
  }
}
