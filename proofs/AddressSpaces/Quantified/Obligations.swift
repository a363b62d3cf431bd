import AddressSpaces
import Logic
import SMT

extension Quantified {
  /// The cases of the rules, as formulas.
  public typealias Rules = @Sendable (Forest<Unbounded>, Step<Unbounded>) -> [Case<Unbounded>]

  /// All that there is to prove: that boot satisfies the invariants, that every case of every rule
  /// preserves them and has its properties, and that every such case is possible.
  ///
  /// Cases in which nothing changes preserve everything, and need no proof.
  public static func obligations(
    _ rules: @escaping Rules = { $0.cases(of: $1) }
  ) throws(SMTError) -> [Obligation] {
    // The list is that of a context which is thrown away: each obligation makes its formulas anew.
    let context = try Context()
    let any = Unbounded(in: context)
    let cases = Operation.Kind.allCases.flatMap { kind in
      rules(any.anyForest, any.anyStep(kind)).filter { $0.after != nil }
        .map { Obligation.Rule(operation: kind, result: $0.result) }
    }
    let initial = Invariant.quantified.flatMap { invariant in
      parts { invariant.check(Forest.boot(any), $0) }.enumerated().map { index, part in
        Obligation(
          kind: .initial, number: invariant.number, sentence: part.says, rule: nil,
          part: index + 1
        ) { context in
          let structure = Unbounded(in: context)
          let boot = parts { invariant.check(Forest.boot(structure), $0) }
          return structure.layout + [(!boot[index].isTrue).formula(in: context)]
        }
      }
    }
    return initial
      + cases.flatMap { rule in
        preservation(by: rule, rules, any) + properties(of: rule, rules, any)
          + [possibility(of: rule, rules)]
      }
  }

  typealias PartList = [(says: String, isTrue: Symbolic.Truth)]

  /// The parts that a statement calls its argument with.
  static func parts(_ check: (Forest<Unbounded>.Part) -> Void) -> PartList {
    var parts: PartList = []
    check { parts.append(("\($0)", $1)) }
    return parts
  }

  private static func preservation(
    by rule: Obligation.Rule, _ rules: @escaping Rules, _ any: Unbounded
  ) -> [Obligation] {
    Invariant.quantified.flatMap { invariant in
      parts { invariant.check(any.anyForest, $0) }.enumerated().map { index, part in
        Obligation(
          kind: .preservation, number: invariant.number, sentence: part.says, rule: rule,
          part: index + 1
        ) { context in
          let structure = Unbounded(in: context)
          return structure.premises(
            of: rule, rules,
            refuting: { change in
              parts { invariant.check(change.after, $0) }[index].isTrue
            })
        }
      }
    }
  }

  private static func properties(
    of rule: Obligation.Rule, _ rules: @escaping Rules, _ any: Unbounded
  ) -> [Obligation] {
    StepProperty.quantified.flatMap { property in
      parts { part in any.change(by: rule, rules).map { property.check($0, part) } }
        .enumerated().map { index, part in
          Obligation(
            kind: .property, number: property.number, sentence: part.says, rule: rule,
            part: index + 1
          ) { context in
            let structure = Unbounded(in: context)
            return structure.premises(
              of: rule, rules,
              refuting: { change in
                parts { property.check(change, $0) }[index].isTrue
              })
          }
        }
    }
  }

  private static func possibility(
    of rule: Obligation.Rule, _ rules: @escaping Rules
  ) -> Obligation {
    Obligation(
      kind: .possible, number: "possible", sentence: "\(rule) can happen", rule: rule, part: 1
    ) { context in
      Unbounded(in: context).premises(of: rule, rules, refuting: nil)
    }
  }
}

extension Quantified.Unbounded {
  /// What never changes, as formulas.
  var layout: [BoolTerm] {
    var formulas: [BoolTerm] = []
    checkLayout { formulas.append($1.formula(in: context)) }
    return formulas
  }

  private func applying(
    _ rule: Quantified.Obligation.Rule, _ rules: Quantified.Rules
  ) -> (step: Quantified.Step<Self>, case: Quantified.Case<Self>)? {
    let step = anyStep(rule.operation)
    return rules(anyForest, step).first { $0.result == rule.result }.map { (step, $0) }
  }

  /// The step from any state to the one that a case defines.
  func change(
    by rule: Quantified.Obligation.Rule, _ rules: Quantified.Rules
  ) -> Quantified.Change<Self>? {
    guard let (step, one) = applying(rule, rules), let after = one.after else { return nil }
    return Quantified.Change(before: anyForest, step: step, result: rule.result, after: after())
  }

  /// A state that satisfies layout and invariants, a step to which the case applies, and that the
  /// conclusion does not follow.
  func premises(
    of rule: Quantified.Obligation.Rule, _ rules: Quantified.Rules,
    refuting conclusion: ((Quantified.Change<Self>) -> Symbolic.Truth)?
  ) -> [BoolTerm] {
    var formulas = layout
    for invariant in Invariant.quantified {
      invariant.check(anyForest) { formulas.append($1.formula(in: context)) }
    }
    if let (_, one) = applying(rule, rules) {
      formulas.append(one.condition.formula(in: context))
    }
    if let conclusion, let change = change(by: rule, rules) {
      formulas.append((!conclusion(change)).formula(in: context))
    }
    return formulas
  }
}
