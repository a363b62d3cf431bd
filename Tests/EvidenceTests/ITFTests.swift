import Evidence
import Testing

struct ITFTests {
  @Test func `a trace in the informal trace format`() throws {
    var trace = failure
    trace.universe?.text = "tasks: 3\n"
    trace.steps.removeLast()
    #expect(
      trace.itf == """
        {
         "#meta": {"format": "ITF", "format-description": "https://apalache-mc.org/docs/adr/015adr-trace.html", "l4": {"version": 1, "universe": {"name": "tiny.yaml", "text": "tasks: 3\\n"}, "verdict": "violated", "property": {"number": "I-AS4", "name": "rights never grow"}, "failed": ["every node has at most its parent's rights: s2.p0 rw, s1.p0 r-"], "shortest": true, "actions": 1, "action-variable": "action"}},
         "vars": ["forest", "free", "action"],
         "states": [
          {"#meta": {"index": 0, "action": "boot"}, "forest": {"#map": []}, "free": {"#bigint": "4"}, "action": "boot"},
          {"#meta": {"index": 1, "action": "map s0.p0 → s1.p0 r-", "changes": ["s1.p0: ∅ → f0 r- from s0.p0"]}, "forest": {"#map": [["s1.p0", {"#tup": ["f0", "r-"]}]]}, "free": {"#bigint": "3"}, "action": "map s0.p0 → s1.p0 r-"}
         ]
        }

        """)
    #expect(try Trace(itf: trace.itf, file: "t") == trace)
    #expect(try Trace(reading: Array(failure.itf.utf8), file: "t") == failure)
  }

  /// The example of ADR-015, shortened, with what Apalache writes around it.
  @Test func `a trace that Apalache wrote`() throws {
    let text = """
      {
        "#meta": {
          "format": "ITF", "format-description": "https://apalache.informal.systems/docs/adr/015adr-trace.html",
          "source": "MC_MissionariesAndCannibalsTyped.tla", "varTypes": { "bank_of_boat": "Str" },
          "description": "Created by Apalache on Thu May 18 13:28:30 UTC 2023", "timestamp": 1684416510073
        },
        "params": ["N"],
        "vars": [ "bank_of_boat", "who_is_on_bank", "n" ],
        "states": [
          {
            "#meta": { "index": 0 },
            "bank_of_boat": "E",
            "who_is_on_bank": { "#map": [ [ "E", { "#set": [ "c1_OF_PERSON", "m1_OF_PERSON" ] } ], [ "W", { "#set": [] } ] ] },
            "n": 7
          },
          {
            "#meta": { "index": 1 },
            "bank_of_boat": "W",
            "who_is_on_bank": { "#map": [] },
            "n": { "#bigint": "-123456789012345678901234567890" }
          }
        ]
      }
      """
    let trace = try Trace(itf: text, file: "t")
    #expect(trace.verdict == nil && trace.universe == nil && trace.property == nil)
    #expect(
      trace.initial == [
        .init("bank_of_boat", .text("E")),
        .init(
          "who_is_on_bank",
          .map([
            .init(.text("E"), .set([.text("c1_OF_PERSON"), .text("m1_OF_PERSON")])),
            .init(.text("W"), .set([])),
          ])),
        .init("n", .integer(7)),
      ])
    #expect(trace.steps.count == 1)
    #expect(trace.steps[0].action.isEmpty)
    #expect(
      trace.steps[0].state.last
        == .init("n", .bigInteger("-123456789012345678901234567890")))
    #expect(try Trace(text: trace.text(), file: "t") == trace)
    #expect(try Trace(itf: trace.itf, file: "t") == trace)
  }

  /// As `quint run --mbt --out-itf` writes it.
  @Test func `a trace that Quint wrote`() throws {
    let text = """
      {"#meta":{"format":"ITF","format-description":"https://apalache-mc.org/docs/adr/015adr-trace.html","source":"bank.qnt","status":"violation","description":"Created by Quint on Wed","timestamp":1},
      "vars":["balances","mbt::actionTaken","mbt::nondetPicks"],"loop":0,
      "states":[{"#meta":{"index":0},"balances":{"#map":[["alice",{"#bigint":"0"}]]},"mbt::actionTaken":"init","mbt::nondetPicks":{"amount":{"tag":"None","value":{"#tup":[]}}}},
      {"#meta":{"index":1},"balances":{"#map":[["alice",{"#bigint":"-63"}]]},"mbt::actionTaken":"withdraw","mbt::nondetPicks":{"amount":{"tag":"Some","value":{"#bigint":"63"}}}}]}
      """
    let trace = try Trace(itf: text, file: "t")
    #expect(trace.start == "init")
    #expect(trace.steps.map(\.action) == ["withdraw"])
    #expect(trace.loop == 0)
    #expect(
      trace.initial.last?.value
        == .record([
          .init("amount", .record([.init("tag", .text("None")), .init("value", .tuple([]))]))
        ]))
    #expect(try Trace(itf: trace.itf, file: "t") == trace)
  }

  @Test(arguments: [
    ("", "t:1:1: expected a value, but the text ends here"),
    ("{\"vars\": [\n", "t:2:1: expected a value, but the text ends here"),
    ("{\"vars\": [] \n  \"states\": []}", #"t:2:3: expected a comma or }, found "\"states""#),
    ("{\"vars", "t:1:7: the string that begins at 1:2 has no end"),
    ("{vars: []}", #"t:1:2: expected a key in quotes, found "vars""#),
    ("{\"→\": tru}", #"t:1:7: expected a value, found "tru""#),
    ("{\"a\": 01}", "t:1:7: a number does not begin with 0"),
    ("{\"a\": \"\\x\"}", "t:1:8: this escape is none that JSON has"),
    ("{\"a\": 1, \"a\": 2}", "t:1:10: there is more than one key \"a\""),
    ("{} {}", #"t:1:4: expected nothing more, found "{""#),
    ("[]", "t:1:1: a trace must be an object with vars and states"),
    ("{}", "t:1:1: missing \"vars\", the list of variables"),
    ("{\"vars\": {}}", "t:1:10: this must be a list"),
    ("{\"vars\": [1]}", "t:1:11: this must be a string"),
    ("{\"vars\": []}", "t:1:1: missing \"states\", the list of states"),
    ("{\"vars\": [], \"states\": []}", "t:1:24: a trace must have at least one state"),
    ("{\"vars\": [\"x\"], \"states\": [{}]}", "t:1:28: state 0 has no \"x\""),
    (
      "{\"vars\": [\"x\"], \"states\": [{\"x\": 1, \"y\": 1}]}",
      "t:1:42: \"y\" is not a variable; allowed here: x"
    ),
    ("{\"vars\": [\"x\"], \"states\": [{\"x\": null}]}", "t:1:34: null is not a value of a trace"),
    ("{\"vars\": [\"x\"], \"states\": [{\"x\": 1.5}]}", "t:1:34: \"1.5\" is not a whole number"),
    (
      "{\"vars\": [\"x\"], \"states\": [{\"x\": {\"#seq\": []}}]}",
      "t:1:34: unknown kind of value \"#seq\"; "
        + "allowed here: #bigint, #tup, #set, #map, #unserializable"
    ),
    (
      "{\"vars\": [\"x\"], \"states\": [{\"x\": {\"#map\": [[1]]}}]}",
      "t:1:44: an item of a #map must be a key and its value"
    ),
    (
      "{\"vars\": [], \"states\": [{\"#meta\": {\"index\": 1}}]}", "t:1:45: state 0 has the index 1"
    ),
    ("{\"vars\": [], \"loop\": 1, \"states\": [{}]}", "t:1:22: there is no state 1 to go back to"),
    (
      "{\"#meta\": {\"l4\": {\"version\": 2}}, \"vars\": [], "
        + "\"states\": [{\"#meta\": {\"action\": \"\"}}]}",
      "t:1:30: this version of the format is not known; allowed here: 1"
    ),
  ])
  func `a mistake is shown where it is`(_ text: String, _ message: String) {
    #expect(throws: InputError.self) { try Trace(itf: text, file: "t") }
    do { _ = try Trace(itf: text, file: "t") } catch { #expect(error.description == message) }
  }

  @Test func `a file that is cut off, or not text, is refused`() {
    let bytes = Array(failure.itf.utf8)
    for length in 0..<bytes.count - 2 {
      #expect(throws: InputError.self) { try Trace(reading: Array(bytes[..<length]), file: "t") }
    }
    for (bytes, message) in [
      (Array("{\"a\n\u{e9}\": \"".utf8) + [0xFF, 0x20], "t:2:6: this is not UTF-8 text"),
      (
        Array(("{\"a\": " + String(repeating: "[", count: 100_000)).utf8),
        "t:1:206: this is nested more than 200 levels"
      ),
    ] {
      #expect(throws: InputError.self) { try Trace(reading: bytes, file: "t") }
      do { _ = try Trace(reading: bytes, file: "t") } catch {
        #expect(error.description == message)
      }
    }
  }
}
