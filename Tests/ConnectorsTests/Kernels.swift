import AddressSpaces
import Connectors
import Foundation
import KernelPrograms
import Microkernel
import Testing
import Vocabulary

/// Kernels that are built for one test, in a folder that goes with it.
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

  init() throws {
    folder = FileManager.default.temporaryDirectory.appendingPathComponent(
      "l4-kernels-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  /// Compiles C sources, named from the root of the package. Gives the path of what was made.
  func compile(
    _ name: String, _ sources: [String], _ definitions: [String] = [], shared: Bool = false
  ) throws -> String {
    let file = folder.appendingPathComponent(name).path
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

  func write(_ text: String, as name: String, executable: Bool = false) throws -> String {
    let file = folder.appendingPathComponent(name)
    try Data(text.utf8).write(to: file)
    if executable {
      try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: file.path)
    }
    return file.path
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
  /// As little as a loaded machine allows.
  static let short = Patience(
    boot: .seconds(4), step: .seconds(1), program: .seconds(4), grace: .seconds(1))
}
