import AddressSpaces
import ClansAndChiefs
import IPC
import Logic
import Microkernel
import Testing
import Threads
import Vocabulary

/// A kernel to make calls of, written as in run files: `t1.0 send t2.0 now`.
struct World {
  typealias V = Concrete<UInt32>
  typealias Kernel = Microkernel<V, 20, 20, 2, 20, 2>

  let population: Population
  let shape: Shape
  let platform: Kernel.Hardware
  var kernel: Kernel

  /// Task 0 is sigma0, task 1 the root task; the others are still to be created. Without a time slice
  /// it is not kept who runs.
  init(
    threads: [Int], pages: Int = 0, nodes: Int? = nil, buffers: [Int?] = [], slice: UInt32 = 0,
    profile: KernelProfile = .v2
  ) {
    var profile = profile
    profile.threads.schedules = slice > 0
    let population = Population(threadsOfTask: threads)
    let shape = Shape(tasks: threads.count, pages: pages, frames: min(pages, 2), nodes: nodes)
    platform = Kernel.Hardware(
      population, shape,
      buffers: buffers.enumerated().map { thread, page in
        page.map { shape.slot(population.task(of: Thread(thread)), page: $0) }
      }, profile: profile)
    kernel = platform.boot(slice: slice)
    self.population = population
    self.shape = shape
  }

  /// Makes calls, and lets events happen, one a line; returns what the last one brought.
  @discardableResult
  mutating func run(
    _ text: String, sourceLocation: SourceLocation = #_sourceLocation
  ) throws -> Results {
    var results = Results(population: population)
    for line in text.split(separator: "\n") {
      let operation = try KernelOperation(parsing: String(line), in: population)
      let action: KernelAction<V> = operation.action(population, shape, sources: 2)
      #expect(
        kernel.permits(action, on: platform).value, "\(line): this cannot happen",
        sourceLocation: sourceLocation)
      results.effects = kernel.perform(action, on: platform)
    }
    return results
  }

  /// The thread that runs.
  var running: String? {
    kernel.threads.running.ids.first.map { population.name(Thread($0)) }
  }

  /// Whether an operation can happen now.
  func permits(_ text: String) throws -> Bool {
    let operation = try KernelOperation(parsing: text, in: population)
    return kernel.permits(operation.action(population, shape, sources: 2), on: platform).value
  }

  /// Whether a thread can read or write at a page, without doing it.
  func can(_ access: String) throws -> Bool {
    var copy = self
    return try copy.run(access).access == .accessed
  }
}

/// What a step brought.
struct Results {
  let population: Population
  var effects = Effects<World.V, 20>()

  private func thread(_ name: String) -> Thread {
    population.thread(named: name) ?? Thread(rawValue: 19)
  }

  private func names(_ set: World.V.Bits) -> [String] {
    set.ids.map { population.name(Thread($0)) }
  }

  /// The code that a thread's ipc returns; nil if it returns nothing.
  func code(_ name: String) -> UInt8? {
    let thread = thread(name)
    guard effects.deliveries.returned.contains(id: Int(thread.rawValue)).value else { return nil }
    return effects.deliveries.code[thread].value
  }

  /// The threads whose ipc returns.
  var returned: [String] { names(effects.deliveries.returned) }
  /// The threads that go on after a call of the kernel for them.
  var resumed: [String] { names(effects.deliveries.resumed) }

  /// The sender that a receiver sees.
  func source(_ name: String) -> String? {
    names(effects.deliveries.source[thread(name)]).first
  }

  /// The flags that a receiver sees, of d, m, r and i, and w for the bit of the word.
  func flags(_ name: String) -> String {
    let done = effects.deliveries
    return [
      ("d", done.deceived), ("m", done.mapped), ("r", done.redirected), ("i", done.inner),
      ("w", done.word),
    ].filter { $0.1.contains(id: Int(thread(name).rawValue)).value }.map(\.0).joined()
  }

  /// Whom a redirected message was for.
  func destination(_ name: String) -> String? {
    names(effects.deliveries.destination[thread(name)]).first
  }

  func gotInterrupt(_ name: String) -> Bool {
    effects.deliveries.interrupted.contains(id: Int(thread(name).rawValue)).value
  }

  var access: PageCase? {
    if case .access(let result) = effects.answer { result } else { nil }
  }

  var taskNew: ClanCase? {
    if case .taskNew(let result) = effects.answer { result.outcome } else { nil }
  }

  /// What id_nearest returned: the type, and the id of a chief, or of the task that was asked for.
  var nearest: (type: UInt8, task: Int?)? {
    if case .idNearest(let result) = effects.answer {
      (result.isCase.type, result.task.ids.first)
    } else {
      nil
    }
  }
}
