import Evidence
import Testing

/// The failure of the style guide.
let failure = Trace(
  universe: Trace.Universe(name: "tiny.yaml", text: "name: tiny\n\n  # and more\r\ntasks: 3\n"),
  verdict: .violated, property: Trace.Property(number: "I-AS4", name: "rights never grow"),
  failed: ["every node has at most its parent's rights: s2.p0 rw, s1.p0 r-"], isShortest: true,
  start: "boot",
  initial: [.init("forest", .map([])), .init("free", .integer(4))],
  steps: [
    Trace.Step(
      action: "map s0.p0 → s1.p0 r-", changes: ["s1.p0: ∅ → f0 r- from s0.p0"],
      state: [
        .init("forest", .map([.init(.text("s1.p0"), .tuple([.text("f0"), .text("r-")]))])),
        .init("free", .integer(3)),
      ]),
    Trace.Step(
      action: "map s1.p0 → s2.p0 rw",
      changes: ["s2.p0: ∅ → f0 rw from s1.p0"], note: "parent has r-",
      state: [.init("forest", .map([])), .init("free", .integer(2))]),
  ])

struct TraceTextTests {
  @Test func `a failure as a person should see it`() {
    #expect(
      failure.summary(replay: "trace.json") == """
        violated  rights never grow (I-AS4)      shortest trace, 2 actions
          failed  every node has at most its parent's rights: s2.p0 rw, s1.p0 r-
          0  boot
          1  map s0.p0 → s1.p0 r-      s1.p0: ∅ → f0 r- from s0.p0
          2  map s1.p0 → s2.p0 rw      s2.p0: ∅ → f0 rw from s1.p0      ← parent has r-
        replay: l4 replay trace.json

        """)
  }

  @Test func `the text is whole`() throws {
    let text = failure.text(replay: "trace.txt")
    #expect(
      text == """
        l4 trace 1
        \(failure.summary(replay: "trace.txt"))states
          0  forest = {"#map": []}
             free = {"#bigint": "4"}
          1  forest = {"#map": [["s1.p0", {"#tup": ["f0", "r-"]}]]}
             free = {"#bigint": "3"}
          2  forest = {"#map": []}
             free = {"#bigint": "2"}
        universe tiny.yaml
          | name: tiny
          |
          |   # and more\r
          | tasks: 3
          |
        end

        """)
    #expect(try Trace(text: text, file: "t") == failure)
    #expect(try Trace(reading: Array(text.utf8), file: "t") == failure)
  }

  @Test func `several changes have a line each`() throws {
    var trace = failure
    trace.steps[0].changes += ["s1.p1: ∅ → f1 r- from s0.p1", "a  b", "", "9 lives", "← back"]
    trace.steps[0].note = "two pages"
    trace.loop = 1
    #expect(
      trace.summary() == """
        violated  rights never grow (I-AS4)      shortest trace, 2 actions, back to 1
          failed  every node has at most its parent's rights: s2.p0 rw, s1.p0 r-
          0  boot
          1  map s0.p0 → s1.p0 r-      s1.p0: ∅ → f0 r- from s0.p0
                                       s1.p1: ∅ → f1 r- from s0.p1
                                       "a  b"
                                       ""
                                       9 lives
                                       "← back"                         ← two pages
          2  map s1.p0 → s2.p0 rw      s2.p0: ∅ → f0 rw from s1.p0      ← parent has r-

        """)
    #expect(try Trace(text: trace.text(), file: "t") == trace)
  }

  @Test(arguments: [
    ("hello", "t:1:1: this is no trace: a trace begins with \"l4 trace 1\""),
    ("", "t:1:1: this is no trace: a trace begins with \"l4 trace 1\""),
    ("l4 trace 2\n", "t:1:11: this version of the format is not known; allowed here: 1"),
    ("l4 trace 1", "t:1:11: the text ends here: it was cut off"),
    (
      "l4 trace 1\nfine  trace, 0 actions\n",
      "t:2:1: unknown verdict \"fine\"; allowed here: holds, holds (bounded), violated, deviates, "
        + "not inductive (reachable), not inductive (unreachable), "
        + "not inductive (reachability unknown), vacuous, unknown, incomplete"
    ),
    (
      "l4 trace 1\nviolated  trace of 2\n",
      "t:2:11: expected the length, as \"trace, 2 actions\""
    ),
    (
      "l4 trace 1\nviolated  trace, 2 actions\n  1  go\nstates\n",
      "t:4:1: the trace has 1 actions, not 2"
    ),
    (
      "l4 trace 1\nviolated  trace, 2 actions\n  1  go\n  3  go\n",
      "t:4:3: expected action 2, found 3"
    ),
    (
      "l4 trace 1\nviolated  trace, 0 actions, back to 1\n",
      "t:2:37: expected a state to go back to, 0 to 0"
    ),
    (
      "l4 trace 1\nviolated  trace, 0 actions\nstates\n  0  x = {\"#set\": [1, }\nend\n",
      #"t:4:23: expected a value, found "}""#
    ),
    (
      "l4 trace 1\nviolated  trace, 0 actions\nstates\n  0  x = 1\nuniverse u\nend\n",
      "t:6:1: expected the text of the universe after \"  | \""
    ),
    (
      "l4 trace 1\nviolated  trace, 0 actions\nstates\n  0  x = 1\nend\n\n",
      "t:6:1: there is something after the end"
    ),
  ])
  func `a mistake is shown where it is`(_ text: String, _ message: String) {
    #expect(self.message(of: text) == message)
  }

  @Test func `a text that is cut off anywhere is refused`() {
    let text = failure.text(replay: "trace.txt")
    for length in 0..<text.utf8.count - 1 {
      let bytes = Array(text.utf8.prefix(length))
      #expect(throws: InputError.self) { try Trace(reading: bytes, file: "t") }
    }
  }

  private func message(of text: String) -> String? {
    do {
      _ = try Trace(text: text, file: "t")
      return nil
    } catch {
      return error.description
    }
  }
}
