import AddressSpaces
import KernelPrograms
import Logic
import Microkernel
import Vocabulary

extension Chooser {
  /// A page or port of a stage.
  mutating func anyPage() -> Int {
    let number = dice.below(stage.shape.slotsPerTask)
    return number < stage.shape.pages ? number : Op.port(number - stage.shape.pages)
  }

  /// A page that the task of a thread holds, most of the time.
  mutating func page(heldBy actor: Int, isPort: Bool? = nil) -> Int {
    let task = population.task(of: Thread(actor))
    var slots = stage.shape.mask(of: task) & moment.kernel.spaces.mapped.mask
    if let isPort {
      var ports: UInt32 = 0
      for port in 0..<stage.shape.ports {
        ports |= 1 << UInt32(stage.shape.slot(task, port: port).rawValue)
      }
      slots &= isPort ? ports : ~ports
    }
    if dice.chance(85), let slot = dice.member(of: slots) { return place(of: slot) }
    guard let isPort else { return anyPage() }
    return isPort
      ? Op.port(dice.below(max(1, stage.shape.ports))) : dice.below(max(1, stage.shape.pages))
  }

  /// On stages about who runs, everybody has a turn; on others a slice of nothing would be a thread
  /// that a kernel cannot make act.
  mutating func schedule(by thread: Thread) -> Op {
    var priority: UInt8?
    var slice: UInt8?
    if dice.chance(75) {
      // The last ring is one like any other. (SC1)
      priority =
        stage.schedules && dice.chance(8)
        ? 255 : UInt8(stage.schedules ? dice.below(4) : 1 + dice.below(3))
      slice =
        stage.schedules && dice.chance(15) ? 0 : dice.chance(20) ? 255 : 1 + UInt8(dice.below(3))
    }
    return .threadSchedule(
      namedThread(), priority: priority, slice: slice,
      preempter: dice.chance(25) ? namedThread() : nil, by: thread)
  }

  mutating func exRegs(by actor: Int) -> Op {
    let own = population.threads(of: population.task(of: Thread(actor)))
    let others = own.filter { Int($0.rawValue) != actor }
    let target = dice.chance(85) ? dice.one(of: others) ?? own[0] : Thread(actor)
    return .exRegs(
      target, registers: dice.chance(60) ? UInt8(1 + dice.below(9)) : nil,
      pager: dice.chance(35) ? .some(dice.chance(10) ? nil : namedThread()) : nil,
      preempter: dice.chance(20) ? .some(dice.chance(20) ? nil : namedThread()) : nil,
      by: Thread(actor))
  }

  mutating func create(by actor: Int) -> Op {
    let task = namedTask(of: actor)
    let pager: Op.NamedThread = dice.chance(70) ? .init(Thread(actor)) : namedThread()
    return .create(
      task, mcp: [255, 0, 1, 2, 3][dice.below(5)], registers: UInt8(1 + dice.below(9)),
      pager: pager, by: Thread(actor))
  }

  mutating func donate(by actor: Int) -> Op {
    let to = Op.NamedTask(Task(dice.below(population.tasks)), isFormer: dice.chance(5))
    return .donate(namedTask(of: actor), to: to, by: Thread(actor))
  }

  /// A task number, most often one that the task of a thread is chief of, and one without a task.
  private mutating func namedTask(of actor: Int) -> Op.NamedTask {
    let clans = moment.kernel.threads.clans
    let own = V.Bits(id: Int(population.task(of: Thread(actor)).rawValue))
    let clan = clans.below[at: own] - clans.below.union(over: clans.below[at: own])
    let numbers = V.Bits(mask: UInt32(1) << UInt32(population.tasks) - 1)
    if dice.chance(45), let task = dice.member(of: (clan & (numbers - clans.active)).mask) {
      return .init(Task(task))
    }
    if dice.chance(60), let task = dice.member(of: (clan & numbers).mask) {
      return .init(Task(task), isFormer: dice.chance(5))
    }
    return .init(Task(dice.below(population.tasks)), isFormer: dice.chance(8))
  }
}
