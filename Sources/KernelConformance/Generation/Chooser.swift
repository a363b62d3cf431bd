import AddressSpaces
import IPC
import KernelPrograms
import Logic
import Microkernel
import Vocabulary

/// Chooses the next operation of a program by the state that it has come to, so that most of what is
/// asked can be done, and finds a partner, a page or a timeout to meet.
struct Chooser<V: MachineValues> {
  typealias Op = KernelOperation

  let stage: Stage
  let weights: ChooserWeights
  let abilities: Abilities?
  var dice: Randomness
  var moment: Moment<V>

  /// - Parameter abilities: What can be asked for; nil is everything.
  init(
    _ stage: Stage, _ dice: Randomness, _ moment: Moment<V>, _ abilities: Abilities? = nil
  ) {
    self.stage = stage
    self.abilities = abilities.flatMap { $0.isLimited ? $0 : nil }
    self.dice = dice
    self.moment = moment
    weights = ChooserWeights(stage)
  }

  var population: Population { stage.population }
  var ipc: Rendezvous<V, 12, 4> { moment.kernel.ipc }

  /// The threads that can act now.
  var able: UInt32 {
    let able = moment.kernel.runnable - moment.outstanding
    return stage.schedules ? (able & moment.kernel.threads.running).mask : able.mask
  }

  mutating func next(after moment: Moment<V>) -> Op {
    self.moment = moment
    guard let abilities else { return anything() }
    for _ in 0..<Self.attempts {
      let operation = anything()
      if abilities.reasonToSkip(operation, on: population) == nil { return operation }
    }
    // Whoever waits for nobody for no time can be asked to by every kernel.
    let actor = dice.member(of: able) ?? 0
    return .ipc(.init(Thread(actor), .nobody, receive: .init(isOpen: true, timeout: .zero)))
  }

  /// So often is something else chosen, in place of what a kernel cannot do.
  private static var attempts: Int { 64 }

  /// Anything that can be asked of a kernel that has everything.
  private mutating func anything() -> Op {
    let able = able
    let isNonsense = dice.chance(3)
    guard able != 0 || isNonsense else { return event() }
    if dice.chance(weights.events) { return event() }
    let all = UInt32(1) << UInt32(population.threads) - 1
    guard let actor = dice.member(of: isNonsense ? all : able) else { return event() }
    // Of few who can act none should block for long.
    return operation(by: actor, isScarce: able.nonzeroBitCount <= 2)
  }

  /// Something that no thread does.
  private mutating func event() -> Op {
    if stage.sources > 0, dice.chance(45) {
      let own = ipc.handler.rows(stage.sources)
      let source = own.isEmpty || dice.chance(15) ? dice.below(stage.sources) : dice.one(of: own)
      return .interrupt(Source(source ?? 0))
    }
    return .tick
  }

  private mutating func operation(by actor: Int, isScarce: Bool) -> Op {
    let by = Thread(actor)
    // A root page cannot be missed, and what is not sigma0's it cannot ask for. (PF-11)
    let isSigma0 = actor == 0
    switch dice.weighted(weights.kinds) {
    case .idNearest: return .idNearest(anyPartner(by: actor), by: by)
    case .unmap:
      return .unmap(
        page: page(heldBy: actor), UnmapMask.all[dice.below(UnmapMask.all.count)], by: by)
    case .threadSwitch: return .threadSwitch(dice.chance(25) ? nil : namedThread(), by: by)
    case .threadSchedule: return schedule(by: by)
    case .exRegs: return exRegs(by: actor)
    case .create: return create(by: actor)
    case .donate: return donate(by: actor)
    case .access where !isSigma0:
      let page = dice.chance(40) ? page(heldBy: actor) : anyPage()
      return .access(page: page, write: dice.chance(50), by: by)
    case .exception: return .exception(of: by)
    case .loadExceptionTable:
      return .loadExceptionTable(isValid: dice.chance(70), of: by)
    case .interrupt: return interruptCall(by: by)
    default: return .ipc(call(by: actor, isScarce: isScarce))
    }
  }
}

/// How often which operations are asked for, by what a stage is about.
struct ChooserWeights {
  /// What an actor does, with how often.
  enum Kind {
    case ipc, interrupt, idNearest, unmap, threadSwitch, threadSchedule, exRegs, create, donate
    case access, exception, loadExceptionTable
  }

  let kinds: [(weight: Int, Kind)]
  /// How many of a hundred operations are no thread's.
  let events: Int
  /// How many of a hundred messages offer pages, and how many receivers have a window.
  let maps: Int

  init(_ stage: Stage) {
    let hasPages = stage.shape.pages + stage.shape.ports > 1
    let hasClans = stage.setup.contains { if case .donate = $0 { true } else { false } }
    kinds = [
      (60, .ipc),
      (stage.sources > 0 ? (stage.sources > 2 ? 20 : 7) : 0, .interrupt),
      (hasClans ? 4 : 1, .idNearest),
      (hasPages ? 7 : 2, .unmap),
      (stage.schedules ? 8 : 1, .threadSwitch),
      (stage.schedules ? 7 : 2, .threadSchedule),
      (6, .exRegs), (hasClans ? 6 : 4, .create), (hasClans ? 4 : 2, .donate),
      (hasPages ? 12 : 4, .access), (1, .exception), (1, .loadExceptionTable),
    ]
    maps = hasPages && stage.buffers.isEmpty && !stage.schedules ? 65 : hasPages ? 40 : 25
    events = stage.schedules ? 16 : stage.sources > 2 ? 18 : stage.sources > 0 ? 12 : 8
  }
}

extension Table where V: MachineValues {
  /// The first positions whose rows are not empty.
  func rows(_ count: Int) -> [Int] { (0..<count).filter { self[row: $0].mask != 0 } }
}
