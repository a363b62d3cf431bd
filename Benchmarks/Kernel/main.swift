import Exploration
import KernelUniverses
import Logic
import Microkernel
import Vocabulary

typealias Op = KernelOperation
// Tasks: sigma0 (t0), root (t1), and two of the root's.
let population = Population(threadsOfTask: [1, 1, 1, 1])
let t = (0..<4).map { Thread($0) }
let setup: [Op] = [2, 3].map {
  .create(.init(Task($0)), mcp: 1, registers: 0, pager: .init(t[1]), by: t[1])
}
func named(_ thread: Thread) -> Op.NamedPartner { .thread(.init(thread)) }
var operations: [Op] = []
let actors = CommandLine.arguments.contains("4") ? Array(t) : Array(t[1...])
let timeouts: [Op.Timeout] = [.zero, .ticks(1), .never]
for a in actors {
  for b in actors where a != b {
    for timeout in timeouts {
      operations.append(.ipc(.init(a, named(b), send: .init(word: true, timeout: timeout))))
      operations.append(
        .ipc(.init(a, named(b), receive: .init(isOpen: false, timeout: timeout))))
    }
    operations.append(.ipc(.init(a, named(b), send: .init(), receive: .init(isOpen: false))))
    operations.append(
      .ipc(.init(a, named(b), send: .init(timeout: .zero), receive: .init(isOpen: true))))
  }
  for timeout in timeouts {
    operations.append(.ipc(.init(a, .nobody, receive: .init(isOpen: true, timeout: timeout))))
  }
  operations.append(.expire(a))
}
operations.append(.tick)
var profile = KernelProfile.v2
profile.threads.schedules = false
let universe = KernelUniverse(
  name: "T2", population: population, profile: profile, setup: setup, operations: operations)
var options = Options(workers: CommandLine.arguments.contains("w2") ? 2 : 1)
options.permitsDeadActions = true
options.maxStates = 8_000_000
options.checksCodes = CommandLine.arguments.contains("c")
let asks = CommandLine.arguments.contains("p")
let report = try universe.searchSmall(
  options, states: asks, steps: asks && !CommandLine.arguments.contains("s"))
print(
  report.distinct, report.generated, report.depth, report.verdict, report.cost.cpuSeconds,
  report.transitionsPerSecond, report.bytesPerState)
for action in report.actions { print(action.kind, action.generated, action.changed) }

for violation in report.violations {
  print(violation.name, violation.explanation ?? "")
  for step in violation.trace.steps { print("  ", universe.operations[Int(step.action.operation)]) }
}
