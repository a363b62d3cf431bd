import AddressSpaces
import KernelPrograms
import Microkernel
import Vocabulary

/// The facts that steps and deviations are about, by their numbers.
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

  static func of(_ page: PageCase) -> [String] {
    switch page {
    case .notExistent: ["IPC-41"]
    case .outsideWindow: ["AS3"]
    case .notHeld: ["AS10"]
    case .noPlace: ["AS17", "IO1"]
    case .withinOneSpace: ["AS13", "U4"]
    case .rootStays: ["I-AS2"]
    case .ontoAncestor: ["AS12", "AS14"]
    case .kept, .replaced: ["AS11", "U3"]
    case .widened: ["AS11", "AS12"]
    case .mapped: ["AS2", "AS3", "AS5", "AS8"]
    case .shortage: ["AS15"]
    case .granted: ["AS6", "AS9"]
    case .grantedReplacing: ["AS6", "AS9", "AS11"]
    case .unmapped: ["UM2"]
    case .deleted: ["AS16"]
    case .created: ["AS1"]
    case .accessed, .fault: ["AS21"]
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

  /// The facts of a step that came to this.
  static func of(_ transition: TransitionClass) -> [String] {
    if transition.isSkipped { return ["I-SC2"] }
    var facts = of(transition.kind)
    func add(_ more: [String]) {
      for fact in more where !facts.contains(fact) { facts.append(fact) }
    }
    for code in transition.codes { add(of(code: code)) }
    for page in PageCase.allCases where transition.pages.contains(page) { add(of(page)) }
    let flags = transition.flags
    if flags & 1 != 0 { add(["CC-12", "CC-13"]) }
    if flags & 2 != 0 { add(["IPC-54"]) }
    if flags & 12 != 0 { add(["CC-10", "CC-11"]) }
    if flags & 16 != 0 { add(["INT-1", "INT-8"]) }
    if flags & 32 != 0 { add(["A6"]) }
    if flags & 128 != 0 { add(["PF-5"]) }
    return facts
  }

  /// All facts that a step can be about, in the order of their names.
  static let all: [String] = {
    var facts: Set<String> = ["CC-10", "CC-11", "CC-12", "CC-13", "IPC-54", "INT-1", "INT-8"]
    facts.formUnion(["I-SC2", "A6", "PF-5"])
    // What a kernel does by itself is no operation of a program.
    for kind in KernelOperation.Kind.allCases where ![.fault, .copy, .expire].contains(kind) {
      facts.formUnion(of(kind))
    }
    for code in ErrorCode.all { facts.formUnion(of(code: code)) }
    for page in PageCase.allCases where ![.deleted, .created, .outsideWindow].contains(page) {
      facts.formUnion(of(page))
    }
    return facts.sorted()
  }()

  private static let positions = Dictionary(
    uniqueKeysWithValues: all.enumerated().map { ($1, $0) })

  static func mask(_ facts: [String]) -> BitMask {
    facts.reduce(0) { mask, fact in positions[fact].map { mask | 1 << BitMask($0) } ?? mask }
  }
}
