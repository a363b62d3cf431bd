import AddressSpaces
import ClansAndChiefs
import Logic
import Microkernel
import Threads
import Vocabulary

// Each feature is a bit; the bits are in the order of the names.
extension KernelFeature.OfStep {
  private static let firstPhase = codes.count
  private static let firstFlag = firstPhase + phases.count
  private static let firstClan = firstFlag + flags.count
  private static let firstNearest = firstClan + clans.count
  private static let firstExRegs = firstNearest + nearest.count
  private static let firstSwitch = firstExRegs + exRegs.count
  private static let firstSchedule = firstSwitch + switches.count
  private static let firstException = firstSchedule + schedules.count
  private static let firstPage = firstException + exceptions.count

  /// The features of a step.
  static func mask<S, let h: Int, let k: Int, let q: Int, let s: Int, let f: Int>(
    _ before: Microkernel<Concrete<S>, h, k, q, s, f>, _ action: KernelAction<Concrete<S>>,
    _ effects: Effects<Concrete<S>, h>, isDirect: Bool
  ) -> UInt128 {
    let done = effects.deliveries
    var mask: UInt128 = 0
    func add(_ feature: Int, if condition: Bool = true) {
      if condition { mask |= 1 << UInt128(feature) }
    }
    var sendPhases = before.ipc.pending
    if case .ipc(let call, _, _) = action, call.send != nil { sendPhases |= call.caller }
    var returned = done.returned.mask
    while returned != 0 {
      let thread = returned.trailingZeroBitCount
      returned &= returned - 1
      let code = done.code[row: thread].value
      add(Int(code >> 4))
      if code == ErrorCode.notExistent.rawValue {
        add(firstPhase + (sendPhases.contains(id: thread).value ? 0 : 1))
      }
    }
    add(firstFlag, if: done.deceived.mask != 0)
    add(firstFlag + 1, if: done.mapped.mask != 0)
    add(firstFlag + 2, if: done.redirected.mask != 0)
    add(firstFlag + 3, if: done.inner.mask != 0)
    add(firstFlag + 4, if: done.word.mask != 0)
    add(firstFlag + 5, if: done.destination.union.mask != 0)
    add(firstFlag + 6, if: done.interrupted.mask != 0)
    add(firstFlag + 7, if: done.resumed.mask != 0)
    add(
      firstFlag + 8,
      if: (done.sender.union & (before.ipc.calledFor | Self.faulting(action))).mask != 0)
    add(firstFlag + 9, if: isDirect)
    mask |= UInt128(effects.pages.mask) << UInt128(firstPage)
    if let answer = feature(of: effects.answer) { add(answer) }
    return mask
  }

  private static func faulting<V: Values>(_ action: KernelAction<V>) -> V.Bits {
    switch action {
    case .access(_, _, let thread), .fault(let thread, _): thread
    default: .empty
    }
  }

  private static func feature<V: Values>(of answer: Answer<V>) -> Int? {
    switch answer {
    case .none: nil
    case .idNearest(let result): firstNearest + Int(result.isCase.rawValue)
    case .unmap(let result), .access(let result): firstPage + Int(result.rawValue)
    case .threadSwitch(let result): firstSwitch + (result == .switched ? 0 : 1)
    case .threadSchedule(let result): firstSchedule + position(result.outcome)
    case .exRegs(let result): firstExRegs + position(result.outcome)
    case .taskNew(let result): firstClan + Int(result.outcome.rawValue)
    case .exception(let result): firstException + (result == .mirrored ? 0 : 1)
    }
  }

  private static func position(_ outcome: ThreadScheduleCase) -> Int {
    switch outcome {
    case .notExistent: 0
    case .outOfReach: 1
    case .tooHigh: 2
    case .onlyPreempter: 3
    case .done: 4
    }
  }

  private static func position(_ outcome: ExRegsCase) -> Int {
    switch outcome {
    case .elsewhere: 0
    case .inactive: 1
    case .created: 2
    case .changed: 3
    }
  }
}

extension KernelFeature.OfState {
  /// The features of a state.
  static func mask<S, let h: Int, let k: Int, let q: Int, let s: Int, let f: Int>(
    _ state: Microkernel<Concrete<S>, h, k, q, s, f>,
    _ platform: Platform<Concrete<S>, h, k, s, f>
  ) -> UInt128 {
    typealias Bits = Concrete<S>.Bits
    let (ipc, threads) = (state.ipc, state.threads)
    var mask: UInt128 = 0
    var next: UInt128 = 1
    func add(_ condition: Bool) {
      if condition { mask |= next }
      next <<= 1
    }
    func add(_ set: Bits) { add(set.mask != 0) }
    let active = threads.clans.active
    let own = ipc.waiting - ipc.calledFor
    let awaiting = own - ipc.open - ipc.forInterrupt
    var asleep = Bits.empty
    var queued = Bits.empty
    var redirected = Bits.empty
    for thread in 0..<h {
      let name = Bits(id: thread)
      if ipc.partner[row: thread].mask == 0 { asleep |= name & awaiting }
      if ipc.ahead[row: thread].mask != 0 { queued |= name }
      if ipc.named[row: thread].mask != ipc.partner[row: thread].mask {
        redirected |= name & (ipc.pending - ipc.calledFor)
      }
    }
    add(platform.roster.everybody - active)
    add(platform.roster.members.union(over: active) - threads.existing)
    add(threads.existing - ipc.blocked - threads.halted)
    add(ipc.pending - ipc.calledFor)
    add(awaiting - asleep)
    add(own & ipc.open)
    add(own & ipc.forInterrupt)
    add(asleep)
    add(ipc.sending)
    add(ipc.receiving)
    add(ipc.paging & ipc.pending)
    add(ipc.paging & ipc.waiting)
    add(ipc.paging & ipc.sending)
    add(ipc.paging & ipc.receiving)
    add(ipc.preempting)
    add(ipc.stuck)
    add(threads.halted)
    add(ipc.pending & ipc.receives)
    add(redirected)
    add(queued)
    add(ipc.former)
    add(ipc.due)
    add(ipc.raised.mask != 0)
    add(ipc.serving.mask != 0)
    let schedules = platform.profile.threads.schedules
    add(schedules && threads.running.mask == 0)
    add(threads.spending - threads.running)
    add(threads.ready - threads.queued)
    add(threads.formerPager)
    add(ipc.paging & ipc.asked.union(over: ipc.paging))
    return mask
  }
}
