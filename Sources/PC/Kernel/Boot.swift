import PCHardware

/// The kernel in its fixed place, so that every access to it is to a known address.
var kernel: UnsafeMutablePointer<Kernel<PCMachine>> {
  pc_kernel().assumingMemoryBound(to: Kernel<PCMachine>.self)
}

/// From the boot code, with paging on: brings everything up.
///
/// - Returns: The TCB of the first thread to run.
@_cdecl("pc_boot")
public func boot(_ magic: UInt32, _ information: UInt32) -> UInt32 {
  Serial.start()
  log("kernel: L4 Version 2 on a 32-bit PC\n")
  let loader = Multiboot(magic: magic, information: information)
  guard loader.memoryEnd > PCLayout.firstFrame + 2 * PCLayout.kernelMemory else {
    stop("there is too little memory")
  }
  guard loader.moduleCount == 2 else { stop("the modules are not sigma0 and the root task") }
  let kernelBegin = loader.memoryEnd - PCLayout.kernelMemory
  let sigma0 = Program(
    module: loader.module(0), low: PCLayout.firstFrame + 0x1000, high: kernelBegin)
  let root = Program(module: loader.module(1), low: sigma0.end, high: kernelBegin)
  start(memoryEnd: loader.memoryEnd)
  _ = InformationPage(
    sigma0: sigma0, root: root, memoryEnd: loader.memoryEnd, kernelBegin: kernelBegin)
  report(loader.memoryEnd, sigma0, root)
  var parameters = BootParameters()
  parameters.sigma0Instruction = sigma0.entry
  parameters.rootInstruction = root.entry
  kernel.pointee.boot(parameters)
  return currentBlock()
}

private func start(memoryEnd: UInt32) {
  var memory = BootMemory(end: memoryEnd)
  var configuration = KernelConfiguration()
  configuration.taskLimit = PCLayout.taskLimit
  configuration.frameAddress = PCLayout.firstFrame
  configuration.frameCount = Int(memory.next - PCLayout.firstFrame) >> 12
  configuration.nodeLimit = PCLayout.nodeLimit
  configuration.tableLimit = PCLayout.tableLimit
  configuration.usesLargePages = true
  configuration.reservedLines = InterruptController.reservedLines
  let regions = configuration.frameCount >> 10 + 1
  let tables = PCLayout.taskLimit + regions + PCLayout.tableLimit
  configuration.tableAddress = memory.take(UInt32(tables) << 12)
  let windows = PortWindows(directories: configuration.tableAddress, memory: &memory)
  let pools = memory.take(UInt32(Kernel<PCMachine>.memorySize(for: configuration)))
  guard let pools = UnsafeMutableRawPointer(bitPattern: UInt(PCLayout.virtual(pools))),
    MemoryLayout<Kernel<PCMachine>>.size <= pc_kernel_size()
  else { stop("the kernel does not fit its place") }
  kernel.initialize(to: Kernel(configuration, machine: PCMachine(windows), memory: pools))
  Descriptors.start()
  InterruptController.start()
  IntervalTimer.start()
}

private func report(_ memoryEnd: UInt32, _ sigma0: borrowing Program, _ root: borrowing Program) {
  log("kernel: ")
  log(memoryEnd >> 20)
  log(" MB of memory, ")
  log(UInt32(kernel.pointee.configuration.frameCount))
  log(" frames for sigma0\n")
  log("kernel: sigma0 at 0x")
  log(hexadecimal: sigma0.entry)
  log(", root task at 0x")
  log(hexadecimal: root.entry)
  log("\n")
}
