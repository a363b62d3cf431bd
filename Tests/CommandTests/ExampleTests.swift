import Evidence
import Foundation
import Testing

/// The kernels of Examples/, as docs/your-kernel.md has them.
struct ExampleTests {
  static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
  static let flags = ["--corpus", "none", "--programs", "60"]

  private static func compile(_ source: String, in place: Workplace) throws {
    try place.write(source, as: "mine.c")
    let compiler = Process()
    compiler.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    compiler.currentDirectoryURL = place.folder
    compiler.arguments = [
      "cc", "-shared", "-fPIC", "-I", root.appendingPathComponent("Agent/include").path, "-o",
      "libmine.so", "mine.c",
    ]
    try compiler.run()
    compiler.waitUntilExit()
    try #require(compiler.terminationStatus == 0)
  }

  private static func example(_ name: String) throws -> String {
    try String(contentsOf: root.appendingPathComponent("Examples/\(name)"), encoding: .utf8)
  }

  @Test func `the kernel in C is tested, and what is wrong with it is found`() throws {
    let place = try Workplace()
    let source = try Self.example("rendezvous.c")
    try Self.compile(source, in: place)
    let run = try place.l4(["conform", "lib:./libmine.so"] + Self.flags)
    #expect(run.status == 0, "\(run)")
    #expect(run.output.contains("random: 60 passed"), "\(run.output)")
    #expect(run.output.contains("codes: 4 of 16"), "\(run.output)")
    // Whoever waits for one takes messages of everybody.
    let rule = "  if (receiver->call.flags & L4C_OPEN) return 1;\n"
    try Self.compile(source.replacing(rule, with: "  return 1;\n"), in: place)
    let wrong = try place.l4(["conform", "lib:./libmine.so"] + Self.flags)
    #expect(wrong.status == Verdict.deviates.exitStatus, "\(wrong)")
    #expect(wrong.output.contains("stage pair"), "\(wrong.output)")
    let replay = try place.l4(
      "replay", "--kernel", "lib:./libmine.so", "out/findings/rendezvous-1.program")
    #expect(replay.status == Verdict.deviates.exitStatus, "\(replay)")
  }

  @Test func `the kernel that speaks JSON lines is tested`() throws {
    let place = try Workplace(["lines.py": try Self.example("lines.py")])
    let python = try place.l4(["conform", "json:python3 lines.py"] + Self.flags)
    // There need be no Python where this is tested.
    if python.status == Failure.badInput, python.errors.contains("no program python3") { return }
    #expect(python.status == 0, "\(python)")
    #expect(python.output.contains("random: 60 passed"), "\(python.output)")
    let log = ["--log", "k.log"]
    #expect(try place.l4(["conform", "json:python3 lines.py"] + Self.flags + log).status == 0)
    #expect(try place.l4("log", "k.log").status == 0)
  }
}
