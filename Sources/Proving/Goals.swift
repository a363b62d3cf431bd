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

  /// What the place is called.
  let place: String
  /// What the obligations' names end with.
  var suffix = ""
  /// The names of all properties.
  let properties: [String]
  let assumptions: [Symbolic.Truth]
  let parts: [Part]

  /// Decides all parts: at once if they can be proved; and otherwise takes away, again and again,
  /// the parts that a counterexample refutes, until the rest is proved. What the solver gives up on
  /// is asked in smaller portions.
  func decide(
    in context: Context, asking portion: Portion, timeout: Duration?,
    _ record: (Obligation, Decision) throws -> Void
  ) throws -> (results: [Result], models: [Model]) {
    var results: [Result] = parts.map { _ in .unknown(reason: "not asked") }
    var models: [Model] = []
    var portions = portion.divide(Array(parts.indices), parts)
    var asked: [String: Int] = [:]
    while let portion = portions.popLast() {
      if portion.isEmpty { continue }
      let obligation = obligation(portion, &asked)
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
          let properties = Portion.property.divide(portion, parts)
          portions += properties.count > 1 ? properties : Portion.part.divide(portion, parts)
        }
      }
    }
    return (results, models)
  }

  /// What is asked about a portion. If there are several questions about the same, they are numbered.
  private func obligation(_ portion: [Int], _ asked: inout [String: Int]) -> Obligation {
    let properties = Set(portion.map { parts[$0].property })
    let about =
      properties.count == 1 ? self.properties[parts[portion[0]].property] : "all"
    asked[about, default: 0] += 1
    let number = asked[about, default: 1]
    return Obligation(
      name: "\(place)-\(about)" + (number == 1 ? "" : "-\(number)") + suffix,
      subject: portion.map { parts[$0].clause.says }.joined(separator: "; "),
      assumptions: assumptions, goal: .all(portion.map { parts[$0].clause.holds }))
  }
}

/// How much is asked in one query.
public enum Portion: String, Sendable, Hashable, Codable, CaseIterable {
  /// All that is to hold at a place: the fewest queries.
  case place
  /// One property: what other solvers can be asked to confirm.
  case property
  /// One part of a property.
  case part

  /// The portions, the first one last.
  fileprivate func divide(_ positions: [Int], _ parts: [Goals.Part]) -> [[Int]] {
    switch self {
    case .place: return [positions]
    case .part: return positions.reversed().map { [$0] }
    case .property:
      let properties = Set(positions.map { parts[$0].property }).sorted(by: >)
      return properties.map { property in positions.filter { parts[$0].property == property } }
    }
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
