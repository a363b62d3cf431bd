import Evidence
import Foundation
import Testing

/// What came of running the command once, as a user sees it.
struct Command {
  var status: Int32
  /// Whether a signal ended it: a crash, or the time was over.
  var isKilled: Bool
  var output: String
  var errors: String

  /// The command that was built with these tests.
  static let program: URL = {
    // On Linux the tests are a program of their own, on macOS a bundle in one; `l4` is beside it.
    let bundles = Bundle.allBundles.map(\.bundleURL).filter { $0.pathExtension == "xctest" }
    let folders =
      bundles.map { $0.deletingLastPathComponent() }
      + [URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()]
      + [Bundle.main.bundleURL]
    let programs = folders.map { $0.appendingPathComponent("l4") }
    return programs.first { FileManager.default.isExecutableFile(atPath: $0.path) } ?? programs[0]
  }()

  /// The numbers and names in a JSON object that the command printed.
  func json<Result>(as type: Result.Type = Result.self) throws -> Result {
    try #require(try JSONSerialization.jsonObject(with: Data(output.utf8)) as? Result)
  }
}

/// A folder for the files of one test.
final class Workplace {
  let folder: URL
  private var runs = 0

  init(_ files: [String: String] = [:]) throws {
    folder = FileManager.default.temporaryDirectory.appendingPathComponent(
      "l4-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    for (name, text) in files { try write(text, as: name) }
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  func write(_ text: String, as name: String) throws { try write(Array(text.utf8), as: name) }

  func write(_ bytes: [UInt8], as name: String) throws {
    let file = folder.appendingPathComponent(name)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: file)
  }

  func read(_ name: String) throws -> String {
    try String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)
  }

  /// Runs the command in this folder, for at most two minutes.
  func l4(_ arguments: String..., environment: [String: String] = [:]) throws -> Command {
    try l4(arguments, environment: environment)
  }

  func l4(
    _ arguments: [String], environment: [String: String] = [:], input: URL? = nil
  ) throws -> Command {
    let process = Process()
    process.executableURL = Command.program
    process.arguments = arguments
    process.currentDirectoryURL = folder
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    process.standardInput = try input.map { try FileHandle(forReadingFrom: $0) } ?? .nullDevice
    runs += 1
    // Files, so that nothing waits for a pipe to be read.
    let (output, errors) = (".\(runs).out", ".\(runs).err")
    try write("", as: output)
    try write("", as: errors)
    process.standardOutput = try FileHandle(
      forWritingTo: folder.appendingPathComponent(output))
    process.standardError = try FileHandle(forWritingTo: folder.appendingPathComponent(errors))
    try process.runWithSignals()
    let id = process.processIdentifier
    let watch = DispatchWorkItem { kill(id, SIGKILL) }
    DispatchQueue.global().asyncAfter(deadline: .now() + 120, execute: watch)
    process.waitUntilExit()
    watch.cancel()
    return Command(
      status: process.terminationStatus, isKilled: process.terminationReason != .exit,
      output: try read(output), errors: try read(errors))
  }
}

extension Workplace {
  /// A universe of three tasks with one page each: 15 states.
  static let tiny = """
    name: tiny
    tasks: 3
    pages: 1
    frames: 1
    operations:
      - map: { rights: [r-, rw] }
      - unmap: { masks: all }

    """

  /// A system of two threads, one of which calls the other once.
  static let system = """
    system: tiny
    threads:
      server: { program: [wait, reply sender now and wait] }
      client: { program: [call server, mark answered] }
    checks:
      - no deadlock
      - eventually client at answered

    """
}

/// Holds a run to the contract of all that goes wrong: no crash, the status, nothing on standard
/// output, one message on standard error that says what is wrong.
func expectRefusal(
  _ run: Command, status: Int32, saying message: String,
  sourceLocation: SourceLocation = #_sourceLocation
) {
  let said = "status \(run.status): \(run.errors)\(run.output)"
  #expect(!run.isKilled && run.status == status, "\(said)", sourceLocation: sourceLocation)
  #expect(run.output.isEmpty, "\(said)", sourceLocation: sourceLocation)
  #expect(run.errors.contains(message), "\(said)", sourceLocation: sourceLocation)
  let lines = run.errors.split(separator: "\n")
  #expect(
    lines.first.map { $0.hasPrefix("l4: ") || $0.hasPrefix("Error: ") } == true, "\(said)",
    sourceLocation: sourceLocation)
  // A wrong flag is followed by how the command is used; everything else is one line.
  #expect(
    lines.count == 1 || status == Failure.usage, "\(said)", sourceLocation: sourceLocation)
}

extension Process {
  /// Threads that run tests block signals, and processes that they start inherit that: not this one.
  func runWithSignals() throws {
    var none = sigset_t()
    var before = sigset_t()
    sigemptyset(&none)
    pthread_sigmask(SIG_SETMASK, &none, &before)
    defer { pthread_sigmask(SIG_SETMASK, &before, nil) }
    try run()
  }
}
