import Evidence
import Foundation
import Testing

/// The example of a kernel in C, as its head says that it is tested. It has two threads and ipc of
/// words, and nothing else.
struct ExampleTests {
  /// A folder with the example as a library in it, in which one of its bugs is.
  private func workplace(bug: Int) throws -> Workplace {
    let place = try Workplace()
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let compiler = Process()
    compiler.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    compiler.arguments = [
      "cc", "-shared", "-fPIC", "-DBUG=\(bug)", "-I", root.path + "/Agent/include", "-o",
      place.folder.path + "/a kernel.so", root.path + "/Examples/rendezvous.c",
    ]
    try compiler.run()
    compiler.waitUntilExit()
    try #require(compiler.terminationStatus == 0)
    return place
  }

  private func conform(_ place: Workplace) throws -> (run: Command, report: [String: Any]) {
    let run = try place.l4(
      "conform", "lib:./a kernel.so", "--programs", "200", "--format", "json")
    let reports = try run.json(as: [String: Any].self)["whole"] as? [[String: Any]]
    return (run, try #require(reports?.first))
  }

  private func count(_ name: String, _ key: String, in report: [String: Any]) -> Int? {
    let parts = report["parts"] as? [[String: Any]]
    return parts?.first { $0["name"] as? String == name }?[key] as? Int
  }

  @Test func `all programs are made for what it has`() throws {
    let (run, report) = try conform(try workplace(bug: 0))
    #expect(run.status == 0, "\(run)")
    #expect(report["verdict"] as? String == Verdict.holdsBounded.rawValue)
    for (part, least) in [("corpus", 100), ("random", 200)] {
      #expect(count(part, "skipped", in: report) == 0)
      #expect(count(part, "passed", in: report) ?? 0 >= least)
    }
    let missing = report["missing"] as? [String] ?? []
    #expect(missing.contains("tasks") && missing.contains("fpage_unmap"))
  }

  /// Each bug is found, with a short program, which the printed command runs again as it is printed.
  @Test(arguments: [
    (1, "receive", "send", "0x00 ok"), (2, "send", "0x20", "0x30"),
    (3, "word 1", "0x00 ok", "word"),
  ])
  func `a bug in it is found with a short program`(
    bug: Int, first: String, second: String, third: String
  ) throws {
    let place = try workplace(bug: bug)
    let (run, report) = try conform(place)
    #expect(run.status == Verdict.deviates.exitStatus, "\(run)")
    let findings = try #require(report["findings"] as? [[String: Any]])
    #expect(findings.count <= 16)
    #expect(findings.allSatisfy { ($0["shrunkLength"] as? Int ?? 99) <= 4 })
    let finding = try #require(findings.first)
    let lines = (finding["lines"] as? [String] ?? []).joined(separator: "\n")
    #expect(lines.contains(first) && lines.contains(second) && lines.contains(third), "\(lines)")
    let words = try #require(finding["replay"] as? String)
    #expect(words.hasSuffix(" --kernel 'lib:./a kernel.so'"))
    let shell = Process()
    shell.executableURL = URL(fileURLWithPath: "/bin/sh")
    shell.currentDirectoryURL = place.folder
    shell.arguments = ["-c", words.replacing(/^l4/, with: "'\(Command.program.path)'")]
    shell.standardOutput = FileHandle.nullDevice
    try shell.run()
    shell.waitUntilExit()
    #expect(shell.terminationStatus == Verdict.deviates.exitStatus)
  }

  @Test func `the kernel that speaks JSON lines is tested`() throws {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let text = try String(contentsOf: root.appending(path: "Examples/lines.py"), encoding: .utf8)
    let place = try Workplace(["lines.py": text])
    let words = [
      "conform", "json:python3 lines.py", "--corpus", "none", "--programs", "60", "--log", "k.log",
    ]
    let python = try place.l4(words)
    // There need be no Python where this is tested.
    if python.status == Failure.badInput, python.errors.contains("no program python3") { return }
    #expect(python.status == 0, "\(python)")
    #expect(python.output.contains("random: 60 passed"), "\(python.output)")
    #expect(try place.l4("log", "k.log").status == 0)
  }
}
