import Logic

// What unmap and deletion take away, and leave.
extension Quantified.Change {
  func checkUnmapIsComplete(_ part: Part) {
    guard case .unmap(let pages, let isComplete, let includesOwn) = step else { return }
    let reached = structure.set { before.isReached($0, by: pages, includesOwn: includesOwn) }
    part(
      "nothing derived is left",
      isComplete ==> forAllSlots { x in reached(x) ==> !after.isMapped(x) })
    part(
      "nothing derived is writable",
      forAllSlots { x in (reached(x) && after.isWritable(x)) ==> structure.isPort(x) })
    part(
      "ports are unmapped where the profile says so",
      structure.choices.readOnlyUnmapsPorts
        ==> forAllSlots { x in (reached(x) && structure.isPort(x)) ==> !after.isMapped(x) })
  }

  func checkUnmapTouchesNothingElse(_ part: Part) {
    guard case .unmap(let pages, let isComplete, let includesOwn) = step else { return }
    let reached = structure.set { before.isReached($0, by: pages, includesOwn: includesOwn) }
    part("only what was derived changes", onlyChanges(reached))
    part(
      "a remap unmaps nothing",
      forAllPlaces { x, f in
        (!isComplete && before.maps(x, f))
          ==> (after.maps(x, f)
            || (structure.isPort(x) && structure.choices.readOnlyUnmapsPorts))
      })
  }

  func checkOnceIsEnough(_ part: Part) {
    switch step {
    case .unmap(let pages, let isComplete, let includesOwn):
      let again = after.unmapCase(pages, isComplete: isComplete, includesOwn: includesOwn)
      guard let end = again.after else { return }
      let second = Self(before: after, step: step, result: again.result, after: end())
      part("the second time nothing changes", second.onlyChanges { _ in S.Truth(false) })
    case .map(let gift):
      let flush = after.unmapCase(
        { $0 == gift.source }, isComplete: S.Truth(true), includesOwn: S.Truth(false))
      guard let end = flush.after else { return }
      part("a flush takes back what was mapped", !end().isMapped(gift.destination))
    case .grant, .delete, .create, .access: break
    }
  }

  func checkDeletionLeavesNothing(_ part: Part) {
    guard case .delete(let task) = step else { return }
    let own: Slots = { structure.task(of: $0) == task }
    let derived = structure.set { before.isDerived($0, from: own) }
    part("none of its pages is left", forAllSlots { x in own(x) ==> !after.isMapped(x) })
    part("nothing derived from it is left", forAllSlots { x in derived(x) ==> !after.isMapped(x) })
    part(
      "nothing hangs below it",
      forAllSlots { x in forAllSlots { y in own(y) ==> !after.isBelow(x, y) } })
    part("the task has gone", forAllSlots { x in own(x) ==> !after.isLive(x) })
    part(
      "no other task has gone",
      forAllSlots { x in (before.isLive(x) && !own(x)) ==> after.isLive(x) })
    part(
      "nothing else changes",
      onlyChanges { x in before.isReached(x, by: own, includesOwn: S.Truth(true)) })
  }
}
