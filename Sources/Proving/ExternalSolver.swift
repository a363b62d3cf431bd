import Foundation

/// A solver that is a program of its own, and reads SMT-LIB 2 files.
public struct ExternalSolver: Hashable, Sendable {
  public let name: String
  /// The program: a path, or a name that is looked for in `PATH`.
  public let program: String
  /// Arguments that come before the file.
  public let arguments: [String]

  public init(_ name: String, program: String, arguments: [String] = []) {
    self.name = name
    self.program = program
    self.arguments = arguments
  }

  public static let z3 = ExternalSolver("z3", program: "z3")
  public static let cvc5 = ExternalSolver("cvc5", program: "cvc5")

  /// What the solver says of a file.
  public enum Answer: Hashable, Sendable, CustomStringConvertible {
    case unsat
    case sat
    case unknown
    /// The time was over; the program was ended.
    case timeout
    /// There is no such program on this machine.
    case missing
    /// It said something else: its first words.
    case error(String)

    public var description: String {
      switch self {
      case .unsat: "unsat"
      case .sat: "sat"
      case .unknown: "unknown"
      case .timeout: "timeout"
      case .missing: "missing"
      case .error(let text): "error: \(text)"
      }
    }

    /// Whether it is an answer to the question.
    public var isDefinite: Bool { self == .sat || self == .unsat }
  }

  /// Where the program is, or nil.
  public var location: URL? {
    let isPath = program.contains("/")
    let folders =
      isPath
      ? [""]
      : (ProcessInfo.processInfo.environment["PATH"] ?? "")
        .split(separator: ":").map { $0 + "/" }
    return folders.map { $0 + program }
      .first { FileManager.default.isExecutableFile(atPath: $0) }
      .map { URL(fileURLWithPath: $0) }
  }

  /// Asks the solver about a file.
  public func answer(_ file: URL, timeout: Duration) -> Answer {
    guard let location else { return .missing }
    let process = Process()
    process.executableURL = location
    process.arguments = arguments + [file.path]
    process.standardInput = FileHandle.nullDevice
    let output = Pipe()
    process.standardOutput = output
    process.standardError = output
    let ended = DispatchSemaphore(value: 0)
    process.terminationHandler = { _ in ended.signal() }
    do { try process.run() } catch { return .error("\(error)") }
    let said = Said()
    let reader = Thread {
      said.finish(output.fileHandleForReading.readDataToEndOfFile())
    }
    reader.start()
    if ended.wait(timeout: .now() + timeout / .seconds(1)) == .timedOut {
      kill(process.processIdentifier, SIGKILL)
      ended.wait()
      _ = said.wait()
      return .timeout
    }
    return Self.answer(in: said.wait())
  }

  /// The first line of the output is the answer; anything else is an error.
  static func answer(in output: String) -> Answer {
    let line = output.split(whereSeparator: \.isNewline).first.map(String.init) ?? ""
    switch line {
    case "unsat": return .unsat
    case "sat": return .sat
    case "unknown": return .unknown
    default: return .error(line.isEmpty ? "no answer" : String(line.prefix(200)))
    }
  }
}

/// What a program has written, handed from the thread that reads it.
private final class Said: @unchecked Sendable {
  private var data = Data()
  private let isFinished = DispatchSemaphore(value: 0)

  func finish(_ all: Data) {
    data = all
    isFinished.signal()
  }

  /// Waits for all of it; once only.
  func wait() -> String {
    isFinished.wait()
    return String(decoding: data, as: UTF8.self)
  }
}
