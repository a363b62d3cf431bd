import KernelPrograms
import Microkernel
import ReferenceKernel
import Vocabulary

// The seven system calls, in registers; and what else a program at user level can do.
extension ReferenceSession {
  /// Lets the running thread perform an operation. Returns false if there are no words for it.
  func act(
    _ operation: KernelOperation, by actor: Thread, _ observation: inout Observation
  ) -> Bool {
    switch operation {
    case .ipc(let call): return ipc(call, by: actor)
    case .idNearest(let partner, _):
      let answer = call(0x31, by: actor) { $0.partner = ids.id(of: partner) }
      observation.reply = .nearest(
        type: UInt8(truncatingIfNeeded: answer.eax), ids.seen(answer.partner))
    case .unmap(let page, let mask, _):
      call(0x32, by: actor) {
        $0.eax = fpage(ofPage: page)
        $0.ecx = mask.word
      }
    case .threadSwitch(let to, _): call(0x33, by: actor) { $0.partner = ids.id(of: to) }
    case .threadSchedule(let thread, let priority, let slice, let preempter, _):
      observation.reply = schedule(thread, priority, slice, preempter, by: actor)
    case .exRegs(let target, let registers, let pager, let preempter, _):
      observation.reply = exRegs(target, registers, pager, preempter, by: actor)
    case .create(let task, let mcp, let registers, let pager, _):
      let first = stage.population.threads(of: task.task)[0]
      let answer = call(0x36, by: actor) {
        $0.partner = ids.id(of: task)
        $0.eax = UInt32(mcp)
        $0.ecx = layout.own(first).address + OwnOffset.stack
        $0.edx = Version2Words.instruction(registers)
        $0.third = ids.id(of: pager)
      }
      observation.reply = .created(answer.partner != ThreadID.none)
      follow()
    case .donate(let task, let to, _):
      let answer = call(0x36, by: actor) {
        $0.partner = ids.id(of: task)
        $0.eax = ids.id(of: to).low
        $0.third = .none
      }
      observation.reply = .created(answer.partner != ThreadID.none)
      follow()
    case .access(let page, let write, _): access(page, write: write, by: actor, &observation)
    case .exception: kernel.exception(vector: 6, code: 0)
    case .loadExceptionTable(let isValid, _): loadExceptionTable(isValid, of: actor)
    case .fault, .copy, .expire, .tick, .interrupt: return false
    }
    return true
  }

  /// Makes the running thread call the kernel, with registers that are all of no use but for what
  /// `prepare` sets. Returns what they are when the call has returned; if it has not, that means nothing.
  @discardableResult
  private func call(
    _ vector: UInt32, by actor: Thread, _ prepare: (inout Registers) -> Void
  ) -> Registers {
    let number = layout.number(of: actor)
    var registers = kernel.registers(of: number)
    registers.eax = 0xDEAD_00A0
    registers.ebx = 0xDEAD_00B0
    registers.ecx = 0xDEAD_00C0
    registers.edx = 0xDEAD_00D0
    registers.esi = 0xDEAD_0510
    registers.edi = 0xDEAD_0D10
    registers.ebp = 0xDEAD_0B90
    registers.esp = layout.own(actor).address + OwnOffset.stack
    prepare(&registers)
    kernel.setRegisters(of: number, to: registers)
    kernel.systemCall(vector)
    return kernel.registers(of: number)
  }

  private func fpage(ofPage number: Int) -> UInt32 {
    switch MessageWords.Place(number) {
    case .page(let page): return Version2Words.fpage(layout.address(ofPage: page), bits: 12)
    case .port(let port):
      let granularity = UInt32(stage.shape.profile.portGranularity)
      return Version2Words.ports(UInt32(port) << granularity, exponent: granularity)
    }
  }

  // ipc

  private func ipc(_ operation: KernelOperation.ThreadCall, by actor: Thread) -> Bool {
    guard let timeouts = Version2Words.timeouts(operation) else { return false }
    let send = operation.send.map { writeMessage($0, of: actor) }
    let receive = operation.receive.map { writeBuffer($0, of: actor) }
    call(0x30, by: actor) {
      $0.eax = send?.descriptor ?? Version2Words.allOnes
      $0.ebp = receive ?? Version2Words.allOnes
      $0.ecx = timeouts
      $0.edx = send?.words.0 ?? $0.edx
      $0.ebx = send?.words.1 ?? $0.ebx
      $0.partner = ids.id(of: operation.partner)
      $0.eip |= Version2Words.trapLength
    }
    note(operation, by: actor)
    return true
  }

