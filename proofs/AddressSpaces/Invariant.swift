import AddressSpaces
import Logic
import Proving

/// What is true of every state. (Q1)
///
/// Each is kept by every step only together with the others: the induction assumes them all. Parts
/// that section Q does not name, and that induction needs, are marked.
public enum Invariant: String, Statement {
  case onePageOneNode = "I-AS1"
  case everyNodeIsRooted = "I-AS2"
  case derivationIsATree = "I-AS3"
  case rightsNeverGrow = "I-AS4"
  case hardwareSeesTheTree = "I-AS5"
  case ownersAreLive = "I-AS6"
  case nodesStayInPlace = "I-AS7"
  case nodesAreConserved = "I-AS8"

  public var sentence: String {
    switch self {
    case .onePageOneNode: "a page of a task is mapped at most once"
    case .everyNodeIsRooted: "every node comes from sigma0's node of its frame, which stays"
    case .derivationIsATree: "what is derived maps the same frame, and derivation is a tree"
    case .rightsNeverGrow: "a node never has a right that its parent lacks"
    case .hardwareSeesTheTree: "the TLB has nothing that the tree has not"
    case .ownersAreLive: "every node's task is active"
    case .nodesStayInPlace: "no node lies in the kernel area; every port is mapped at its number"
    case .nodesAreConserved: "nodes in use and free nodes are always as many"
    }
  }

  public var engines: [Engine] {
    [.exploration, .induction] + (Self.quantified.contains(self) ? [.quantified] : [])
  }
}

extension Invariant {
  /// Calls `part` with each part of the invariant in a state.
  @inlinable
  public func check<V: Values, let slots: Int, let frames: Int>(
    _ spaces: AddressSpaces<V, slots, frames>, _ layout: Layout<V, slots, frames>,
    _ part: Part<V>
  ) {
    switch self {
    case .onePageOneNode: spaces.checkOnePageOneNode(part)
    case .everyNodeIsRooted: spaces.checkEveryNodeIsRooted(layout, part)
    case .derivationIsATree: spaces.checkDerivationIsATree(part)
    case .rightsNeverGrow: spaces.checkRightsNeverGrow(part)
    case .hardwareSeesTheTree: spaces.checkHardwareSeesTheTree(part)
    case .ownersAreLive: spaces.checkOwnersAreLive(layout, part)
    case .nodesStayInPlace: spaces.checkNodesStayInPlace(layout, part)
    case .nodesAreConserved: spaces.checkNodesAreConserved(layout, part)
    }
  }

  /// Whether the invariant is true of a state.
  @inlinable
  public func holds<V: Values, let slots: Int, let frames: Int>(
    _ spaces: AddressSpaces<V, slots, frames>, _ layout: Layout<V, slots, frames>
  ) -> V.Truth {
    var offenders = V.Bits.empty
    check(spaces, layout) { offenders |= $1 }
    return offenders.isEmpty
  }
}
