/// Every entry of the kernel once, so that all of it is compiled for this machine.
///
/// `memory` holds `Kernel.memorySize` bytes; `words` holds what a system call brings, and takes back what
/// it answers.
@_cdecl("l4_memory_size")
public func memorySize() -> Int {
  Kernel<BareMachine>.memorySize(for: bareConfiguration())
}

@_cdecl("l4_run")
public func run(_ memory: UnsafeMutableRawPointer, _ words: UnsafeMutablePointer<UInt32>) {
  var kernel = Kernel(bareConfiguration(), machine: BareMachine(), memory: memory)
  while words[0] != 0 { words[1] = call(&kernel, words) }
}

func bareConfiguration() -> KernelConfiguration {
  var configuration = KernelConfiguration()
  configuration.frameAddress = 0x80_0000
  configuration.tableAddress = 0x40_0000
  configuration.usesLargePages = true
  return configuration
}

func call(_ kernel: inout Kernel<BareMachine>, _ words: UnsafeMutablePointer<UInt32>) -> UInt32 {
  let task = TaskNumber(words[1] & 63)
  let partner = TaskNumber(words[2] & 63)
  switch words[0] {
  case 1:
    let result = kernel.transfer(
      from: task, sendBase: words[3], fpage: words[4], to: partner, window: words[5])
    return UInt32(result.codes.sender) << 8 | UInt32(result.codes.receiver)
  case 2:
    kernel.unmap(task, fpage: words[3], mask: words[4])
    return 0
  case 3: return kernel.createTask(task) ? 1 : 0
  case 4: return kernel.deleteTask(task) ? 1 : 0
  case 5: return kernel.enter(task) ? 1 : 0
  case 6:
    kernel.reset()
    return 0
  default: return event(&kernel, words)
  }
}

/// The ways into a kernel that has been booted.
func event(_ kernel: inout Kernel<BareMachine>, _ words: UnsafeMutablePointer<UInt32>) -> UInt32 {
  switch words[0] {
  case 7: kernel.boot(BootParameters())
  case 8: kernel.systemCall(vector: words[1])
  case 9: kernel.pageFault(address: words[1], isWrite: words[2] != 0)
  case 10: kernel.portFault(port: words[1])
  case 11: kernel.exception(vector: words[1], code: words[2])
  case 12: kernel.loadExceptionTable(address: words[1])
  case 13: kernel.interrupt(line: Int(words[1]))
  case 14: kernel.timerTick()
  case 15: return kernel.fastIPC() ? 1 : 0
  case 16: return UInt32(UInt(bitPattern: kernel.currentRegisters))
  default: return kernel.audit() == nil ? 1 : 0
  }
  return 0
}
