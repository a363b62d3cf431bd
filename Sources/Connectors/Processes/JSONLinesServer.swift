import AddressSpaces
import Foundation
import KernelPrograms
import Microkernel

/// A runner that can say what each step showed when it has been done, so that it is known how far a
/// kernel came that crashes.
package protocol StepwiseRunner: ProgramRunner {
  /// Runs the program; `tell` is called after every step. Gives why there are no more, as in a
  /// transcript.
  mutating func run(
    _ program: KernelProgram, tell: (Observation) -> Void
  ) -> Transcript.Failure?
}

/// Serves any kernel in this process to a kit at the other end of two streams: a living example of the
/// protocol, and how the connectors are tested against kernels that are known.
public struct JSONLinesServer {
  private var runner: any ProgramRunner
  private let profile: Profile
  private let input: FileHandle
  private let output: FileHandle

  /// `profile` becomes that of all stages, for the protocol does not carry it.
  public init(
    _ runner: any ProgramRunner, profile: Profile = .v2, input: FileHandle = .standardInput,
    output: FileHandle = .standardOutput
  ) {
    self.runner = runner
    self.profile = profile
    self.input = input
    self.output = output
  }

  /// Says hello, and runs programs until the other side has no more. It throws where a message is none
  /// of the kit's.
  public mutating func serve() throws(MessageError) {
    say(.hello(version: ConformanceProtocol.version, runner.description))
    var pending: [UInt8] = []
    while true {
      let bytes = input.availableData
      guard !bytes.isEmpty else { return }
      pending += bytes
      while let end = pending.firstIndex(of: UInt8(ascii: "\n")) {
        let line = Array(pending[..<end])
        pending.removeSubrange(...end)
        if line.contains(where: { $0 > 0x20 }) { try answer(line) }
      }
    }
  }

  private mutating func answer(_ line: [UInt8]) throws(MessageError) {
    switch try KitMessage(line: line, profile: profile) {
    case .run(let id, let program): run(id, program)
    }
  }

  private mutating func run(_ id: UInt32, _ program: KernelProgram) {
    let failure: Transcript.Failure?
    if var stepwise = runner as? any StepwiseRunner {
      var step = 0
      failure = stepwise.run(program) {
        say(.observation(program: id, step: step, $0))
        step += 1
      }
      runner = stepwise
    } else {
      let transcript = runner.run(program)
      for (step, observation) in transcript.observations.enumerated() {
        say(.observation(program: id, step: step, observation))
      }
      failure = transcript.failure
    }
    say(failure.map { .refused(program: id, $0) } ?? .done(program: id))
  }

  private func say(_ message: KernelMessage) {
    // Nobody may be listening any more; that is then seen as the end of the input.
    try? output.write(contentsOf: Data((message.line + "\n").utf8))
  }
}
