import Microkernel
import Vocabulary

/// Operations at random, of every kind and with every option; the same seed makes the same ones.
struct RandomOperations {
  typealias Op = KernelOperation

  let population: Population
  private var state: UInt64

  init(seed: UInt64, _ population: Population) {
    state = seed
    self.population = population
  }

  /// SplitMix64.
  private mutating func below(_ limit: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    return Int((mixed ^ mixed >> 31) % UInt64(limit))
  }

  private mutating func flip() -> Bool { below(2) == 1 }
  private mutating func number() -> UInt8 { UInt8(below(256)) }
  private mutating func thread() -> Thread { Thread(below(population.threads)) }
  private mutating func named() -> Op.NamedThread { .init(thread(), isFormer: flip()) }
  private mutating func namedTask() -> Op.NamedTask {
    .init(Task(below(population.tasks)), isFormer: flip())
  }

  private mutating func partner() -> Op.NamedPartner {
    switch below(4) {
    case 0: .nobody
    case 1: .invalid
    case 2: .interrupt(Source(below(256)))
    default: .thread(named())
    }
  }

  private mutating func timeout() -> Op.Timeout {
    switch below(3) {
    case 0: .never
    case 1: .zero
    default: .ticks(UInt8(1 + below(Op.Timeout.longest)))
    }
  }

  private mutating func page() -> Int { flip() ? below(64) : Op.port(below(64)) }

  private mutating func item() -> Op.Item {
    let order = below(4)
    return Op.Item(
      page: order == 0 ? page() : (below(64) >> order) << order, order: order, base: page(),
      isSmall: flip(), isGrant: flip(), write: flip())
  }

  private mutating func call() -> Op.ThreadCall {
    var call = Op.ThreadCall(thread(), partner())
    if flip() {
      call.send = Op.Sending(
        virtual: flip() ? thread() : nil, word: flip(), parts: flip() ? number() : 0,
        item: flip()
          ? item() : nil,
        timeout: timeout(), faultTimeout: timeout())
    }
    if flip() {
      call.receive = Op.Receiving(
        isOpen: flip(), window: [.none, .page(page()), .all][below(3)],
        buffer: Op.Buffer.allCases[below(3)], timeout: timeout(), faultTimeout: timeout())
    }
    return call
  }

  mutating func operation() -> Op {
    switch below(18) {
    case 0: .idNearest(partner(), by: thread())
    case 1: .unmap(page: page(), UnmapMask.all[below(4)], by: thread())
    case 2: .threadSwitch(flip() ? named() : nil, by: thread())
    case 3:
      .threadSchedule(
        named(), priority: flip() ? number() : nil, slice: flip() ? number() : nil,
        preempter: flip() ? named() : nil, by: thread())
    case 4:
      .exRegs(
        thread(), registers: flip() ? number() : nil,
        pager: flip() ? .some(flip() ? named() : nil) : nil,
        preempter: flip() ? .some(flip() ? named() : nil) : nil, by: thread())
    case 5:
      .create(namedTask(), mcp: number(), registers: number(), pager: named(), by: thread())
    case 6: .donate(namedTask(), to: namedTask(), by: thread())
    case 7: .access(page: page(), write: flip(), by: thread())
    case 8: .fault(write: flip(), of: thread())
    case 9: .exception(of: thread())
    case 10: .loadExceptionTable(isValid: flip(), of: thread())
    case 11: .copy(from: thread(), senderFaults: flip(), receiverFaults: flip())
    case 12: .expire(thread())
    case 13: .tick
    case 14: .interrupt(Source(below(256)))
    default: .ipc(call())
    }
  }
}
