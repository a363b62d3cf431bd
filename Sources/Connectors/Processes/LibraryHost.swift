import Foundation
import KernelPrograms
import Processes

/// The process that loads a kernel from a shared library: another one than the kit's, so that a kernel
/// which crashes, hangs or exits is a finding and nothing else. It speaks the protocol on its standard
/// streams, as any other kernel.
public enum LibraryHost {
  /// How that process is started.
  public struct Program: Hashable, Sendable {
    private var words: [String]

    /// A program, with its arguments before the path of the library.
    public init(_ words: [String]) { self.words = words }

    /// The `l4-host` beside the program that runs; or `l4` itself, as `l4 host FILE`.
    public static let besideThis: Program = {
      let own = Bundle.main.executableURL ?? URL(fileURLWithPath: CommandLine.arguments[0])
      let host = own.deletingLastPathComponent().appendingPathComponent("l4-host").path
      if FileManager.default.isExecutableFile(atPath: host) { return Program([host]) }
      return Program([own.path, "host"])
    }()

    func words(for path: String) throws(ConnectionError) -> [String] {
      guard let program = words.first else { throw ConnectionError("there is no host") }
      try ChildProcess.checkExecutable(program)
      // Without a slash, it would be looked for among the libraries of the system.
      return words + [path.contains("/") ? path : "./" + path]
    }
  }

  /// The status that it exits with where there is no kernel in the file.
  static let cannotLoad: Int32 = EX_DATAERR

  /// Is that process: loads the library and serves it until the kit is gone. Gives the status to exit
  /// with.
  public static func serve(_ path: String) -> Int32 {
    serve(path) { () throws(MessageError) in try LibraryRunner(path) }
  }

  /// The same for a kernel that is in this program.
  public static func serve(_ runner: some ProgramRunner) -> Int32 {
    serve(runner.description.name) { runner }
  }

  /// Is a process that answers texts, each of which ends with a line `end`, with a line each, until the
  /// kit is gone.
  package static func serveLines(_ answer: (String) -> String) {
    endWithParent()
    let output = FileHandle(fileDescriptor: dup(1), closeOnDealloc: false)
    dup2(2, 1)
    var text = ""
    while let line = readLine(strippingNewline: false) {
      text += line
      guard line == "end\n" else { continue }
      output.write(Data((answer(text) + "\n").utf8))
      text = ""
    }
  }

  private static func serve(
    _ name: String, _ open: () throws(MessageError) -> any ProgramRunner
  ) -> Int32 {
    endWithParent()
    // What the kernel prints is for people; the kit must not take it for answers.
    let output = FileHandle(fileDescriptor: dup(1), closeOnDealloc: false)
    dup2(2, 1)
    do throws(MessageError) {
      var server = JSONLinesServer(try open(), output: output)
      try server.serve()
      return 0
    } catch {
      // What the kernel has printed comes first.
      fflush(nil)
      FileHandle.standardError.write(Data("\(name): \(error)\n".utf8))
      return cannotLoad
    }
  }

  /// A kernel that hangs must not live on if the kit itself was killed.
  private static func endWithParent() {
    let parent = getppid()
    Thread.detachNewThread {
      while getppid() == parent { sleep(1) }
      _exit(1)
    }
  }
}
