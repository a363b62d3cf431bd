import ClansAndChiefs
import IPC
import Logic
import Proving
import Threads
import Vocabulary

// Clans and chiefs: what kernels without redirection do not promise.
extension IPCTransition {
  @inlinable
  func checkNoBypass(_ part: Part<V>) {
    guard world.profile.redirection == .byClans else { return }
    let direct = world.redirectsFaults ? V.Bits.empty : requesting
    var strays = V.Bits.empty
    for position in 0..<threads {
      let sender = done.sender[row: position] - direct
      let near = world.neighbours(of: V.Bits(id: position))
      strays |= V.Bits(id: position).when(!sender.isSubset(of: near))
    }
    part("sender and receiver are neighbours", strays)
  }

  /// The threads that get a message with the deceit bit whose visible sender is of now.
  @inlinable
  var deceived: V.Bits {
    let stale = before.formerVisible & before.messages
    return done.deceived - done.sender.ids(meeting: stale)
  }

  /// Whether a deceit is no subject of the statements: in the name of one's own task. (U35)
  @inlinable
  func isExempt(_ sender: V.Bits, _ visible: V.Bits) -> V.Truth {
    let isOwn = world.roster.task.union(over: sender) == world.roster.task.union(over: visible)
    let allowsOwn = V.Truth(world.clansProfile.ownSenders == .propagated)
    return isOwn && allowsOwn
  }

  @inlinable
  func checkDirectionIsPreserved(_ part: Part<V>) {
    guard world.profile.redirection == .byClans else {
      part("nobody deceives", done.deceived)
      return
    }
    let deceived = deceived
    var wrong = V.Bits.empty
    for position in 0..<threads {
      let name = V.Bits(id: position)
      let sender = done.sender[row: position]
      let visible = done.source[row: position]
      let way = world.clans.nearest(
        from: world.roster.task[row: position], to: world.roster.task.union(over: visible))
      let isOnTheWay = way.next == world.roster.task.union(over: sender) && way.isRedirected
      wrong |= name.when(!isOnTheWay && !isExempt(sender, visible))
    }
    part("an answer would go to who sent", deceived & wrong)
  }

  @inlinable
  func checkNoLocalSpoofing(_ part: Part<V>) {
    guard world.profile.redirection == .byClans else { return }
    let deceived = deceived
    var wrong = V.Bits.empty
    for position in 0..<threads {
      let name = V.Bits(id: position)
      let visible = done.source[row: position]
      let isNear = visible.isSubset(of: world.neighbours(of: name))
      wrong |= name.when(isNear && !isExempt(done.sender[row: position], visible))
    }
    part("neighbours are genuine", deceived & wrong)
  }

  @inlinable
  func checkChiefsAreRedirectedTo(_ part: Part<V>) {
    guard world.profile.redirection == .byClans else {
      part("nobody redirects", done.redirected | done.inner | done.destination.filled)
      return
    }
    var wrong = V.Bits.empty
    var untold = V.Bits.empty
    for position in 0..<threads {
      let name = V.Bits(id: position)
      let sender = world.roster.task.union(over: done.sender[row: position])
      let inside = world.clans.below.union(over: world.roster.task[row: position])
      wrong |= name.when(done.inner.contains(name) != inside.contains(sender))
      let isToOneself = done.destination[row: position].contains(name)
      untold |= name.when(done.destination[row: position].isEmpty || isToOneself)
    }
    part("lthread 0 gets it", done.redirected - world.roster.firsts)
    part("it says whether it comes from inside", done.redirected & wrong)
    part("only then it says so", done.inner - done.redirected)
    part("only messages are redirected", done.redirected - served)
    switch world.clansProfile.trueDestination {
    case .told: part("it says for whom it is", done.redirected & untold)
    case .withheld: part("it does not say for whom it is", done.destination.filled)
    }
  }
}
