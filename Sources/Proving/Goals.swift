import SMT

/// Goals with common assumptions: all parts of all properties that are to hold at one place.
struct Goals {
  struct Part {
    /// Which property of the report, by its position there.
    let property: Int
    let clause: Clause
  }

  /// What came of one part.
  enum Result {
    case proved
    /// Refuted, by the model at this position of `models`.
    case refuted(Int)
    case unknown(reason: String)
  }

  let name: String
  let subject: String
  let assumptions: [Symbolic.Truth]
  let parts: [Part]

  /// Decides all parts: at once if they can be proved; and otherwise takes away, again and again,
  /// the parts that a counterexample refutes, until the rest is proved. What the solver gives up on
  /// is asked in smaller portions.
  func decide(
    in context: Context, timeout: Duration?,
    _ record: (Obligation, Decision) throws -> Void
  ) throws -> (results: [Result], models: [Model]) {
    var results: [Result] = parts.map { _ in .unknown(reason: "not asked") }
    var models: [Model] = []
    var portions = [Array(parts.indices)]
    var asked = 0
    while let portion = portions.popLast() {
      if portion.isEmpty { continue }
      let obligation = Obligation(
        name: asked == 0 ? name : "\(name)-\(asked + 1)", subject: subject,
        assumptions: assumptions, goal: .all(portion.map { parts[$0].clause.holds }))
      asked += 1
      let decision = try obligation.decide(in: context, timeout: timeout)
      try record(obligation, decision)
      switch decision.answer {
      case .proved:
        for part in portion { results[part] = .proved }
      case .refuted(let model):
        let refuted = try portion.filter { try !model.value(parts[$0].clause.holds) }
        if refuted.isEmpty { throw ProvingError.modelRefutesNothing(obligation.name) }
        for part in refuted { results[part] = .refuted(models.count) }
        models.append(model)
        portions.append(portion.filter { !refuted.contains($0) })
      case .unknown(let reason):
        if portion.count == 1 {
          results[portion[0]] = .unknown(reason: reason)
        } else {
          portions += divided(portion).reversed()
        }
      }
    }
    return (results, models)
  }

  /// By property, or the parts of the only property.
  private func divided(_ portion: [Int]) -> [[Int]] {
    let properties = Set(portion.map { parts[$0].property }).sorted()
    if properties.count == 1 { return portion.map { [$0] } }
    return properties.map { property in portion.filter { parts[$0].property == property } }
  }
}

/// What went wrong in proving. None of these is a verdict.
public enum ProvingError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The solver says that a conjunction fails in a model in which all its parts hold.
  case modelRefutesNothing(String)
  /// Two properties, or two rules, have the same name.
  case nameTwice(String)

  public var description: String {
    switch self {
    case .modelRefutesNothing(let name):
      "z3 contradicts itself: \(name) fails in a model in which all its parts hold"
    case .nameTwice(let name): "two properties or rules are called \(name)"
    }
  }
}
