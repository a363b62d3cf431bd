import AddressSpaces
import KernelPrograms
import Microkernel
import Vocabulary

/// The stages that programs take place on, each about some of the chapters.
///
/// On all of them sigma0 has every frame of the stage and no page besides, so that nothing that is not
/// of the stage can be reached.
package enum Stages {
  package static let all: [Stage] = [
    rendezvous, clans, paging, strings, interrupts, scheduling, slices, transfers, shortage, ports,
    limits, whole, wholeScheduled,
  ]

  /// The stages for kernels of a profile, whose memory rules a connector can ask for. (U2 to U6)
  package static func all(for profile: KernelProfile) -> [Stage] { all(for: profile, from: all) }

  static func all(for profile: KernelProfile, from stages: [Stage]) -> [Stage] {
    stages.map { stage in
      var stage = stage
      stage.shape.profile = profile.spaces
      return stage
    }
  }

  package static func named(_ name: some StringProtocol) -> Stage? {
    (all + plain).first { $0.name == name }
  }

  /// Two tasks of two threads each under root: messages in registers, timeouts, cancelling.
  package static let rendezvous: Stage = {
    var build = StageBuilder([1, 1, 2, 2])
    build.create(2)
    build.create(3)
    build.start(2, 1)
    build.start(3, 1)
    return stage("rendezvous", build, pages: 1)
  }()

  /// Clans three deep, with numbers that nobody has made a task of yet: 2 and 3 are root's, 4 is of
  /// 2, 5 of 4; 6 is root's to create, and 7 that of 3.
  package static let clans: Stage = {
    var build = StageBuilder([1, 1, 2, 1, 1, 1, 1, 1])
    build.create(2)
    build.create(3)
    build.donate(4, through: 2)
    build.create(4, by: 2)
    build.donate(5, through: 2, 4)
    build.create(5, by: 4)
    build.donate(7, through: 3)
    build.start(2, 1)
    return stage("clans", build, pages: 1)
  }()

  /// Pagers of pagers: sigma0's pages are root's, who pages 2, which pages 3.
  package static let paging: Stage = {
    var build = StageBuilder([1, 1, 2, 2, 1])
    build.map(0, order: 2, from: build.thread(0), to: build.thread(1))
    build.create(2)
    build.create(3, pager: build.thread(2))
    build.create(4, pager: build.thread(2))
    build.start(2, 1)
    build.start(3, 1, pager: build.thread(2))
    build.map(0, order: 1, from: build.thread(1), to: build.thread(2))
    build.map(0, from: build.thread(2), to: build.thread(3), write: false)
    return stage("paging", build, pages: 4)
  }()

  /// Messages in memory: everybody has a page for them, which is there or not.
  package static let strings: Stage = {
    var build = StageBuilder([1, 1, 2, 2, 1])
    build.map(0, order: 1, from: build.thread(0), to: build.thread(1))
    build.create(2)
    build.create(3)
    build.create(4, pager: build.thread(2))
    build.start(2, 1)
    build.start(3, 1)
    build.map(0, order: 1, from: build.thread(1), to: build.thread(2))
    build.map(0, from: build.thread(1), to: build.thread(3))
    return stage("strings", build, pages: 2, buffers: [0, 0, 0, 1, 0, 1, 0])
  }()

  /// Four sources of interrupts, and three threads for them.
  package static let interrupts: Stage = {
    var build = StageBuilder([1, 1, 2, 1])
    build.create(2)
    build.create(3)
    build.start(2, 1)
    return stage("interrupts", build, pages: 1, sources: 4)
  }()

  /// Priorities, time slices and donated ones: about who runs.
  package static let scheduling: Stage = {
    var build = StageBuilder([1, 1, 2, 2])
    build.wait(build.thread(0))
    build.create(2)
    build.create(3, mcp: 2)
    for task in [2, 3] {
      build.handOver(from: build.thread(1), to: build.thread(task))
      build.start(task, 1)
      build.handOver(from: build.thread(task), to: build.thread(1))
    }
    for (task, priority) in [(3, 1), (2, 2)] {
      build.add(
        .threadSchedule(
          .init(build.thread(task, 1)), priority: UInt8(priority), slice: 3, preempter: nil,
          by: build.thread(1)))
    }
    return stage("scheduling", build, pages: 1, sources: 1, schedules: true, slice: 2)
  }()

  /// Threads of task 2 without a time slice, which run in those of others. (SC3, SC5)
  package static let slices: Stage = {
    var build = StageBuilder([1, 1, 2, 1])
    build.add(
      .ipc(
        .init(
          build.thread(0), .thread(.init(build.thread(1))), receive: .init(isOpen: false))))
    build.create(2)
    build.create(3)
    build.handOver(from: build.thread(1), to: build.thread(2))
    build.start(2, 1)
    build.handOver(from: build.thread(2), to: build.thread(1))
    for thread in [build.thread(2), build.thread(2, 1)] {
      build.add(
        .threadSchedule(
          .init(thread), priority: 1, slice: 0, preempter: nil, by: build.thread(1)))
    }
    for thread in [build.thread(2, 1), build.thread(3)] {
      build.handOver(from: build.thread(1), to: thread)
      build.wait(thread)
    }
    build.handOver(from: build.thread(1), to: build.thread(2))
    return stage("slices", build, pages: 1, schedules: true, slice: 3)
  }()

  /// Messages in memory, and who runs beside them.
  package static let transfers: Stage = {
    var build = StageBuilder([1, 1, 2, 1])
    let (sigma0, root, first, other) = (
      build.thread(0), build.thread(1), build.thread(2), build.thread(3)
    )
    build.handOver(from: sigma0, to: root)
    build.map(0, order: 1, from: sigma0, to: root)
    build.handOver(from: root, to: sigma0)
    build.wait(sigma0)
    build.create(2)
    build.handOver(from: root, to: first)
    build.map(0, order: 1, from: root, to: first)
    build.start(2, 1)
    build.handOver(from: first, to: root)
    build.create(3)
    build.add(
      .threadSchedule(
        .init(build.thread(2, 1)), priority: 2, slice: 2, preempter: nil, by: root))
    build.handOver(from: build.thread(2, 1), to: other)
    return stage(
      "transfers", build, pages: 2, buffers: [0, 0, 0, 1, 0], schedules: true, slice: 3)
  }()

  /// A kernel with memory for three mappings, all of which are there.
  package static let shortage: Stage = {
    var build = StageBuilder([1, 1, 1, 1])
    build.create(2)
    build.create(3)
    build.map(0, order: 1, from: build.thread(0), to: build.thread(1))
    build.map(0, from: build.thread(1), to: build.thread(2))
    return stage("shortage", build, pages: 2, nodes: 3)
  }()

  /// Two I/O ports and one page.
  package static let ports: Stage = {
    var build = StageBuilder([1, 1, 1, 1, 1])
    build.map(KernelOperation.port(0), from: build.thread(0), to: build.thread(1))
    build.map(0, from: build.thread(0), to: build.thread(1))
    build.create(2)
    build.create(3)
    build.create(4, pager: build.thread(2))
    return stage("ports", build, pages: 1, ports: 2)
  }()

  /// A kernel whose limits are near: the second of three pages is the last of the user area, clans are
  /// two deep at most, and versions begin anew soon. (AS17, TN6, TN13)
  package static let limits: Stage = {
    var build = StageBuilder([1, 1, 1, 1, 1, 1])
    build.map(0, order: 1, from: build.thread(0), to: build.thread(1))
    build.create(2)
    build.create(3)
    build.donate(4, through: 2)
    build.create(4, by: 2)
    build.donate(5, through: 2, 4)
    build.map(0, order: 1, from: build.thread(1), to: build.thread(2))
    var limited = stage("limits", build, pages: 4, userPages: 2)
    limited.depth = 2
    limited.version = 0x3FFE
    return limited
  }()

  /// All of it: clans, memory, strings, ports, interrupts.
  package static let whole: Stage = {
    var build = StageBuilder([1, 1, 2, 2, 1, 1])
    build.map(0, order: 2, from: build.thread(0), to: build.thread(1))
    build.map(KernelOperation.port(0), from: build.thread(0), to: build.thread(1))
    build.create(2)
    build.create(3)
    build.donate(4, through: 2)
    build.create(4, by: 2)
    build.donate(5, through: 3)
    build.start(2, 1)
    build.start(3, 1)
    build.map(0, order: 1, from: build.thread(1), to: build.thread(2))
    return stage(
      "whole", build, pages: 4, ports: 1, sources: 2, buffers: [0, 0, 0, 1, 0, 1, 0, 0])
  }()

  /// The same but for strings, and about who runs: how long the rest of a transfer takes beside other
  /// threads is not said.
  package static let wholeScheduled: Stage = {
    var build = StageBuilder([1, 1, 2, 2, 1])
    build.wait(build.thread(0))
    build.create(2, mcp: 2)
    build.create(3)
    build.donate(4, through: 2)
    for task in [2, 3] {
      build.handOver(from: build.thread(1), to: build.thread(task))
      build.start(task, 1)
      if task == 2 { build.create(4, by: 2) }
      build.handOver(from: build.thread(task), to: build.thread(1))
    }
    build.add(
      .threadSchedule(
        .init(build.thread(2, 1)), priority: 2, slice: 2, preempter: nil, by: build.thread(1)))
    return stage(
      "whole scheduled", build, pages: 2, ports: 1, sources: 2, schedules: true, slice: 3)
  }()

  private static func stage(
    _ name: String, _ build: StageBuilder, pages: Int, userPages: Int? = nil, ports: Int = 0,
    nodes: Int? = nil,
    sources: Int = 0, buffers: [Int?] = [], schedules: Bool = false, slice: UInt8 = 255
  ) -> Stage {
    Stage(
      name: name, population: build.population,
      shape: Shape(
        tasks: build.population.tasks, pages: pages, frames: userPages ?? pages,
        userPages: userPages, ports: ports, nodes: nodes),
      sources: sources, buffers: buffers, schedules: schedules, slice: slice, setup: build.setup)
  }
}
