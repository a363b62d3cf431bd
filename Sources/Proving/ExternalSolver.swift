import Foundation
import SMT

/// A solver that is a program of its own, and reads SMT-LIB 2 files.
public struct ExternalSolver: Hashable, Sendable {
  public let name: String
  /// The program: a path, or a name that is looked for in `PATH`.
  public let program: String
  /// Arguments that come before the file.
  public let arguments: [String]
  /// Further arguments where the logic is that of quantifier-free bit-vectors.
  public let bitVectorArguments: [String]
  /// Whether it reads no other logic.
  public let isForBitVectorsOnly: Bool

  public init(
    _ name: String, program: String, arguments: [String] = [], bitVectorArguments: [String] = [],
    isForBitVectorsOnly: Bool = false
  ) {
    self.name = name
    self.program = program
    self.arguments = arguments
    self.bitVectorArguments = bitVectorArguments
    self.isForBitVectorsOnly = isForBitVectorsOnly
  }

  public static let z3 = ExternalSolver("z3", program: "z3")
  /// Bit-vectors as propositions at once, for CaDiCaL: what is decided in a second that way is not
  /// decided in a minute without.
  public static let cvc5 = ExternalSolver(
    "cvc5", program: "cvc5",
    bitVectorArguments: ["--bitblast=eager", "--bv-sat-solver=cadical"])
  public static let boolector = ExternalSolver(
    "boolector", program: "boolector", isForBitVectorsOnly: true)

  /// What the solver says of a file.
  public enum Answer: Hashable, Sendable, CustomStringConvertible {
    case unsat
    case sat
    case unknown
    /// The time was over; the program was ended.
    case timeout
    /// There is no such program on this machine.
    case missing
    /// It does not read the logic of the file, and was not asked.
    case otherLogic
    /// It said something else: its first words.
    case error(String)

    public var description: String {
      switch self {
      case .unsat: "unsat"
      case .sat: "sat"
      case .unknown: "unknown"
      case .timeout: "timeout"
      case .missing: "missing"
      case .otherLogic: "other logic"
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
  public func answer(
    _ file: URL, logic: SMTLogic = .all, timeout: Duration
  ) -> Answer {
    guard let location else { return .missing }
    if isForBitVectorsOnly && logic != .bitVectors { return .otherLogic }
    let process = Process()
    process.executableURL = location
    process.arguments =
      arguments + (logic == .bitVectors ? bitVectorArguments : []) + [file.path]
    process.standardInput = FileHandle.nullDevice
    let output = Pipe()
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
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

  /// The first answer among the lines of the output. After an error, an answer is worth nothing.
  static func answer(in output: String) -> Answer {
    let lines = output.split(whereSeparator: \.isNewline).map(String.init)
    if let error = lines.first(where: { $0.hasPrefix("(error") }) {
      return .error(String(error.prefix(200)))
    }
    for line in lines {
      switch line {
      case "unsat": return .unsat
      case "sat": return .sat
      case "unknown": return .unknown
      default: continue
      }
    }
    return .error(lines.first.map { String($0.prefix(200)) } ?? "no answer")
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
