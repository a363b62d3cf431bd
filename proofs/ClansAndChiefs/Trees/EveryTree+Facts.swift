import ClansAndChiefs
import Logic

// The same statements in the words of the facts, against paths that are searched for.
extension EveryTree {
  /// Where messages go, what id_nearest says, and what the receiver is told.
  func compare(
    _ sent: Transition, _ asked: Transition, _ source: Int, _ destination: Int, _ tree: ChiefTree,
    _ report: inout Report
  ) {
    guard case .sent(let hop) = sent.outcome, case .answered(let answer) = asked.outcome else {
      return
    }
    let example = "\(source) to \(destination) in \(tree)"
    let paths = tree.shortestPaths(from: source, to: destination)
    let path = paths.first ?? []
    if paths.count != 1 { report.fail(.nextIsFirstOfThePath, "\(paths.count) paths, \(example)") }
    let next = path.dropFirst().first ?? source
    let (firstHop, side) = tree.firstHop(from: source, to: destination)
    if hop.next.ids != [next] || firstHop != next {
      report.fail(.nextIsFirstOfThePath, "to \(hop.next.ids), not \(next): \(example)")
    }
    if next != source && !tree.areNeighbours(source, next) {
      report.fail(.nobodyIsBypassed, example)
    }

    // CC-8
    let (type, named): (UInt8, Int?) =
      switch side {
      case .same: (0x0, destination)
      case .inner: (0xC, firstHop)
      case .outer: (0x4, tree.chiefs[source])
      }
    if answer.isCase.type != type || answer.task.knownID != named {
      report.fail(.idNearestAgrees, "\(answer), not \(side): \(example)")
    }

    // T-CC4: the chiefs forward it, one after the other, and the answer comes back by the same.
    let chiefs = walk(from: source, to: destination, sent.before)
    if chiefs != path || walk(from: destination, to: source, sent.before) != path.reversed() {
      report.fail(.repliesComeBack, example)
    }
    // T-CC5: a clan that one is inside of and the other not is left, or entered, by its chief.
    for chief in tree.tasks where chief != source && chief != destination {
      let crosses = tree.isInside(source, of: chief) != tree.isInside(destination, of: chief)
      if crosses && !path.contains(chief) { report.fail(.chiefsConfine, example) }
    }
    // CC-10
    let told = sent.before.redirection(
      from: .init(id: source), to: hop.next, for: .init(id: destination))
    let isOutward = next != destination && tree.chiefs[source] == next
    if told.isRedirected.value != (next != destination) || told.isFromInside.value != isOutward {
      report.fail(.chiefsAreTold, example)
    }
  }

  /// All who get the message, if every chief forwards it.
  private func walk(from source: Int, to destination: Int, _ clans: Clans<V, 8>) -> [Int] {
    var walk = [source]
    while let last = walk.last, last != destination, walk.count <= greatest {
      let next = clans.nearest(from: .init(id: last), to: .init(id: destination)).next
      walk.append(next.knownID ?? -1)
      if next.knownID == nil { break }
    }
    return walk
  }

  /// Whether a deceit is permitted, and what then is true of it.
  func compare(
    _ pretence: Transition, _ sender: Int, _ destination: Int, _ virtual: Int, _ tree: ChiefTree,
    _ report: inout Report
  ) {
    guard case .deceived(let hop, let seen) = pretence.outcome else { return }
    let example = "\(sender) to \(destination) as \(virtual) in \(tree)"
    let sides = [destination, virtual].map { tree.isInside($0, of: sender) }
    let isOther = sender != destination && sender != virtual
    let isPermitted = isOther && sides[0] != sides[1]
    if seen.isDeceit.value != isPermitted { report.fail(.deceitKeepsDirection, example) }
    // Those who forward are those whom the message would pass on its way.
    let path = tree.shortestPaths(from: virtual, to: destination).first ?? []
    if isPermitted != path.dropFirst().dropLast().contains(sender) {
      report.fail(.deceitKeepsDirection, "not who forwards: \(example)")
    }
    if seen.source.ids != [isPermitted ? virtual : sender] {
      report.fail(.refusedDeceitIsNormal, example)
    }
    guard isPermitted else {
      report.refusedDeceits += 1
      return
    }
    report.deceits += 1
    if tree.hasOneRoot { report.deceitsBelowOneRoot += 1 }
    let receiver = hop.next.knownID ?? sender
    let back = tree.shortestPaths(from: receiver, to: virtual).first ?? []
    if back.dropFirst().first != sender { report.fail(.repliesGoToTheSender, example) }  // CC-15
    if receiver == virtual || tree.areNeighbours(receiver, virtual) {
      report.fail(.nobodyNearIsImpersonated, example)  // T-CC3
    }
    let isBetween = tree.isInside(virtual, of: sender) != tree.isInside(receiver, of: sender)
    if !isBetween || receiver == sender { report.fail(.deceiversAreChiefs, example) }  // I-CC2
  }
}