  /// A thread executes the instruction of a call again, with the registers that it was left. (PF-8)
  func repeatCall(_ operation: KernelOperation.ThreadCall, by actor: Thread) {
    let number = layout.number(of: actor)
    var registers = kernel.registers(of: number)
    registers.eip |= Version2Words.trapLength
    kernel.setRegisters(of: number, to: registers)
    kernel.systemCall(0x30)
    note(operation, by: actor)
  }

  /// Whether a thread is in the call, or at its instruction still, is what its instruction pointer says.
  private func note(_ operation: KernelOperation.ThreadCall, by actor: Thread) {
    let isAgain =
      kernel.registers(of: layout.number(of: actor)).eip & Version2Words.trapLength == 0
    activities[Int(actor.rawValue)] = isAgain ? .repeatedIPC(operation) : .ipc(operation)
  }

  /// Writes what of a message is in memory. Returns the send descriptor and the words. (IPC-3, IPC-48)
  private func writeMessage(
    _ send: KernelOperation.Sending, of sender: Thread
  ) -> (descriptor: UInt32, words: (UInt32, UInt32)) {
    let own = layout.own(sender)
    var descriptor: UInt32 = 0
    if let virtual = send.virtual {
      let id = ids.id(of: KernelOperation.NamedThread(virtual))
      kernel.pokePhysical(own.physical + OwnOffset.stack, id.low)
      kernel.pokePhysical(own.physical + OwnOffset.stack + 4, id.high)
      descriptor |= 1
    }
    if send.item != nil { descriptor |= 2 }
    fillStrings(send.parts, of: sender)
    if send.parts > 0, send.isHeaderInPage, let address = layout.header(of: sender) {
      // Whichever frame is there when the kernel looks, the message is in it.
      for frame in 0..<UInt32(stage.shape.frames) {
        let place = (StageLayout.firstPage + frame) << 12 | address & 0xFFF
        writeDopes(place, strings: send.parts, of: sender)
      }
      descriptor |= address
    } else if send.parts > 0 {
      writeDopes(own.physical + OwnOffset.message, strings: send.parts, of: sender)
      descriptor |= own.address + OwnOffset.message
    }
    return (descriptor, MessageWords.words(send, layout))
  }

  /// Writes a receive buffer, if the call has one. Returns the receive descriptor. (IPC-4, IPC-49)
  private func writeBuffer(_ receive: KernelOperation.Receiving, of receiver: Thread) -> UInt32 {
    let own = layout.own(receiver)
    let open: UInt32 = receive.isOpen ? 1 : 0
    let window = MessageWords.window(receive.window, layout)
    guard receive.buffer != .none else { return (window.map { $0 & ~3 | 2 } ?? 0) | open }
    let buffer = own.physical + OwnOffset.buffer
    let length = receive.buffer == .short ? StageLayout.stringBytes / 2 : StageLayout.stringBytes
    writeDopes(buffer, strings: 2, of: receiver, length: length)
    kernel.pokePhysical(buffer, window ?? 0)
    return own.address + OwnOffset.buffer | open
  }

  /// A header with two dwords and some strings, to be sent as well as received. (IPC-48, IPC-51)
  private func writeDopes(
    _ header: UInt32, strings: UInt8, of thread: Thread,
    length: UInt32 = StageLayout.stringBytes
  ) {
    let dope = UInt32(2) << 13 | UInt32(strings) << 8
    kernel.pokePhysical(header, 0)
    kernel.pokePhysical(header + 4, dope)
    kernel.pokePhysical(header + 8, dope)
    for part in 0..<UInt32(min(strings, StageLayout.mostStrings)) {
      let place = header + 20 + part * 16
      let string = layout.string(Int(part), of: thread)
      kernel.pokePhysical(place, StageLayout.stringBytes)
      kernel.pokePhysical(place + 4, string)
      kernel.pokePhysical(place + 8, length)
      kernel.pokePhysical(place + 12, string)
    }
  }

  /// What an ipc call returned. (IPC-40)
  func result(
    of call: KernelOperation.ThreadCall, by thread: Thread, _ registers: Registers
  ) -> Return {
    let code = UInt8(truncatingIfNeeded: registers.eax & 0xF0)
    var result = Return(thread: Int(thread.rawValue), code: code)
    guard call.receive != nil, code == 0x00 || code == 0xE0 else { return result }
    let source = ids.seen(registers.partner)
    result.source = source
    result.isDeceived = registers.eax & 1 != 0
    result.isMapped = registers.eax & 2 != 0
    result.isRedirected = registers.eax & 4 != 0
    result.isFromInside = registers.eax & 8 != 0
    if result.isRedirected {
      result.destination = ids.seen(ThreadID(low: registers.ecx, high: registers.ebp))
    }
    if case .interrupt = source { return result }
    let faults: [MessageWords.Fault] =
      if case .thread(let sender) = source { fault(of: Thread(sender)).map { [$0] } ?? [] } else {
        []
      }
    let meaning = MessageWords.meaning(registers.edx, registers.ebx, of: faults)
    result.word = meaning.word
    result.damage = code == 0 ? meaning.damage : nil
    // What the kernel says for a thread has no strings; who deceives does not say who it is; and pages
    // that came last may lie over the strings. (IPC-55)
    if case .thread(let sender) = source, result.damage == nil, !result.isDeceived,
      !result.isMapped,
      Version2Words.token(ofInstruction: registers.ebx) == nil
    {
      result.damage = damage(ofStrings: registers.eax, from: Thread(sender), to: thread)
    }
    return result
  }

