import AddressSpaces
import Logic
import Microkernel
import Threads
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
  let population: Population
  let shape: Shape
  let sources: Int
  /// The time slice of threads, in ticks; nil where it is not kept who runs: then every schedule is
  /// looked at.
  let slice: UInt8?
  /// What is done from boot until the search begins, the same in both kernels.
  let setup: [KernelOperation]
  /// What can happen then.
  let operations: [KernelOperation]

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
    self.population = population
    shape = Shape(tasks: population.tasks, pages: pages, frames: pages, ports: ports)
    self.sources = sources
    self.slice = slice
    self.setup = read(setup)
    self.operations = read(operations)
  }

  /// Everything that a kernel may answer to the last operation of a program in this situation.
  public func answers(
    to program: [String], of profile: KernelProfile
  ) throws -> Set<Observation> {
    let search = try DifferenceSearch(self, profile, profile)
    let texts = operations.map { $0.text(in: population) }
    return search.replay(program.compactMap { texts.firstIndex(of: $0) })
  }

  /// All questions, in the order of the options.
  public static let all = ofSpaces + ofItems + ofThreads + ofClans + ofIPC + ofFaults
}

/// The setup of a situation cannot be done by a kernel.
struct SetupError: Error, CustomStringConvertible {
  let description: String
}

extension DifferenceQuestion {
  typealias V = Concrete<UInt32>
  typealias Kernel = Microkernel<V, 6, 6, 2, 24, 4>

  /// A kernel with a profile, and the state after the setup. Until then nobody keeps count of who runs.
  func kernel(
    _ profile: KernelProfile
  ) throws -> (platform: Kernel.Hardware, start: Kernel) {
    var profile = profile
    profile.threads.schedules = false
    let hasLargeItems = operations.contains { operation in
      if case .ipc(let call) = operation { (call.send?.item?.order ?? 0) > 0 } else { false }
    }
    var platform = Kernel.Hardware(
      population, shape, hasLargeItems: hasLargeItems, profile: profile)
    var kernel: Kernel = platform.boot(slice: UInt32(slice ?? 0))
    for operation in setup {
      let action = action(operation)
      guard kernel.permits(action, on: platform).value else {
        throw SetupError(
          description: "\(option): the setup cannot go on: \(operation.text(in: population))")
      }
      _ = kernel.perform(action, on: platform)
    }
    platform.profile.threads.schedules = slice != nil
    let threads = platform.profile.threads
    kernel.threads.makeReady(kernel.runnable, profile: threads)
    _ = kernel.threads.dispatch(afterWaking: kernel.runnable, profile: threads)
    return (platform, kernel)
  }

  /// An operation as the rules take it.
  func action(_ operation: KernelOperation) -> KernelAction<V> {
    operation.action(population, shape, sources: sources)
  }
}
