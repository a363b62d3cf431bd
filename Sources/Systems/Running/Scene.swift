import AddressSpaces
import KernelUniverses
import Logic
import Microkernel
import Vocabulary

/// What never changes while a system runs, in the form in which its steps ask for it.
struct Scene: Sendable {
  /// What an instruction of a thread comes to.
  struct Call: Sendable {
    /// What it depends on of the thread's memory.
    let reads: ThreadMemory.Parts
    /// By that part of the memory.
    let operations: [UInt16: KernelOperation]
    let actions: [UInt16: KernelAction<Concrete<UInt16>>]

    /// All operations, in an order that is always the same.
    var all: [KernelOperation] { operations.sorted { $0.key < $1.key }.map(\.value) }
  }

  /// The program of a thread, and what is known of it.
  struct Actor: Sendable {
    let program: Program
    /// By node: what is remembered there, and what is kept while a call is under way.
    let remembered: [ThreadMemory.Parts]
    let kept: [ThreadMemory.Parts]
    /// By node; nil of what is no call.
    let calls: [Call?]
    /// By node: where lthread_ex_regs lets another thread go on.
    let entries: [(target: Int, node: Int)?]
  }

  let population: Population
  let shape: Shape
  let actors: [Actor]
  let platform: SystemPlatform
  let universe: KernelUniverse

  init(_ system: SystemFile) {
    let population = system.population
    self.population = population
    let threads = (0..<population.threads).map { Thread($0) }
    let programs = threads.map { system.program(of: $0) ?? .asleep }
    let shape = Shape(
      tasks: population.tasks, pages: system.pages, frames: system.frames,
      profile: system.profile.spaces)
    self.shape = shape
    actors = threads.map { thread in
      let program = programs[Int(thread.rawValue)]
      return Actor(
        program: program, remembered: program.remembered, kept: program.kept,
        calls: program.nodes.map { node in
          guard case .instruction(let instruction, _) = node else { return nil }
          return Call(instruction, of: thread, in: population, shape, sources: system.interrupts)
        },
        entries: program.nodes.map { node in
          guard case .instruction(let instruction, _) = node, let entry = instruction.entry,
            let mark = programs[Int(entry.target.rawValue)].marks[entry.mark]
          else { return nil }
          return (Int(entry.target.rawValue), mark)
        })
    }
    let buffers = threads.map { thread in
      system.members.first { $0.thread == thread }.flatMap(\.buffer)
    }
    universe = KernelUniverse(
      name: system.name, population: population, pages: system.pages, frames: system.frames,
      profile: system.profile, buffers: buffers, setup: system.setupOperations,
      operations: actors.flatMap { $0.calls.flatMap { $0?.all ?? [] } } + [.tick],
      sources: system.interrupts)
    platform = SystemPlatform(
      population, shape,
      buffers: buffers.enumerated().map { thread, page in
        page.map { shape.slot(population.task(of: Thread(thread)), page: $0) }
      }, hasLargeItems: universe.operations.contains(where: \.hasLargeItem),
      profile: system.profile)
  }
}

extension Scene {
  /// The thread that an instruction would change by lthread_ex_regs, if it is one of the same task;
  /// nil of other instructions. (EX2)
  func target(ofNode node: Int, of thread: Int) -> Thread? {
    guard let operation = actors[thread].calls[node]?.all.first,
      case .exRegs(let target, _, _, _, let by) = operation,
      population.task(of: target) == population.task(of: by)
    else { return nil }
    return target
  }
}

extension Scene.Call {
  /// The operations for all that a thread can remember.
  init(
    _ instruction: Instruction, of thread: Thread, in population: Population, _ shape: Shape,
    sources: Int
  ) {
    reads = instruction.reads
    var all: [ThreadMemory.Source] = [.nobody]
    if instruction.reads.contains(.source) {
      for other in 0..<population.threads {
        all.append(.thread(Thread(other), isFormer: false))
        all.append(.thread(Thread(other), isFormer: true))
      }
      for source in 0..<sources { all.append(.interrupt(Source(source))) }
    }
    var operations: [UInt16: KernelOperation] = [:]
    for source in all {
      for word in instruction.reads.contains(.word) ? [false, true] : [false] {
        var memory = ThreadMemory()
        memory.source = source
        memory.word = word
        operations[memory.rawValue] = instruction.operation(
          of: thread, with: memory, in: population)
      }
    }
    self.operations = operations
    actions = operations.mapValues { $0.action(population, shape, sources: sources) }
  }
}

extension KernelOperation {
  /// Whether it offers more than one page.
  var hasLargeItem: Bool {
    if case .ipc(let call) = self { (call.send?.item?.order ?? 0) > 0 } else { false }
  }
}

extension SystemFile {
  /// What is done from boot until the threads begin: root creates the tasks, the threads of them come
  /// into being and get their pagers and priorities, pages are passed on, and who has no program
  /// sleeps.
  var setupOperations: [KernelOperation] {
    let root = population.threads(of: Task(1))[0]
    var operations: [KernelOperation] = []
    for task in 0..<population.tasks {
      let threads = population.threads(of: Task(task))
      if task > 1 {
        operations.append(
          .create(.init(Task(task)), mcp: 255, registers: 0, pager: .init(root), by: root))
      }
      for thread in threads.dropFirst() {
        operations.append(
          .exRegs(thread, registers: 0, pager: .some(.init(root)), preempter: nil, by: threads[0]))
      }
    }
    // sigma0 and root keep the pagers that they booted with.
    for member in members where member.thread != Thread(0) && member.thread != root {
      operations.append(
        .exRegs(
          member.thread, registers: nil, pager: .some(member.pager.map { .init($0) }),
          preempter: nil, by: member.thread))
    }
    for member in members {
      operations.append(
        .threadSchedule(
          .init(member.thread), priority: member.priority, slice: member.slice, preempter: nil,
          by: root))
    }
    for frame in 0..<frames {
      operations += passing(from: Thread(0), frame, to: root, frame, isGrant: false, write: true)
    }
    for page in setup {
      operations += passing(
        from: page.from, page.page, to: page.to, page.place, isGrant: page.isGrant,
        write: page.write)
    }
    for thread in (0..<population.threads).map({ Thread($0) }) where program(of: thread) == nil {
      operations.append(.ipc(.init(thread, .nobody, receive: .init(isOpen: false))))
    }
    return operations
  }

  private func passing(
    from: Thread, _ page: Int, to: Thread, _ place: Int, isGrant: Bool, write: Bool
  ) -> [KernelOperation] {
    [
      .ipc(
        .init(
          to, .thread(.init(from)), receive: .init(isOpen: false, window: .page(place)))),
      .ipc(
        .init(
          from, .thread(.init(to)),
          send: .init(
            item: .init(page: page, base: place, isGrant: isGrant, write: write), timeout: .zero))),
    ]
  }
}
