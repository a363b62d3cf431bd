import Foundation
import KernelPrograms
import Processes

/// Why a kernel cannot be reached.
public typealias ConnectionError = Processes.ConnectionError

/// How a kernel under test is reached, as a person writes it.
///
/// | text | the kernel is |
/// |---|---|
/// | `reference` | the one of this package, in process |
/// | `lib:./libk.so` | a shared library that implements `l4_conformance.h` |
/// | `json:./my-kernel --flag` | a program that speaks JSON lines |
/// | `serial:qemu-system-i386 … -serial stdio` | a program with the agent on its standard streams |
/// | `serial:qemu-system-i386 … -serial unix:{socket}` | the same over a socket that the kit makes |
/// | `serial:/dev/ttyS0` | a machine with the agent, on a device; nobody can boot it again |
public enum Connection: Hashable, Sendable {
  case reference
  case library(String)
  case jsonLines([String])
  case serial([String])

  /// What the words before the colon can be.
  public static let kinds = ["reference", "lib:FILE", "json:COMMAND", "serial:COMMAND"]

  public init(_ text: String) throws(ConnectionError) {
    let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    let rest = parts.count == 2 ? String(parts[1]) : nil
    switch (parts.first.map(String.init), rest) {
    case ("reference", nil): self = .reference
    case ("lib", let path?):
      try Self.checkFile(path)
      self = .library(path)
    case ("json", let command?): self = .jsonLines(try Self.words(command))
    case ("serial", let command?):
      let words = try CommandWords.split(command)
      if words.count == 1, words[0].hasPrefix("/dev/") {
        guard access(words[0], R_OK | W_OK) == 0 else {
          throw ConnectionError("\(words[0]) cannot be read and written")
        }
        self = .serial(words)
      } else {
        self = .serial(try Self.words(command))
      }
    default:
      throw ConnectionError(
        "\"\(text)\" is no connection to a kernel: \(Self.kinds.joined(separator: ", "))")
    }
  }

  private static func words(_ command: String) throws(ConnectionError) -> [String] {
    let words = try CommandWords.split(command)
    guard let first = words.first else { throw ConnectionError("there is no command") }
    _ = try ChildProcess.file(of: first)
    return words
  }

  private static func checkFile(_ path: String) throws(ConnectionError) {
    guard !path.isEmpty else { throw ConnectionError("lib: needs the path of a shared library") }
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      throw ConnectionError("there is no file \(path)")
    }
    if isFolder.boolValue { throw ConnectionError("\(path) is a folder") }
  }

  /// Whether several runners can be made at the same time, each with a kernel of its own.
  public var isShareable: Bool {
    if case .serial(let words) = self { return !isDevice(words) }
    return true
  }

  /// Starts a kernel and asks it what it is. Every runner has one of its own; a runner is used by one
  /// thread at a time.
  public func makeRunner(
    patience: Patience = Patience(), host: LibraryHost.Program = .besideThis
  ) throws(ConnectionError) -> any ProgramRunner {
    switch self {
    case .reference: return ReferenceRunner()
    case .library(let path):
      return try Self.jsonLines(try host.words(for: path), patience)
    case .jsonLines(let words): return try Self.jsonLines(words, patience)
    case .serial(let words):
      let isDevice = isDevice(words)
      return try Supervisor<SerialLink>(patience) { () throws(StartError) in
        try SerialLink.open(isDevice ? .device(words[0]) : .program(words), patience)
      }
    }
  }

  private func isDevice(_ words: [String]) -> Bool {
    words.count == 1 && words[0].hasPrefix("/dev/")
  }

  private static func jsonLines(
    _ words: [String], _ patience: Patience
  ) throws(ConnectionError) -> any ProgramRunner {
    try Supervisor<JSONLinesLink>(patience) { () throws(StartError) in
      try JSONLinesLink.open(words, patience)
    }
  }
}
