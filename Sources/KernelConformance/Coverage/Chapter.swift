import KernelPrograms
import Microkernel
import Vocabulary

/// A part of what a kernel does, by which results are told.
package enum Chapter: String, Sendable, CaseIterable, Codable {
  case addressSpaces = "address spaces"
  case flexpages
  case unmap
  case ports
  case tasks = "tasks and ex_regs"
  case scheduling
  case ipc
  case timeouts
  case faults
  case interrupts
  case clans
}

/// Some chapters, or facts: a bit each.
typealias BitMask = UInt128

extension Chapter {
  var bit: BitMask { 1 << BitMask(Self.allCases.firstIndex(of: self) ?? 0) }

  /// The chapters that an operation is about, as far as it says so itself.
  static func mask(of operation: KernelOperation) -> BitMask {
    var mask: BitMask = 0
    if operation.pages.contains(where: { $0 >= KernelOperation.port(0) }) { mask |= ports.bit }
    switch operation {
    case .ipc(let call):
      mask |= ipc.bit
      if case .interrupt = call.partner { mask |= interrupts.bit }
      if let send = call.send {
        if send.timeout != .never { mask |= timeouts.bit }
        if send.virtual != nil { mask |= clans.bit }
        if send.parts > 0 { mask |= faults.bit }
        if let item = send.item {
          mask |= addressSpaces.bit
          if item.order > 0 || item.isSmall { mask |= flexpages.bit }
        }
      }
      if let receive = call.receive, receive.timeout != .never { mask |= timeouts.bit }
    case .idNearest: mask |= clans.bit
    case .unmap: mask |= unmap.bit
    case .threadSwitch, .threadSchedule: mask |= scheduling.bit
    case .exRegs, .create, .donate: mask |= tasks.bit
    case .access: mask |= addressSpaces.bit | faults.bit
    case .fault, .exception, .loadExceptionTable: mask |= faults.bit
    case .copy: mask |= ipc.bit
    case .expire, .tick: mask |= timeouts.bit
    case .interrupt: mask |= interrupts.bit
    }
    return mask
  }

  /// The chapters that what came of a step is about.
  static func mask(of transition: StepKind) -> BitMask {
    var mask: BitMask = 0
    for code in transition.codes {
      switch code & 0xE0 {
      case 0x20: mask |= timeouts.bit
      case 0x40, 0xC0: mask |= tasks.bit
      case 0x60: mask |= addressSpaces.bit
      case 0x80, 0xA0: mask |= faults.bit | timeouts.bit
      default: break
      }
    }
    if transition.flags & 0b1101 != 0 { mask |= clans.bit }
    if transition.flags & 0b10000 != 0 { mask |= interrupts.bit }
    if transition.flags & 0x80 != 0 { mask |= faults.bit }
    return mask
  }

  static func names(_ mask: BitMask) -> [Chapter] { allCases.filter { mask & $0.bit != 0 } }
}
