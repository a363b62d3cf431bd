import AddressSpaces
import AddressSpacesProofs
import Exploration
import Universes
import Vocabulary

let profile: Profile = CommandLine.arguments.contains("fiasco") ? .fiasco : CommandLine.arguments.contains("alias") ? Profile(overmapping: .replaces, selfMapping: .aliases) : .v2
let tiny = CommandLine.arguments.contains("tiny")
var ops: [Operation] = []
let s2 = Shape(tasks: tiny ? 3: 4, pages: 2, frames: 2, profile: profile) 
for s in s2.allTasks { for d in s2.allTasks.dropFirst() where s != d || profile.selfMapping == .aliases { for p in 0..<2 { for q in 0..<2 {
  for w in [true, false] {
  ops.append(.transfer(Transfer(.page(p), of: s, to: .page(q), of: d, write: w)))
  if s.rawValue > 0 { ops.append(.transfer(Transfer(.page(p), of: s, to: .page(q), of: d, write: w, grants: true))) }
  } } } }
  for p in 0..<2 { for m in UnmapMask.all where s.rawValue > 0 || !m.includesOwn { ops.append(.unmap(s, .page(p), m)) } }
}
let u = Universe(name: "x", shape: s2, operations: ops, offersIdleCalls: false, agenda: Agenda(steps: CommandLine.arguments.contains("steps") ? StepProperty.allCases : []))
let r = try u.search(Options(workers: CommandLine.arguments.contains("2") ? 2 : 1))
print(ops.count, r.verdict, r.distinct, r.generated, r.depth, r.cost, Double(r.generated) / r.cost.cpuSeconds / 1e6)
for a in r.actions { print(a) }
for v in r.violations { print(v.sentence, v.explanation ); for st in v.run.steps { print(st.action, "   ", st.text) } }
