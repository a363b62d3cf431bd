import Evidence
import Logic

/// How a statement is checked.
public enum Engine: String, Sendable, CaseIterable {
  /// In every reachable state, or on every transition, of the universes.
  case exploration
  /// In every state, by induction over the steps, with a solver.
  case induction
  /// For any number of whatever there is, quantified.
  case quantified
}

/// A statement about a chapter: what it says, where it comes from, how it is checked and what must
/// come out.
public protocol Statement: RawRepresentable, CaseIterable, Hashable, Sendable
where RawValue == String {
  /// The statement as a sentence; `rawValue` is its number in the facts.
  var sentence: String { get }
  var engines: [Engine] { get }
}

extension Statement {
  public var number: String { rawValue }
  /// Every statement of a chapter must hold, in each engine that can tell.
  public var expected: Verdict { .holds }
}

/// Called with each part of a statement: what it says, and the ids at which it fails: slots, tasks or
/// whatever the chapter is about. The statement holds where no part has such an id.
public typealias Part<V: Values> = (_ says: StaticString, _ offenders: V.Bits) -> Void
