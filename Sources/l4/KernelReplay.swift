import Connectors
import Evidence
import Foundation
import KernelConformance
import KernelPrograms
import Microkernel

/// A stored program of a kernel, run again and judged again.
struct KernelReplay {
  let file: KernelProgramFile
  /// The name of the file.
  let name: String

  /// Whether a file means to be a program for a kernel: it begins like one.
  static func isProgram(_ bytes: [UInt8]) -> Bool {
    bytes.starts(with: "l4 kernel program".utf8)
  }

  init(reading bytes: [UInt8], file name: String) throws {
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw InputError(file: name, message: "this is not UTF-8 text")
    }
    do {
      file = try KernelProgramFile(parsing: text)
    } catch {
      throw InputError(file: name, line: error.line, column: 1, message: error.text)
    }
    self.name = name
  }

  /// What came of it, for those who read JSON.
  private struct Result: Encodable {
    var file: String
    var kernel: String
    var profile: String
    var verdict: Verdict
    /// Why nothing can be said; nil where something can.
    var reason: String?
    /// What differs, in a few words; nil if nothing does.
    var group: String?
    var facts: [String] = []
    /// The program, step by step, as text.
    var lines: [String] = []
  }

  /// Runs the program on a kernel, shows every step, and returns the exit status of the verdict.
  ///
  /// - Parameter kernel: How the kernel is reached; nil for the one that the file names.
  func run(on kernel: String?, _ format: Report.Format) throws -> Int32 {
    guard let profile = try? KernelProfile(parsing: file.profile) else {
      throw InputError(file: name, message: "there is no profile \"\(file.profile)\"")
    }
    var runner = try runner(kernel)
    let result = result(on: &runner, profile)
    switch format {
    case .json: try Report.json([result])
    case .text:
      if let group = result.group {
        print("\(group) (\(result.facts.prefix(6).joined(separator: ", ")))")
      }
      for line in result.lines { print(result.group == nil ? line : "  \(line)") }
      if let reason = result.reason { print(reason) }
      if result.verdict == .holdsBounded { print("the kernel does what the specification says") }
    }
    return result.verdict == .holdsBounded ? 0 : result.verdict.exitStatus
  }

  private func result(on runner: inout any ProgramRunner, _ profile: KernelProfile) -> Result {
    let name = runner.description.name
    var result = Result(
      file: self.name, kernel: name, profile: file.profile, verdict: .holdsBounded)
    if let reason = Abilities(runner.description, profile: profile).reasonToSkip(file.program) {
      result.verdict = .unknown
      result.reason = "\(reason): the program was not run"
      return result
    }
    let transcript = runner.run(file.program)
    var judge = Judge(profile: profile)
    switch judge.judge(file.program, transcript) {
    case .passed: result.lines = lines(transcript)
    case .skipped, .void:
      result.lines = lines(transcript)
      result.verdict = .unknown
      result.reason = "the program need not end: nothing can be said of it"
    case .deviates(let deviation):
      result.verdict = .deviates
      result.group = deviation.group
      result.facts = deviation.facts
      result.lines = deviation.lines(of: file.program, transcript)
    }
    return result
  }

  private func runner(_ kernel: String?) throws -> any ProgramRunner {
    if let kernel { return try Connection(kernel).makeRunner() }
    let own = try KernelSubject.all(
      "reference", isEmulated: false, alone: false, profile: nil, patience: 1, audit: 1)
    if let subject = own.first(where: { $0.name == file.kernel }) { return subject.makeRunner() }
    throw InputError(
      file: name,
      message: "the kernel \"\(file.kernel)\" is not in this process: say how it is reached with "
        + "--kernel")
  }

  private func lines(_ transcript: Transcript) -> [String] {
    let program = file.program
    let stage = program.stage
    var before = transcript.observations.dropFirst(max(0, stage.setup.count - 1)).first?.memory
    var lines = ["stage \(stage.name)"]
    for (number, operation) in program.operations.enumerated() {
      let text = operation.text(in: stage.population)
      let place = stage.setup.count + number
      guard place < transcript.observations.count else { break }
      let seen = transcript.observations[place]
      lines.append("  \(number + 1)  \(text)     \(seen.words(on: stage, after: before))")
      before = seen.memory
    }
    return lines
  }
}
