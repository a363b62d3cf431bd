import AddressSpaces
import Logic
import Proving

/// What is true of every step. (Q1; the facts themselves where section Q has no number)
///
/// They are said of single steps. A flexpage operation is a sequence of them: each statement here is
/// one that carries over from steps to sequences (what no step changes, no sequence changes).
public enum StepProperty: String, Statement {
  case mapChangesTheWindowOnly = "T-AS1"
  case nothingAppearsWithoutConsent = "T-AS2"
  case nobodyGainsWhatNobodyGave = "T-AS3"
  case grantMoves = "T-AS4"
  case unmapIsComplete = "T-AS5"
  case unmapTouchesNothingElse = "T-AS6"
  case onceIsEnough = "T-AS7"
  case whatIsRevokedStaysRevoked = "T-AS8"
  case deletionLeavesNothing = "T-AS9"
  case mapGivesWhatWasAsked = "AS5"
  case refusalChangesNothing = "AS10"
  case accessIsWhatTheTreeAllows = "AS21"

  public var sentence: String {
    switch self {
    case .mapChangesTheWindowOnly: "a map changes nothing but the page in the window"
    case .nothingAppearsWithoutConsent: "a page appears only in a window that was opened for it"
    case .nobodyGainsWhatNobodyGave: "a task gains a frame or a right only from one that had it"
    case .grantMoves: "a granted page moves, with its parent and all derived from it"
    case .unmapIsComplete: "an unmap leaves nothing of what was derived"
    case .unmapTouchesNothingElse: "an unmap touches nothing that was not derived"
    case .onceIsEnough: "the same step again changes nothing; a flush takes back what was mapped"
    case .whatIsRevokedStaysRevoked: "what was flushed cannot be reached through what was derived"
    case .deletionLeavesNothing: "a deleted task leaves nothing, in no space"
    case .mapGivesWhatWasAsked: "a mapped page hangs below its source, with the rights asked for"
    case .refusalChangesNothing: "a page that is skipped or refused changes nothing"
    case .accessIsWhatTheTreeAllows: "an access reaches the frame that the tree says, or faults"
    }
  }

  public var engines: [Engine] {
    [.exploration, .induction] + (Self.quantified.contains(self) ? [.quantified] : [])
  }
}

extension StepProperty {
  /// Calls `part` with each part of the property on a transition.
  @inlinable
  public func check<V: Values, let slots: Int, let frames: Int>(
    _ transition: Transition<V, slots, frames>, _ part: Part<V>
  ) {
    switch self {
    case .mapChangesTheWindowOnly: transition.checkMapChangesTheWindowOnly(part)
    case .nothingAppearsWithoutConsent: transition.checkNothingAppearsWithoutConsent(part)
    case .nobodyGainsWhatNobodyGave: transition.checkNobodyGainsWhatNobodyGave(part)
    case .grantMoves: transition.checkGrantMoves(part)
    case .unmapIsComplete: transition.checkUnmapIsComplete(part)
    case .unmapTouchesNothingElse: transition.checkUnmapTouchesNothingElse(part)
    case .onceIsEnough: transition.checkOnceIsEnough(part)
    case .whatIsRevokedStaysRevoked: transition.checkWhatIsRevokedStaysRevoked(part)
    case .deletionLeavesNothing: transition.checkDeletionLeavesNothing(part)
    case .mapGivesWhatWasAsked: transition.checkMapGivesWhatWasAsked(part)
    case .refusalChangesNothing: transition.checkRefusalChangesNothing(part)
    case .accessIsWhatTheTreeAllows: transition.checkAccessIsWhatTheTreeAllows(part)
    }
  }

  /// Whether the property is true of a transition.
  @inlinable
  public func holds<V: Values, let slots: Int, let frames: Int>(
    _ transition: Transition<V, slots, frames>
  ) -> V.Truth {
    var offenders = V.Bits.empty
    check(transition) { offenders |= $1 }
    return offenders.isEmpty
  }
}
