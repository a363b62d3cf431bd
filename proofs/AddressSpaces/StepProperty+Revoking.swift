import AddressSpaces
import Logic
import Proving
import Vocabulary

// What unmap and deletion take away, and leave.
extension Transition {
  /// What an unmap of `pages` is about: what was derived from them, and the own pages that may go.
  @inlinable
  func reach(_ pages: V.Bits, _ mask: UnmapMask) -> V.Bits {
    var derived = V.Bits.empty
    for node in 0..<slots {
      derived |= V.Bits(id: node).when(!(before.above(V.Bits(id: node)) & pages).isEmpty)
    }
    return mask.includesOwn ? derived | ((pages & before.mapped) - layout.roots) : derived
  }

  @inlinable
  func checkUnmapIsComplete(_ part: Part<V>) {
    guard case .unmap(let pages, let mask) = step else { return }
    let reached = reach(pages, mask)
    if mask.isComplete {
      part("nothing derived is left", after.mapped & reached)
    } else {
      part("nothing derived is writable", (after.writable & reached) - layout.ports)
      let ports = layout.profile.readOnlyUnmapOfPorts == .unmaps ? layout.ports : .empty
      part("ports are unmapped where the profile says so", after.mapped & reached & ports)
    }
  }

  @inlinable
  func checkUnmapTouchesNothingElse(_ part: Part<V>) {
    guard case .unmap(let pages, let mask) = step else { return }
    part("only what was derived changes", changed - reach(pages, mask))
    if !mask.isComplete {
      let ports = layout.profile.readOnlyUnmapOfPorts == .unmaps ? layout.ports : .empty
      part("a remap unmaps nothing", (before.mapped - after.mapped) - ports)
    }
  }

  @inlinable
  func checkOnceIsEnough(_ part: Part<V>) {
    let again = Transition(from: after, step, layout: layout)
    part("the second time nothing changes", again.changed)
    part("the second time no node is used", layout.roots.when(again.after.free != after.free))
    guard case .map(let source, to: let destination, in: _, _) = step, !isRefusal else { return }
    let flush = UnmapMask(isComplete: true, includesOwn: false)
    let flushed = Transition(from: after, .unmap(source, flush), layout: layout)
    part("a flush takes back what was mapped", flushed.after.mapped & destination)
  }

  /// A node that was derived before a flush is gone after it (T-AS5), and cannot come back, for nodes
  /// only ever appear as children of nodes that are there, or by being granted: so no access can go
  /// through it, not even by the TLB.
  @inlinable
  func checkWhatIsRevokedStaysRevoked(_ part: Part<V>) {
    if case .unmap(let pages, let mask) = step {
      let revoked = reach(pages, mask)
      part(
        mask.isComplete ? "no translation is left" : "no right to write is left",
        (mask.isComplete ? after.cached.union : after.cachedWritable - layout.ports) & revoked)
    }
    let roots = before.mapped
    for node in 0..<slots {
      let name = V.Bits(id: node)
      part(
        "what appears comes from what was there",
        name.when(gained.contains(name)) & name.when(!after.above(name).isSubset(of: roots)))
    }
    let isAccess = if case .access = step { true } else { false }
    var loaded = V.Bits.empty
    for frame in 0..<frames {
      let new = after.cached[row: frame] - before.cached[row: frame]
      loaded |= isAccess ? new - before.holders[row: frame] : new
    }
    part("a translation is cached only by an access, from the tree", loaded)
  }

  @inlinable
  func checkDeletionLeavesNothing(_ part: Part<V>) {
    guard case .delete(let task) = step, !isRefusal else { return }
    let flush = UnmapMask(isComplete: true, includesOwn: true)
    part("none of its pages is left", after.mapped & task)
    part("nothing derived from it is left", after.mapped & reach(task, flush))
    part("nothing hangs below it", after.below.union(over: task))
    part("the task has gone", after.live & task)
    part("no other task has gone", (before.live - after.live) - task)
    part("nothing else changes", changed - reach(task, flush))
  }

  @inlinable
  func checkRefusalChangesNothing(_ part: Part<V>) {
    guard isRefusal else { return }
    part("no node changes", changed)
    part("no task comes or goes", before.live ^ after.live)
    part("no node is used or freed", layout.roots.when(before.free != after.free))
  }

  @inlinable
  func checkAccessIsWhatTheTreeAllows(_ part: Part<V>) {
    guard case .access(let page, let write) = step else { return }
    let allowed = before.mapped.contains(page) && (write ==> before.writable.contains(page))
    part(
      "it faults where the tree says so, and only there", page.when(allowed == V.Truth(isRefusal)))
    guard !isRefusal else { return }
    for frame in 0..<frames {
      part(
        "it reaches the frame of the node",
        page.when(
          after.cached[row: frame].contains(page) != before.holders[row: frame].contains(page)))
    }
    part("it changes no node", changed)
  }
}
