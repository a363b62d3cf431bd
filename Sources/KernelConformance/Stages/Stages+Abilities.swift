import AddressSpaces
import KernelPrograms
import Microkernel
import Vocabulary

// The stages for kernels that do not have everything.
extension Stages {
  /// sigma0 and the root task with their first threads: what there is after boot. (TN14)
  package static let pair = afterBoot("pair", [1, 1])

  /// sigma0, and four threads of the root task, which lthread_ex_regs starts: for kernels without
  /// task_new. All of them are neighbours of each other, and of sigma0. (CC-3)
  package static let threads = afterBoot("threads", [1, 4], sources: 1)

  /// The stages of kernels without tasks that a program could create.
  package static let plain = [pair, threads]

  package static let names = (all + plain).map(\.name)

  private static func afterBoot(_ name: String, _ threadsOfTask: [Int], sources: Int = 0) -> Stage {
    var build = StageBuilder(threadsOfTask)
    for (task, count) in threadsOfTask.enumerated() {
      for number in 1..<max(1, count) { build.start(task, number, pager: build.thread(0)) }
    }
    let population = build.population
    return Stage(
      name: name, population: population,
      shape: Shape(tasks: population.tasks, pages: 2, frames: 2), sources: sources, slice: 255,
      setup: build.setup)
  }

  /// The stages that can be set up on a kernel, without what it lacks; all of them where there are
  /// none, for then it is at least told why their programs are skipped.
  ///
  /// - Parameter names: Only these; all if it is empty.
  package static func all(
    for profile: KernelProfile, on abilities: Abilities, named names: [String] = []
  ) -> [Stage] {
    let hasTasks = abilities.has(.tasks)
    let stages = all(for: profile, from: hasTasks && names.isEmpty ? all : all + plain)
      .filter { names.isEmpty || names.contains($0.name) }
    let possible = stages.map { $0.without(what: abilities) }
      .filter { abilities.reasonToSkip(KernelProgram($0, [])) == nil }
    if !possible.isEmpty { return possible }
    return names.isEmpty && hasTasks ? all(for: profile, from: plain) : stages
  }
}

extension Stage {
  /// The same without what a kernel lacks, as far as something is left.
  fileprivate func without(what abilities: Abilities) -> Stage {
    var stage = self
    if !abilities.has(.strings) { stage.buffers = [] }
    if !abilities.has(.interrupts) { stage.sources = 0 }
    if !abilities.has(.ports) {
      stage.shape = Shape(
        tasks: shape.tasks, pages: shape.pages, frames: shape.frames, userPages: shape.userPages,
        ports: 0, nodes: shape.nodes, profile: shape.profile)
      stage.setup.removeAll { $0.pages.contains { $0 >= KernelOperation.port(0) } }
    }
    if !abilities.has(.donation) || !abilities.has(.clans) { stage.leaveToRoot() }
    if !abilities.has(.largeItems) { stage.splitItems() }
    return stage
  }

  /// Gives no number of a task away: the root creates all, or where it does not run, nobody does.
  private mutating func leaveToRoot() {
    let root = population.threads(of: Task(1))[0]
    setup = setup.compactMap { operation in
      switch operation {
      case .donate: nil
      case .create(let task, let mcp, let registers, let pager, let by) where by != root:
        schedules
          ? nil : .create(task, mcp: mcp, registers: registers, pager: pager, by: root)
      default: operation
      }
    }
  }

  /// Maps page by page what the setup maps at once. A receiver comes before its sender.
  private mutating func splitItems() {
    var split: [KernelOperation] = []
    for operation in setup {
      guard case .ipc(let call) = operation, let item = call.send?.item, item.order > 0,
        let receiving = split.popLast()
      else {
        split.append(operation)
        continue
      }
      for offset in 0..<1 << item.order {
        var one = call
        one.send?.item?.order = 0
        one.send?.item?.page += offset
        one.send?.item?.base += offset
        split += [receiving, .ipc(one)]
      }
    }
    setup = split
  }
}
