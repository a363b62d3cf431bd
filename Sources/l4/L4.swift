import ArgumentParser
import Evidence

@main
struct L4: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "l4",
    abstract: "What an L4 microkernel must do: explored, proved, and tested against kernels.",
    discussion: """
      Exit status: 0 every verdict is the expected one, or holds. Of a single run: \
      \(Verdict.allCases.filter { $0 != .holds }.map { "\($0.exitStatus) \($0.rawValue)" }
        .joined(separator: ", ")). \
      \(Failure.unexpectedVerdict) the verdict is not the one that the run file expects, \
      \(Failure.usage) a wrong flag, \(Failure.badInput) malformed input, \
      \(Failure.noInput) input that cannot be opened, \(Failure.unavailable) libz3 or a solver is \
      missing, \(Failure.toolError) an error of this tool, \(Failure.cannotCreate) output that \
      cannot be written.
      """,
    version: "0.1.0",
    subcommands: [
      Verify.self, Check.self, Prove.self, Conform.self, ReplayCommand.self, RecheckCommand.self,
      DiffCommand.self, ManualCommand.self, LogCommand.self, HostCommand.self,
      TransitionsCommand.self,
    ])

  static func main() {
    do {
      var command = try parseAsRoot()
      try command.run()
    } catch let error as any ParsableArguments & Error {
      exit(withError: error)
    } catch {
      Report.end(error)
    }
  }
}
