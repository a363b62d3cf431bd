import AddressSpacesProofs
import ArgumentParser
import Evidence
import Exploration
import Foundation
import Proving
import Universes

struct Prove: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Prove every statement inductive: in every state, not only in those explored.",
    discussion: """
      Each rule is run along every path, from any state in which all invariants are true, with any \
      arguments. What cannot be proved comes with a counterexample to induction, executed again \
      with machine words, and with the answer whether a run leads to it. The hot-spot rule is \
      proved for all words, and the mapping invariants for any number of tasks, pages and frames. \
      What is said of clans is looked at in every small tree as well.
      """)

  @Option(
    help: """
      Only this instance: \(instanceNames).
      """)
  var instance: String?
  @Option(
    help: """
      Only the statement with this number, instance by instance until there is a counterexample.
      """)
  var statement: String?
  @Option(parsing: .unconditional, help: "The longest time for one query, in seconds.")
  var timeout = 30.0
  @Option(parsing: .unconditional, help: "Threads, each with a solver of its own.")
  var workers = ProcessInfo.processInfo.activeProcessorCount
  @Option(help: "Write every obligation into this folder, as SMT-LIB 2.")
  var write: String?
  @Option(
    parsing: .unconditional, help: "The longest search for a run to a counterexample, in seconds.")
  var search = 120.0
  @OptionGroup var output: OutputOptions

  func validate() throws {
    try validateTime("timeout", timeout)
    try validateTime("search", search)
    guard (1...256).contains(workers) else {
      throw ValidationError("--workers must be 1 to 256, not \(workers)")
    }
    if let instance, !ProofInstance.all.contains(where: { $0.name == instance }) {
      throw ValidationError("there is no instance '\(instance)'; there are \(Self.instanceNames)")
    }
  }

  func run() throws {
    let results = try prove()
    switch output.format {
    case .text:
      for result in results { result.counterexamples.forEach { print($0.text) } }
      for table in ProofResult.tables(results) { table.show() }
    case .json: try Report.json(results)
    }
    if let worst = results.first(where: { $0.verdict != .holds }) {
      Foundation.exit(worst.verdict.exitStatus)
    }
  }

  /// Proves all that is asked for, one result a statement and instance.
  func prove() throws -> [ProofResult] {
    let line = ProgressLine(isShown: output.showsProgress)
    defer { line.clear() }
    let search = ReachabilitySearch(searchOptions)
    var results: [ProofResult] = []
    for proof in ProofInstance.all where instance == nil || instance == proof.name {
      results += about(try proof.prove(try options(proof.name, line), search))
      if statement != nil, results.contains(where: { $0.verdict != .holds }) { return results }
    }
    if instance == nil {
      var hotSpot = HotSpot.induction()
      hotSpot.options = try options("words", line)
      results += about(ProofResult.all(try hotSpot.run()))
      results += about(
        try QuantifiedProof.results(timeout: .seconds(timeout), write: write, line))
    }
    if let statement, results.isEmpty {
      throw ValidationError("there is no statement '\(statement)' to be proved")
    }
    return results
  }

  /// What is asked for.
  private func about(_ results: [ProofResult]) -> [ProofResult] {
    results.filter { result in statement.map { result.isAbout($0) } ?? true }
  }

  private static var instanceNames: String {
    ProofInstance.all.map { "'\($0.name)'" }.joined(separator: ", ")
  }

  private var searchOptions: Exploration.Options {
    var options = Exploration.Options(workers: workers)
    options.maxSeconds = self.search
    options.maxStates = 20_000_000
    return options
  }

  private func options(_ name: String, _ line: ProgressLine) throws -> InductionOptions {
    var options = InductionOptions()
    options.workers = workers
    options.only = statement
    options.timeout = .seconds(timeout)
    options.progress = { line.show("proving \(name): \($0.name), \($0.status)") }
    if let write {
      let folder = OutputFolder(path: "\(write)/\(name.replacing(", ", with: "-"))")
      try folder.prepare()
      options.record = { name, script in try folder.write(script, as: "\(name).smt2") }
    }
    return options
  }
}
