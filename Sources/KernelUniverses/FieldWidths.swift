import Microkernel
import Vocabulary

/// How many bits the parts of a state need in a universe: none where nothing ever happens.
@usableFromInline
struct FieldWidths: Sendable {
  @usableFromInline let threads: Int
  @usableFromInline let tasks: Int
  @usableFromInline let sources: Int
  @usableFromInline let slots: Int
  @usableFromInline let frames: Int
  /// Bits of a set of threads if the part occurs, or 0.
  @usableFromInline var scheduling = 0
  @usableFromInline var deletion = 0
  @usableFromInline var exRegs = 0
  @usableFromInline var preempters = 0
  @usableFromInline var exceptions = 0
  @usableFromInline var faults = 0
  @usableFromInline var deceit = 0
  @usableFromInline var words = 0
  @usableFromInline var maps = 0
  @usableFromInline var windows = 0
  @usableFromInline var memory = 0
  @usableFromInline var interrupts = 0
  @usableFromInline var stops = 0
  /// Bits of numbers.
  @usableFromInline var timeout = 0
  @usableFromInline var faultTimeout = 0
  @usableFromInline var parts = 0
  @usableFromInline var registers = 0
  @usableFromInline var priority = 0
  @usableFromInline var slice = 0
  @usableFromInline var mcp = 0

  @usableFromInline
  init(_ universe: KernelUniverse) {
    threads = universe.population.threads
    tasks = universe.population.tasks
    sources = universe.sources
    slots = universe.shape.slots
    frames = universe.shape.frames + universe.shape.ports
    var largest = Largest()
    for operation in universe.setup + universe.operations { note(operation, &largest) }
    if universe.profile.threads.schedules {
      scheduling = threads
      slice = 8
      priority = 8
    }
    if sources > 0 { interrupts = threads }
    if universe.shape.slots > 0 {
      memory = max(memory, universe.buffers.contains { $0 != nil } ? threads : memory)
      faults = threads
    }
    timeout = Self.bits(largest.timeout)
    faultTimeout = Self.bits(largest.faultTimeout)
    parts = Self.bits(largest.parts)
    registers = Self.bits(max(largest.registers, exceptions > 0 ? 1 : 0))
    if deletion > 0 { priority = 8 }
    mcp = deletion > 0 || scheduling > 0 ? 8 : 0
    if faults > 0 { timeout = max(timeout, faultTimeout) }
  }

  private struct Largest {
    var timeout = 0
    var faultTimeout = 0
    var parts = 0
    var registers = 0
  }

  private static func bits(_ largest: Int) -> Int {
    largest == 0 ? 0 : Int.bitWidth - largest.leadingZeroBitCount
  }

  private mutating func note(_ operation: KernelOperation, _ largest: inout Largest) {
    switch operation {
    case .ipc(let call):
      if let send = call.send {
        largest.timeout = max(largest.timeout, Int(send.timeout.number))
        largest.faultTimeout = max(largest.faultTimeout, Int(send.faultTimeout.number))
        largest.parts = max(largest.parts, Int(send.parts))
        if send.virtual != nil { deceit = threads }
        if send.word { words = threads }
        if send.item != nil { maps = threads }
        if send.parts > 0 { memory = threads }
      }
      if let receive = call.receive {
        largest.timeout = max(largest.timeout, Int(receive.timeout.number))
        largest.faultTimeout = max(largest.faultTimeout, Int(receive.faultTimeout.number))
        if receive.window != .none { windows = threads }
        if receive.buffer != .none { memory = threads }
      }
    case .exRegs(_, let registers, _, let preempter, _):
      exRegs = threads
      largest.registers = max(largest.registers, Int(registers ?? 0))
      if preempter != nil { preempters = threads }
    case .create(_, _, let registers, _, _):
      deletion = threads
      largest.registers = max(largest.registers, Int(registers))
    case .donate: deletion = threads
    case .threadSchedule(_, _, _, let preempter, _):
      if preempter != nil { preempters = threads }
      priority = 8
      slice = 8
    case .access, .fault: faults = threads
    case .copy(_, let senderFaults, let receiverFaults):
      if senderFaults || receiverFaults { faults = threads }
    case .exception, .loadExceptionTable: exceptions = threads
    case .idNearest, .unmap, .threadSwitch, .expire, .tick, .interrupt: break
    }
  }
}
