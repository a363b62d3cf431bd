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
  /// What counterexamples should be like.
  var preferences: [Symbolic.Truth] = []

  /// Decides all parts: takes away, again and again, the parts that a counterexample refutes, until
  /// the rest is proved; what the solver gives up on is asked in smaller portions.
  func decide(
    in context: Context, asking first: Portion, timeout: Duration?,
    _ record: (Obligation, Decision) throws -> Void
  ) throws -> (results: [Result], models: [Model]) {
    var results: [Result] = parts.map { _ in .proved }
    var models: [Model] = []
    var portions = divide(parts.indices.map { Goal(part: $0) }, into: first)
    var asked: [String: Int] = [:]
    while let portion = portions.popLast() {
      if portion.isEmpty { continue }
      let smaller = division(of: portion)
      let obligation = obligation(portion, &asked)
      // What can still be divided is not worth all of the time.
      let decision = try obligation.decide(
        in: context, timeout: smaller.isEmpty ? timeout : timeout.map { $0 / 4 })
      try record(obligation, decision)
      switch decision.answer {
      case .proved: continue
      case .refuted(let model):
        let model = try obligation.simplified(model, preferring: preferences, in: context)
        let refuted = try portion.filter { try !model.value(holds($0)) }
        if refuted.isEmpty { throw ProvingError.modelRefutesNothing(obligation.name) }
        let parts = Set(refuted.map(\.part))
        for part in parts { results[part] = .refuted(models.count) }
        models.append(model)
        // Of a part that is refuted, nothing more is to be found out.
        portions = portions.map { $0.filter { !parts.contains($0.part) } }
        portions.append(portion.filter { !parts.contains($0.part) })
      case .unknown(let reason):
        if smaller.isEmpty { results[portion[0].part] = .unknown(reason: reason) }
        portions += smaller
      }
    }
    return (results, models)
  }

  /// A part, or what it says of one id only.
  private struct Goal {
    let part: Int
    var id: Int?
  }

  private func holds(_ goal: Goal) -> Symbolic.Truth {
    let clause = parts[goal.part].clause
    return goal.id.map { clause.byID[$0] } ?? clause.holds
  }

  /// The next smaller portions; none where there are none.
  private func division(of portion: [Goal]) -> [[Goal]] {
    for size in [Portion.property, .part, .id] {
      let smaller = divide(portion, into: size)
      if smaller.count > 1 { return smaller }
    }
    return []
  }

  /// Portions of a size, the first one last.
  private func divide(_ portion: [Goal], into size: Portion) -> [[Goal]] {
    switch size {
    case .place: return [portion]
    case .property:
      let properties = Set(portion.map { parts[$0.part].property }).sorted(by: >)
      return properties.map { property in
        portion.filter { parts[$0.part].property == property }
      }
    case .part: return portion.reversed().map { [$0] }
    case .id:
      return portion.reversed().flatMap { goal -> [[Goal]] in
        let ids = parts[goal.part].clause.byID.count
        if goal.id != nil || ids == 0 { return [[goal]] }
        return (0..<ids).reversed().map { [Goal(part: goal.part, id: $0)] }
      }
    }
  }

  /// What is asked about a portion. If there are several questions about the same, they are numbered.
  private func obligation(_ portion: [Goal], _ asked: inout [String: Int]) -> Obligation {
    let few = Set(portion.map { parts[$0.part].property })
    let about = few.count == 1 ? properties[parts[portion[0].part].property] : "all"
    asked[about, default: 0] += 1
    let number = asked[about, default: 1]
    return Obligation(
      name: "\(place)-\(about)" + (number == 1 ? "" : "-\(number)") + suffix,
      subject: portion.map { goal in
        parts[goal.part].clause.says + (goal.id.map { " (of id \($0))" } ?? "")
      }.joined(separator: "; "),
      assumptions: assumptions, goals: portion.map(holds))
  }
}

/// How much is asked in one query, to begin with. What the solver gives up on is divided further.
public enum Portion: String, Sendable, Hashable, Codable, CaseIterable {
  /// All that is to hold at a place: the fewest queries.
  case place
  /// One property: what other solvers can be asked to confirm.
  case property
  /// One part of a property.
  case part
  /// One id of the ids that a part is about.
  case id
}
