import ArgumentParser
import Evidence
import Exploration
import Foundation
import KernelUniverses
import Synchronization
import Universes

/// What all commands understand.
struct OutputOptions: ParsableArguments {
  @Option(
    help:
      "How to print the result: \(Report.Format.allCases.map(\.rawValue).joined(separator: ", ")).")
  var format = Report.Format.text

  @Flag(help: "Say nothing while working, even on a terminal.")
  var quiet = false

  /// Whether somebody is looking.
  var showsProgress: Bool { !quiet && isatty(STDERR_FILENO) == 1 }
}

extension ParsableArguments {
  /// Refuses what nobody can wait for: no time at all, more than thirty years, or no number.
  func validateTime(_ flag: String, _ seconds: Double?) throws {
    if let seconds, !(seconds > 0 && seconds <= 1e9) {
      throw ValidationError("--\(flag) must be more than 0 and at most 1000000000, not \(seconds)")
    }
  }
}

/// How far a search may go; what is given here wins over the run file.
struct SearchLimits: ParsableArguments {
  @Option(parsing: .unconditional, help: "Threads that search.")
  var workers = ProcessInfo.processInfo.activeProcessorCount
  @Option(parsing: .unconditional, help: "Stop before there are more distinct states than this.")
  var states: Int?
  @Option(
    parsing: .unconditional, help: "Stop before the stored states take more megabytes than this.")
  var memory: Int?
  @Option(parsing: .unconditional, help: "Stop after this many seconds.")
  var seconds: Double?
  @Option(parsing: .unconditional, help: "Look only at runs of at most this many steps.")
  var depth: Int?

  func validate() throws {
    guard (1...256).contains(workers) else {
      throw ValidationError("--workers must be 1 to 256, not \(workers)")
    }
    for (name, value) in [("states", states), ("memory", memory), ("depth", depth)] {
      if let value, value < 1 {
        throw ValidationError("--\(name) must be at least 1, not \(value)")
      }
    }
    if let memory, memory > Int.max >> 20 {
      throw ValidationError("--memory must be at most \(Int.max >> 20), not \(memory)")
    }
    try validateTime("seconds", seconds)
  }

  func options(_ progress: (@Sendable (Progress) -> Void)?) -> Options {
    var options = Options(workers: workers)
    options.maxStates = states
    options.maxBytes = memory.map { $0 << 20 }
    options.maxSeconds = seconds
    options.maxDepth = depth
    options.progress = progress
    return options
  }
}

/// Where the built-in universes and systems are: next to the specification, in the checkout.
struct UniverseFiles: ParsableArguments {
  @Option(help: "The folder of the built-in universes.")
  var universes = "specs/universes"
  @Option(help: "The folder of the built-in systems.")
  var systems = "specs/Systems"

  /// The built-in run files, by name.
  func builtIn() throws -> [String] {
    try Self.files(in: universes, "run file", flag: "--universes")
  }

  /// The built-in system files, by name.
  func builtInSystems() throws -> [String] {
    try Self.files(in: systems, "system file", flag: "--systems")
  }

  private static func files(
    in folder: String, _ kind: String, flag: String
  ) throws -> [String] {
    let names: [String]
    do {
      names = try FileManager.default.contentsOfDirectory(atPath: folder)
    } catch {
      throw MissingInput(
        description: "\(folder): there is no such folder; name \(kind)s, or run this in the "
          + "checkout, or give \(flag)")
    }
    let files = names.filter { $0.hasSuffix(".yaml") }.sorted()
    // Nothing to look at is no success.
    if files.isEmpty {
      throw MissingInput(description: "\(folder): there is no \(kind) (.yaml) in this folder")
    }
    return files.map { folder + "/" + $0 }
  }

  static func read(_ path: String) throws -> AnyRunFile { try AnyRunFile(contentsOf: path) }
}

/// A line that is written over and over, for a person who waits.
struct ProgressLine: Sendable {
  let isShown: Bool
  /// Where nobody waits, but somebody will look: a line each so often.
  private let log: ProgressLog?

  init(isShown: Bool, logging interval: Duration? = nil) {
    self.isShown = isShown
    log = isShown ? nil : interval.map { ProgressLog($0) }
  }

  func show(_ text: String) {
    log?.add(text)
    guard isShown else { return }
    FileHandle.standardError.write(Data("\r\u{1B}[K\(text)".utf8))
  }

  func clear() {
    guard isShown else { return }
    FileHandle.standardError.write(Data("\r\u{1B}[K".utf8))
  }
}

/// Says now and then how far something is, for those who read it later.
private final class ProgressLog: Sendable {
  private let interval: Duration
  private let last = Mutex<ContinuousClock.Instant?>(nil)

  init(_ interval: Duration) { self.interval = interval }

  func add(_ text: String) {
    let isTime = last.withLock { last in
      let now = ContinuousClock.now
      if let last, now < last + interval { return false }
      last = now
      return true
    }
    if isTime { Report.note("\(Date.now.formatted(.iso8601)) \(text)") }
  }
}

// Names that two imported modules have.
typealias Trace = Evidence.Trace
typealias Progress = Exploration.Progress
