import Evidence
import Testing

/// `l4 replay` of traces: those that replay, and those that do not.
struct ReplayTests {
  @Test func `a trace replays in both formats`() throws {
    let place = try Workplace(["a.txt": Golden.text, "a.itf.json": Golden.itf])
    for file in ["a.txt", "a.itf.json"] {
      let run = try place.l4("replay", file)
      #expect(run.status == 0 && run.errors.isEmpty, "\(run)")
      #expect(run.output == Golden.shown)
      // What a replay writes replays, and comes to the same.
      let written = try place.l4("replay", file, "--format", "json")
      #expect(written.status == 0 && written.errors.isEmpty)
      _ = try written.json(as: [String: Any].self)
      try place.write(written.output, as: "again.itf.json")
      #expect(try place.l4("replay", "again.itf.json").output == Golden.shown)
      #expect(
        try place.l4("replay", "again.itf.json", "--format", "json").output == written.output)
    }
  }

  @Test func `a trace in another universe than its own`() throws {
    let universe = try #require(Golden.text.firstRange(of: "universe tiny.yaml\n"))
    let bare = Golden.text[..<universe.lowerBound] + "end\n"
    let place = try Workplace([
      "a.txt": String(bare), "tiny.yaml": Workplace.tiny,
      "other.yaml": Workplace.tiny.replacing("rights: [r-, rw]", with: "rights: [rw]"),
      "busy.yaml": Workplace.tiny + "idle-calls: left out",
    ])
    expectRefusal(
      try place.l4("replay", "a.txt"), status: Failure.badInput,
      saying: "a.txt: the trace does not say which universe it is of; give --universe")
    #expect(try place.l4("replay", "a.txt", "--universe", "tiny.yaml").output == Golden.shown)
    #expect(try place.l4("replay", "a.txt", "--universe", "busy.yaml").status == 0)
    expectRefusal(
      try place.l4("replay", "a.txt", "--universe", "other.yaml"), status: Failure.badInput,
      saying: "action 1, \"map s0.p0 → s1.p0 r-\", is none of the operations of tiny")
    expectRefusal(
      try place.l4("replay", "a.txt", "--universe", "none.yaml"), status: Failure.noInput,
      saying: "none.yaml: there is no such file")
  }

  /// What of the text is something else, and what is said.
  static let edits: [(String, String, String)] = [
    // The state is not the one that the action leads to.
    (
      "\"s1.p0\", \"f0 r- from s0.p0\"]]}", "\"s1.p0\", \"f0 rw from s0.p0\"]]}",
      "a.txt: the trace does not replay: after 1 actions mappings is {\"#map\": "
    ),
    ("{\"#bigint\": \"1\"}", "{\"#bigint\": \"2\"}", "after 2 actions free_nodes is"),
    // The action is not what led there.
    ("2  map s1.p0 → s2.p0 rw", "2  map s0.p0 → s2.p0 rw", "after 2 actions mappings is"),
    // The action is not possible there, or nowhere.
    (
      "1  map s0.p0 → s1.p0 r-", "1  map s2.p0 → s1.p0 r-",
      "action 1, \"map s2.p0 → s1.p0 r-\", is not possible in this state"
    ),
    (
      "3  unmap s0.p0 flush others", "3  delete s1",
      "action 3, \"delete s1\", is none of the operations of tiny"
    ),
    // The text is not one of a trace.
    ("l4 trace 1", "l4 trace 2", "a.txt:1:11: this version of the format is not known"),
    ("l4 trace 1", "l4 race 1", "a.txt:1:1: this is no trace"),
    ("holds  trace", "fine  trace", "unknown verdict \"fine\""),
    ("trace, 3 actions", "trace, 4 actions", "the trace has 3 actions, not 4"),
    ("  2  mappings", "  5  mappings", "expected state 2"),
    ("{\"#set\": [\"s0\"", "{\"#set\": [s0", "a.txt:"),
    ("end\n", "end\nmore\n", "there is something after the end"),
    // The universe that it brings is not one.
    ("tasks: 3", "tasks: 300", "tasks must be a whole number from 1 to 32"),
  ]

  @Test(arguments: edits)
  func `an edited trace`(part: String, other: String, message: String) throws {
    // Calls that find nothing held are left out, so that not everything is possible.
    let sparse = Golden.text.replacing(
      "  | pages: 1\n", with: "  | pages: 1\n  | idle-calls: left out\n")
    let edited = sparse.replacing(part, with: other, maxReplacements: 1)
    #expect(edited != sparse)
    let place = try Workplace(["a.txt": edited])
    expectRefusal(try place.l4("replay", "a.txt"), status: Failure.badInput, saying: message)
  }

  @Test func `a trace that was cut off`() throws {
    let place = try Workplace()
    let lines = Golden.text.split(separator: "\n", omittingEmptySubsequences: false)
    for count in 0...lines.count - 2 {
      try place.write(lines[..<count].joined(separator: "\n"), as: "a.txt")
      expectRefusal(try place.l4("replay", "a.txt"), status: Failure.badInput, saying: "a.txt:")
    }
    let bytes = Array(Golden.itf.utf8)
    for count in stride(from: 1, to: bytes.count - 2, by: 97) {
      try place.write(Array(bytes[..<count]), as: "a.json")
      expectRefusal(try place.l4("replay", "a.json"), status: Failure.badInput, saying: "a.json:")
    }
  }

  @Test func `a file that is no trace`() throws {
    let place = try Workplace([
      "tiny.yaml": Workplace.tiny, "empty": "", "list.json": "{\"a\": []}",
    ])
    try place.write([0x7F, 0x45, 0x4C, 0x46, 0xFF, 0x00], as: "binary")
    for (file, message) in [
      ("tiny.yaml", "tiny.yaml:1:1: this is no trace"), ("empty", "empty:1:1: this is no trace"),
      ("list.json", "list.json:"), ("binary", "binary:1:1: this is no trace"),
    ] {
      expectRefusal(try place.l4("replay", file), status: Failure.badInput, saying: message)
    }
  }
}
