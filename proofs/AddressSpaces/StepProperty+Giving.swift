import AddressSpaces
import Logic
import Proving

// What map and grant do, and do not.
extension Transition {
  @inlinable
  func checkMapChangesTheWindowOnly(_ part: Part<V>) {
    guard case .map(_, to: let destination, in: let window, _) = step else { return }
    // Where the profile replaces, what was derived from the page that was there goes with it (AS11):
    // section Q states the case in which mappings are kept.
    let replaced =
      layout.profile.overmapping == .replaces ? before.below[at: destination] : V.Bits.empty
    part("only the page in the window changes", changed - ((destination & window) | replaced))
    part("what else was derived stays", (before.mapped - after.mapped) - replaced)
  }

  @inlinable
  func checkNothingAppearsWithoutConsent(_ part: Part<V>) {
    switch step {
    case .map(_, to: let destination, in: let window, _),
      .grant(_, to: let destination, in: let window, _):
      part("pages appear in the window", gained - (destination & window))
    case .unmap, .delete, .create, .access:
      part("pages appear only by map and grant", gained)
    }
  }

  @inlinable
  func checkNobodyGainsWhatNobodyGave(_ part: Part<V>) {
    switch step {
    case .map(let source, to: _, in: _, let write), .grant(let source, to: _, in: _, let write):
      var ungiven = V.Bits.empty
      for frame in 0..<frames {
        let new = after.holders[row: frame] - before.holders[row: frame]
        let canGive = before.holders[row: frame].contains(source)
        let canGiveWrite = before.writable.contains(source)
        ungiven |= new.when(!canGive) | (new & after.writable).when(!canGiveWrite)
      }
      part("the sender held the frame, with the rights", ungiven)
      part(
        "the sender held the right to write",
        (after.writable - before.writable).when(!before.writable.contains(source)))
      let withheld = write || layout.ports.contains(source)
      if case .map = step {
        part(
          "a right that was not asked for is not given",
          (after.writable - before.writable).when(!withheld))
      }
    case .unmap, .delete, .create, .access:
      part("nobody gains by anything else", gained)
    }
  }

  @inlinable
  func checkGrantMoves(_ part: Part<V>) {
    guard case .grant(let source, to: let destination, in: _, let write) = step, !isRefusal
    else { return }
    let replaced = before.subtree(destination)
    let derived = before.below[at: source] - replaced
    part("the sender has no node", after.mapped & source)
    part("the parent is the old one", after.above(destination) ^ before.above(source))
    part("what was derived is derived", after.below[at: destination] ^ derived)
    part(
      "no node is new, none is lost",
      after.mapped ^ (((before.mapped - replaced) - source) | destination))
    for frame in 0..<frames {
      part(
        "the frame is the old one",
        destination.when(
          before.holders[row: frame].contains(source)
            != after.holders[row: frame].contains(destination)))
    }
    let moved = source | destination | replaced | derived
    part("nothing else changes", changed - moved)
    let isReadOnly =
      !(write || layout.ports.contains(source))
      && V.Truth(layout.profile.grantWithoutWrite == .restricts)
    part(
      "without the write bit all of it is read-only",  // AS9
      ((destination | derived) & after.writable).when(isReadOnly))
    part(
      "with it the rights are the old ones",
      ((derived & (before.writable ^ after.writable))
        | destination.when(
          before.writable.contains(source) != after.writable.contains(destination)))
        .when(!isReadOnly))
  }

  @inlinable
  func checkMapGivesWhatWasAsked(_ part: Part<V>) {
    guard case .map(let source, to: let destination, in: _, let write) = step, !isRefusal
    else { return }
    let asked = (write || layout.ports.contains(source)) && before.writable.contains(source)
    part(
      "the page hangs below its source", destination.when(!after.isParent(source, of: destination)))
    part(
      "nothing is derived from a new page",
      newPage(destination) & after.mapped
        & destination.when(!after.below[at: destination].isEmpty))
    let had = result == .widened ? before.writable.contains(destination) : V.Truth(false)
    part(
      "it can be written as far as asked for and as the sender can",
      destination.when(after.writable.contains(destination) != (asked || had)))
  }

  @inlinable
  func newPage(_ destination: V.Bits) -> V.Bits {
    result == .widened ? .empty : destination
  }
}
