import AddressSpaces

extension Campaign {
  /// The universes whose graphs are explored: memory with each profile that concerns it, the kernel
  /// area with shortage of nodes, ports with each profile that concerns them.
  static var graphShapes: [Shape] {
    var shapes: [Shape] = []
    for profile in Profile.all where profile.hasPlainPorts {
      shapes.append(Shape(tasks: 2, pages: 2, frames: 1, profile: profile))
      shapes.append(Shape(tasks: 2, pages: 3, frames: 2, userPages: 2, nodes: 1, profile: profile))
    }
    for profile in Profile.all where profile.grantWithoutWrite == .restricts {
      shapes.append(Shape(tasks: 3, pages: 1, frames: 1, ports: 1, profile: profile))
    }
    for profile in [Profile.v2, .fiasco] {
      shapes.append(Shape(tasks: 3, pages: 2, frames: 1, nodes: 3, profile: profile))
    }
    return shapes
  }

  /// Runs a program for every class of operation and outcome.
  func coverGraphs(_ report: inout ConformanceReport, _ collector: inout Collector<C>) throws {
    let clock = ContinuousClock()
    let start = clock.now
    var part = ConformanceReport.Part(
      name: "classes of explored graphs", programs: 0, deviating: 0, seconds: 0)
    for shape in Self.graphShapes where connector.defect(of: shape) == nil {
      var cover = GraphCover(
        connector: connector, auditInterval: max(1, options.auditInterval),
        heartbeat: options.heartbeat, isolation: options.isolation)
      try shape.withOracle(&cover)
      report.effort += cover.effort
      report.graphs.append(
        GraphCoverage(
          universe: shape.sentence, states: cover.states, isComplete: cover.isComplete,
          classes: cover.classes, agreed: cover.classes - cover.deviating))
      part.programs += cover.classes
      part.deviating += cover.deviating
      for finding in cover.findings where collector.count < options.keeps {
        collector.add(finding.program, finding.deviation, origin: "the graph of \(shape.sentence)")
      }
    }
    part.seconds = (clock.now - start) / .seconds(1)
    report.parts.append(part)
  }
}

private struct GraphCover<C: Connector>: OracleUser {
  let connector: C
  let auditInterval: Int
  let heartbeat: Heartbeat?
  let isolation: (any Isolation)?
  var states = 0
  var classes = 0
  var isComplete = true
  var deviating = 0
  var effort = Effort()
  var findings: [(program: Program, deviation: Deviation)] = []

  mutating func use<Storage, let slots: Int, let frames: Int>(
    _ oracle: Oracle<Storage, slots, frames>
  ) {
    let walk = GraphWalk(oracle, limit: 100_000)
    states = walk.stateCount
    isComplete = walk.isComplete
    var bench = Bench(connector.boot(oracle.shape), oracle, auditInterval: auditInterval)
    for program in walk.programs {
      heartbeat?.begin(.program(program))
      classes += 1
      let found: Deviation? =
        if let isolation { isolation.run(program) } else { bench.run(program) }
      guard let deviation = found else { continue }
      if isolation == nil { bench.kernel = connector.boot(oracle.shape) }
      deviating += 1
      if findings.count < 16 { findings.append((program, deviation)) }
      // A kernel that has to be started again is slow.
      if isolation != nil { break }
    }
    effort = bench.effort
  }
}

extension Shape {
  /// The universe in a few words: `3 tasks, 2 pages, 1 frame; overmapping replaces`.
  public var sentence: String {
    func some(_ count: Int, _ name: String) -> String? {
      count == 0 ? nil : "\(count) \(name)\(count == 1 ? "" : "s")"
    }
    let user = userPages < pages ? "\(userPages) of them user's" : nil
    let shortage = nodes < slots - frames - ports ? "\(nodes) nodes" : nil
    let parts = [
      some(tasks, "task"), some(pages, "page"), user, some(frames, "frame"), some(ports, "port"),
      shortage,
    ]
    return parts.compactMap { $0 }.joined(separator: ", ") + profile.differences
  }
}

extension Profile {
  /// What is not as recommended.
  fileprivate var differences: String {
    let usual = Profile.v2
    var all: [String] = []
    if grantWithoutWrite != usual.grantWithoutWrite {
      all.append("grant without write \(grantWithoutWrite.rawValue)")
    }
    if overmapping != usual.overmapping { all.append("overmapping \(overmapping.rawValue)") }
    if selfMapping != usual.selfMapping { all.append("self-mapping \(selfMapping.rawValue)") }
    if portGranularity != usual.portGranularity {
      all.append("granules of \(1 << portGranularity)")
    }
    if readOnlyUnmapOfPorts != usual.readOnlyUnmapOfPorts {
      all.append("read-only unmap of ports \(readOnlyUnmapOfPorts.rawValue)")
    }
    return all.isEmpty ? "" : "; " + all.joined(separator: ", ")
  }
}
