import ArgumentParser
import Connectors
import Foundation
import KernelConformance

/// Makes the programs that come to all classes of transitions that are known.
struct TransitionsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "transitions",
    abstract:
      "Search for classes of transitions; print programs for all as a source file of the kit.",
    shouldDisplay: false)

  @Option(help: "Searches, with the seeds from --first on.")
  var seeds = 4
  @Option(help: "The first seed.")
  var first = 1
  @Option(help: "Steps of each.")
  var steps = 3_000_000

  func validate() throws {
    if seeds < 1 || steps < 1 || first < 1 {
      throw ValidationError("there must be something to search")
    }
  }

  func run() {
    let first = UInt64(first)
    let seeds = first...first + UInt64(seeds) - 1
    var runner = ReferenceRunner(.init())
    let found = KnownPrograms.found(seeds: seeds, steps: steps, progress: { Report.note($0) }) {
      var judge = Judge()
      guard case .passed = judge.judge($0, runner.run($0)) else { return [] }
      return judge.coverage.transitions
    }
    print(KnownPrograms.source(found), terminator: "")
  }
}
