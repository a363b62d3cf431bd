import AddressSpaces
import Microkernel
import Vocabulary

/// A small universe in which one option makes a difference: those who are concerned are there, and
/// what they can do is just enough for a program that shows it.
public struct DifferenceQuestion: Sendable {
  /// The number of the option, as `U3`.
  public let option: String
  /// The situation, in words.
  public let situation: String
  /// What is seen there, as `OBS2`; nil where no kernel was asked.
  public let observation: String?
  public let universe: KernelUniverse

  /// `threads` are those of each task; sigma0 is task 0 and the root task 1. Setup and operations are
  /// written as in run files, one a line.
  init(
    _ option: String, _ situation: String, _ observation: String? = nil, threads: [Int],
    pages: Int = 0, ports: Int = 0, sources: Int = 0, slice: UInt8? = nil, setup: String = "",
    _ operations: String
  ) {
    self.option = option
    self.situation = situation
    self.observation = observation
    let population = Population(threadsOfTask: threads)
    func read(_ text: String) -> [KernelOperation] {
      text.split(separator: "\n").map { line in
        do {
          return try KernelOperation(parsing: String(line), in: population)
        } catch {
          preconditionFailure("\(option): \(line): \(error)")
        }
      }
    }
    var universe = KernelUniverse(
      name: option, population: population, pages: pages, frames: pages, ports: ports,
      setup: read(setup), operations: read(operations), sources: sources, slice: slice ?? 0)
    // Who runs is kept only where it matters: otherwise every schedule is looked at.
    universe.profile.threads.schedules = slice != nil
    self.universe = universe
  }

  /// Everything that a kernel may answer to the last operation of a program in this situation.
  public func answers(
    to program: [String], of profile: KernelProfile
  ) throws -> Set<Observation> {
    let search = try DifferenceSearch(universe, profile, profile)
    let texts = universe.operations.map { $0.text(in: universe.population) }
    return search.replay(program.compactMap { texts.firstIndex(of: $0) })
  }

  /// All questions, in the order of the options.
  public static let all = ofSpaces + ofItems + ofThreads + ofClans + ofIPC + ofFaults
}
