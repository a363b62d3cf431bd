import L4Calls

/// The id of a thread, a task or an interrupt. (A2 … A4)
struct ThreadID: Equatable {
  var low: UInt32
  var high: UInt32

  static let none = ThreadID(low: 0, high: 0)
  static let invalid = ThreadID(low: ~0, high: ~0)
  static func interrupt(_ line: UInt32) -> ThreadID { ThreadID(low: line + 1, high: 0) }

  /// The same with another thread of the task.
  func thread(_ number: UInt32) -> ThreadID {
    ThreadID(low: low & ~(0x7F << 10) | number << 10, high: high)
  }

  /// The id of a task number that nothing has used yet, and that `chief` may create. (A2, TN14)
  static func neverUsed(_ task: UInt32, chief: ThreadID) -> ThreadID {
    let nest = (chief.high >> 28 + 1) & 0xF
    return ThreadID(low: task << 17 | 1, high: chief.task << 17 | nest << 28)
  }

  /// The task field.
  var task: UInt32 { low >> 17 & 0x7FF }
}

/// A flexpage as the machine has it. (FP2, IO3)
enum Flexpage {
  static let wholeSpace: UInt32 = 32 << 2
  static func memory(_ base: UInt32, size: UInt32, isWritable: Bool = true) -> UInt32 {
    base | size << 2 | (isWritable ? 2 : 0)
  }
  static func ports(_ base: UInt32, size: UInt32) -> UInt32 { 0xF000_0000 | base << 12 | size << 2 }
}

/// The two descriptors and the timeouts of ipc. (IPC-3, IPC-4, IPC-27)
enum Descriptor {
  static let none: UInt32 = ~0
  static let registers: UInt32 = 0
  static let map: UInt32 = 2
  static let open: UInt32 = 1
  static func window(_ fpage: UInt32, isOpen: Bool = false) -> UInt32 {
    fpage & ~3 | 2 | (isOpen ? 1 : 0)
  }
}

enum Timeouts {
  static let never: UInt32 = 0
  /// Receive at once or not at all. (IPC-30)
  static let receiveZero: UInt32 = 1
  /// Send at once or not at all.
  static let sendZero: UInt32 = 1 << 4
  /// Receive within 4^(15 - e) · m µs. (IPC-28)
  static func receive(mantissa: UInt32, exponent: UInt32) -> UInt32 { mantissa << 24 | exponent }
}

/// What ipc answers. (IPC-40)
struct Answer {
  var dope: UInt32
  var source: ThreadID
  var words: (UInt32, UInt32)

  var error: UInt32 { dope & 0xF0 }
}

/// What the kernel has counted.
struct Events {
  var entries: UInt32
  var messages: UInt32
  var spaceSwitches: UInt32
  var pageFaults: UInt32
}

/// The system calls.
enum L4 {
  static func ipc(
    _ partner: ThreadID, send: UInt32, receive: UInt32, timeouts: UInt32 = Timeouts.never,
    words: (UInt32, UInt32) = (0, 0)
  ) -> Answer {
    var registers = l4_registers()
    registers.eax = send
    registers.ebp = receive
    registers.ecx = timeouts
    (registers.edx, registers.ebx) = words
    (registers.esi, registers.edi) = (partner.low, partner.high)
    l4_ipc(&registers)
    return Answer(
      dope: registers.eax, source: ThreadID(low: registers.esi, high: registers.edi),
      words: (registers.edx, registers.ebx))
  }

  /// The caller's own id. (CC-8)
  static func myself() -> ThreadID {
    var registers = l4_registers()
    l4_id_nearest(&registers)
    return ThreadID(low: registers.esi, high: registers.edi)
  }

  /// The caller's pager, by a lthread_ex_regs on itself that changes nothing. (EX1, EX8)
  static func pagerOfMyself() -> ThreadID {
    var registers = l4_registers()
    registers.eax = myself().low >> 10 & 0x7F
    (registers.ecx, registers.edx) = (~0, ~0)
    (registers.esi, registers.edi) = (~0, ~0)
    (registers.ebx, registers.ebp) = (~0, ~0)
    l4_lthread_ex_regs(&registers)
    return ThreadID(low: registers.esi, high: registers.edi)
  }

  /// The kernel's event counters; not a call of L4.
  static func counters() -> Events {
    var registers = l4_registers()
    pc_inspect(&registers)
    return Events(
      entries: registers.eax, messages: registers.ecx, spaceSwitches: registers.edx,
      pageFaults: registers.ebx)
  }

  /// Whether the kernel finds nothing wrong with its own data; not a call of L4.
  static func kernelIsSound() -> Bool {
    var registers = l4_registers()
    registers.eax = 1
    pc_inspect(&registers)
    return registers.eax == 0
  }

  /// Starts or redirects a thread of the own task. (EX1, EX3)
  static func startThread(
    _ number: UInt32, instruction: UInt32, stack: UInt32, pager: ThreadID
  ) {
    var registers = l4_registers()
    registers.eax = number
    registers.ecx = stack
    registers.edx = instruction
    (registers.esi, registers.edi) = (pager.low, pager.high)
    (registers.ebx, registers.ebp) = (~0, ~0)
    l4_lthread_ex_regs(&registers)
  }

  /// Creates a task; nil is the answer where that was not allowed. (TN1, TN3)
  static func createTask(
    _ task: ThreadID, instruction: UInt32, stack: UInt32, pager: ThreadID
  ) -> ThreadID {
    var registers = l4_registers()
    registers.eax = 255
    registers.ecx = stack
    registers.edx = instruction
    (registers.esi, registers.edi) = (task.low, task.high)
    (registers.ebx, registers.ebp) = (pager.low, pager.high)
    l4_task_new(&registers)
    return ThreadID(low: registers.esi, high: registers.edi)
  }

  /// Deletes a task and leaves its number to `owner`. (TN4)
  static func deleteTask(_ task: ThreadID, owner: ThreadID) -> ThreadID {
    var registers = l4_registers()
    registers.eax = owner.low
    (registers.esi, registers.edi) = (task.low, task.high)
    l4_task_new(&registers)
    return ThreadID(low: registers.esi, high: registers.edi)
  }
}
