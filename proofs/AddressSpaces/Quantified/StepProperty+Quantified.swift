import AddressSpaces
import Logic

extension Quantified {
  /// One step that was taken, by the case that applied.
  public struct Change<S: Structure> {
    public var before: Forest<S>
    public var step: Step<S>
    public var result: PageCase
    public var after: Forest<S>

    public init(
      before: Forest<S>, step: Step<S>, result: PageCase, after: Forest<S>
    ) {
      self.before = before
      self.step = step
      self.result = result
      self.after = after
    }
  }
}

extension StepProperty {
  /// The properties that are stated for any number. The first sentence of T-AS7, of doing a step
  /// twice, is stated of unmap; T-AS8 without the TLB.
  public static let quantified: [Self] = [
    .mapChangesTheWindowOnly, .nothingAppearsWithoutConsent, .nobodyGainsWhatNobodyGave,
    .grantMoves, .unmapIsComplete, .unmapTouchesNothingElse, .onceIsEnough,
    .whatIsRevokedStaysRevoked, .deletionLeavesNothing, .mapGivesWhatWasAsked,
  ]

  /// Calls `part` with each part of the property as a sentence about a step that changes something;
  /// with none where the property is not about such a step.
  public func check<S: Quantified.Structure>(
    _ change: Quantified.Change<S>, _ part: Quantified.Forest<S>.Part
  ) {
    switch self {
    case .mapChangesTheWindowOnly: change.checkMapChangesTheWindowOnly(part)
    case .nothingAppearsWithoutConsent: change.checkNothingAppearsWithoutConsent(part)
    case .nobodyGainsWhatNobodyGave: change.checkNobodyGainsWhatNobodyGave(part)
    case .grantMoves: change.checkGrantMoves(part)
    case .unmapIsComplete: change.checkUnmapIsComplete(part)
    case .unmapTouchesNothingElse: change.checkUnmapTouchesNothingElse(part)
    case .onceIsEnough: change.checkOnceIsEnough(part)
    case .whatIsRevokedStaysRevoked: change.checkWhatIsRevokedStaysRevoked(part)
    case .deletionLeavesNothing: change.checkDeletionLeavesNothing(part)
    case .mapGivesWhatWasAsked: change.checkMapGivesWhatWasAsked(part)
    case .refusalChangesNothing, .accessIsWhatTheTreeAllows: break
    }
  }
}

extension Quantified.Change {
  typealias Part = Quantified.Forest<S>.Part
  typealias Slots = Quantified.Forest<S>.Slots

  var structure: S { before.structure }

  func forAllSlots(_ body: (S.Slot) -> S.Truth) -> S.Truth { structure.forAllSlots(body) }

  func forAllPlaces(_ body: (S.Slot, S.Frame) -> S.Truth) -> S.Truth {
    forAllSlots { x in structure.forAllFrames { f in body(x, f) } }
  }

  /// Whether a slot's node is what it was: its frame, its rights, its way from the root.
  func isUnchanged(_ x: S.Slot) -> S.Truth {
    let frames = structure.forAllFrames { f in before.maps(x, f) == after.maps(x, f) }
    let rights = before.isWritable(x) == after.isWritable(x)
    return frames && rights && forAllSlots { y in before.isBelow(x, y) == after.isBelow(x, y) }
  }

  func onlyChanges(_ slots: (S.Slot) -> S.Truth) -> S.Truth {
    forAllSlots { x in slots(x) || isUnchanged(x) }
  }

  /// Whether every slot that gains a frame, or the right to write, is one of `slots`.
  func onlyGains(_ slots: (S.Slot) -> S.Truth) -> S.Truth {
    forAllSlots { x in
      structure.forAllFrames { f in after.maps(x, f) ==> (before.maps(x, f) || slots(x)) }
        && (after.isWritable(x) ==> (before.isWritable(x) || slots(x)))
    }
  }

  /// What a step gives, and what a replaced page had; nil for steps that give nothing.
  var gift: Quantified.Gift<S>? {
    switch step {
    case .map(let gift), .grant(let gift): gift
    case .unmap, .delete, .create, .access: nil
    }
  }

  var isGrant: Bool { if case .grant = step { true } else { false } }

  /// What went because something was put at its place.
  func isReplaced(_ x: S.Slot) -> S.Truth {
    guard let gift, result == .replaced || result == .grantedReplacing else {
      return S.Truth(false)
    }
    return before.isInSubtree(x) { $0 == gift.destination }
  }
}
