import AddressSpaces
import KernelPrograms
import Microkernel
import Vocabulary

/// Random programs with every operation and every option there is, right or wrong; and random answers.
struct RandomPrograms: RandomNumberGenerator {
  private var state: UInt64
  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    return mixed ^ mixed >> 31
  }

  private mutating func number(_ range: Range<Int>) -> Int { .random(in: range, using: &self) }
  private mutating func flip() -> Bool { .random(using: &self) }
  private mutating func maybe<Value>(_ value: (inout Self) -> Value) -> Value? {
    flip() ? value(&self) : nil
  }

  mutating func program() -> KernelProgram {
    let tasks = number(2..<5)
    let threads = (0..<tasks).map { _ in number(1..<4) }
    let ports = number(0..<3)
    let shape = Shape(
      tasks: tasks, pages: number(2..<5), frames: number(1..<3), userPages: 2, ports: ports,
      nodes: number(0..<200))
    var stage = Stage(
      name: "", population: Population(threadsOfTask: threads), shape: shape,
      sources: number(0..<3), schedules: flip(), slice: UInt8(number(0..<256)))
    if flip() {
      stage.buffers = (0..<stage.population.threads).map { _ in
        number(0..<3) > 0 ? number(0..<2) : nil
      }
      if stage.buffers.allSatisfy({ $0 == nil }) { stage.buffers = [] }
    }
    stage.setup = (0..<number(0..<4)).map { _ in operation(on: stage) }
    return KernelProgram(stage, (0..<number(0..<30)).map { _ in operation(on: stage) })
  }

  mutating func operation(on stage: Stage) -> KernelOperation {
    let people = stage.population
    func thread(_ random: inout Self) -> Thread { Thread(random.number(0..<people.threads)) }
    func named(_ random: inout Self) -> KernelOperation.NamedThread {
      .init(thread(&random), isFormer: random.number(0..<4) == 0)
    }
    func task(_ random: inout Self) -> KernelOperation.NamedTask {
      .init(Task(random.number(0..<people.tasks)), isFormer: random.number(0..<4) == 0)
    }
    func byte(_ random: inout Self) -> UInt8 { UInt8(random.number(0..<256)) }
    func place(_ random: inout Self) -> Int {
      let place = random.number(0..<stage.shape.pages + stage.shape.ports)
      return place < stage.shape.pages ? place : KernelOperation.port(place - stage.shape.pages)
    }
    func partner(_ random: inout Self) -> KernelOperation.NamedPartner {
      switch random.number(0..<8) {
      case 0: .nobody
      case 1: .invalid
      case 2: .interrupt(Source(random.number(0..<4)))
      default: .thread(named(&random))
      }
    }
    func timeout(_ random: inout Self) -> KernelOperation.Timeout {
      switch random.number(0..<3) {
      case 0: .never
      case 1: .zero
      default: .ticks(UInt8(random.number(1..<255)))
      }
    }
    func item(_ random: inout Self) -> KernelOperation.Item {
      .init(
        page: place(&random), order: random.number(0..<6), base: place(&random),
        isSmall: random.flip(), isGrant: random.flip(), write: random.flip())
    }
    let by = thread(&self)
    switch number(0..<20) {
    case 0: return .idNearest(partner(&self), by: by)
    case 1:
      return .unmap(
        page: place(&self), UnmapMask(isComplete: flip(), includesOwn: flip()), by: by)
    case 2: return .threadSwitch(maybe(named), by: by)
    case 3:
      return .threadSchedule(
        named(&self), priority: maybe(byte), slice: maybe(byte), preempter: maybe(named), by: by)
    case 4:
      return .exRegs(
        thread(&self), registers: maybe(byte), pager: maybe { $0.maybe(named) },
        preempter: maybe { $0.maybe(named) }, by: by)
    case 5:
      return .create(
        task(&self), mcp: byte(&self), registers: byte(&self), pager: named(&self), by: by)
    case 6: return .donate(task(&self), to: task(&self), by: by)
    case 7: return .access(page: place(&self), write: flip(), by: by)
    case 8: return .fault(write: flip(), of: by)
    case 9: return .exception(of: by)
    case 10: return .loadExceptionTable(isValid: flip(), of: by)
    case 11: return .copy(from: by, senderFaults: flip(), receiverFaults: flip())
    case 12: return .expire(by)
    case 13: return .tick
    case 14: return .interrupt(Source(number(0..<4)))
    default:
      var call = KernelOperation.ThreadCall(by, partner(&self))
      if flip() {
        call.send = .init(
          virtual: maybe(thread), word: flip(), parts: byte(&self), isHeaderInPage: flip(),
          item: maybe(item),
          timeout: timeout(&self), faultTimeout: timeout(&self))
      }
      if flip() {
        call.receive = .init(
          isOpen: flip(), window: [.none, .all, .page(place(&self))][number(0..<3)],
          buffer: KernelOperation.Buffer.allCases[number(0..<3)], timeout: timeout(&self),
          faultTimeout: timeout(&self))
      }
      return .ipc(call)
    }
  }

  /// Anything that an observation can be, with at most so many returns.
  mutating func observation(places: Int) -> Observation {
    func seen(_ random: inout Self) -> SeenID {
      switch random.number(0..<6) {
      case 0: .thread(random.number(0..<256))
      case 1: .former(random.number(0..<256))
      case 2: .interrupt(random.number(0..<256))
      case 3: .nobody
      case 4: .invalid
      default: .unknown(random.next())
      }
    }
    func byte(_ random: inout Self) -> UInt8 { UInt8(random.number(0..<256)) }
    var observation = Observation(isSkipped: number(0..<5) == 0)
    for thread in 0..<number(0..<5) {
      observation.returns.append(
        Return(
          thread: thread * 3, code: byte(&self), source: maybe(seen), isDeceived: flip(),
          isMapped: flip(), isRedirected: flip(), isFromInside: flip(), word: flip(),
          destination: maybe(seen), damage: maybe { $0.flip() ? "string 1 is cut" : "w1 \"5\"" }))
    }
    for thread in 0..<number(0..<4) {
      observation.accesses.append(Access(thread: thread, frame: maybe { $0.number(0..<250) }))
    }
    switch number(0..<6) {
    case 0: observation.reply = .nearest(type: byte(&self), seen(&self))
    case 1:
      observation.reply = .scheduled(
        priority: maybe(byte), slice: maybe(byte), preempter: maybe(seen))
    case 2: observation.reply = .registers(maybe(byte), pager: maybe(seen), preempter: maybe(seen))
    case 3: observation.reply = .created(flip())
    default: break
    }
    observation.running = maybe { $0.flip() ? .idle : .thread($0.number(0..<250)) }
    observation.memory = maybe { random in
      (0..<places).map { _ in
        guard random.flip() else { return Holding() }
        return Holding(
          frame: random.flip() ? -1 : random.number(0..<250), isWritable: random.flip())
      }
    }
    return observation
  }
}
