import Logic

extension Quantified.Forest {
  /// What an unmap of `pages` is about: what was derived from them, and the own pages that may go.
  /// (UM2–UM6)
  public func isReached(
    _ slot: S.Slot, by pages: (S.Slot) -> S.Truth, includesOwn: S.Truth
  ) -> S.Truth {
    isDerived(slot, from: pages)
      || (includesOwn && pages(slot) && isMapped(slot) && !structure.isRoot(slot))  // I-AS2
  }

  /// fpage_unmap, which cannot be refused. (UM1–UM8, UM14)
  public func unmapCase(
    _ pages: @escaping Slots, isComplete: S.Truth, includesOwn: S.Truth
  ) -> Case {
    Case(.unmapped, when: S.Truth(true)) {
      let reached = structure.set { isReached($0, by: pages, includesOwn: includesOwn) }
      let takesPorts = structure.choices.readOnlyUnmapsPorts
      return restricting { !isComplete && reached($0) && !structure.isPort($0) }  // UM4, UM5
        .removing { reached($0) && (isComplete || (structure.isPort($0) && takesPorts)) }
      // UM2, UM3, IO4
    }
  }

  /// Deletes a task, with all that was derived from its pages. (AS16)
  public func deletionCases(_ task: S.Task) -> [Case] {
    let isOwn: Slots = { structure.task(of: $0) == task }
    return [
      Case(.rootStays, when: task == structure.sigma0),  // I-AS2
      Case(.notExistent, when: !structure.forAllSlots { isOwn($0) ==> isLive($0) }),
      Case(.deleted, when: S.Truth(true)) {
        var after = removing { isInSubtree($0, of: isOwn) }
        after.isLive = structure.set { isLive($0) && !isOwn($0) }
        return after
      },
    ]
  }

  /// Creates a task, with an empty space. (AS1)
  public func creationCases(_ task: S.Task) -> [Case] {
    let isOwn: Slots = { structure.task(of: $0) == task }
    return [
      Case(.notExistent, when: structure.forAllSlots { isOwn($0) ==> isLive($0) }),
      Case(.created, when: S.Truth(true)) {
        var after = self
        after.isLive = structure.set { isLive($0) || isOwn($0) }
        return after
      },
    ]
  }
}
