import AddressSpaces
import ClansAndChiefs
import KernelPrograms
import Logic
import Microkernel
import Threads
import Vocabulary

/// The cases of rules that a step came to: of the pages that messages offered, and of the call.
struct CaseNote: Hashable, Sendable {
  var pages = PageCases()
  /// 0 where there is none.
  var answer: UInt8 = 0

  mutating func add<V: Values>(_ pages: PageCases, _ answer: Answer<V>) {
    self.pages.formUnion(pages)
    switch answer {
    case .none: break
    case .idNearest(let result): self.answer = 1 + result.isCase.rawValue
    case .unmap(let result), .access(let result): self.pages.insert(result)
    case .threadSwitch(let result): self.answer = result == .switched ? 5 : 6
    case .threadSchedule(let result): self.answer = 7 + result.outcome.position
    case .exRegs(let result): self.answer = 12 + result.outcome.position
    case .taskNew(let result): self.answer = 16 + result.outcome.rawValue
    case .exception(let result): self.answer = result == .mirrored ? 23 : 24
    }
  }

  /// What the numbers of the cases mean.
  static let names: [String] =
    [""] + NearestCase.allCases.map { "\($0)" } + ["switched", "yielded"]
    + ["no such thread", "out of reach", "too high", "only the preempter", "set"]
    + ["elsewhere", "inactive", "started", "changed"] + ClanCase.allCases.map { "\($0)" }
    + ["mirrored", "shut down"]
}

extension ThreadScheduleCase {
  fileprivate var position: UInt8 {
    switch self {
    case .notExistent: 0
    case .outOfReach: 1
    case .tooHigh: 2
    case .onlyPreempter: 3
    case .done: 4
    }
  }
}

extension ExRegsCase {
  fileprivate var position: UInt8 {
    switch self {
    case .elsewhere: 0
    case .inactive: 1
    case .created: 2
    case .changed: 3
    }
  }
}

/// What kind of step a step was: which operation, what came of it for the thread that acted, and all that
/// came of it for others. There is no end to how these come together; see `transitions` for what they are
/// made of.
///
/// From the lowest bit: kind 5, what the actor got 5, the codes that others got 16, flags 8, case of
/// the call 5, cases of pages 19; 1 for a message in registers only.
struct StepKind: Hashable, Sendable {
  let rawValue: UInt64

  init(_ operation: KernelOperation, _ shown: Shown) {
    var others: UInt64 = 0
    var own: UInt64 = 17  // no ipc of its own
    let actor = operation.actor.map { Int($0.rawValue) }
    if case .ipc = operation { own = 16 }  // it waits
    if shown.isSkipped { own = 18 }
    var flags: UInt64 = 0
    for result in shown.returns {
      let code = UInt64(result.code >> 4)
      if result.thread == actor, !shown.isSkipped { own = code } else { others |= 1 << code }
      guard let source = result.source else { continue }
      if result.isDeceived { flags |= 1 }
      if result.isMapped { flags |= 2 }
      if result.isRedirected { flags |= 4 }
      if result.isFromInside { flags |= 8 }
      if case .interrupt = source { flags |= 16 }
      if case .former = source { flags |= 32 }
      if case .former? = result.destination { flags |= 64 }
    }
    if shown.accesses.contains(where: { $0.thread != actor }) { flags |= 128 }
    let kind = UInt64(operation.kind.position)
    let cases = UInt64(shown.cases.pages.mask) << 39
    var plain: UInt64 = 0
    if case .ipc(let call) = operation, call.send != nil, call.isPlain { plain = 1 << 58 }
    rawValue =
      kind | own << 5 | others << 10 | flags << 26 | UInt64(shown.cases.answer) << 34 | cases
      | plain
  }

  init(rawValue: UInt64) { self.rawValue = rawValue }

  /// Whether it is a message that kernels have a short way for.
  var isPlain: Bool { rawValue >> 58 & 1 == 1 }

  /// The same without flags and the cases of pages: what pairs are counted of.
  var coarse: StepKind { StepKind(rawValue: rawValue & (31 << 34 | (1 << 26) - 1)) }

  var kind: KernelOperation.Kind { KernelOperation.Kind.allCases[Int(rawValue & 31)] }
  var isSkipped: Bool { rawValue >> 5 & 31 == 18 }
  /// The code that the actor got, if it did.
  var ownCode: UInt8? {
    let own = rawValue >> 5 & 31
    return own < 16 ? UInt8(own) << 4 : nil
  }
  /// All codes that somebody got.
  var codes: [UInt8] {
    let mask = rawValue >> 10 & 0xFFFF | (ownCode.map { 1 << UInt64($0 >> 4) } ?? 0)
    return (0..<16).filter { mask >> UInt64($0) & 1 == 1 }.map { UInt8($0) << 4 }
  }
  var flags: UInt64 { rawValue >> 26 & 0xFF }
  var answer: Int { Int(rawValue >> 34 & 31) }
  var pages: PageCases {
    var cases = PageCases()
    cases.mask = UInt32(truncatingIfNeeded: rawValue >> 39 & 0x7FFFF)
    return cases
  }
  /// The transition classes of the step: one for what the actor saw, and one for everything that came
  /// with it.
  var transitions: [TransitionClass] {
    ([0] + TransitionClass.features(of: self)).map { TransitionClass(self, with: $0) }
  }
}

extension KernelOperation.Kind {
  /// The position among all kinds.
  var position: Int {
    switch self {
    case .send: 0
    case .receive: 1
    case .wait: 2
    case .call: 3
    case .replyAndWait: 4
    case .sendAndNothing: 5
    case .idNearest: 6
    case .unmap: 7
    case .threadSwitch: 8
    case .threadSchedule: 9
    case .exRegs: 10
    case .taskNew: 11
    case .access: 12
    case .fault: 13
    case .exception: 14
    case .loadExceptionTable: 15
    case .copy: 16
    case .expire: 17
    case .tick: 18
    case .interrupt: 19
    }
  }
}
