import AddressSpaces
import SMT

extension Quantified {
  /// One question for a solver: can all these formulas hold at once, with any number of slots, frames
  /// and tasks?
  public struct Obligation: Sendable {
    /// What follows from an answer.
    public enum Kind: String, Sendable, CaseIterable {
      /// The state after boot satisfies the invariants.
      case initial
      /// A case of a rule preserves a part of an invariant.
      case preservation
      /// A case of a rule has a property.
      case property
      /// A case of a rule can apply in a state that satisfies the invariants: what was proved of it
      /// was not proved of nothing. Here the formulas must be satisfiable.
      case possible
    }

    public let kind: Kind
    /// The number in section Q of the facts; `possible` where a case is shown to be that.
    public let number: String
    /// What is to be proved.
    public let sentence: String
    /// The rule and its case; nil where the obligation is about boot.
    public let rule: Rule?
    /// Which part of the statement it is, from 1.
    public let part: Int
    let formulas: @Sendable (Context) -> [BoolTerm]

    /// A case of a rule.
    public struct Rule: Hashable, Sendable, CustomStringConvertible {
      public let operation: Operation.Kind
      public let result: PageCase

      public var description: String { "\(operation) \(result)" }
    }

    /// A name for people and for files, as `I-AS3.5 map mapped`.
    public var name: String {
      let about = rule.map { "\($0)" } ?? "boot"
      return kind == .possible ? "\(number) \(about)" : "\(number).\(part) \(about)"
    }

    /// Whether the formulas must be satisfiable for the statement to be true.
    public var expectsModel: Bool { kind == .possible }

    /// The question as an SMT-LIB 2 script, with the answer that is expected as its status.
    /// z3 decides every one. So does cvc5 with `--finite-model-find`; without it, it gives up where a
    /// model is expected, and at one sentence about boot.
    public func smtlib() throws(SMTError) -> String {
      let context = try Context()
      return try context.smtlib(
        formulas(context), named: name, logic: .quantified,
        expecting: expectsModel ? "sat" : "unsat")
    }

    /// What Z3 found out, and how long it took.
    public struct Decision: Sendable {
      public enum Outcome: Sendable, Equatable {
        case proved
        /// It is not so. For an obligation that expects none, the model is a counterexample: a state
        /// that satisfies the invariants, and a step.
        case refuted(model: String)
        case unknown(reason: String)
      }

      public let outcome: Outcome
      public let seconds: Double
    }

    /// Asks Z3, in a context of its own, so that the answer does not depend on what was asked before.
    public func decide(timeout: Duration = .seconds(10)) throws(SMTError) -> Decision {
      let clock = ContinuousClock()
      let start = clock.now
      let context = try Context()
      // The light solver goes straight to instantiation: four times as fast here as the general one,
      // whose preprocessing finds nothing to do.
      let solver = try Solver(in: context, .light)
      for formula in formulas(context) { try solver.assert(formula) }
      let outcome: Decision.Outcome =
        switch try solver.check(timeout: timeout) {
        case .unsatisfiable: expectsModel ? .refuted(model: "") : .proved
        case .satisfiable(let model):
          expectsModel ? .proved : .refuted(model: model.description)
        case .unknown(let reason): .unknown(reason: reason)
        }
      return Decision(outcome: outcome, seconds: (clock.now - start) / .seconds(1))
    }
  }
}
