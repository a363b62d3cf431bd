import AddressSpaces
import Logic

// What map and grant do, and do not.
extension Quantified.Change {
  func checkMapChangesTheWindowOnly(_ part: Part) {
    guard case .map(let gift) = step else { return }
    part(
      "only the page in the window changes",
      gift.window(gift.destination) && onlyChanges { $0 == gift.destination || isReplaced($0) })
    part(
      "what else was derived stays",
      forAllPlaces { x, f in before.maps(x, f) ==> (after.maps(x, f) || isReplaced(x)) })
  }

  func checkNothingAppearsWithoutConsent(_ part: Part) {
    guard let gift else {
      part("pages appear only by map and grant", onlyGains { _ in S.Truth(false) })
      return
    }
    part(
      "pages appear in the window", onlyGains { $0 == gift.destination && gift.window($0) })
  }

  func checkNobodyGainsWhatNobodyGave(_ part: Part) {
    guard let gift else {
      part("nobody gains by anything else", onlyGains { _ in S.Truth(false) })
      return
    }
    part(
      "the sender held the frame, with the rights",
      forAllPlaces { x, f in
        let isGiven =
          before.maps(gift.source, f)
          && (after.isWritable(x) ==> before.isWritable(gift.source))
        return after.maps(x, f) ==> (before.maps(x, f) || isGiven)
      })
    let isAllowed =
      before.isWritable(gift.source)
      && (isGrant ? S.Truth(true) : before.asksToWrite(gift))
    part(
      "the sender held the right to write, and gave it",
      forAllSlots { x in after.isWritable(x) ==> (before.isWritable(x) || isAllowed) })
  }

  func checkGrantMoves(_ part: Part) {
    guard case .grant(let gift) = step else { return }
    let (source, destination) = (gift.source, gift.destination)
    func isDerived(_ x: S.Slot) -> S.Truth { before.isBelow(x, source) && !isReplaced(x) }
    part("the sender has no node", !after.isMapped(source))
    part(
      "the parent is the old one",
      forAllSlots { y in after.isBelow(destination, y) == before.isBelow(source, y) })
    part(
      "what was derived is derived",
      forAllSlots { x in after.isBelow(x, destination) == isDerived(x) })
    part(
      "the frame is the old one",
      structure.forAllFrames { f in after.maps(destination, f) == before.maps(source, f) })
    part(
      "no node is new, none is lost",
      forAllPlaces { x, f in
        x == source || x == destination
          || (after.maps(x, f) == (before.maps(x, f) && !isReplaced(x)))
      })
    part(
      "nothing else changes",
      onlyChanges { $0 == source || $0 == destination || isReplaced($0) || isDerived($0) })
    let isReadOnly = structure.choices.grantRestricts && !before.asksToWrite(gift)
    part(
      "without the write bit all of it is read-only",  // AS9
      isReadOnly
        ==> (!after.isWritable(destination)
          && forAllSlots { x in isDerived(x) ==> !after.isWritable(x) }))
    part(
      "with it the rights are the old ones",
      !isReadOnly
        ==> ((after.isWritable(destination) == before.isWritable(source))
          && forAllSlots { x in
            isDerived(x) ==> (after.isWritable(x) == before.isWritable(x))
          }))
  }

  func checkMapGivesWhatWasAsked(_ part: Part) {
    guard case .map(let gift) = step else { return }
    let (source, destination) = (gift.source, gift.destination)
    part("the page hangs below its source", after.isParent(source, of: destination))
    if result != .widened {
      part(
        "nothing is derived from a new page",
        forAllSlots { x in !after.isBelow(x, destination) })
    }
    let had = result == .widened ? before.isWritable(destination) : S.Truth(false)
    let given = before.asksToWrite(gift) && before.isWritable(source)
    part(
      "it can be written as far as asked for and as the sender can",
      after.isWritable(destination) == (given || had))
  }

  func checkWhatIsRevokedStaysRevoked(_ part: Part) {
    guard gift != nil else { return }
    part(
      "what appears comes from what was there",
      forAllSlots { x in
        forAllSlots { y in
          (after.isMapped(x) && !before.isMapped(x) && after.isBelow(x, y)) ==> before.isMapped(y)
        }
      })
  }
}
