import Evidence
import Exploration
import Systems
import Testing

/// The hazards H1 to H7 are there, and go away with their remedies.
struct HazardTests {
  @Test(arguments: BuiltInSystems.names)
  func `a built-in system comes out as its file says`(name: String) throws {
    let report = try BuiltInSystems.system(name).search()
    let unexpected = report.findings.filter { !$0.isExpected }.map(\.text)
    #expect(report.unexpected == nil, "\(unexpected) \(report.unreached)")
    #expect(report.verdict == report.expected)
    #expect(report.coverage.end == .complete)
  }

  @Test func `every hazard has a system with it and one without`() throws {
    for number in 1...7 {
      let expected = try BuiltInSystems.names.filter { $0.hasPrefix("h\(number)-") }.map {
        try BuiltInSystems.system($0).search().expected
      }
      #expect(Set(expected) == [.holds, .violated], "H\(number)")
    }
  }

  @Test(arguments: BuiltInSystems.names)
  func `the fast search and the plain one agree`(name: String) throws {
    let system = try BuiltInSystems.system(name)
    var options = Options(workers: 2)
    options.checksCodes = true
    let fast = try system.search(options)
    let plain = try system.search(isPlain: true)
    #expect(fast.distinct == plain.distinct)
    #expect(fast.actions == plain.actions)
    #expect(fast.depth == plain.depth)
    #expect(fast.unreached == plain.unreached)
    #expect(fast.findings.map(\.verdict) == plain.findings.map(\.verdict))
    #expect(fast.findings.map { $0.run?.count } == plain.findings.map { $0.run?.count })
  }

  /// A remedy in a file, what it is without, and the check that breaks then.
  static let remedies: [(String, String, String, String)] = [
    ("h1-reply-now", "sender now and", "sender and", "again and again other at served"),
    ("h2-no-faults", " no faults", "", "again and again other at served"),
    ("h2-faults-finite", " faults within 1 tick", "", "again and again other at served"),
    ("h3-pager-tries", "send client now", "send client", "no deadlock"),
    ("h4-numbered", "if word: [leave]", "if ok: [leave]", "never client at wrong"),
    ("h4-next-call-now", "received now and", "received and", "no deadlock"),
    ("h5-resumes", "parts 2", "parts 2 no faults", "never source at failed"),
    ("h5-times-out", " faults within 2 ticks", "", "eventually source at done"),
    ("h6-map-tree", "  a:\n", "  a:\n    pager: b\n", "no deadlock"),
    ("h7-slices", "slice: 2", "priority: 2", "worker never starves"),
    ("fifo", "about:", "profile: fiasco\nabout:", "low pending at server leads to low at served"),
    ("rpc", "received now", "received", "no deadlock"),
    ("rpc", "map p0 → p0 rw now", "now", "again and again hurried ready"),
  ]

  @Test(arguments: remedies)
  func `without its remedy a system is broken`(
    _ name: String, _ remedy: String, _ nothing: String, _ check: String
  ) throws {
    let text = try BuiltInSystems.text(name)
    #expect(text.contains(remedy))
    let report = try search(text.replacing(remedy, with: nothing))
    #expect(report.verdict(of: check) == .violated)
    #expect(report.unexpected == .violated)
  }

  /// A driver that polls is never waiting, so that a promise about those that wait is empty.
  @Test func `without waiting for interrupts the worker starves`() throws {
    let name = "worker never starves"
    let text = try BuiltInSystems.text("h7-waiting").replacing(
      "- receive irq0\n", with: "- receive irq0 now\n")
    let assumption = ", provided again and again driver waiting"
    #expect(try search(text).verdict(of: name + assumption) == .vacuous)
    let report = try search(text.replacing(assumption, with: ""))
    #expect(report.verdict(of: name) == .violated)
    #expect(report.verdict(of: "driver never starves") == .holds)
    #expect(report.unexpected == .violated)
  }

  /// A hazard in a file, and what it is with a remedy.
  static let hazards: [(String, String, String)] = [
    (
      "h1-reply-never", "sender and wait\n",
      "sender now and wait\n          - if error: [wait]\n"
    ),
    ("h2-faults-never", "parts 1 now and", "parts 1 now no faults and"),
    ("h3-pager-sends", "send client", "send client now"),
    ("h4-late-reply", "receive worker within 1 tick\n      - if", "receive worker\n      - if"),
    ("h4-next-call", "received and wait", "received within 1 tick and wait"),
    ("h5-no-faults", "parts 2 no faults", "parts 2"),
    ("h6-grant-cycle", "  a:\n    pager: b", "  a:\n    pager: root"),
    ("h7-polling", "priority: ", "slice: "),
    ("queue-by-priority", "profile: fiasco", "profile: v2"),
  ]

  @Test(arguments: hazards)
  func `with a remedy the hazard is gone, and the file is told so`(
    _ name: String, _ hazard: String, _ remedy: String
  ) throws {
    let text = try BuiltInSystems.text(name)
    #expect(text.contains(hazard))
    let report = try search(text.replacing(hazard, with: remedy))
    let hazards = report.findings.filter(\.isHazard)
    #expect(hazards.count == 1 && hazards[0].verdict == .holds)
    #expect(report.unexpected == .holds)
  }
}
