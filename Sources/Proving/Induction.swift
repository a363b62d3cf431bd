import Foundation
import SMT

/// Proves that invariants hold in every state, by induction: they hold where runs start, and every
/// rule keeps them, along each of its paths, from every state in which all of them hold. Step
/// properties are proved of every path from such states.
///
/// A property that is refuted may not be assumed by others. So what is refuted is dropped, and the
/// rest proved again without it, until nothing that is assumed is refuted. (The method of Houdini,
/// C. Flanagan and K. R. M. Leino, FME 2001, doi:10.1007/3-540-45251-6_29.) What the solver gives up
/// on goes on being assumed; then what rests on it is unknown as well.
public struct Induction<
  State: Sendable, Action: Sendable, Outcome: Sendable, Witness: Sendable
>: Sendable {
  public typealias System = SymbolicSystem<State, Action, Outcome>

  public var options = InductionOptions()
  /// Builds the system in a context: the same one each time, with the same names.
  let build: @Sendable (Context) throws -> System
  /// Reads a case off a model.
  let decode: @Sendable (Model, System.Situation) throws -> Witness
  /// Finds out, by other means, whether a run comes to the state of a witness.
  let reachability: @Sendable (Witness) throws -> Reachability

  public init(
    build: @escaping @Sendable (Context) throws -> System,
    decode: @escaping @Sendable (Model, System.Situation) throws -> Witness,
    reachability: @escaping @Sendable (Witness) throws -> Reachability = { _ in .unknown }
  ) {
    self.build = build
    self.decode = decode
    self.reachability = reachability
  }

  /// Proves what can be proved.
  public func run() throws -> InductionReport<Witness> {
    let clock = ContinuousClock()
    let start = clock.now
    let (build, feasibilityTimeout) = (build, options.feasibilityTimeout)
    let workers = try Workers(options.workers) {
      try Session(build, feasibilityTimeout: feasibilityTimeout)
    }
    var run = try InductionRun(self, workers)
    guard run.hasProperties else { return run.report(taking: start.duration(to: clock.now)) }
    try run.proveStarts()
    try run.proveSteps()
    return run.report(taking: start.duration(to: clock.now))
  }
}

/// How an induction is done.
public struct InductionOptions: Sendable {
  /// Threads, each with a context of its own.
  public var workers = ProcessInfo.processInfo.activeProcessorCount
  /// How much is asked in one query. By property is what cost least where it was measured: less
  /// than all at once, and less than each part by itself.
  public var portion = Portion.property
  /// The longest time for a query; no limit if nil. A query that can be divided into smaller ones
  /// gets a quarter of it.
  public var timeout: Duration? = .seconds(30)
  /// The longest time for the question whether one way of a case is feasible. What is not known
  /// to be infeasible is proved as well.
  public var feasibilityTimeout: Duration = .seconds(5)
  /// Whether to go on without the invariants that are refuted. If not, what was proved with their
  /// help remains unknown.
  public var dropsRefuted = true
  /// The number of the only property that is asked about, of which the first counterexample is
  /// enough; nil for all. All invariants are assumed as ever.
  public var only: String?
  /// Called with the text of each obligation, and its name, as SMT-LIB 2; from several threads.
  public var record: (@Sendable (_ name: String, _ script: String) throws -> Void)?
  /// Called after each query; from several threads.
  public var progress: (@Sendable (Query) -> Void)?

  public init() {}

  /// Whether a property is asked about. Its name begins with its number.
  func asksAbout(_ name: String) -> Bool {
    only.map { $0 == name.prefix { $0 != " " && $0 != ":" } } ?? true
  }
}
