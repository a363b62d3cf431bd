import KernelPrograms
import Microkernel
import Vocabulary

/// What can be asked of a kernel: all that it neither says it lacks nor refuses, as far as the profile
/// that it is compared with has rules for it. Programs are made of that, so that little is skipped.
package struct Abilities: Hashable, Sendable {
  private let lacks: Set<Feature>
  /// What it refused when it was tried.
  package private(set) var refused: Set<Request> = []
  private let tasks: Int
  private let threads: Int
  private let pages: Int
  private let faultTicks: [UInt8]
  /// Whether messages between clans go through chiefs: where they do not, there is nothing that a
  /// kernel without clans would do differently. (CC-23, O3)
  private let redirects: Bool

  package init(_ kernel: KernelDescription, profile: KernelProfile) {
    redirects = profile.ipc.redirection == .byClans
    lacks = redirects ? kernel.lacks : kernel.lacks.subtracting([.clans])
    tasks = kernel.greatestTasks
    threads = kernel.greatestThreads
    pages = kernel.greatestPages
    faultTicks = kernel.faultTicks
  }

  /// Those of a kernel that has everything.
  package init(profile: KernelProfile) {
    self.init(KernelDescription(name: ""), profile: profile)
  }

  /// Whether there is an operation on a stage of its size that it cannot be asked for.
  var isLimited: Bool {
    !lacks.isEmpty || !refused.isEmpty || !Self.faultTicks.isSubset(of: faultTicks)
  }

  /// The page fault timeouts that programs have.
  private static let faultTicks: Set<UInt8> = [1, 4]

  func has(_ feature: Feature) -> Bool { !lacks.contains(feature) }

  func takes(_ request: Request) -> Bool { !refused.contains(request) }

  /// What programs do without, as a person names it.
  package var missing: [String] {
    Feature.allCases.filter(lacks.contains).map(\.rawValue)
      + Request.allCases.filter(refused.contains).map(\.rawValue)
  }

  /// Why a kernel cannot be asked for an operation; nil if it can.
  func reasonToSkip(_ operation: KernelOperation, on population: Population) -> String? {
    let lacking = operation.needs(on: population).intersection(lacks).map(\.rawValue)
    if let first = lacking.min() { return "the kernel has no \(first)" }
    if let request = Request(operation), refused.contains(request) {
      return "the kernel refuses \(request.rawValue)"
    }
    guard case .ipc(let call) = operation else { return nil }
    for timeout in [call.send?.faultTimeout, call.receive?.faultTimeout] {
      if case .ticks(let ticks)? = timeout, !faultTicks.contains(ticks) {
        return "the kernel has no page fault timeout of \(ticks) ticks"
      }
    }
    return nil
  }

  /// Why a kernel cannot run a program; nil if it can.
  package func reasonToSkip(_ program: KernelProgram) -> String? {
    let stage = program.stage
    let lacking = program.needs.intersection(lacks).map(\.rawValue)
    if let first = lacking.min() { return "the kernel has no \(first)" }
    if stage.population.tasks > tasks { return "the stage has too many tasks" }
    if stage.population.threads > threads { return "the stage has too many threads" }
    if stage.shape.pages > pages { return "the stage has too many pages" }
    for operation in stage.setup + program.operations {
      if let reason = reasonToSkip(operation, on: stage.population) { return reason }
    }
    return nil
  }

  /// Asks a kernel for each kind of request once, and notes what it refuses: that a kernel has ipc and
  /// nothing else, for example, is not among what it can say that it lacks.
  package mutating func probe(_ runner: inout some ProgramRunner) {
    let stage = Stages.pair
    let first = KernelOperation.ipc(
      .init(Thread(1), .nobody, receive: .init(isOpen: true, timeout: .zero)))
    for request in Request.allCases {
      let program = KernelProgram(stage, [first, request.sample(by: Thread(1))])
      guard reasonToSkip(program) == nil else { continue }
      let transcript = runner.run(program)
      guard let failure = transcript.failure else { continue }
      // What does not even refuse is not asked any more: the programs will show it.
      guard failure.kind == .refused else { return }
      // It is the request that was refused, and not the stage.
      if transcript.observations.count == 1 { refused.insert(request) }
    }
  }
}

/// What a kernel may refuse, though there is no word by which it says so before.
package enum Request: String, Hashable, Sendable, CaseIterable {
  case items = "messages that map"
  case accesses
  case unmap = "fpage_unmap"
  case idNearest = "id_nearest"
  case threadSwitch = "thread_switch"
  case threadSchedule = "thread_schedule"
  case exRegs = "lthread_ex_regs"

  init?(_ operation: KernelOperation) {
    switch operation {
    case .ipc(let call) where call.send?.item != nil: self = .items
    case .access: self = .accesses
    case .unmap: self = .unmap
    case .idNearest: self = .idNearest
    case .threadSwitch: self = .threadSwitch
    case .threadSchedule: self = .threadSchedule
    case .exRegs: self = .exRegs
    default: return nil
    }
  }

  /// An operation of this kind that the root task can ask for at any time.
  fileprivate func sample(by root: Thread) -> KernelOperation {
    switch self {
    case .items:
      .ipc(
        .init(
          root, .thread(.init(Thread(0))),
          send: .init(item: .init(page: 0, base: 0), timeout: .zero)))
    case .accesses: .access(page: 0, write: false, by: root)
    case .unmap: .unmap(page: 0, UnmapMask(isComplete: true, includesOwn: false), by: root)
    case .idNearest: .idNearest(.nobody, by: root)
    case .threadSwitch: .threadSwitch(nil, by: root)
    case .threadSchedule:
      .threadSchedule(.init(root), priority: nil, slice: nil, preempter: nil, by: root)
    case .exRegs: .exRegs(root, registers: nil, pager: nil, preempter: nil, by: root)
    }
  }
}