  /// What a thread can miss that is in the kernel. (PF-1, PF-13)
  private func fault(of thread: Thread) -> MessageWords.Fault? {
    switch activities[Int(thread.rawValue)] {
    case .nothing: return nil
    case .ipc, .repeatedIPC:
      let first = layout.string(0, of: thread)
      return .init(addresses: first..<first + StageLayout.headerOffset + 12)
    case .access(let number, let write):
      switch MessageWords.Place(number) {
      case .page(let page):
        let address = layout.address(ofPage: page)
        return .init(addresses: address..<address + 1, isWrite: write)
      case .port(let port):
        let first = UInt32(port) << UInt32(stage.shape.profile.portGranularity)
        let word = Version2Words.ports(first, exponent: 0)
        return .init(addresses: word..<word + 1, isPort: true, isWrite: write)
      }
    }
  }

  // The others

  private func schedule(
    _ thread: KernelOperation.NamedThread, _ priority: UInt8?, _ slice: UInt8?,
    _ preempter: KernelOperation.NamedThread?, by actor: Thread
  ) -> Reply {
    let answer = call(0x34, by: actor) {
      $0.partner = ids.id(of: thread)
      $0.eax = Version2Words.allOnes
      if let priority, let slice {
        $0.eax = Version2Words.scheduling(priority: priority, slice: slice)
      }
      $0.second = preempter.map { ids.id(of: $0) } ?? .invalid
    }
    let old = Version2Words.scheduling(of: answer.eax)
    return .scheduled(
      priority: old?.priority, slice: old?.slice,
      preempter: old == nil ? nil : ids.seen(answer.second))
  }

  private func exRegs(
    _ target: Thread, _ token: UInt8?, _ pager: KernelOperation.NamedThread??,
    _ preempter: KernelOperation.NamedThread??, by actor: Thread
  ) -> Reply? {
    // A target of another task cannot be named. (EX2)
    guard stage.population.task(of: target) == stage.population.task(of: actor) else { return nil }
    let answer = call(0x35, by: actor) {
      $0.eax = UInt32(layout.lthread(of: target))
      $0.ecx = Version2Words.allOnes
      $0.edx = Version2Words.allOnes
      if let token {
        $0.ecx = layout.own(target).address + OwnOffset.stack
        $0.edx = Version2Words.instruction(token)
      }
      $0.partner = pager.map { ids.id(of: $0) } ?? .invalid
      $0.third = preempter.map { ids.id(of: $0) } ?? .invalid
    }
    if token != nil {
      switch activities[Int(target.rawValue)] {
      case .access, .repeatedIPC: activities[Int(target.rawValue)] = .nothing  // EX7
      case .ipc, .nothing: break
      }
    }
    return .registers(
      Version2Words.token(ofInstruction: answer.edx), pager: ids.seen(answer.partner),
      preempter: ids.seen(answer.third))
  }

  private func loadExceptionTable(_ isValid: Bool, of thread: Thread) {
    let own = layout.own(thread)
    let handler = Version2Words.instruction(1)
    kernel.pokePhysical(own.physical + OwnOffset.gate, handler & 0xFFFF | 0x8 << 16)
    kernel.pokePhysical(own.physical + OwnOffset.gate + 4, handler & ~0xFFFF | 0xEF00)
    kernel.loadExceptionTable(
      address: isValid ? own.address + OwnOffset.exceptionTable : 0xF000_0000)
  }
}

extension Registers {
  /// esi and edi.
  var partner: ThreadID {
    get { ThreadID(low: esi, high: edi) }
    set {
      esi = newValue.low
      edi = newValue.high
    }
  }

  /// edx and ebx.
  var second: ThreadID {
    get { ThreadID(low: edx, high: ebx) }
    set {
      edx = newValue.low
      ebx = newValue.high
    }
  }

  /// ebx and ebp.
  var third: ThreadID {
    get { ThreadID(low: ebx, high: ebp) }
    set {
      ebx = newValue.low
      ebp = newValue.high
    }
  }
}
