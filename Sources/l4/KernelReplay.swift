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

  /// Runs the program on a kernel, shows every step, and returns the exit status of the verdict.
  ///
  /// - Parameter kernel: How the kernel is reached; nil for the one that the file names.
  func run(on kernel: String?) throws -> Int32 {
    guard let profile = try? KernelProfile(parsing: file.profile) else {
      throw InputError(file: name, message: "there is no profile \"\(file.profile)\"")
    }
    var runner = try runner(kernel)
    let abilities = Abilities(runner.description, profile: profile)
    if let reason = abilities.reasonToSkip(file.program) {
      print("\(reason): the program was not run")
      return Verdict.unknown.exitStatus
    }
    let transcript = runner.run(file.program)
    var judge = Judge(profile: profile)
    switch judge.judge(file.program, transcript) {
    case .passed:
      show(transcript)
      print("the kernel does what the specification says")
      return 0
    case .skipped, .void:
      show(transcript)
      print("the program need not end: nothing can be said of it")
      return Verdict.unknown.exitStatus
    case .deviates(let deviation):
      print("\(deviation.group) (\(deviation.facts.prefix(6).joined(separator: ", ")))")
      for line in deviation.lines(of: file.program, transcript) { print("  \(line)") }
      return Verdict.deviates.exitStatus
    }
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

  private func show(_ transcript: Transcript) {
    let program = file.program
    let stage = program.stage
    var before = transcript.observations.dropFirst(max(0, stage.setup.count - 1)).first?.memory
    print("stage \(stage.name)")
    for (number, operation) in program.operations.enumerated() {
      let text = operation.text(in: stage.population)
      let place = stage.setup.count + number
      guard place < transcript.observations.count else { break }
      let seen = transcript.observations[place]
      print("  \(number + 1)  \(text)     \(seen.words(on: stage, after: before))")
      before = seen.memory
    }
  }
}
