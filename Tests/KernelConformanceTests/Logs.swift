import Connectors
import Evidence
import Foundation
import KernelConformance
import KernelPrograms
import Microkernel

/// Logs of the reference kernel, and logs that are not as they were.
struct Log {
  var lines: [String]

  init(_ lines: [String]) { self.lines = lines }

  /// The log of a run of the reference kernel.
  init(_ operations: [KernelOperation], on stage: Stage, _ header: LogHeader? = nil) {
    var runner = ReferenceRunner()
    let transcript = runner.run(KernelProgram(stage, operations))
    let header = header ?? LogHeader(stage, kernel: "reference")
    lines = LogWriter.lines(header, stage.setup + operations, transcript)
  }

  /// A run of so many random operations.
  init(random seed: UInt64, length: Int, on stage: Stage, _ header: LogHeader? = nil) {
    let program = KernelProgramSource(seed: seed, length: length, stages: [stage]).program(0)
    self.init(program.operations, on: stage, header)
  }

  var text: String { lines.map { $0 + "\n" }.joined() }

  func check(_ options: LogChecker.Options = .init()) throws -> LogReport {
    try Self.check(text, options)
  }

  static func check(
    _ text: String, _ options: LogChecker.Options = .init()
  ) throws -> LogReport {
    let bytes = Array(text.utf8)
    return try LogChecker.check(file: "k.log", options: options) {
      // In pieces that end anywhere.
      var next = 0
      return {
        guard next < bytes.count else { return nil }
        defer { next += 61 }
        return Array(bytes[next..<min(next + 61, bytes.count)])
      }
    }
  }

  /// The numbers of the lines, from 1, that have this in them, from a line on.
  func numbers(of text: String, from first: Int = 1) -> [Int] {
    lines.indices.filter { $0 + 1 >= first && lines[$0].contains(text) }.map { $0 + 1 }
  }

  /// Whether no other event of the kind of this line follows in its step: of who runs and what is where
  /// only the last is of the state that a step leads to.
  func isLastOfItsKind(_ number: Int) -> Bool {
    let rest = lines[number...].prefix { line in
      !["{\"call\"", "{\"tick\"", "{\"interrupt\""].contains { line.hasPrefix($0) }
    }
    let kind = self[number].prefix { $0 != ":" }
    return ["{\"return\"", "{\"access\""].contains(kind) || !rest.contains { $0.hasPrefix(kind) }
  }

  subscript(_ number: Int) -> String {
    get { lines[number - 1] }
    set { lines[number - 1] = newValue }
  }

  /// With so many lines lost behind one.
  func losing(_ count: Int, at number: Int) -> Log {
    var log = self
    log.lines[0] = lines[0].replacing("\"complete\": true", with: "\"complete\": false")
    let lost = number..<min(number + count, lines.count)
    log.lines.replaceSubrange(lost, with: ["{\"gap\": \(max(1, lost.count))}"])
    return log
  }

  /// With some lines lost, so many at a time, and gaps where they were. At the end nothing is lost.
  func losing(every interval: Int, atMost count: Int, _ dice: inout Dice) -> Log {
    var log = Log([lines[0].replacing("\"complete\": true", with: "\"complete\": false")])
    var position = 1
    while position < lines.count {
      let kept = dice.below(interval) + 2
      log.lines += lines[position..<min(position + kept, lines.count)]
      position += kept
      let lost = min(dice.below(count) + 1, max(0, lines.count - position))
      if lost > 0 { log.lines.append("{\"gap\": \(lost)}") }
      position += lost
    }
    return log
  }
}

/// Numbers at random that are the same every time.
struct Dice {
  var state: UInt64

  mutating func below(_ limit: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(state >> 33) % limit
  }
}
