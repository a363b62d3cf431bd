import PCHardware

// What the entries in entries.S call. Each answers with the address of the TCB to go on with, 0 for none.

/// int 0x30: the fast path, else the whole call.
///
/// It never returns, but leaves the kernel: so it has no registers to restore.
@_silgen_name("pc_ipc")
public func enterIPC() -> Never {
  if kernel.pointee.fastIPC() { pc_resume(kernel.pointee.currentRegisters) }
  pc_enter_whole_ipc()
}

/// int 0x30 once more, with all registers where they belong.
@_cdecl("pc_whole_ipc")
public func enterWholeIPC() -> UInt32 {
  kernel.pointee.systemCall(vector: 0x30)
  return currentBlock()
}

/// int 0x31 … 0x36, and 0x37, which is not L4's.
@_cdecl("pc_system_call")
public func enterSystemCall(_ vector: UInt32) -> UInt32 {
  if vector == 0x37 { inspect() } else { kernel.pointee.systemCall(vector: vector) }
  return currentBlock()
}

/// A line of the interrupt controllers.
@_cdecl("pc_interrupt")
public func enterInterrupt(_ line: UInt32) -> UInt32 {
  let line = Int(line)
  if InterruptController.isSpurious(line) { return currentBlock() }
  if line == IntervalTimer.line {
    InterruptController.acknowledge(line)
    InformationPage.advanceClock(by: IntervalTimer.microseconds)
    kernel.pointee.timerTick()
  } else {
    InterruptController.acknowledge(line)
    // The kernel masks it until the handler receives again, so that a level may stay. (INT-13)
    kernel.pointee.interrupt(line: line)
  }
  return currentBlock()
}

/// Vectors 0 … 31 from user mode.
@_cdecl("pc_exception")
public func enterException(_ vector: UInt32, _ code: UInt32) -> UInt32 {
  switch vector {
  case 14:
    kernel.pointee.pageFault(address: pc_fault_address(), isWrite: code & 2 != 0)
  case 13 where code == 0:
    protectionFault()
  default:
    kernel.pointee.exception(vector: vector, code: code)
  }
  return currentBlock()
}

private func protectionFault() {
  let registers = kernel.pointee.currentRegisters
  switch ProtectionFault(registers.pointee) {
  case .port(let port):
    kernel.pointee.portFault(port: port)
  case .loadTable(let operand, let next):
    // The operand is a limit of two bytes and the address of the table. (EXC-1)
    guard let table = UserMemory.word(at: operand &+ 2) else {
      return kernel.pointee.pageFault(address: operand &+ 2, isWrite: false)
    }
    registers.pointee.eip = next
    kernel.pointee.loadExceptionTable(address: table)
  case .other:
    kernel.pointee.exception(vector: 13, code: 0)
  }
}

/// Not of L4: with eax 0 the kernel's event counters, in the registers of the caller; with eax 1 an audit of
/// all that the kernel knows, which answers 0 if nothing is wrong.
///
/// An audit takes as long as there is memory, with interrupts off: so it is for the root task alone, and
/// #GP for others, as an interrupt is that is not theirs. (EXC-2)
private func inspect() {
  let registers = kernel.pointee.currentRegisters
  if registers.pointee.eax == 1 {
    guard kernel.pointee.currentThread.map({ $0 >> 7 }) == Kernel<PCMachine>.root else {
      registers.pointee.eip &-= 2
      return kernel.pointee.exception(vector: 13, code: 0x37 << 3 | 2)
    }
    registers.pointee.eax = kernel.pointee.audit() == nil ? 0 : 1
    return
  }
  let counters = kernel.pointee.eventCounters
  registers.pointee.eax = counters.kernelEntries
  registers.pointee.ecx = counters.messages
  registers.pointee.edx = counters.spaceSwitches
  registers.pointee.ebx = counters.pageFaults
  registers.pointee.ebp = counters.bufferFlushes
  registers.pointee.esi = counters.maps
  registers.pointee.edi = counters.fastMessages
}

/// The TCB of the current thread, which begins with its registers.
func currentBlock() -> UInt32 {
  if kernel.pointee.currentThread == nil { return 0 }
  return UInt32(UInt(bitPattern: kernel.pointee.currentRegisters))
}

/// An exception in the kernel.
@_cdecl("pc_fatal")
public func fatal(_ vector: UInt32, _ code: UInt32, _ instruction: UInt32) -> Never {
  log("kernel: exception ")
  log(vector)
  log(", code 0x")
  log(hexadecimal: code)
  log(", address 0x")
  log(hexadecimal: pc_fault_address())
  log(", at 0x")
  log(hexadecimal: instruction)
  log("\n")
  stop("an exception in the kernel")
}
