import Logic
import Vocabulary

/// What a call, or an access, answers.
public enum Outcome: Hashable, Sendable {
  /// Done. The truth is the m bit: whether a map message was accepted, not whether any page was
  /// mapped. (IPC-54, AS10)
  case done(mapped: Bool)
  /// The message was cut: no window, or a mapping to oneself where the profile says so. (FP7, AS13)
  case cut
  /// The kernel has no memory for another node; pages before that one stay mapped. (AS15)
  case mapFailed
  /// The receiver, or the task to be deleted, does not exist; or the one to create does.
  case notExistent
  /// The access reached its frame.
  case accessed
  /// The access is a page fault.
  case fault
}

extension AddressSpaces {
  /// Whether the operation can be called: its invoker is there.
  @inlinable
  public func permits(_ call: Plan<V>.Call) -> V.Truth { call.invoker.isSubset(of: live) }

  /// What is decided before the first page; nil where the pages decide.
  @inlinable
  public func answer(
    before call: Plan<V>.Call, layout: Layout<V, slots, frames>
  ) -> Outcome? {
    guard V.holds(call.receiver.isSubset(of: live), "the receiver is active")
    else { return .notExistent }  // IPC-41
    guard call.isAccepted else { return .cut }  // FP7
    guard call.isWithinOneSpace else { return nil }
    switch layout.profile.selfMapping {  // AS13
    case .skipped: return .done(mapped: false)
    case .cut: return .cut
    case .aliases: return nil
    }
  }

  /// Performs an operation as one atomic step: all its pages, up to one for which there is no memory.
  @inlinable
  public mutating func perform(
    _ plan: Plan<V>, layout: Layout<V, slots, frames>
  ) -> Outcome {
    perform(plan.call, plan.steps.span, layout: layout)
  }

  /// The same for a plan whose parts are stored apart from each other: an explorer performs millions
  /// a second, and must find them without following references.
  @inlinable
  public mutating func perform(
    _ call: Plan<V>.Call, _ steps: Span<Step<V>>, layout: Layout<V, slots, frames>
  ) -> Outcome {
    if let answer = answer(before: call, layout: layout) { return answer }
    for index in steps.indices {
      if let end = outcome(after: take(steps[index], layout: layout)) { return end }
    }
    return call.completion
  }

  /// The answer that one page decides for the whole operation; nil where it goes on.
  @inlinable
  public func outcome(after page: PageCase) -> Outcome? {
    switch page {
    case .shortage: .mapFailed  // AS15
    case .notExistent: .notExistent
    case .fault: .fault
    case .accessed: .accessed
    case .outsideWindow, .notHeld, .noPlace, .withinOneSpace, .rootStays, .ontoAncestor, .kept,
      .widened, .replaced, .mapped, .granted, .grantedReplacing, .unmapped, .deleted, .created:
      nil
    }
  }
}

extension Operation {
  /// The answer when every page is done.
  public var completion: Outcome {
    if case .transfer = self { .done(mapped: true) } else { .done(mapped: false) }
  }
}
