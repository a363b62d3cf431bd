import ArgumentParser
import Evidence
import Foundation
import KernelConformance

struct LogCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "log",
    abstract: "Check a kernel's own event log against the specification.",
    discussion: """
      The log is NDJSON, as docs/log-files.md describes it: complete, or with gaps, and with \
      everything that a kernel can record, or only some of it. The file is read line by line, \
      whatever its size; one with gaps is read twice. '-' is standard input; what is no file but a \
      pipe is held in memory. The exit status is 0 if every event is \
      explained, \(Verdict.deviates.exitStatus) if one is not, and \(Verdict.unknown.exitStatus) \
      if too much is missing to say so.
      """)

  @Argument(help: "The log, or - for standard input.")
  var file: String
  @Option(parsing: .unconditional, help: "Give up when more states than this are possible at once.")
  var states = LogChecker.Options().stateLimit
  @OptionGroup var output: OutputOptions

  func validate() throws {
    guard (1...1_000_000).contains(states) else {
      throw ValidationError("--states must be 1 to 1000000, not \(states)")
    }
  }

  func run() throws {
    let line = ProgressLine(isShown: output.showsProgress)
    defer { line.clear() }
    var options = LogChecker.Options()
    options.stateLimit = states
    options.progress = { line.show("\(grouped($0)) lines") }
    try CocoaError.checkIsFile(file)
    let url = URL(fileURLWithPath: file)
    let name = file == "-" ? "standard input" : file
    // A pipe cannot be read twice.
    let input: [UInt8]? =
      file == "-"
      ? [UInt8](try FileHandle.standardInput.readToEnd() ?? Data())
      : try url.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile == true
        ? nil : [UInt8](try FileHandle(forReadingFrom: url).readToEnd() ?? Data())
    let report = try LogChecker.check(file: name, options: options) {
      if let input {
        var rest = input[...]
        return {
          defer { rest = rest.dropFirst(1 << 16) }
          return rest.isEmpty ? nil : Array(rest.prefix(1 << 16))
        }
      }
      let handle = try FileHandle(forReadingFrom: url)
      return { try handle.read(upToCount: 1 << 16).map { [UInt8]($0) } }
    }
    line.clear()
    switch output.format {
    case .text: print(report.text, terminator: "")
    case .json: try Report.json([report])
    }
    if report.exitStatus != 0 { Foundation.exit(report.exitStatus) }
  }
}
