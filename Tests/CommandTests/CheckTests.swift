import Evidence
import Foundation
import Testing

/// `l4 check` on run files that are right, and what it says of those that are not.
struct CheckTests {
  /// What is added to the tiny universe, the flags, what comes out and what is expected of it.
  static let verdicts: [(String, [String], Int32, Verdict, String)] = [
    ("", [], 0, .holds, "yes"),
    ("", ["--plain"], 0, .holds, "yes"),
    ("", ["--depth", "1"], 10, .holdsBounded, "NO, holds"),
    ("", ["--depth", "9"], 0, .holds, "yes"),
    ("", ["--states", "5"], 18, .incomplete, "NO, holds"),
    ("goals: [map mapped]", [], 0, .holds, "yes"),
    ("goals: [map shortage]", [], 16, .vacuous, "NO, holds"),
    ("expect: violated", [], 20, .holds, "NO, violated"),
    ("expect: vacuous", [], 20, .holds, "NO, vacuous"),
    ("expect: holds (bounded)\nlimits: { depth: 1 }", [], 0, .holdsBounded, "yes"),
    ("expect: holds (bounded)\nlimits: { depth: 1 }", ["--plain"], 0, .holdsBounded, "yes"),
    ("expect: incomplete\nlimits: { states: 5 }", [], 0, .incomplete, "yes"),
    (
      "expect: incomplete\nlimits: { states: 5 }", ["--states", "100"], 20, .holds, "NO, incomplete"
    ),
    ("expect: vacuous\ngoals: [map shortage]", [], 0, .vacuous, "yes"),
  ]

  @Test(arguments: verdicts)
  func `every verdict has its status`(
    addition: String, flags: [String], status: Int32, verdict: Verdict, expected: String
  ) throws {
    let place = try Workplace(["run.yaml": Workplace.tiny + addition])
    let run = try place.l4(["check", "run.yaml"] + flags)
    #expect(!run.isKilled && run.status == status, "\(run)")
    #expect(run.errors.isEmpty)
    let row = try #require(run.output.split(separator: "\n").last)
    #expect(row.hasPrefix("tiny") && row.contains("  \(verdict.rawValue)  "), "\(row)")
    #expect(row.contains("  \(expected)  "), "\(row)")
    if addition.contains("shortage") {
      #expect(run.output.contains("tiny: the goal \"map shortage\" is never reached"))
    }
  }

  @Test func `of several files the first that fails gives the status`() throws {
    let place = try Workplace([
      "a.yaml": Workplace.tiny, "b.yaml": Workplace.tiny + "goals: [map shortage]",
      "c.yaml": Workplace.tiny + "expect: violated",
    ])
    #expect(try place.l4("check", "a.yaml", "b.yaml", "c.yaml").status == 16)
    #expect(try place.l4("check", "a.yaml", "c.yaml", "b.yaml").status == 20)
    try place.write(Workplace.tiny, as: "specs/universes/only.yaml")
    try place.write(Workplace.system, as: "specs/Systems/only.yaml")
    #expect(try place.l4("check").status == 0)
  }

