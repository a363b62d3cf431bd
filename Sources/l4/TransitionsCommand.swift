import ArgumentParser
import Foundation
import KernelConformance

/// Makes the list of the classes of transitions that are known.
struct TransitionsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "transitions",
    abstract: "Search for classes of transitions, and print them as a source file of the kit.",
    shouldDisplay: false)

  @Option(help: "Searches, with the seeds from 1 on.")
  var seeds = 4
  @Option(help: "Steps of each.")
  var steps = 3_000_000

  func validate() throws {
    if seeds < 1 || steps < 1 { throw ValidationError("there must be something to search") }
  }

  func run() {
    let found = KnownTransitions.found(seeds: 1...UInt64(seeds), steps: steps) { Report.note($0) }
    print(KnownTransitions.source(found.union(KnownTransitions.all)), terminator: "")
  }
}
