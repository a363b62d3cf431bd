import ClansAndChiefs
import Logic
import Threads
import ThreadsProofs

/// What the calls of a universe are made with.
struct Arguments: Sendable {
  /// The kinds of step that there are.
  var uses: Set<String>
  var priorities: [UInt32] = [1]
  var slices: [UInt32] = [1]
  var mcps: [UInt32] = [255]
  var registers: [UInt32] = [0]
  /// The threads that can be named as pager and preempter.
  var named: [Int] = []

  static let kinds = [
    "create", "donate", "ex_regs", "switch", "yield", "schedule", "query", "exception", "table",
    "wait", "wake", "transfer", "tick",
  ]

  static func kind(of step: Step) -> String {
    switch step {
    case .taskNew(_, .active, by: _): "create"
    case .taskNew(_, .inactive, by: _): "donate"
    case .exRegs: "ex_regs"
    case .threadSwitch(to: let destination, by: _): destination.who.ids.isEmpty ? "yield" : "switch"
    case .threadSchedule(_, let new, _, by: _): new == nil ? "query" : "schedule"
    case .exception: "exception"
    case .loadExceptionTable: "table"
    case .wait: "wait"
    case .wake: "wake"
    case .transfer: "transfer"
    case .tick: "tick"
    }
  }

  /// Every step with every argument, in a fixed order; what cannot happen in the state is among them.
  func steps(in state: Small, _ universe: ThreadsUniverse<Machine, 4, 4>) -> [Step] {
    let everybody = universe.roster.members.union.ids.count
    let acting: [Int] =
      universe.profile.schedules ? state.running.ids : (state.existing - state.halted).ids
    var steps: [Step] = []
    for id in acting {
      let invoker = Bits(id: id)
      steps += calls(by: invoker, everybody, universe)
      steps += messages(from: invoker, everybody)
    }
    for id in 0..<everybody { steps.append(.wake(Bits(id: id))) }
    steps.append(.tick)
    return steps.filter { uses.contains(Self.kind(of: $0)) }
  }

  private var references: [Reference<Machine>] {
    named.flatMap { id in
      [false, true].map { Reference(Bits(id: id), isFormer: ConcreteTruth($0)) }
    }
  }

  private func calls(
    by invoker: Bits, _ threads: Int, _ universe: ThreadsUniverse<Machine, 4, 4>
  ) -> [Step] {
    var steps: [Step] = []
    for task in universe.roster.everybody.ids {
      for isFormer in [false, true] {
        let destination = Reference<Machine>(Bits(id: task), isFormer: ConcreteTruth(isFormer))
        for pager in references {
          for mcp in mcps {
            let new = NewTask<Machine>.active(
              mcp: ConcreteWord(mcp), registers: ConcreteWord(registers[0]), pager: pager)
            steps.append(.taskNew(destination, new, by: invoker))
          }
        }
        for chief in universe.roster.everybody.ids {
          steps.append(
            .taskNew(destination, .inactive(chief: Reference(Bits(id: chief))), by: invoker))
        }
      }
    }
    for id in 0..<threads {
      let target = Bits(id: id)
      for token in registers {
        steps.append(.exRegs(ExRegs(target, registers: ConcreteWord(token)), by: invoker))
      }
      steps.append(.exRegs(ExRegs(target), by: invoker))
      for reference in references {
        steps.append(
          .exRegs(ExRegs(target, pager: reference, preempter: reference), by: invoker))
      }
      let destination = Reference<Machine>(target)
      steps.append(.threadSwitch(to: destination, by: invoker))
      for priority in priorities {
        for slice in slices {
          let new = SchedulingParameters<Machine>(
            priority: ConcreteWord(priority), slice: ConcreteWord(slice))
          steps.append(
            .threadSchedule(destination, setting: new, externalPreempter: nil, by: invoker))
        }
      }
      steps.append(
        .threadSchedule(destination, setting: nil, externalPreempter: nil, by: invoker))
    }
    steps.append(.threadSwitch(to: .nobody, by: invoker))
    return steps
  }

  private func messages(from invoker: Bits, _ threads: Int) -> [Step] {
    var steps: [Step] = [
      .exception(in: invoker, handler: ConcreteWord(registers[registers.count - 1])),
      .loadExceptionTable(of: invoker, isValid: ConcreteTruth(true)),
      .loadExceptionTable(of: invoker, isValid: ConcreteTruth(false)),
      .wait(invoker),
    ]
    for id in 0..<threads {
      for waits in [false, true] {
        for switches in [false, true] {
          steps.append(
            .transfer(
              from: invoker, to: Bits(id: id), waits: ConcreteTruth(waits),
              switches: ConcreteTruth(switches)))
        }
      }
    }
    return steps
  }
}
