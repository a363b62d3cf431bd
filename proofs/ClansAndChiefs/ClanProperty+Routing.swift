import ClansAndChiefs
import Logic
import Proving
import Vocabulary

// The way that messages take.
extension ClanTransition {
  /// A message from a task to one, and where it went.
  @usableFromInline typealias Message = (sender: V.Bits, destination: V.Bits, hop: Hop<V>)

  /// The message, if the step is one, deceit or not: what the sender says of itself does not change
  /// its way. (CC-14)
  @inlinable
  var message: Message? {
    switch (step, outcome) {
    case (.send(from: let sender, to: let destination), .sent(let hop)):
      (sender, destination, hop)
    case (.deceive(by: let sender, to: let destination, as: _), .deceived(let hop, _)):
      (sender, destination, hop)
    default: nil
    }
  }

  /// Those that are within 0, 1, 2, … steps of the destination grow by their neighbours. Of the
  /// sender's neighbours only the next one is nearer to the destination than the sender; so every
  /// shortest path begins with it, and goes on in the same way.
  @inlinable
  func checkNextIsFirstOfThePath(_ part: Part<V>) {
    guard case .send = step, let (sender, destination, hop) = message else { return }
    let graph = before.neighbours
    let around = graph[at: sender]
    var near = destination
    for _ in 1..<tasks {
      let farther = near | graph.union(over: near)
      let isNext = (farther - near).contains(sender)
      part(
        "of the neighbours, the next is nearer, and no other",
        (hop.next ^ (around & near)).when(isNext))
      near = farther
    }
    part("a path leads there", sender - near)
    part("what is for the own task stays there", (hop.next ^ sender).when(sender == destination))
  }

  @inlinable
  func checkNobodyIsBypassed(_ part: Part<V>) {
    guard let (sender, destination, hop) = message else { return }
    part("it goes to a neighbour", hop.next - before.neighbours[at: sender] - sender)
    part("it goes to one only", hop.next.when(hop.next.count != V.Count(1)))
    part("to the own task only if it is meant", (hop.next & sender) - destination)
  }

  @inlinable
  func checkRepliesComeBack(_ part: Part<V>) {
    guard case .send = step, let (sender, destination, hop) = message else { return }
    let back = before.nearest(from: destination, to: sender).next
    let fromNext = before.nearest(from: destination, to: hop.next).next
    part(
      "what comes back directly was sent directly, to the destination",
      (back ^ sender).when(hop.next == destination))
    part(
      "what went by others comes back by the same, seen from the destination",
      (back ^ fromNext).when(hop.next != destination))
  }

  /// One step of a message does not get past a chief. So none of many does, and what was said inside
  /// is known outside only if the chief said it. (T-CC5)
  @inlinable
  func checkChiefsConfine(_ part: Part<V>) {
    guard let (sender, _, hop) = message else { return }
    var left = V.Bits.empty
    var entered = V.Bits.empty
    for chief in 0..<tasks {
      let name = V.Bits(id: chief)
      let inside = before.below[row: chief]
      left |= name.when(inside.contains(sender) && !(inside | name).contains(hop.next))
      entered |= name.when(!(inside | name).contains(sender) && inside.contains(hop.next))
    }
    part("what leaves a clan goes to its chief", left)
    part("what comes into a clan goes to its chief", entered)
  }

  @inlinable
  func checkChiefsAreTold(_ part: Part<V>) {
    guard let (sender, destination, hop) = message else { return }
    let told = before.redirection(from: sender, to: hop.next, for: destination)
    let isMember = before.isChief(hop.next, of: sender)
    part(
      "it is redirected if it is not for the receiver",
      hop.next.when(told.isRedirected != (hop.next != destination)))
    part(
      "what is redirected goes to a chief",
      hop.next.when(told.isRedirected && before.below[at: hop.next].isEmpty))
    part(
      "it comes from inside if the sender is a member of the receiver's clan",
      hop.next.when(told.isRedirected && told.isFromInside != isMember))
    part(
      "inside is a side of what is redirected",
      hop.next.when(told.isFromInside && !told.isRedirected))
    part(
      "the sender's side knows the same",
      hop.next.when(
        told.isRedirected != hop.isRedirected
          || told.isFromInside != (hop.isRedirected && !hop.isInward)))
  }

  @inlinable
  func checkIDNearestAgrees(_ part: Part<V>) {
    guard case .ask(let task, about: let named) = step, case .answered(let answer) = outcome else {
      return
    }
    // What does not exist is outside, where the profile says so. (U32)
    let isPlaced = universe.profile.unknownIDs == .byNumber
    let destination = isPlaced ? named : named & before.active
    let hop = before.nearest(from: task, to: destination)
    let told = before.redirection(from: task, to: hop.next, for: destination)
    // What comes from there to be sent on.
    let back = before.redirection(from: answer.task, to: task, for: .empty)
    let isBeside = !before.below[at: task].contains(destination)
    switch answer.isCase {
    case .oneself: part("only nil stands for the caller", task)
    case .direct:
      part("it is the destination", answer.task ^ named)
      part("messages go there directly", task.when(told.isRedirected))
    case .innerClan:
      part("it is where messages go", answer.task ^ hop.next)
      part("they are redirected, inward", task.when(!told.isRedirected || told.isFromInside))
      part(
        "what comes from there is from inside, but from beside",
        task.when(back.isFromInside == isBeside))
    case .outerClan:
      part("it is where messages go", answer.task ^ hop.next)
      part("they are redirected, outward", task.when(!told.isRedirected || !told.isFromInside))
      part("what comes from there is from outside", task.when(back.isFromInside))
      part("it is the own chief", task.when(!before.isChief(answer.task, of: task)))
    }
  }
}
