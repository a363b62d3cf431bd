import Evidence
import Foundation
import Testing

/// `l4 log`, and the logs that `l4 conform` writes.
struct LogCommandTests {
  static let header =
    #"{"l4-log": 1, "kernel": "mine", "stage": "rendezvous", "records": ["returns"], "#
    + #""complete": true, "from": "setup"}"#
  static let good = [
    header, #"{"call": "t2.0 wait"}"#, #"{"call": "t3.0 send t2.0 word 1"}"#,
    #"{"return": "t3.0", "code": 0}"#,
    #"{"return": "t2.0", "code": 0, "source": "t3.0", "word": 1}"#,
  ]

  private func place(_ lines: [String], _ name: String = "k.log") throws -> Workplace {
    try Workplace([name: lines.map { $0 + "\n" }.joined()])
  }

  @Test func `a good log`() throws {
    let place = try place(Self.good)
    let run = try place.l4("log", "k.log")
    #expect(run.status == 0 && run.errors.isEmpty, "\(run)")
    #expect(
      run.output == """
        holds (bounded)  k.log: mine, profile v2, stage rendezvous
          5 lines, 2 steps; at most 1 states possible at once

        """)
    let json = try place.l4("log", "k.log", "--format", "json").json(as: [[String: Any]].self)
    #expect(json.count == 1 && json[0]["steps"] as? Int == 2 && json[0]["boots"] as? Int == 1)
  }

  @Test func `from standard input`() throws {
    let place = try place(Self.good)
    let input = place.folder.appendingPathComponent("k.log")
    let run = try place.l4(["log", "-"], input: input)
    #expect(run.status == 0 && run.output.contains("standard input: mine"), "\(run)")
    try place.write("", as: "empty.log")
    expectRefusal(
      try place.l4(["log", "-"]), status: Failure.badInput,
      saying: "standard input: the file is empty"
    )
  }

  /// A pipe can be read once; a log with gaps is read twice.
  @Test func `from a pipe`() throws {
    var lines = Self.good
    lines[0] = lines[0].replacing("\"complete\": true", with: "\"complete\": false")
    lines[3] = lines[3].replacing("\"code\": 0", with: "\"code\": 49")
    lines.insert(#"{"gap": 1}"#, at: 1)
    let place = try place(lines)
    let pipe = place.folder.appendingPathComponent("pipe").path
    try #require(mkfifo(pipe, 0o600) == 0)
    let text = lines.map { $0 + "\n" }.joined()
    Thread.detachNewThread {
      try? FileHandle(forWritingTo: URL(fileURLWithPath: pipe)).write(contentsOf: Data(text.utf8))
    }
    let (piped, read) = try (place.l4("log", "pipe"), place.l4("log", "k.log"))
    #expect(piped.status == read.status && read.status == Verdict.deviates.exitStatus, "\(piped)")
    #expect(piped.output == read.output.replacing("k.log", with: "pipe"))
  }

  @Test func `a log that lies`() throws {
    var lines = Self.good
    lines[4] = lines[4].replacing("t3.0", with: "t2.1")
    let run = try place(lines).l4("log", "k.log")
    #expect(run.status == Verdict.deviates.exitStatus && run.errors.isEmpty, "\(run)")
    for text in [
      "line 5 is not explained: ", "last explained: line 4: ", "possible before it: 1 state",
      "but: t2.0's message is from t3.0, not from t2.1",
    ] { #expect(run.output.contains(text), "\(run.output)") }
  }

  @Test func `a log with a gap`() throws {
    var lines = Self.good
    lines[0] = lines[0].replacing("\"complete\": true", with: "\"complete\": false")
    lines[1] = #"{"gap": 1}"#
    // That somebody waited is nowhere else in the log.
    let unknown = try place(lines).l4("log", "k.log")
    #expect(unknown.status == Verdict.unknown.exitStatus, "\(unknown)")
    lines[0] = lines[0].replacing(
      "\"from\"", with: "\"operations\": [\"t2.0 wait\"], \"from\"")
    let explained = try place(lines).l4("log", "k.log")
    #expect(explained.status == 0, "\(explained)")
    lines[0] = lines[0].replacing("t2.0 wait", with: "t2.1 wait")
    let wrong = try place(lines).l4("log", "k.log")
    #expect(wrong.status == Verdict.deviates.exitStatus, "\(wrong)")
    let limited = try place(lines).l4("log", "k.log", "--states", "1")
    #expect(limited.status == Verdict.unknown.exitStatus, "\(limited)")
  }

  static let broken: [(String, String)] = [
    ("", "k.log: the file is empty"),
    (good.joined(separator: "\n") + "\n{\"return\": }\n", "k.log:6:12: expected a value"),
    (header + "\n{\"call\": \"t2.0 wait\"} {}\n", "k.log:2:23: expected nothing more"),
    (header + "\n\0\n", "k.log:2:1: expected a value"),
    (header + "\n" + String(repeating: "[", count: 300) + "\n", "nested more than 200 levels"),
    (
      header + "\n{\"tick\": " + String(repeating: "1", count: 1 << 21),
      "k.log:2:1: the line is longer than 1048576 bytes"
    ),
    (
      header + "\n{\"tick\": " + String(repeating: "1", count: 1 << 19) + "}",
      "k.log:2:10: tick is a whole number"
    ),
  ]

  @Test(arguments: broken.indices)
  func `a line that is no event`(_ index: Int) throws {
    let place = try Workplace(["k.log": Self.broken[index].0])
    expectRefusal(
      try place.l4("log", "k.log"), status: Failure.badInput, saying: Self.broken[index].1)
  }

  @Test func `what is no text, and what is not there`() throws {
    let place = try place(Self.good)
    try place.write(
      Array((Self.header + "\n{\"call\": \"").utf8) + [0xFF, 0xFE, 0x0A], as: "b.log")
    expectRefusal(try place.l4("log", "b.log"), status: Failure.badInput, saying: "b.log:2:11: ")
    expectRefusal(
      try place.l4("log", "none.log"), status: Failure.noInput, saying: "none.log: there is no")
    expectRefusal(
      try place.l4("log", "k.log", "--states", "0"), status: Failure.usage, saying: "--states")
  }

  @Test func `what a kernel under test did is a log`() throws {
    let place = try Workplace()
    let run = try place.l4(
      "conform", "--only", "--no-memory", "--corpus", "none", "--programs", "20", "--log",
      "logs/k.log")
    #expect(run.status == 0, "\(run)")
    let log = try place.l4("log", "logs/k.log", "--format", "json").json(as: [[String: Any]].self)
    #expect(log[0]["verdict"] as? String == "holds (bounded)")
    #expect(log[0]["boots"] as? Int == 20)
    #expect(log[0]["kernel"] as? String == "reference")
    let text = try place.read("logs/k.log")
    var lines = text.split(separator: "\n").map(String.init)
    let number = try #require(lines.lastIndex { $0.hasPrefix("{\"return\"") })
    lines[number] = lines[number].replacing(/"code": \d+/, with: "\"code\": 112")
    try place.write(lines.joined(separator: "\n"), as: "lie.log")
    let lie = try place.l4("log", "lie.log")
    #expect(lie.status == Verdict.deviates.exitStatus)
    #expect(lie.output.contains("line \(number + 1) is not explained"), "\(lie.output)")
    try place.write("", as: "file")
    expectRefusal(
      try place.l4("conform", "--programs", "1", "--log", "file/k.log"),
      status: Failure.cannotCreate,
      saying: "cannot be written")
  }
}
