import Connectors
import Foundation
import KernelPrograms
import Testing

extension ConnectorsTests {
  /// How kernels are named on the command line.
  @Suite struct ConnectionTests {
    @Test func `commands are split as a shell does`() throws {
      #expect(try CommandWords.split("a  b\tc") == ["a", "b", "c"])
      #expect(
        try CommandWords.split(#"a 'b "c' "d 'e" f\ g "\"" '' "#)
          == ["a", "b \"c", "d 'e", "f g", "\"", ""])
      #expect(try CommandWords.split("$HOME;`x`|*") == ["$HOME;`x`|*"])
      #expect(try CommandWords.split("  ") == [])
      #expect(throws: ConnectionError.self) { try CommandWords.split("a 'b") }
      #expect(throws: ConnectionError.self) { try CommandWords.split("a \\") }
    }

    @Test func `connections are what they say`() throws {
      #expect(try Connection("reference") == .reference)
      #expect(try Connection("json:cat -u 'x y'") == .jsonLines(["cat", "-u", "x y"]))
      #expect(
        try Connection("serial:/bin/cat -serial stdio")
          == .serial(["/bin/cat", "-serial", "stdio"]))
      #expect(try Connection("serial:/dev/null") == .serial(["/dev/null"]))
      #expect(try Connection("lib:/bin/cat") == .library("/bin/cat"))
      #expect(try !Connection("serial:/dev/null").isShareable)
      #expect(try Connection("serial:cat").isShareable)
    }

    @Test(arguments: [
      ("", "is no connection"), ("referenc", "lib:FILE"), ("reference:x", "is no connection"),
      ("lib:", "needs the path"), ("lib:/nowhere/k.so", "there is no file /nowhere/k.so"),
      ("lib:/bin", "is a folder"), ("json:", "there is no command"),
      ("json:./nothing-here", "there is no file ./nothing-here"),
      ("json:nothing-like-this", "no program nothing-like-this in PATH"),
      ("json:/etc/passwd", "/etc/passwd is not executable"), ("json:/bin", "/bin is no program"),
      ("json:cat 'x", "has no end"), ("serial:", "there is no command"),
      ("serial:/dev/no-such-line", "cannot be read and written"),
    ])
    func `what cannot be reached is told at once`(text: String, says: String) {
      let error = #expect(throws: ConnectionError.self) { try Connection(text) }
      #expect(error?.description.contains(says) == true, "\(String(describing: error))")
    }

    @Test func `a program that is no kernel is told of`() throws {
      let error = #expect(throws: ConnectionError.self) {
        try Connection("json:/bin/echo hello").makeRunner(patience: .long)
      }
      #expect(error?.description.contains("it is not JSON") == true)
      let silent = #expect(throws: ConnectionError.self) {
        try Connection("serial:true").makeRunner(patience: .long)
      }
      #expect(silent?.description.contains("exit status 0") == true)
    }
  }

  /// Any runner can be served over two streams.
  @Suite struct ServerTests {
    /// Answers every step with a return from a call, and gives up at the third.
    private struct Fake: ProgramRunner {
      var description = KernelDescription(name: "fake", lacks: [.ticks])
      mutating func run(_ program: KernelProgram) -> Transcript {
        Transcript(
          [.skipped, Observation(running: .idle)], failure: .init(.audit, "it is a fake"))
      }
    }

    @Test func `what the runner says is what comes over the stream`() throws {
      let input = Pipe()
      let output = Pipe()
      let program = KernelProgram.small
      let request = KitMessage.run(id: 3, program).line + "\n"
      // In two pieces, for lines and reads need not agree.
      let cut = request.utf8.index(request.startIndex, offsetBy: 100)
      input.fileHandleForWriting.write(Data(request[..<cut].utf8))
      input.fileHandleForWriting.write(Data(request[cut...].utf8))
      try input.fileHandleForWriting.close()
      var server = JSONLinesServer(
        Fake(), input: input.fileHandleForReading, output: output.fileHandleForWriting)
      try server.serve()
      try output.fileHandleForWriting.close()
      let text = String(
        decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
      let messages = try text.split(separator: "\n").map {
        try KernelMessage(line: Array($0.utf8))
      }
      #expect(
        messages == [
          .hello(version: 1, Fake().description),
          .observation(program: 3, step: 0, .skipped),
          .observation(program: 3, step: 1, Observation(running: .idle)),
          .refused(program: 3, .init(.audit, "it is a fake")),
        ])
    }

    @Test(arguments: [
      "hello", "{\"message\": \"run\"}", "{\"message\": \"stop\"}",
      "{\"message\": \"run\", \"program\": 1, \"stage\": {\"threads\": [1, 1], \"pages\": 1, "
        + "\"user_pages\": 1, \"frames\": 1, \"ports\": 0, \"nodes\": 1, \"sources\": 0}, "
        + "\"operations\": [{\"operation\": \"exception\", \"by\": 2}]}",
    ])
    func `what is no message of the kit is told`(line: String) throws {
      let input = Pipe()
      let output = Pipe()
      input.fileHandleForWriting.write(Data((line + "\n").utf8))
      try input.fileHandleForWriting.close()
      var server = JSONLinesServer(
        Fake(), input: input.fileHandleForReading, output: output.fileHandleForWriting)
      #expect(throws: MessageError.self) { try server.serve() }
    }
  }
}
