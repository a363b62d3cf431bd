import AddressSpaces
import KernelPrograms
import Microkernel
import ReferenceKernel
import Vocabulary

/// A kernel with a stage: it plays all user programs, and sees what they see.
final class ReferenceSession {
  /// What a thread does at user level.
  enum Activity {
    case nothing
    case ipc(KernelOperation.ThreadCall)
    /// It is at the instruction of a call that the kernel has not begun. (PF-5)
    case repeatedIPC(KernelOperation.ThreadCall)
    case access(page: Int, write: Bool)
  }

  let layout: StageLayout
  let kernel: HostedKernel
  let options: ReferenceRunner.Options
  var ids: IDBook
  var activities: [Activity]
  var sentStrings: [SentStrings]
  /// The inactive tasks, for each of which the root task holds a page: so that as many nodes are free
  /// as the stage says, whatever tasks there are.
  private var isAbsent: [Bool]

  var stage: Stage { layout.stage }

  init(_ stage: Stage, _ options: ReferenceRunner.Options) {
    layout = StageLayout(stage)
    self.options = options
    var configuration = layout.configuration
    configuration.profile = ReferenceKernel.KernelProfile(stage.shape.profile)
    configuration.usesFastPath = options.usesFastPath
    kernel = HostedKernel(configuration, tags: options.tags)
    ids = IDBook(layout)
    activities = []
    sentStrings = []
    isAbsent = []
    begin()
  }

  /// Back to the state after boot.
  func reset() {
    kernel.reset()
    begin()
  }

  private func begin() {
    var parameters = BootParameters()
    parameters.priority = 1
    parameters.version = UInt32(stage.version)
    // Where nobody counts who runs, no slice ends.
    let slice = stage.schedules ? stage.slice : 255
    parameters.slice = Version2Words.scheduling(priority: 0, slice: slice)
    kernel.boot(parameters)
    ids.begin(kernel)
    activities = Array(repeating: .nothing, count: stage.population.threads)
    sentStrings = Array(repeating: SentStrings(), count: stage.population.threads)
    isAbsent = Array(repeating: true, count: layout.tasks)
    giveOwnPage(.sigma0)
    giveOwnPage(.root)
    for task in 2..<max(2, layout.tasks) { takeOwnPage(Task(task)) }
    for thread in layout.threads { enterUser(thread, registers: 0) }
  }

  /// Performs an operation; nil if there are no words for it.
  func perform(_ operation: KernelOperation) -> Observation? {
    var observation = Observation()
    switch operation {
    case .tick: kernel.timerTick()
    case .interrupt(let source): kernel.interrupt(line: Int(source.rawValue))
    case .copy, .expire, .fault: return nil
    default:
      guard let actor = operation.actor, canAct(actor) else {
        observation.isSkipped = true
        return see(observation)
      }
      guard act(operation, by: actor, &observation) else { return nil }
    }
    settle(&observation)
    return see(observation)
  }

  /// Whether a thread executes user code, or would if it were its turn.
  private func canAct(_ thread: Thread) -> Bool {
    let number = layout.number(of: thread)
    guard isReady(number) else { return false }
    if kernel.currentThread == number { return true }
    if stage.schedules { return false }
    return kernel.run(number)
  }

  private func isReady(_ number: ThreadNumber) -> Bool { kernel.threadState(number) == .ready }

  /// What comes of an operation to others: calls end, and accesses are executed again. (PF-5)
  private func settle(_ observation: inout Observation) {
    for _ in 0..<64 {
      if !stage.schedules { kernel.finishTransfers() }
      collect(&observation)
      guard executeAgain(&observation) else { break }
    }
    observation.returns.sort { $0.thread < $1.thread }
    observation.accesses.sort { $0.thread < $1.thread }
  }

  /// The calls that have ended.
  private func collect(_ observation: inout Observation) {
    for thread in layout.threads {
      guard case .ipc(let call) = activities[Int(thread.rawValue)] else { continue }
      let number = layout.number(of: thread)
      guard isReady(number) else { continue }
      activities[Int(thread.rawValue)] = .nothing
      observation.returns.append(result(of: call, by: thread, kernel.registers(of: number)))
    }
  }

