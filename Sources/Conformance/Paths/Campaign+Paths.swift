import AddressSpaces
import Logic
import Vocabulary

extension Campaign {
  /// The rules in the universes whose paths are covered: every rule with each choice of the profile
  /// that it looks at.
  static func rules() throws -> [RulePaths] {
    var rules: [RulePaths] = []
    for profile in Profile.all where profile.hasPlainPorts {
      let memory = Shape(tasks: 4, pages: 2, frames: 2, profile: profile)
      if profile.grantWithoutWrite == .restricts {
        rules.append(try .transfer(memory, grants: false))
      }
      if profile.overmapping == .keeps { rules.append(try .transfer(memory, grants: true)) }
    }
    for profile in [Profile.v2, .fiasco] {
      let area = Shape(tasks: 2, pages: 4, frames: 2, userPages: 3, profile: profile)
      let ports = Shape(tasks: 4, pages: 1, frames: 1, ports: 1, profile: profile)
      for shape in [area, ports] {
        rules.append(try .transfer(shape, grants: false))
        rules.append(try .transfer(shape, grants: true))
      }
      let memory = Shape(tasks: 4, pages: 2, frames: 2, profile: profile)
      for grants in [false, true] {
        let pair = Transfer(
          .page(0, order: 1), of: Task(1), to: .page(0, order: 1), of: Task(2), write: true,
          grants: grants)
        rules.append(try .whole(.transfer(pair), memory))
      }
    }
    let memory = Shape(tasks: 4, pages: 2, frames: 2)
    for mask in UnmapMask.all {
      rules.append(try .unmap(memory, mask))
      for choice in Profile.ReadOnlyUnmapOfPorts.allCases {
        let ports = Shape(
          tasks: 4, pages: 1, frames: 1, ports: 1,
          profile: Profile(readOnlyUnmapOfPorts: choice))
        rules.append(try .unmap(ports, mask))
      }
    }
    rules.append(try .lifetime(memory, deletes: true))
    rules.append(try .lifetime(memory, deletes: false))
    rules.append(try .access(memory))
    rules.append(try .access(Shape(tasks: 4, pages: 1, frames: 1, ports: 1)))
    return rules
  }

  /// Runs a program for every path through every rule.
  func coverPaths(_ report: inout ConformanceReport, _ collector: inout Collector<C>) throws {
    let clock = ContinuousClock()
    let start = clock.now
    var part = ConformanceReport.Part(
      name: "paths through rules", programs: 0, deviating: 0, seconds: 0)
    let trial = Trial(
      connector, auditInterval: 1, heartbeat: options.heartbeat, isolation: options.isolation)
    for rule in try Self.rules() where connector.defect(of: rule.world.shape) == nil {
      var rows: [PathCoverage.Row] = []
      for (ending, condition, found) in try rule.search() {
        var row = PathCoverage.Row(
          result: ending.text, condition: condition, outcome: .unreachable, program: "")
        switch found {
        case .none(let reason): row.program = reason
        case .program(let program):
          row.program = program.operations.map { "\($0)" }.joined(separator: "; ")
          let (deviation, effort) = try trial.runCounting(program)
          row.outcome = deviation == nil ? .agreed : .deviated
          part.programs += 1
          report.effort += effort
          if let deviation {
            part.deviating += 1
            collector.add(program, deviation, origin: "a path of \(rule.name), \(ending.text)")
          }
        }
        rows.append(row)
      }
      report.paths.append(
        PathCoverage(rule: rule.name, universe: rule.world.shape.sentence, rows: rows))
    }
    part.seconds = (clock.now - start) / .seconds(1)
    report.parts.append(part)
  }
}

extension RulePaths.Ending {
  var text: String {
    if let answer { return "\(answer)" }
    return cases.map { "\($0)" }.joined(separator: ", ")
  }
}
