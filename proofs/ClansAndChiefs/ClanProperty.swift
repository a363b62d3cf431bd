import ClansAndChiefs
import Logic
import Proving

/// What is true of every change of a clan tree, and of every message in one. (Q5; the facts themselves
/// where section Q has no number)
public enum ClanProperty: String, Statement {
  // Of changes.
  case onlyChiefsChange = "T-TH2"
  case nobodyLeavesItsClan = "T-CC6"
  case newTasksAreMembers = "TN5"
  case numbersRevert = "TN9"
  case donationMoves = "CC-20"
  // Of the way of messages.
  case nextIsFirstOfThePath = "CC-5"
  case idNearestAgrees = "I-CC1"
  case nobodyIsBypassed = "T-CC1"
  case repliesComeBack = "T-CC4"
  case chiefsConfine = "T-CC5"
  case chiefsAreTold = "T-CC7"
  // Of deceit.
  case deceitKeepsDirection = "CC-12"
  case refusedDeceitIsNormal = "CC-13"
  case repliesGoToTheSender = "T-CC2"
  case nobodyNearIsImpersonated = "T-CC3"
  case deceiversAreChiefs = "I-CC2"

  public var sentence: String {
    switch self {
    case .onlyChiefsChange: "only its chief ends a task, with exactly those below it"
    case .nobodyLeavesItsClan: "nobody moves itself, or anybody who is not below it"
    case .newTasksAreMembers: "a new task is a member of its creator's clan"
    case .numbersRevert: "the numbers of those who end with their chief revert to who ended it"
    case .donationMoves: "a donated number is in the receiver's clan, and nobody has it twice"
    case .nextIsFirstOfThePath: "a message goes to the first on the only shortest path"
    case .idNearestAgrees: "id_nearest tells where messages go, and how"
    case .nobodyIsBypassed: "a message goes to a neighbour"
    case .repliesComeBack: "a reply comes back through the same chiefs"
    case .chiefsConfine: "no message gets into or out of a clan past its chief"
    case .chiefsAreTold: "only chiefs get what is for others, and are told from which side"
    case .deceitKeepsDirection: "deceit is for those who forward across the border of their clan"
    case .refusedDeceitIsNormal: "without permission a message comes from its sender"
    case .repliesGoToTheSender: "a reply to the visible sender is routed to the physical one"
    case .nobodyNearIsImpersonated: "nobody can send in the name of the receiver's neighbours"
    case .deceiversAreChiefs: "a deceiver is a chief between visible sender and receiver"
    }
  }

  public var engines: [Engine] { [.exploration, .induction] }

  /// The statements about messages and questions: they are true of a tree, however it came about.
  public static let ofMessages: [ClanProperty] = [
    .nextIsFirstOfThePath, .idNearestAgrees, .nobodyIsBypassed, .repliesComeBack, .chiefsConfine,
    .chiefsAreTold, .deceitKeepsDirection, .refusedDeceitIsNormal, .repliesGoToTheSender,
    .nobodyNearIsImpersonated, .deceiversAreChiefs,
  ]
}

extension ClanProperty {
  /// Calls `part` with each part of the property on a transition.
  @inlinable
  public func check<V: Values, let tasks: Int>(
    _ transition: ClanTransition<V, tasks>, _ part: Part<V>
  ) {
    switch self {
    case .onlyChiefsChange: transition.checkOnlyChiefsChange(part)
    case .nobodyLeavesItsClan: transition.checkNobodyLeavesItsClan(part)
    case .newTasksAreMembers: transition.checkNewTasksAreMembers(part)
    case .numbersRevert: transition.checkNumbersRevert(part)
    case .donationMoves: transition.checkDonationMoves(part)
    case .nextIsFirstOfThePath: transition.checkNextIsFirstOfThePath(part)
    case .idNearestAgrees: transition.checkIDNearestAgrees(part)
    case .nobodyIsBypassed: transition.checkNobodyIsBypassed(part)
    case .repliesComeBack: transition.checkRepliesComeBack(part)
    case .chiefsConfine: transition.checkChiefsConfine(part)
    case .chiefsAreTold: transition.checkChiefsAreTold(part)
    case .deceitKeepsDirection: transition.checkDeceitKeepsDirection(part)
    case .refusedDeceitIsNormal: transition.checkRefusedDeceitIsNormal(part)
    case .repliesGoToTheSender: transition.checkRepliesGoToTheSender(part)
    case .nobodyNearIsImpersonated: transition.checkNobodyNearIsImpersonated(part)
    case .deceiversAreChiefs: transition.checkDeceiversAreChiefs(part)
    }
  }
}
