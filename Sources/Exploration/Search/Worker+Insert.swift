import Synchronization

extension Worker {
  /// Looks up the batch, and adds what is new. What there is no room for stays in the batch.
  ///
  /// The entries are fetched first, none waiting for another; nearly all successors are found at the first place looked at.
  @inlinable @inline(never)
  mutating func flush() {
    let view = view
    let count = batch.count
    for index in 0..<count {
      let home = view.home(batch.pending[index].hash)
      batch.entries[index] = view.entries[home].load(ordering: .acquiring)
    }
    for index in 0..<count {
      let each = batch.pending[index]
      let tag = view.tag(each.hash)
      var entry = batch.entries[index]
      var slot = view.home(each.hash)
      while entry != 0, view.number(in: entry, tag: tag, code: each.code) == nil {
        slot = view.after(slot)
        entry = view.entries[slot].load(ordering: .acquiring)
      }
      if entry == 0, !insert(each) {
        isStarved = true
        batch.drop(before: index)
        return
      }
    }
    batch.count = 0
  }

  /// Adds a state unless it is there already. False if there is no room.
  ///
  /// The state is complete in this worker's arena before a single exchange of the entry makes it known to the others.
  @inlinable @inline(never)
  mutating func insert(_ state: Pending<M.Code>) -> Bool {
    let view = view
    let tag = view.tag(state.hash)
    var slot = view.home(state.hash)
    while true {
      var entry = view.entries[slot].load(ordering: .acquiring)
      if entry == 0 {
        guard quota > 0 || refill() else { return false }
        let number = view.number(worker: index, index: count)
        view.write(state.code, parent: state.parent, at: number)
        let (isOurs, winner) = view.entries[slot].compareExchange(
          expected: 0, desired: tag | (number &+ 1), successOrdering: .acquiringAndReleasing,
          failureOrdering: .acquiring)
        if isOurs {
          count += 1
          quota -= 1
          if !watchlist.ofStates.isEmpty { watch(state.code, number: number) }
          return true
        }
        entry = winner
      }
      if view.number(in: entry, tag: tag, code: state.code) != nil { return true }
      slot = view.after(slot)
    }
  }

  /// Takes a share of the room that is left.
  @usableFromInline
  mutating func refill() -> Bool {
    let share = 64
    let left = shared.room.wrappingSubtract(share, ordering: .relaxed).oldValue
    quota = max(0, min(share, left))
    return quota > 0
  }

  /// Enters this worker's states into a table that is empty of them.
  @inlinable
  mutating func reenter() {
    let view = view
    for state in 0..<count { view.reenter(view.number(worker: index, index: state)) }
  }
}
