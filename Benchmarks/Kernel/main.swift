import Exploration
import KernelUniverses
import Logic
import Microkernel
import Vocabulary

typealias Op = KernelOperation
let arguments = CommandLine.arguments
func has(_ flag: String) -> Bool { arguments.contains(flag) }
// sigma0, root, chief 2, and 3 in the clan of 2.
let population = Population(threadsOfTask: [1, 1, 1, 1])
let t = (0..<4).map { Thread($0) }
func create(_ task: Int, by thread: Int, pager: Int) -> Op {
  .create(.init(Task(task)), mcp: 1, registers: 0, pager: .init(t[pager]), by: t[thread])
}
let setup: [Op] = [
  create(2, by: 1, pager: 1), .donate(.init(Task(3)), to: .init(Task(2)), by: t[1]),
  create(3, by: 2, pager: 2),
]
func named(_ thread: Thread) -> Op.NamedPartner { .thread(.init(thread)) }
var operations: [Op] = []
let actors = Array(t[1...])
let timeouts: [Op.Timeout] = has("time") ? [.zero, .ticks(1), .never] : [.zero, .never]
for a in actors {
  for b in actors where a != b {
    for timeout in timeouts {
      operations.append(.ipc(.init(a, named(b), send: .init(word: true, timeout: timeout))))
      operations.append(
        .ipc(.init(a, named(b), receive: .init(isOpen: false, timeout: timeout))))
      if has("deceit") {
        for v in actors where v != a && v != b {
          operations.append(.ipc(.init(a, named(b), send: .init(virtual: v, timeout: timeout))))
        }
      }
    }
    operations.append(.ipc(.init(a, named(b), send: .init(), receive: .init(isOpen: false))))
    operations.append(
      .ipc(.init(a, named(b), send: .init(timeout: .zero), receive: .init(isOpen: true))))
    if has("long") {
      operations.append(
        .ipc(.init(a, named(b), send: .init(parts: 1, timeout: .never, faultTimeout: .never))))
      operations.append(
        .ipc(.init(a, named(b), send: .init(parts: 1, timeout: .never, faultTimeout: .zero), receive: .init(isOpen: false))))
      operations.append(
        .ipc(.init(a, named(b), receive: .init(isOpen: false, buffer: .large, faultTimeout: .zero))))
    }
    if has("exregs") { operations.append(.exRegs(a, registers: nil, pager: nil, preempter: nil, by: a)) }
  }
  for timeout in timeouts {
    operations.append(.ipc(.init(a, .nobody, receive: .init(isOpen: true, timeout: timeout))))
  }
  if has("long") {
    operations.append(.ipc(.init(a, .nobody, receive: .init(isOpen: true, buffer: .short, faultTimeout: .never))))
    for s in [true, false] { for r in [true, false] { operations.append(.copy(from: a, senderFaults: s, receiverFaults: r)) } }
  }
  if has("faults") { operations.append(.fault(write: true, of: a)) }
  if has("irq") {
    operations.append(.ipc(.init(a, .interrupt(Source(0)), receive: .init(isOpen: false, timeout: .zero))))
    operations.append(.ipc(.init(a, .interrupt(Source(0)), receive: .init(isOpen: false, timeout: .never))))
    operations.append(.ipc(.init(a, .nobody, receive: .init(isOpen: false, timeout: .zero))))
  }
  if has("time") { operations.append(.expire(a)) }
}
if has("irq") { operations.append(.interrupt(Source(0))) }
if has("tasks") {
  operations.append(create(3, by: 2, pager: 2))
  operations.append(.donate(.init(Task(3)), to: .init(Task(2)), by: t[2]))
  operations.append(.donate(.init(Task(2)), to: .init(Task(1)), by: t[1]))
  operations.append(create(2, by: 1, pager: 1))
}
if has("time") { operations.append(.tick) }
var profile = KernelProfile.v2
profile.threads.schedules = false
let universe = KernelUniverse(
  name: "T2", population: population, profile: profile, setup: setup, operations: operations, sources: has("irq") ? 1 : 0)
var options = Options(workers: has("w2") ? 2 : 1)
options.permitsDeadActions = true
options.maxStates = 3_000_000
options.maxSeconds = 60
options.checksCodes = has("c")
let asks = has("p")
let report = try universe.searchSmall(options, states: asks, steps: asks && !has("s"))
print(
  operations.count, report.distinct, report.generated, report.depth, report.verdict, report.cost.cpuSeconds,
  report.transitionsPerSecond, report.bytesPerState)
for violation in report.violations {
  print(violation.name, violation.explanation ?? "")
  for step in violation.trace.steps { print("  ", universe.operations[Int(step.action.operation)].text(in: population)) }
}
