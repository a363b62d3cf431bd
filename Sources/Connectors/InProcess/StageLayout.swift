import AddressSpaces
import KernelPrograms
import Microkernel
import ReferenceKernel
import Vocabulary

/// What the numbers of a stage are in the reference kernel: task numbers, addresses, ports.
struct StageLayout {
  /// The page at which the frames begin, and so page 0 of the stage in every space; below it are
  /// frames for what threads have of their own. A multiple of every flexpage of a stage.
  static let firstPage: UInt32 = 0x100
  /// The first frame that sigma0 holds.
  static let firstFrame: UInt32 = 0x80
  /// Where a task has its own page: stacks, messages, exception tables. It is not of the stage.
  static let ownPage: UInt32 = 0x40
  /// What a thread has of its task's own page, in bytes.
  static let ownBytes: UInt32 = 256
  /// The length of a string. (IPC-51)
  static let stringBytes: UInt32 = 32
  /// More are not described: they would not fit beside each other.
  static let mostStrings: UInt8 = 6
  /// How far behind its first string a thread has a header, if it has one in the page of its strings.
  static let headerOffset: UInt32 = 0x80

  let stage: Stage
  let tasks: Int

  init(_ stage: Stage) {
    self.stage = stage
    tasks = stage.population.tasks
  }

  var threads: [Thread] { (0..<stage.population.threads).map { Thread($0) } }

  /// Task 1 is the root task; number 1 is sigma1's, which is not there. (TN14)
  func number(of task: Task) -> TaskNumber { task == .sigma0 ? 0 : Int(task.rawValue) + 1 }

  func number(of thread: Thread) -> ThreadNumber {
    ThreadNumber(number(of: stage.population.task(of: thread)) * 128 + lthread(of: thread))
  }

  func lthread(of thread: Thread) -> Int {
    let task = stage.population.task(of: thread)
    return Int(thread.rawValue - stage.population.threads(of: task)[0].rawValue)
  }

  func address(ofPage page: Int) -> UInt32 { (Self.firstPage + UInt32(page)) << 12 }

  /// The page of what the threads of a task have of their own; sigma0 has it where the frame is.
  func ownPage(of task: Task) -> UInt32 { task == .sigma0 ? Self.firstFrame : Self.ownPage }

  /// The frame of that page.
  func ownFrame(of task: Task) -> UInt32 { Self.firstFrame + UInt32(task.rawValue) }

  /// Where a thread has what is its own: an address in its space, and the physical one.
  func own(_ thread: Thread) -> (address: UInt32, physical: UInt32) {
    let task = stage.population.task(of: thread)
    let offset = UInt32(lthread(of: thread)) * Self.ownBytes
    return (ownPage(of: task) << 12 + offset, ownFrame(of: task) << 12 + offset)
  }

  /// Where a thread has part `part` of a message: in the page of its strings, apart from those of
  /// other threads, or in its own page where nothing can be missing.
  func string(_ part: Int, of thread: Thread) -> UInt32 {
    let offset = UInt32(part) * Self.stringBytes
    let buffers = stage.buffers
    guard Int(thread.rawValue) < buffers.count, let page = buffers[Int(thread.rawValue)] else {
      return own(thread).address + OwnOffset.strings + offset
    }
    return address(ofPage: page) + UInt32(thread.rawValue) * Self.ownBytes + offset
  }

  /// Where a thread has the header of a message that can be missing; nil if it has no page for strings.
  func header(of thread: Thread) -> UInt32? {
    let index = Int(thread.rawValue)
    guard index < stage.buffers.count, stage.buffers[index] != nil else { return nil }
    return string(0, of: thread) + Self.headerOffset
  }

  var configuration: KernelConfiguration {
    let shape = stage.shape
    var configuration = KernelConfiguration()
    configuration.taskLimit = tasks + 1
    configuration.frameAddress = Self.firstFrame << 12
    configuration.frameCount = Int(Self.firstPage - Self.firstFrame) + shape.frames
    // Every task but sigma0 has a node for its own page, and one table.
    configuration.nodeLimit = shape.nodes + tasks - 1
    configuration.tableLimit = tasks
    configuration.userLimit =
      shape.userPages == shape.pages ? 0xC000_0000 : address(ofPage: shape.userPages)
    // So few that timeouts of a few ticks go round more than once. (IPC-36)
    configuration.timeoutLists = 2
    if let depth = stage.depth { configuration.greatestDepth = UInt32(depth) }
    configuration.lineCount = max(1, stage.sources)
    configuration.reservedLines = stage.sources == 0 ? 1 : 0
    configuration.portCount = shape.ports << Int(shape.profile.portGranularity)
    return configuration
  }
}

/// Where things are in what a thread has of its own.
enum OwnOffset {
  static let message: UInt32 = 0
  static let buffer: UInt32 = 0x48
  static let strings: UInt32 = 0x90
  /// Gate 6 of the exception table; no other is used.
  static let gate: UInt32 = 0xD0
  static let exceptionTable: UInt32 = gate - 6 * 8
  static let stack: UInt32 = 0xF0
}
