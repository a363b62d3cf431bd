import AddressSpaces
import Microkernel
import Vocabulary

/// A finite world in which a whole kernel is looked at: who is there, how it came to be, and what can
/// happen in it at any time.
public struct KernelUniverse: Sendable {
  public var name: String
  public var population: Population
  /// The memory of the tasks; without pages what faults is up to the environment.
  public var shape: Shape
  public var profile: KernelProfile
  /// For every thread: the page of its messages in memory.
  public var buffers: [Int?]
  /// What is done from boot until the universe begins.
  public var setup: [KernelOperation]
  /// What can happen. A call can be made whenever its thread runs: clients are the most general ones.
  public var operations: [KernelOperation]
  /// Sources of interrupts.
  public var sources: Int
  /// The slice of threads at boot, in ticks; where it is kept who runs. (SC2)
  public var slice: UInt8

  public init(
    name: String, population: Population, pages: Int = 0, frames: Int = 0, ports: Int = 0,
    profile: KernelProfile = .v2, buffers: [Int?] = [], setup: [KernelOperation] = [],
    operations: [KernelOperation], sources: Int = 0, slice: UInt8 = 0
  ) {
    self.name = name
    self.population = population
    shape = Shape(
      tasks: population.tasks, pages: pages, frames: frames, ports: ports,
      profile: profile.spaces)
    self.profile = profile
    self.buffers = buffers
    self.setup = setup
    self.operations = operations
    self.sources = sources
    self.slice = slice
  }

  /// Whether messages offer flexpages of more than one page.
  var hasLargeItems: Bool {
    (setup + operations).contains { operation in
      if case .ipc(let call) = operation { (call.send?.item?.order ?? 0) > 0 } else { false }
    }
  }
}
