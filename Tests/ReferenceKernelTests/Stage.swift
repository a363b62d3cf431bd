import ReferenceKernel

/// Descriptors and timeouts of ipc calls, as tests write them. (IPC-3, IPC-4, IPC-27)
enum Phase {
  static let none: UInt32 = ~0
  static let registers: UInt32 = 0
  static let open: UInt32 = 1
}

enum Timeout {
  static let never: UInt32 = 0
  /// Both phases at once.
  static let zero: UInt32 = 0x11
  /// One tick for each phase: 255 µs.
  static let short: UInt32 = 0xFFFF_00FF
  /// 5 ticks for each phase: 5120 µs. (S10)
  static let five: UInt32 = 0x0505_00AA
}

/// Result dopes. (IPC-40)
extension Registers {
  var code: UInt32 { eax & 0xF0 }
  var flags: UInt32 { eax & 0xF }
  var source: ThreadID { ThreadID(low: esi, high: edi) }
}

/// A whole kernel: sigma0 is task 0, the root task is 2, and it has created 3, 4 and 5.
struct Stage {
  let kernel: HostedKernel
  static let sigma0 = 0
  static let root = 2 * 128

  init(fast: Bool = true, tasks: Int = 8, slice: UInt32 = 10 << 24 | 10 << 20) {
    var configuration = KernelConfiguration()
    configuration.taskLimit = tasks
    configuration.frameCount = 64
    configuration.nodeLimit = 64
    configuration.tableLimit = 16
    configuration.portCount = 256
    configuration.usesFastPath = fast
    kernel = HostedKernel(configuration)
    start(slice)
  }

  func start(_ slice: UInt32 = 10 << 24 | 10 << 20) {
    var parameters = BootParameters()
    parameters.slice = slice
    kernel.boot(parameters)
    for task in 3...5 { create(task, by: Self.root, pager: kernel.id(of: Self.root)) }
  }

  /// Lets a thread make a call.
  func call(_ vector: UInt32, by thread: Int, _ change: (inout Registers) -> Void) {
    kernel.run(thread)
    kernel.systemCall(vector, by: thread, change)
  }

  @discardableResult
  func create(
    _ task: Int, by thread: Int, pager: ThreadID, mcp: UInt32 = 255, sp: UInt32 = 0x2000,
    ip: UInt32 = 0x1000
  ) -> ThreadID {
    let id = kernel.taskID(task)
    call(0x36, by: thread) {
      $0.esi = id.low
      $0.edi = id.high
      $0.eax = mcp
      $0.ecx = sp
      $0.edx = ip
      $0.ebx = pager.low
      $0.ebp = pager.high
    }
    return kernel.registers(of: thread).source
  }

  @discardableResult
  func donate(_ task: Int, by thread: Int, to chief: Int) -> ThreadID {
    let id = kernel.taskID(task)
    call(0x36, by: thread) {
      $0.esi = id.low
      $0.edi = id.high
      $0.eax = kernel.taskID(chief).low
      $0.ebx = 0
      $0.ebp = 0
    }
    return kernel.registers(of: thread).source
  }

  func exRegs(
    _ lthread: Int, by thread: Int, ip: UInt32 = ~0, sp: UInt32 = ~0,
    pager: ThreadID = .invalid
  ) {
    call(0x35, by: thread) {
      $0.eax = UInt32(lthread)
      $0.ecx = sp
      $0.edx = ip
      $0.esi = pager.low
      $0.edi = pager.high
      $0.ebx = ~0
      $0.ebp = ~0
    }
  }

  func ipc(
    _ thread: Int, _ partner: ThreadID, send: UInt32 = Phase.none, receive: UInt32 = Phase.none,
    _ timeouts: UInt32 = Timeout.never, words: (UInt32, UInt32) = (0, 0)
  ) {
    call(0x30, by: thread) {
      $0.eax = send
      $0.ebp = receive
      $0.ecx = timeouts
      $0.edx = words.0
      $0.ebx = words.1
      $0.esi = partner.low
      $0.edi = partner.high
    }
  }

  func id(_ thread: Int) -> ThreadID { kernel.id(of: thread) }
  func registers(_ thread: Int) -> Registers { kernel.registers(of: thread) }
  func state(_ thread: Int) -> ThreadState { kernel.threadState(thread) }

  /// Waits for anybody, with or without a time.
  func wait(_ thread: Int, _ timeouts: UInt32 = Timeout.never, receive: UInt32 = Phase.open) {
    ipc(thread, .none, receive: receive, timeouts)
  }

  /// All that a person could see of the threads that exist.
  func view() -> [ThreadView] {
    (0..<kernel.configuration.taskLimit * 128).compactMap { thread in
      let state = kernel.threadState(thread)
      if state == .inactive { return nil }
      return ThreadView(
        thread: thread, state: state, call: kernel.pagerCall(of: thread),
        registers: kernel.registers(of: thread))
    }
  }
}

struct ThreadView: Equatable {
  var thread: Int
  var state: ThreadState
  var call: PagerCall
  var registers: Registers
}
