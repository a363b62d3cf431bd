import AddressSpaces
import Microkernel
import Vocabulary

/// What a program of a kernel under test takes place on: who is there, what memory they have, and what
/// was done from boot until the program begins.
///
/// Thread, task, page and port numbers are those of the specification; what ids, addresses and port
/// numbers they are in a kernel is up to its connector.
public struct Stage: Hashable, Sendable {
  public var name: String
  /// The threads that there can be, by task; task 0 is sigma0, task 1 the root task. (TN14)
  public var population: Population
  /// The memory of the tasks, and the nodes that the kernel has for it.
  public var shape: Shape
  /// Sources of interrupts. (INT-1)
  public var sources: Int
  /// For every thread: the page in which its strings are, to be sent and received. (IPC-51)
  public var buffers: [Int?]
  /// Whether the program is about who runs: then only the running thread can act, and it is seen who
  /// that is. Otherwise any thread that is ready acts when the program says so.
  public var schedules: Bool
  /// The time slice of threads at boot, in ticks; 0 is none. (SC2)
  public var slice: UInt8
  /// The greatest depth of a clan, where it is another than 15. (TN6)
  public var depth: UInt8?
  /// The version of all ids at boot; another than 1 is nearer to where versions begin anew. (TN13)
  public var version: Int
  /// From boot to the beginning of the program. No program is shorter for less of it.
  public var setup: [KernelOperation]

  public init(
    name: String, population: Population, shape: Shape, sources: Int = 0, buffers: [Int?] = [],
    schedules: Bool = false, slice: UInt8 = 0, depth: UInt8? = nil, version: Int = 1,
    setup: [KernelOperation] = []
  ) {
    self.name = name
    self.population = population
    self.shape = shape
    self.sources = sources
    self.buffers = buffers
    self.schedules = schedules
    self.slice = slice
    self.depth = depth
    self.version = version
    self.setup = setup
  }

  /// Whether a kernel must have the limits that are said here.
  public var hasLimits: Bool {
    shape.userPages < shape.pages || depth != nil || version != 1
  }
}

/// Operations on a stage, in order. What each one shows is an `Observation`.
public struct KernelProgram: Hashable, Sendable {
  public var stage: Stage
  public var operations: [KernelOperation]

  public init(_ stage: Stage, _ operations: [KernelOperation]) {
    self.stage = stage
    self.operations = operations
  }
}
