import KernelPrograms
import Microkernel
import Vocabulary

/// The facts that operations and deviations are about, by their numbers.
enum Facts {
  static func of(_ kind: KernelOperation.Kind) -> [String] {
    switch kind {
    case .send: ["IPC-2", "IPC-13", "IPC-14"]
    case .receive: ["IPC-13", "IPC-16"]
    case .wait: ["IPC-15", "IPC-16"]
    case .call: ["IPC-6", "IPC-8", "IPC-9"]
    case .replyAndWait: ["IPC-5", "IPC-8", "IPC-9"]
    case .sendAndNothing: ["IPC-7", "U18"]
    case .idNearest: ["CC-4", "CC-8"]
    case .unmap: ["UM2", "UM3", "UM4", "UM5", "UM6"]
    case .threadSwitch: ["SC4", "SC5"]
    case .threadSchedule: ["SC6", "SC8", "SC9"]
    case .exRegs: ["EX1", "EX4", "EX6"]
    case .taskNew: ["TN1", "TN2", "TN7", "TN10", "AS1", "AS16"]
    case .access: ["AS21", "PF-1"]
    case .fault: ["PF-1"]
    case .exception: ["EXC-1", "EXC-3"]
    case .loadExceptionTable: ["EXC-1"]
    case .copy: ["IPC-57"]
    case .expire: ["IPC-36"]
    case .tick: ["IPC-36", "SC2"]
    case .interrupt: ["INT-1", "INT-9"]
    }
  }

  static func of(code: UInt8) -> [String] {
    switch code {
    case 0x00: ["IPC-20"]
    case 0x10: ["IPC-10", "IPC-11", "IPC-41", "A6"]
    case 0x20, 0x30: ["IPC-33", "IPC-36"]
    case 0x40, 0x50: ["EX4", "IPC-60"]
    case 0x60, 0x70: ["AS15"]
    case 0x80, 0x90, 0xA0, 0xB0: ["IPC-35", "IPC-57", "PF-13", "U22"]
    case 0xC0, 0xD0: ["EX4", "TN10", "IPC-60"]
    default: ["IPC-44"]
    }
  }

  static func of(_ difference: Difference) -> [String] {
    switch difference {
    case .skipping: ["I-SC2"]
    case .missingReturn(_, let code), .extraReturn(_, let code): of(code: code)
    case .code(_, let seen, let allowed):
      of(code: allowed) + of(code: seen).filter { !of(code: allowed).contains($0) }
    case .source: ["IPC-13", "IPC-21"]
    case .flags(_, let letters):
      (letters.contains("d") ? ["CC-12", "CC-13"] : []) + (letters.contains("m") ? ["IPC-54"] : [])
        + (letters.contains("r") || letters.contains("i") ? ["CC-10"] : [])
    case .word: ["IPC-47", "IPC-58"]
    case .destination: ["CC-11", "U33"]
    case .damage: ["IPC-50", "IPC-58"]
    case .missingAccess, .extraAccess: ["AS21", "PF-5"]
    case .frame: ["AS21"]
    case .reply: []
    case .running: ["SC1", "SC9", "SC12"]
    case .memory: ["AS2", "AS3"]
    }
  }

  private static let positions = Dictionary(
    uniqueKeysWithValues: all.enumerated().map { ($1, $0) })

  static func mask(_ facts: [String]) -> BitMask {
    facts.reduce(0) { mask, fact in positions[fact].map { mask | 1 << BitMask($0) } ?? mask }
  }
}
