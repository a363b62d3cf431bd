import AddressSpaces
import Evidence
import Forms
import Microkernel
import Universes

/// The keys of a run file for a whole kernel.
enum KernelRunKey: String, Keys {
  case name, about, threads, pages, frames, ports, nodes, buffers, sources, slice, scheduling
  case profile, setup, operations, properties, goals, limits, expect

  var form: Form {
    switch self {
    case .name, .about: .text
    case .threads: .list("numbers of threads from 1 on, one for each task")
    case .pages: .number(0...Shape.capacity)
    case .frames, .ports: .number(0...Shape.frameCapacity)
    case .nodes, .slice: .number(0...255)
    case .buffers: .list("threads with a page, as t2.0 p0")
    case .sources: .number(0...KernelUniverse.Capacity.sources)
    case .scheduling: .choice(of: Scheduling.self)
    case .profile:
      .other(
        "\(KernelProfile.named.map(\.name).joined(separator: ", ")), with settings, as "
          + "v2,overmapping=replaces, or a mapping with base and options")
    case .setup: .list("operations")
    case .operations:
      .list("families (\(KernelFamily.names.joined(separator: ", "))) and single operations")
    case .properties, .goals: .list("all, none, numbers or names")
    case .limits: .mapping(of: LimitKey.self)
    case .expect: .choice(of: Verdict.self)
    }
  }

  var meaning: String {
    switch self {
    case .name: "what reports call the run"
    case .about: "what it is for"
    case .threads: "the threads that each task can have: sigma0, the root task, and the others"
    case .pages: "virtual pages of each task; without, what faults is up to the environment"
    case .frames: "page frames; frame n is sigma0's page n (AS1)"
    case .ports: "I/O ports (IO1)"
    case .nodes: "mappings that the kernel has memory for, sigma0's own not counted (AS15)"
    case .buffers: "the pages of messages that do not fit in registers (IPC-48)"
    case .sources: "sources of interrupts (INT-1)"
    case .slice: "the time slice of threads at boot, in ticks; 255 is endless (SC2)"
    case .scheduling: "whether it is kept who runs; otherwise any ready thread may act (N1)"
    case .profile: "the choices at the open points (sections P and V)"
    case .setup: "what is done between boot and the beginning"
    case .operations: "what can happen"
    case .properties: "what must hold in every state and step"
    case .goals: "what must be reached by some run"
    case .limits: "where the search stops"
    case .expect: "the verdict that the run should come to"
    }
  }

  var absent: String? {
    switch self {
    case .name, .threads, .operations: nil
    case .about, .setup: "nothing"
    case .pages, .frames, .ports, .sources, .slice: "0"
    case .nodes: "enough for every slot"
    case .buffers: "none"
    case .scheduling: "left open"
    case .profile: "v2"
    case .properties: "all"
    case .goals: "none"
    case .limits: "no limits"
    case .expect: "holds"
    }
  }
}

enum Scheduling: String, CaseIterable {
  case kept
  case leftOpen = "left open"
}

/// The options of a profile by name: the base, the options that kernels differ in, and two limits.
struct KernelProfileKey: Keys {
  let rawValue: String

  static let base = Self("base")
  static let greatestDepth = Self("greatest-depth")
  static let longestSlice = Self("longest-slice")
  static let allCases =
    [base] + KernelOption.all.map { Self($0.name) } + [greatestDepth, longestSlice]

  private init(_ name: String) { rawValue = name }

  init?(rawValue: String) {
    guard let key = Self.allCases.first(where: { $0.rawValue == rawValue }) else { return nil }
    self = key
  }

  var option: KernelOption? { KernelOption.all.first { $0.name == rawValue } }

  var form: Form {
    if let option { return .choice(option.alternatives.map(\.name)) }
    return self == .base ? .choice(KernelProfile.named.map(\.name)) : .number(0...254)
  }

  var meaning: String {
    if let option { return "\(option.question) (\(option.number))" }
    switch self {
    case .base: return "the profile whose choices hold where no other is named"
    case .greatestDepth: return "how deep clans can be (TN6)"
    default: return "what an infinite time slice is capped to, in ticks (U14)"
    }
  }

  var absent: String? { self == .base ? "v2" : "as in the base" }
}
