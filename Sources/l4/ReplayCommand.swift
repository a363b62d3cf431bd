import ArgumentParser
import Conformance
import Evidence
import Foundation
import KernelUniverses
import Systems
import Universes

struct ReplayCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "replay",
    abstract: "Execute a stored trace or program again, step by step, and show what it changes.",
    discussion: """
      A trace may be one of ours, as text or as ITF JSON. It brings its universe with it. It \
      replays if every action is possible where it stands, and leads to the state that the trace \
      has. The exit status is that of the verdict that the replay comes to: 0 if every statement \
      is true on the way. A program is run on its kernel again: 0 if the kernel agrees with the \
      specification at every step.
      """)

  @Argument(help: "A trace, or a program of 'l4 conform'.")
  var file: String
  @Option(help: "A run file to replay the trace in, instead of the universe that it brings.")
  var universe: String?
  @Option(help: "How the kernel is reached that a program is run on; see 'l4 conform --help'.")
  var kernel: String?
  @OptionGroup var output: OutputOptions

  func run() throws {
    let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: file)))
    if KernelReplay.isProgram(bytes) {
      let replay = try KernelReplay(reading: bytes, file: file)
      let status = try replay.run(on: kernel, output.format)
      if status != 0 { Foundation.exit(status) }
      return
    }
    if ProgramFile.isProgram(bytes) { return try replay(ProgramFile(reading: bytes, file: file)) }
    let start = bytes.drop { $0 == 0x20 || $0 == 0x09 || $0 == 0x0A || $0 == 0x0D }
    guard start.starts(with: "l4 trace".utf8) || start.first == UInt8(ascii: "{") else {
      throw InputError(
        file: file, line: 1, column: 1,
        message: "this is no trace, which begins with \"l4 trace 1\" or is ITF JSON, and no "
          + "program, which begins with \"l4 kernel program\" or \"l4 program\"")
    }
    let trace = try Trace(reading: bytes, file: file)
    if let system = try system(of: trace) { return try replay(trace, in: system) }
    switch try runFile(of: trace) {
    case .spaces(let universe): try replay(trace, in: universe)
    case .kernel(let universe): try replay(trace, in: universe)
    }
  }

  private func replay(_ trace: Trace, in runFile: RunFile) throws {
    let replay = try again { try Universe(runFile).replay(trace.steps.map(\.action)) }
    try compare(trace, ([replay.run.initial] + replay.run.steps.map(\.state)).map(\.variables))
    let finding = replay.findings.first
    show(
      Trace(
        replay.run, of: runFile, verdict: finding == nil ? .holds : .violated,
        property: finding.map { Trace.Property(number: $0.number, name: $0.sentence) },
        failed: finding.map { [$0.explanation] } ?? []), asShortAs: trace)
  }

  private func replay(_ trace: Trace, in runFile: KernelRunFile) throws {
    let replay = try again {
      try runFile.universe.replay(
        trace.steps.map(\.action), checking: KernelAgenda(numbers: runFile.properties))
    }
    try compare(trace, ([replay.run.initial] + replay.run.steps.map(\.state)).map(\.variables))
    let failed = replay.findings.first?.failed
    show(
      Trace(
        replay.run, of: runFile, verdict: failed == nil ? .holds : .violated,
        property: failed.map { Trace.Property(number: $0.number, name: $0.sentence) },
        failed: failed.map { [$0.explanation] } ?? []), asShortAs: trace)
  }

  private func again<Run>(_ replay: () throws -> Run) throws -> Run {
    do {
      return try replay()
    } catch let error as ReplayError {
      throw InputError(file: file, message: "the trace does not replay: \(error)")
    }
  }

  private func show(_ replayed: Trace, asShortAs trace: Trace) {
    var shown = replayed
    // Whether there is a shorter one, no replay finds out.
    shown.isShortest = trace.isShortest
    switch output.format {
    case .text: print(shown.summary(), terminator: "")
    case .json: print(shown.itf, terminator: "")
    }
    if replayed.verdict == .violated { Foundation.exit(Verdict.violated.exitStatus) }
  }

  private func replay(_ program: ProgramFile) throws {
    guard let connector = ReferenceConnector(named: program.kernel) else {
      throw InputError(
        file: file, message: "there is no kernel \"\(program.kernel)\"",
        allowed: ReferenceConnector.all.map(\.name))
    }
    let replay = try Conformance.Replay.run(program, on: connector)
    print(replay.text, terminator: "")
    if replay.deviation != nil { Foundation.exit(Verdict.deviates.exitStatus) }
  }

  /// The system that a trace is of; nil where it is of a universe.
  private func system(of trace: Trace) throws -> SystemFile? {
    if let universe {
      guard case .system(let system) = try CheckInput(path: universe) else { return nil }
      return system
    }
    guard let source = trace.universe, SystemFile.isSystem(source.text) else { return nil }
    return try SystemFile(parsing: source.text, file: source.name)
  }

  private func replay(_ trace: Trace, in system: SystemFile) throws {
    if let loop = trace.loop, loop > trace.steps.count {
      throw InputError(file: file, message: "the trace goes back to a state that it has not")
    }
    let replay: SystemReplay
    do {
      replay = try system.replay(trace.steps.map(\.action), loop: trace.loop)
    } catch let error as SystemReplayError {
      throw InputError(file: file, message: "the trace does not replay: \(error)")
    }
    // Of several statements the one that the trace is about, if it is broken.
    let finding =
      replay.findings.first { $0.text == trace.property?.name } ?? replay.findings.first
    let shown = replay.run.trace(
      of: system, verdict: finding == nil ? .holds : .violated,
      property: finding.map { .init(number: $0.number, name: $0.text) },
      failed: finding?.explanation ?? [], isShortest: trace.isShortest)
    try compare(trace, shown.states)
    switch output.format {
    case .text:
      let verdict = finding == nil ? Verdict.holds : .violated
      print(verdict.rawValue + (finding.map { "  \($0.text)" } ?? ""))
      print(replay.run.ladder, terminator: "")
    case .json: print(shown.itf, terminator: "")
    }
    if finding != nil { Foundation.exit(Verdict.violated.exitStatus) }
  }

  private func runFile(of trace: Trace) throws -> AnyRunFile {
    if let universe { return try UniverseFiles.read(universe) }
    guard let source = trace.universe else {
      throw InputError(
        file: file, message: "the trace does not say which universe it is of; give --universe")
    }
    return try AnyRunFile(parsing: source.text, file: source.name)
  }

  /// The states of the trace must be those that the actions lead to.
  private func compare(_ trace: Trace, _ states: [[Trace.Variable]]) throws {
    for (step, (told, found)) in zip(trace.states, states).enumerated() where told != found {
      let difference = zip(told, found).first { $0 != $1 }
      throw InputError(
        file: file,
        message: "the trace does not replay: after \(step) actions "
          + (difference.map { "\($0.1.name) is \($0.1.value), not \($0.0.value)" }
            ?? "the trace has \(told.count) variables, not \(found.count)"))
    }
  }
}
