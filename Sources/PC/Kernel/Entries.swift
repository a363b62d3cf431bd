import PCHardware

@_cdecl("pc_ipc")
public func enterIPC() -> UInt32 { 0 }

@_cdecl("pc_system_call")
public func enterSystemCall(_ vector: UInt32) -> UInt32 { 0 }

@_cdecl("pc_interrupt")
public func enterInterrupt(_ line: UInt32) -> UInt32 {
  InterruptController.acknowledge(Int(line))
  log(".")
  return 0
}

@_cdecl("pc_exception")
public func enterException(_ vector: UInt32, _ code: UInt32) -> UInt32 { 0 }

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