  /// The instructions of threads whose page faults were answered. Returns whether there was one.
  private func executeAgain(_ observation: inout Observation) -> Bool {
    for thread in layout.threads {
      let activity = activities[Int(thread.rawValue)]
      switch activity {
      case .nothing, .ipc: continue
      case .repeatedIPC, .access: break
      }
      let number = layout.number(of: thread)
      guard isReady(number) else { continue }
      if kernel.currentThread != number {
        if stage.schedules { continue }
        guard kernel.run(number) else { continue }
      }
      switch activity {
      case .repeatedIPC(let call): repeatCall(call, by: thread)
      case .access(let page, let write): access(page, write: write, by: thread, &observation)
      case .nothing, .ipc: break
      }
      return true
    }
    return false
  }

  /// The running thread reads or writes. (AS21, IO6)
  func access(_ page: Int, write: Bool, by thread: Thread, _ observation: inout Observation) {
    activities[Int(thread.rawValue)] = .access(page: page, write: write)
    switch MessageWords.Place(page) {
    case .page(let page):
      let address = layout.address(ofPage: page)
      switch kernel.tryAccess(address, write: write) {
      case .fault: return kernel.pageFault(address: address, isWrite: write)
      case .hit(let physical):
        observation.accesses.append(
          Access(thread: Int(thread.rawValue), frame: frame(physical >> 12)))
      }
    case .port(let port):
      let number = UInt32(port) << UInt32(stage.shape.profile.portGranularity)
      guard kernel.tryPort(number) else { return kernel.portFault(port: number) }
      observation.accesses.append(
        Access(thread: Int(thread.rawValue), frame: stage.shape.frames + port))
    }
    activities[Int(thread.rawValue)] = .nothing
  }

  /// The frame of the stage with a number of the machine; nil if it is none.
  func frame(_ number: UInt32) -> Int? {
    guard number >= StageLayout.firstPage else { return nil }
    let frame = Int(number - StageLayout.firstPage)
    return frame < stage.shape.frames ? frame : nil
  }

  /// Adds what can be seen at any time.
  private func see(_ observation: Observation) -> Observation {
    var observation = observation
    if stage.schedules {
      let current = kernel.currentThread
      let thread = layout.threads.first { layout.number(of: $0) == current }
      observation.running = thread.map { .thread(Int($0.rawValue)) } ?? .idle
    }
    if options.probesMemory, stage.shape.slots > 0 { observation.memory = holdings() }
    return observation
  }

  // Own pages, which are not of the stage.

  /// ids have changed: tasks have come and gone.
  func follow() {
    for thread in ids.update(kernel) {
      activities[Int(thread.rawValue)] = .nothing
    }
    for task in 1..<layout.tasks {
      let isThere = kernel.isActive(layout.number(of: Task(task)))
      // A task that was deleted and created again has lost its page, too.
      if isThere && needsOwnPage(Task(task)) {
        giveOwnPage(Task(task))
      } else if !isThere && !isAbsent[task] {
        takeOwnPage(Task(task))
      }
    }
  }

  private func needsOwnPage(_ task: Task) -> Bool {
    kernel.translation(of: layout.number(of: task), page: layout.ownPage(of: task)) == nil
  }

  private func giveOwnPage(_ task: Task) {
    if task != .sigma0 {
      if task != .root, isAbsent[Int(task.rawValue)] {
        kernel.unmap(
          layout.number(of: .root),
          fpage: Version2Words.fpage(ballast(task) << 12, bits: 12), mask: 0x8000_0002)
      }
      map(layout.ownFrame(of: task), to: layout.number(of: task), at: layout.ownPage(of: task))
    }
    isAbsent[Int(task.rawValue)] = false
  }

  private func takeOwnPage(_ task: Task) {
    map(layout.ownFrame(of: task), to: layout.number(of: .root), at: ballast(task))
    isAbsent[Int(task.rawValue)] = true
  }

  private func ballast(_ task: Task) -> UInt32 { StageLayout.ownPage + 1 + UInt32(task.rawValue) }

  private func map(_ frame: UInt32, to task: TaskNumber, at page: UInt32) {
    kernel.transfer(
      from: 0, sendBase: page << 12, fpage: Version2Words.fpage(frame << 12, bits: 12) | 2,
      to: task, window: 32 << 2)
  }

  /// The thread is at an instruction, with a stack.
  func enterUser(_ thread: Thread, registers token: UInt8) {
    let number = layout.number(of: thread)
    var registers = kernel.registers(of: number)
    registers.eip = Version2Words.instruction(token)
    registers.esp = layout.own(thread).address + OwnOffset.stack
    kernel.setRegisters(of: number, to: registers)
  }
}
