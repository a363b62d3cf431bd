import Evidence
import Foundation
import Testing

/// What `l4 conform` writes, and what it does where that is not possible.
struct OutputTests {
  private static let flags = [
    "conform", "--only", "--no-memory", "--corpus", "none", "--programs", "200", "--stage",
    "rendezvous", "--profile", "hazelnut",
  ]

  /// Nothing is run before a mistake is found: with so many programs it would take hours.
  @Test(arguments: [
    (["--junit", "folder"], "folder: this cannot be written: this is a folder, not a file"),
    (["--sarif", "folder"], "folder: this cannot be written: this is a folder, not a file"),
    (
      ["--junit", "file/a.xml"], "file/a.xml: this cannot be written: file is a file, not a folder"
    ),
    (["--sarif", "folder/"], "folder/: this cannot be written: this is a folder, not a file"),
    (["--sarif", "none/"], "none/: this cannot be written: this is no name of a file"),
    (["--sarif", ""], ": this cannot be written: this is no name of a file"),
    (["--findings", "file"], "file: this cannot be written: file is a file, not a folder"),
    (["--findings", "file/a"], "file/a: this cannot be written: file is a file, not a folder"),
  ])
  func `a place that cannot be written to`(flags: [String], message: String) throws {
    let place = try Workplace(["file": "", "folder/a": ""])
    for kernel in [["--programs", "1000000000"], ["--only", "--no-whole"]] {
      expectRefusal(
        try place.l4(["conform"] + kernel + flags), status: Failure.cannotCreate, saying: message)
    }
  }

  @Test func `files are written where there was no folder`() throws {
    let place = try Workplace()
    let run = try place.l4(
      Self.flags + ["--junit", "a/junit.xml", "--sarif", "b/c", "--findings", "d/e/"])
    #expect(run.status == Verdict.deviates.exitStatus && run.errors.isEmpty, "\(run)")
    #expect(try place.read("a/junit.xml").contains("<failure"))
    #expect(try place.read("b/c").contains("d/e/reference-1.program"))
    #expect(try place.read("d/e/reference-1.program").contains("profile"))
  }

  @Test func `what was found is told though it cannot be stored`() throws {
    let place = try Workplace(["out/reference-1.program/in-the-way": ""])
    let run = try place.l4(Self.flags + ["--findings", "out", "--junit", "junit.xml"])
    #expect(run.status == Failure.cannotCreate, "\(run)")
    #expect(run.output.hasPrefix("deviates  ") && run.output.contains("← here"), "\(run)")
    #expect(run.errors.hasPrefix("l4: out/reference-1.program: this cannot be written: "), "\(run)")
    #expect(try place.read("junit.xml").contains("<failure"))
  }

  /// A kernel that goes as soon as it is asked, and what it calls itself.
  private func conform(name: String, in place: Workplace) throws -> Command {
    try place.write(
      """
      {"message": "hello", "protocol": 1, "name": "\(name)", "profile": "v2", "lacks": [], \
      "tasks": 8, "threads": 16, "pages": 8, "fault_ticks": []}

      """, as: "hello")
    return try place.l4(
      "conform", "json:sh -c 'cat hello; read line; printf \"\\033[31mred\\n\" >&2'", "--findings",
      "in/findings", "--corpus", "none", "--programs", "1", "--jobs", "1", "--junit", "junit.xml")
  }

  @Test(arguments: [
    (#"../../rv/evil\n\u001b[31mred"#, "-..-rv-evil---31mred-1.program"),
    (String(repeating: "n", count: 300), String(repeating: "n", count: 60) + "-1.program"),
    ("Größe 1.2 (x86)", "Gr--e-1.2--x86--1.program"), ("..", "-1.program"),
  ])
  func `the name of a kernel is no path, and moves no cursor`(name: String, file: String) throws {
    let place = try Workplace()
    let run = try conform(name: name, in: place)
    #expect(run.status == Verdict.deviates.exitStatus, "\(run)")
    let text = try run.output + run.errors + place.read("junit.xml")
    #expect(text.unicodeScalars.allSatisfy { $0.value >= 0x20 || $0 == "\n" }, "\(run)")
    #expect(run.output.contains("[31mred"))
    let files = try FileManager.default.contentsOfDirectory(
      atPath: place.folder.appendingPathComponent("in/findings").path)
    #expect(files == [file])
  }

  @Test func `a kernel without a name is refused`() throws {
    let run = try conform(name: "", in: Workplace())
    #expect(run.status == Verdict.deviates.exitStatus, "\(run)")
    #expect(run.output.contains("its name is empty"), "\(run)")
  }

  /// As far as the clock goes, and a moment for the machine.
  @Test func `a kernel that hangs is told of in time`() throws {
    let place = try Workplace()
    try place.write(
      """
      {"message": "hello", "protocol": 1, "name": "hangs", "profile": "v2", "lacks": [], \
      "tasks": 8, "threads": 16, "pages": 8, "fault_ticks": []}

      """, as: "hello")
    let run = try place.l4(
      "conform", "json:sh -c 'cat hello; sleep 600'", "--corpus", "none", "--programs", "1",
      "--jobs", "1")
    let text = try #require(run.output.firstMatch(of: #/no answer in ([0-9.]+) s/#)?.1, "\(run)")
    #expect(try #require(Double(text)) < 10)
  }

  @Test func `the host of libraries says how it is used`() throws {
    let host = Command.program.deletingLastPathComponent().appendingPathComponent("l4-host")
    for (argument, status) in [("--help", 0), ("--wrong", Failure.usage)] {
      let process = Process()
      let pipe = Pipe()
      process.executableURL = host
      process.arguments = [argument]
      process.standardOutput = pipe
      process.standardError = pipe
      try process.run()
      let text = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
      process.waitUntilExit()
      #expect(process.terminationStatus == status && text.contains("usage: l4-host LIBRARY"))
    }
  }
}
