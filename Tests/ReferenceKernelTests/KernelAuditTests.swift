import ReferenceKernel
import Testing

@Suite("The audit finds what is broken, each kind of damage by its rule")
struct KernelAuditTests {
  let root = Stage.root

  /// Threads of task 3 in all kinds of states.
  func stage() -> (Stage, DamageCast) {
    let stage = Stage()
    let a = 3 * 128
    for lthread in 1...8 { stage.exRegs(lthread, by: a, ip: 0x100, sp: 0x200, pager: stage.id(a)) }
    stage.ipc(a + 1, stage.id(a), send: 0)
    stage.ipc(a + 2, stage.id(a), send: 0)
    stage.wait(a + 3, Timeout.five)
    stage.wait(a + 4)
    stage.ipc(a + 5, .interrupt(3), receive: 0, Timeout.zero)
    stage.wait(a + 5)
    // A long message whose receiver misses its buffer's second page.
    for page in [0x1000, 0x2000] as [UInt32] { stage.map(page, to: 3) }
    for (address, word) in [
      (0x1000, 0), (0x1004, 2 << 13 | 1 << 8), (0x1008, 2 << 13 | 1 << 8), (0x1014, 8),
      (0x1018, 0x2000), (0x1020, 0x8000), (0x101C, 8),
    ] as [(UInt32, UInt32)] { stage.kernel.poke(0, address, word) }
    stage.wait(a + 6, receive: 0x1001)
    stage.ipc(a + 7, stage.id(a + 6), send: 0x1000)
    stage.kernel.run(a + 8)
    stage.kernel.touch(0x9000, write: false)
    let cast = DamageCast(
      ready: 4 * 128, pending: a + 1, laterPending: a + 2, waitingWithClock: a + 3,
      waitingForEver: a + 4, sending: a + 7, handler: a + 5, faulting: a + 8)
    return (stage, cast)
  }

  @Test("Nothing is broken before") func intact() {
    let (stage, cast) = stage()
    #expect(stage.kernel.audit() == nil)
    #expect(stage.state(cast.sending) == .sending && stage.state(cast.faulting) == .faulting)
    #expect(stage.state(cast.pending) == .pending && stage.state(cast.ready) == .ready)
  }

  @Test("Each kind of damage", arguments: Damage.allCases)
  func damaged(_ damage: Damage) {
    let (stage, cast) = stage()
    stage.kernel.damage(damage, cast)
    let expected: [AuditFailure.Rule] =
      switch damage {
      case .otherID: [.identity]
      case .missingFirst: [.taskState]
      case .wrongDepth: [.chiefTree]
      case .tooMuchControl: [.priorityControl]
      case .blockedInRing, .readyOutsideRing, .wrongRing, .emptyMap, .ringLink: [.readyRing]
      case .runsBlocked, .idleThoughReady: [.running]
      case .notInQueue, .twiceInQueue, .wrongReceiver, .queueFlag: [.senderQueue]
      case .otherPartner, .partnerAlone: [.partners, .senderQueue]
      case .missedSender, .missedInterrupt: [.missedMatch]
      case .clockWithoutWait, .waitWithoutClock, .wrongList: [.timeoutQueue]
      case .lateTimeout: [.lateTimeout]
      case .zeroTimeout: [.zeroTimeout]
      case .queueOrder: [.queueOrder]
      case .callWhileReady: [.pagerCall]
      case .faultWithoutCall: [.pagerCall, .senderQueue]
      case .handlerWithoutLine, .lineWithoutHandler: [.interrupt]
      case .unfinishedStep: [.unfinishedStep]
      }
    let failure = stage.kernel.audit()
    #expect(failure != nil, "\(damage)")
    if let failure { #expect(expected.contains(failure.rule), "\(damage): \(failure)") }
  }
}
