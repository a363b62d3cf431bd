import AddressSpaces
import Connectors
import Foundation
import KernelPrograms
import Microkernel
import Testing
import Vocabulary

/// Kernels for one test, in a folder that goes with it. What they are made of is built once.
final class Kernels {
  let folder: URL
  /// A name for a program that no other test has, as short as names of processes are.
  let name = "l4k" + UUID().uuidString.prefix(8)

  static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// `l4-host`, as it was built with these tests.
  static let host: String = {
    let places =
      Bundle.allBundles.map(\.bundleURL) + [URL(fileURLWithPath: CommandLine.arguments[0])]
    let hosts = places.map { $0.deletingLastPathComponent().appendingPathComponent("l4-host").path }
    return hosts.first { FileManager.default.isExecutableFile(atPath: $0) } ?? hosts[0]
  }()

  static let hostile = Result { try compile("hostile", ["Tests/Kernels/hostile.c"]) }
  static let agent = Result {
    try compile("agent", ["Tests/Kernels/agent.c", "Agent/frame.c", "Agent/wire.c"])
  }
  static let library = Result {
    try compile("library.so", ["Tests/Kernels/library.c"], shared: true)
  }

  init() throws { folder = try Self.makeFolder() }

  deinit { try? FileManager.default.removeItem(at: folder) }

  /// What was built, under a name of its own in the folder of this test.
  func link(_ built: Result<String, any Error>, as name: String) throws -> String {
    let file = folder.appendingPathComponent(name)
    try FileManager.default.createSymbolicLink(
      at: file, withDestinationURL: URL(fileURLWithPath: built.get()))
    return file.path
  }

  func write(_ text: String, as name: String, executable: Bool = false) throws -> String {
    let file = folder.appendingPathComponent(name)
    try Data(text.utf8).write(to: file)
    if executable {
      try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: file.path)
    }
    return file.path
  }

  private static func makeFolder() throws -> URL {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
      "l4-kernels-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    return folder
  }

  /// What is built goes with the process.
  private static let buildFolder: Result<URL, any Error> = {
    atexit { try? FileManager.default.removeItem(at: Kernels.building) }
    return Result {
      try FileManager.default.createDirectory(at: building, withIntermediateDirectories: true)
      return building
    }
  }()

  private static let building = FileManager.default.temporaryDirectory.appendingPathComponent(
    "l4-kernels-\(UUID().uuidString)")

  /// Compiles C sources, named from the root of the package. Gives the path of what was made.
  static func compile(
    _ name: String, _ sources: [String], _ definitions: [String] = [], shared: Bool = false
  ) throws -> String {
    let file = try buildFolder.get().appendingPathComponent(name).path
    var words = ["cc", "-std=gnu99", "-O1", "-Wall", "-Wextra", "-Werror", "-o", file]
    if shared { words += ["-shared", "-fPIC"] }
    words += definitions.map { "-D" + $0 }
    words += ["-I", Self.root.appendingPathComponent("Agent/include").path]
    words += sources.map { Self.root.appendingPathComponent($0).path }
    let compiler = Process()
    compiler.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    compiler.arguments = words
    let errors = Pipe()
    compiler.standardError = errors
    try compiler.run()
    let text = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    compiler.waitUntilExit()
    try #require(compiler.terminationStatus == 0, "\(text)")
    return file
  }
}

/// The processes of this name that this one has started and that are there still, zombies among them.
func children(named name: String) throws -> [String] {
  let own = ProcessInfo.processInfo.processIdentifier
  return try FileManager.default.contentsOfDirectory(atPath: "/proc").compactMap { number in
    guard Int(number) != nil,
      let status = try? String(contentsOfFile: "/proc/\(number)/stat", encoding: .utf8),
      let rest = status.split(separator: ")").last, status.contains("(\(name))"),
      rest.split(separator: " ").dropFirst().first == Substring("\(own)")
    else { return nil }
    return status
  }
}

/// The processes whose command line has this word.
func processes(running word: String) throws -> [String] {
  try FileManager.default.contentsOfDirectory(atPath: "/proc").filter { name in
    guard Int(name) != nil,
      let words = FileManager.default.contents(atPath: "/proc/\(name)/cmdline")
    else { return false }
    return String(decoding: words, as: UTF8.self).contains(word)
  }
}

extension KernelProgram {
  /// Two tasks with a page each; the root's first thread tries some calls.
  static let small: KernelProgram = {
    let stage = Stage(
      name: "small", population: Population(threadsOfTask: [1, 1]),
      shape: Shape(tasks: 2, pages: 2, frames: 1))
    let root = Thread(1)
    return KernelProgram(
      stage,
      [
        .ipc(.init(root, .thread(.init(Thread(0))), send: .init(word: true, timeout: .zero))),
        .ipc(.init(root, .nobody, receive: .init(isOpen: false, timeout: .ticks(2)))),
        .access(page: 0, write: false, by: root),
        .tick,
      ])
  }()
}

extension Patience {
  /// For what is seen as soon as it is there: no machine is so loaded that it takes longer.
  static let long = Patience(
    boot: .seconds(120), step: .seconds(120), program: .seconds(120), grace: .seconds(1),
    listening: .milliseconds(50), ending: .seconds(120))

  /// For what is seen by the time that it takes, as a multiple of which kernels wait.
  static func short(unit: Duration) -> Patience {
    Patience(
      boot: .seconds(120), step: unit * 3, program: unit * 10, grace: unit * 2,
      listening: .milliseconds(50), ending: unit * 2)
  }
}

/// Tries what depends on time with more and more of it, until nothing is wrong: on a loaded machine
/// everything takes longer. `body` gets a unit of time, and gives what is wrong.
func withEnoughTime(
  at place: SourceLocation = #_sourceLocation, _ body: (Duration) throws -> String?
) rethrows {
  var wrong: String?
  for factor in [1, 5, 25, 100] {
    wrong = try body(.milliseconds(100 * factor))
    if wrong == nil { return }
  }
  Issue.record("\(wrong ?? "")", sourceLocation: place)
}

extension Duration {
  /// As an argument of kernels.
  var milliseconds: Int { Int(self / .milliseconds(1)) }
  /// As messages have it.
  var words: String {
    self < .seconds(1) ? "0.\(milliseconds / 100) s" : "\(milliseconds / 1000) s"
  }
}

/// What is wrong with the answers to a program, in which one fault was to be seen.
func defect(
  of transcript: Transcript, _ kind: Transcript.Failure.Kind, saying text: String, after steps: Int
) -> String? {
  let isRight =
    transcript.failure?.kind == kind && transcript.failure?.detail.contains(text) == true
    && transcript.observations.count == steps
  return isRight ? nil : "not \(kind) with \"\(text)\" after \(steps) steps, but \(transcript)"
}
