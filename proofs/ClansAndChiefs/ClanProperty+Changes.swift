import ClansAndChiefs
import Logic
import Proving

// What creation, deletion and donation do to the tree, and leave alone.
extension ClanTransition {
  /// A change of the tree: the task that it is about, who asked for it, and what came of it.
  @usableFromInline typealias Change = (task: V.Bits, invoker: V.Bits, result: ClanCase)

  /// The change, if the step is one.
  @inlinable
  var change: Change? {
    guard case .change(let result) = outcome else { return nil }
    switch step {
    case .create(let task, by: let invoker): return (task, invoker, result)
    case .delete(let task, by: let invoker): return (task, invoker, result)
    case .donate(let task, by: let invoker, to: _): return (task, invoker, result)
    case .send, .deceive, .ask: return nil
    }
  }

  /// The change, if it was not refused.
  @inlinable
  var effect: Change? {
    guard let change, !change.result.isRefusal else { return nil }
    return change
  }

  /// The tasks that are below others than before.
  @inlinable
  var moved: V.Bits {
    var moved = V.Bits.empty
    for task in 0..<tasks { moved |= before.below[row: task] ^ after.below[row: task] }
    return moved
  }

  @inlinable
  func checkOnlyChiefsChange(_ part: Part<V>) {
    guard let change else {
      part("a question changes nothing", moved | (before.active ^ after.active))
      return
    }
    let (task, invoker, result) = change
    if result.isRefusal {
      part("a refusal changes nothing", moved | (before.active ^ after.active))
      return
    }
    part("the invoker is the chief", task.when(!before.isChief(invoker, of: task)))
    let subtree = task | before.below[at: task]
    let created = result == .created ? task : .empty
    part("the task and all below it end", after.active & (subtree - created))
    part("nobody else ends", (before.active - after.active) - subtree)
    part("nobody else comes to be", (after.active - before.active) - created)
    part("nobody else has other chiefs", moved - subtree)
  }

  @inlinable
  func checkNobodyLeavesItsClan(_ part: Part<V>) {
    guard let change else { return }
    part("who is not below the invoker stays where it is", moved - before.below[at: change.invoker])
    part("the invoker does not end", change.invoker - after.active)
  }

  @inlinable
  func checkNewTasksAreMembers(_ part: Part<V>) {
    guard case .create(let task, by: let invoker) = step, effect != nil else { return }
    part("it exists", task - after.active)
    part("the creator is its chief", task.when(!after.isChief(invoker, of: task)))
    if universe.profile.donation == .toActive {
      part("nobody is below it", after.below[at: task])
    }
  }

  @inlinable
  func checkNumbersRevert(_ part: Part<V>) {
    guard let (task, invoker, _) = effect else { return }
    let left = before.below.union(over: task & before.active)
    switch universe.profile.numbersOfDeleted {
    case .lost: part("nobody has them", left & after.below.union)
    case .revert:
      part("they are below the invoker", left - after.below[at: invoker])
      guard universe.profile.donation == .toActive else { return }
      var others = V.Bits.empty
      for number in 0..<tasks {
        let name = V.Bits(id: number)
        others |= (left & name).when(!after.isChief(invoker, of: name))
      }
      part("the invoker is their chief", others)
    }
  }

  @inlinable
  func checkDonationMoves(_ part: Part<V>) {
    guard case .donate(let task, by: _, to: let receiver) = step, effect != nil else { return }
    part("the receiver is its chief", task.when(!after.isChief(receiver, of: task)))
    part("nobody has the task", after.active & task)
  }
}
