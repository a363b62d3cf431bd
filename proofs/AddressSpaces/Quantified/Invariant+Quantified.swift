import Logic

extension Invariant {
  /// The invariants that are stated for any number: all but those of the TLB and of node counts.
  public static let quantified: [Self] = [
    .onePageOneNode, .everyNodeIsRooted, .derivationIsATree, .rightsNeverGrow, .ownersAreLive,
    .nodesStayInPlace,
  ]

  /// Calls `part` with each part of the invariant as a sentence about a state; with none where the
  /// invariant is not stated for any number.
  public func check<S: Quantified.Structure>(
    _ forest: Quantified.Forest<S>, _ part: (_ says: StaticString, _ isTrue: S.Truth) -> Void
  ) {
    switch self {
    case .onePageOneNode: forest.checkOnePageOneNode(part)
    case .everyNodeIsRooted: forest.checkEveryNodeIsRooted(part)
    case .derivationIsATree: forest.checkDerivationIsATree(part)
    case .rightsNeverGrow: forest.checkRightsNeverGrow(part)
    case .ownersAreLive: forest.checkOwnersAreLive(part)
    case .nodesStayInPlace: forest.checkNodesStayInPlace(part)
    case .hardwareSeesTheTree, .nodesAreConserved: break
    }
  }
}

extension Quantified.Forest {
  /// Called with each part of a statement: what it says, and whether it is true.
  public typealias Part = (_ says: StaticString, _ isTrue: S.Truth) -> Void

  private func forAllSlots(_ body: (S.Slot) -> S.Truth) -> S.Truth { structure.forAllSlots(body) }

  private func forAllPairs(_ body: (S.Slot, S.Slot) -> S.Truth) -> S.Truth {
    forAllSlots { x in forAllSlots { y in body(x, y) } }
  }

  private func forAllNodes(_ body: (S.Slot, S.Frame) -> S.Truth) -> S.Truth {
    forAllSlots { x in structure.forAllFrames { f in maps(x, f) ==> body(x, f) } }
  }

  func checkOnePageOneNode(_ part: Part) {
    part(
      "a page maps one frame",
      forAllNodes { x, f in structure.forAllFrames { g in maps(x, g) ==> f == g } })
  }

  func checkEveryNodeIsRooted(_ part: Part) {
    part(
      "sigma0 keeps its frames",
      structure.forAllFrames { f in maps(structure.root(of: f), f) })
    part(
      "a node comes from the root of its frame",
      forAllNodes { x, f in
        let root = structure.root(of: f)
        return x == root || isBelow(x, root)
      })
  }

  func checkDerivationIsATree(_ part: Part) {
    part(
      "what is derived maps the same frame",
      forAllNodes { y, f in forAllSlots { x in isBelow(x, y) ==> maps(x, f) } })
    part(
      "only nodes have something derived from them",
      forAllPairs { x, y in isBelow(x, y) ==> isMapped(y) })
    part("what is derived is a node", forAllPairs { x, y in isBelow(x, y) ==> isMapped(x) })
    part("no node is derived from itself", forAllSlots { x in !isBelow(x, x) })
    part(
      "what is derived from what is derived is derived",
      forAllPairs { x, y in
        forAllSlots { z in (isBelow(x, y) && isBelow(y, z)) ==> isBelow(x, z) }
      })
    part(
      "no node is derived from two that are not derived from each other",
      forAllPairs { x, y in
        forAllSlots { z in
          (isBelow(x, y) && isBelow(x, z)) ==> (y == z || isBelow(y, z) || isBelow(z, y))
        }
      })
  }

  func checkRightsNeverGrow(_ part: Part) {
    part("only nodes are writable", forAllSlots { x in isWritable(x) ==> isMapped(x) })
    part(
      "what is derived from a read-only node is read-only",
      forAllPairs { x, y in (isBelow(x, y) && isWritable(x) && isMapped(y)) ==> isWritable(y) })
  }

  func checkOwnersAreLive(_ part: Part) {
    part("a node's task is active", forAllNodes { x, _ in isLive(x) })
    part(
      "sigma0 is active",
      forAllSlots { x in structure.task(of: x) == structure.sigma0 ==> isLive(x) })
    part(
      "a task is active as a whole",
      forAllPairs { x, y in
        (structure.task(of: x) == structure.task(of: y) && isLive(x)) ==> isLive(y)
      })
  }

  func checkNodesStayInPlace(_ part: Part) {
    part(
      "a frame is mapped only where it may be",
      forAllNodes { x, f in structure.mayMap(f, at: x) })
  }
}
