import Foundation
import Processes
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
    /// It said something that is no answer: its first words.
    case nonsense(String)
    /// It did not start, or was ended by a signal that is not ours.
    case crashed(String)

    public var description: String {
      switch self {
      case .unsat: "unsat"
      case .sat: "sat"
      case .unknown: "unknown"
      case .timeout: "timeout"
      case .missing: "missing"
      case .otherLogic: "other logic"
      case .nonsense(let text): "nonsense: \(text)"
      case .crashed(let how): "crashed: \(how)"
      }
    }

    /// Whether it is an answer to the question.
    public var isDefinite: Bool { self == .sat || self == .unsat }

    /// Whether the program is at fault, and not the question too hard.
    public var isFailure: Bool {
      switch self {
      case .nonsense, .crashed: true
      case .unsat, .sat, .unknown, .timeout, .missing, .otherLogic: false
      }
    }
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

  /// Asks the solver about a file, in a process of its own, which is ended with all that it has started
  /// when the time is over. Any number of threads may ask at once.
  public func answer(
    _ file: URL, logic: SMTLogic = .all, timeout: Duration
  ) -> Answer {
    location.map { answer($0, file, logic, timeout) } ?? .missing
  }

  /// The same for who knows where the program is.
  func answer(
    _ location: URL, _ file: URL, _ logic: SMTLogic, _ timeout: Duration
  ) -> Answer {
    if isForBitVectorsOnly && logic != .bitVectors { return .otherLogic }
    let deadline = ContinuousClock.now + timeout
    let words =
      [location.path] + arguments + (logic == .bitVectors ? bitVectorArguments : []) + [file.path]
    let line: ByteLine
    do {
      line = try ByteLine(program: words)
    } catch {
      return .crashed(error.description)
    }
    defer { line.close() }
    line.closeInput()
    line.grace = .seconds(10)
    var said: [UInt8] = []
    while said.count <= Self.mostBytes {
      switch line.receive(until: deadline) {
      case .bytes(let bytes): said += bytes
      case .timeout: return .timeout
      case .ended(let how):
        if case .signalled = line.ending {
          return .crashed(how + (line.lastError.map { ", \($0)" } ?? ""))
        }
        return Self.answer(in: String(decoding: said, as: UTF8.self), beside: line.lastError)
      }
    }
    return .nonsense("more than \(Self.mostBytes) bytes")
  }

  /// More than anybody says to answer one question.
  private static let mostBytes = 1 << 20

  /// The one answer among the lines of the output. After an error an answer is worth nothing, and two are
  /// worth no more.
  static func answer(in output: String, beside error: String?) -> Answer {
    let lines = output.split(whereSeparator: \.isNewline).map(String.init)
    if let error = lines.first(where: { $0.hasPrefix("(error") }) {
      return .nonsense(String(error.prefix(200)))
    }
    let answers = lines.compactMap { line in
      [Answer.unsat, .sat, .unknown].first { line == "\($0)" }
    }
    if let answer = answers.first {
      return answers.count == 1 ? answer : .nonsense("\(answers.count) answers to one question")
    }
    return .nonsense(lines.first.map { String($0.prefix(200)) } ?? error ?? "no answer")
  }
}