  /// The counts of all searches of one universe.
  @Test(arguments: ["kernel-area", "ports"])
  func `all searches count the same`(name: String) throws {
    let file = Documents.root.appendingPathComponent("specs/universes/\(name).yaml").path
    let place = try Workplace()
    let counts = try [["--plain"], ["--workers", "1"], ["--workers", "2"], ["--workers", "5"]].map {
      let run = try place.l4(["check", file, "--format", "json"] + $0)
      #expect(run.status == 0)
      let result = try run.json(as: [[String: Any]].self)[0]
      let actions = try #require(result["actions"] as? [[String: Any]]).map {
        "\($0["kind"] ?? ""): \($0["generated"] ?? "") \($0["changed"] ?? "")"
      }
      let keys = ["verdict", "distinct", "generated", "depth", "goals", "goalsReached"]
      return keys.map { "\($0): \(result[$0] ?? "missing")" } + actions
    }
    #expect(counts.allSatisfy { $0 == counts[0] }, "\(counts)")
  }

  @Test func `the keys of JSON are the documented ones`() throws {
    let place = try Workplace(["run.yaml": Workplace.tiny])
    let check = try place.l4("check", "run.yaml", "--format", "json").json(as: [[String: Any]].self)
    let documented = try Documents.keys(of: "l4 check")
    #expect(Set(check[0].keys).union(["statements", "unexpected"]) == documented)
    try place.write(Workplace.system, as: "system.yaml")
    let system = try place.l4("check", "system.yaml", "--format", "json")
    let result = try system.json(as: [[String: Any]].self)[0]
    #expect(Set(result.keys).union(["unexpected"]) == documented)
    let conform = try place.l4(
      "conform", "reference", "--only", "--programs", "4", "--corpus", "none", "--memory-programs",
      "1", "--no-graphs", "--no-paths", "--format", "json"
    ).json(as: [String: [[String: Any]]].self)
    let memory = try #require(conform["memory"]?.first)
    #expect(Set(memory.keys).union(["stopped"]) == (try Documents.keys(of: "l4 conform")))
    #expect(memory["verdict"] as? String == Verdict.holdsBounded.rawValue)
    let whole = try #require(conform["whole"]?.first)
    #expect(whole["verdict"] as? String == Verdict.holdsBounded.rawValue)
    #expect(whole["passed"] as? Int == 4)
  }

  @Test func `nothing is drawn where there is no terminal`() throws {
    let place = try Workplace(["run.yaml": Workplace.tiny])
    for arguments in [
      ["check", "run.yaml"], ["check", "run.yaml", "--format", "json"],
      [
        "conform", "reference", "--only", "--programs", "50", "--corpus", "none",
        "--memory-programs", "50", "--no-graphs", "--no-paths",
      ],
    ] {
      let run = try place.l4(arguments)
      #expect(run.errors.isEmpty)
      #expect(!run.output.contains("\u{1B}") && !run.output.contains("\r"))
    }
  }

  /// A tiny universe in which a line is another.
  private static func tiny(_ line: String, _ other: String) -> String {
    Workplace.tiny.replacing(line, with: other)
  }

  static let mistakes: [(String, String)] = [
    (tiny("tasks: 3", "tsks: 3"), "run.yaml:2:1: unknown key \"tsks\"; allowed here: name, about"),
    (tiny("tasks: 3\n", ""), "tasks"),
    (tiny("tasks: 3", "tasks: 0"), "run.yaml:2:8: tasks must be a whole number from 1 to 32"),
    (tiny("tasks: 3", "tasks: 99999999999999999999"), "run.yaml:2:8: tasks must be"),
    (tiny("tasks: 3", "tasks: three"), "run.yaml:2:8: tasks must be a whole number"),
    (tiny("pages: 1", "pages: 30"), "3 tasks of 30 pages and ports are 90 slots; at most 32 fit"),
    (tiny("frames: 1", "frames: 2"), "run.yaml:4:9: frames must be at most 1"),
    (tiny("frames: 1", "frames: 0"), "there must be a frame or a port to map"),
    (tiny("frames: 1", "frames: 1\nnodes: 1000"), "run.yaml:5:8: nodes must be"),
    (tiny("rights", "writes"), "unknown key \"writes\""),
    (tiny("[r-, rw]", "[r-, rx]"), "run.yaml:6:25: rights must be"),
    (tiny("masks: all }", "masks: all"), "run.yaml:8:1: not YAML"),
    (tiny("- map: { rights: [r-, rw] }", "- map s0.p0 → s7.p0 rw"), "s7"),
    (tiny("- map: { rights: [r-, rw] }", "- map s0.p0 to s1.p0"), "expected → and the receiver"),
    (Workplace.tiny + "expect: success", "run.yaml:8:9: expect cannot be"),
    (Workplace.tiny + "properties: [I-AS99]", "there is no property \"I-AS99\""),
    (Workplace.tiny + "goals: [glory]", "there is no goal \"glory\""),
    (Workplace.tiny + "limits: { memory: 4 PB }", "memory must be an amount"),
    (Workplace.tiny + "name: again", "there is more than one key"),
    ("", "run.yaml: the file is empty"),
    ("name: tiny\ntasks: 3\npages: 1\nframes: 1\noper", "run.yaml"),
    ("- a\n- b\n", "run.yaml"),
  ]

  @Test(arguments: mistakes)
  func `a mistake in a run file`(text: String, message: String) throws {
    let place = try Workplace(["run.yaml": text, "good.yaml": Workplace.tiny])
    // A good file before it does not run.
    expectRefusal(
      try place.l4("check", "good.yaml", "run.yaml"), status: Failure.badInput, saying: message)
  }

  @Test func `a run file that is no text`() throws {
    let place = try Workplace()
    try place.write([0xFF, 0xFE, 0x00], as: "run.yaml")
    expectRefusal(
      try place.l4("check", "run.yaml"), status: Failure.badInput,
      saying: "run.yaml: the file is not UTF-8 text")
  }
}
