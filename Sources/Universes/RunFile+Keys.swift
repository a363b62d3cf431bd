import AddressSpaces
import Evidence
import Forms
import Logic

/// The keys of a run file.
enum RunKey: String, Keys {
  case name, about, tasks, pages
  case userPages = "user-pages"
  case frames, ports, nodes, profile, granularity, concurrent, operations
  case idleCalls = "idle-calls"
  case properties, goals, limits, expect

  var form: Form {
    switch self {
    case .name, .about: .text
    case .tasks: .number(1...Shape.capacity)
    case .pages, .userPages: .number(0...Shape.capacity)
    case .frames, .ports: .number(0...Shape.frameCapacity)
    case .nodes: .number(0...255)
    case .profile:
      .other(
        "\(ProfileKey.bases.joined(separator: ", ")), or a mapping with the keys "
          + ProfileKey.names.joined(separator: ", "))
    case .granularity: .choice(of: Plan<Concrete<UInt32>>.Granularity.self)
    case .concurrent: .number(1...2)
    case .operations:
      .list("families (\(FamilyKey.names.joined(separator: ", "))) and single operations")
    case .idleCalls: .choice(of: IdleCalls.self)
    case .properties, .goals: .list("all, none, numbers or names")
    case .limits: .mapping(of: LimitKey.self)
    case .expect: .choice(of: Verdict.self)
    }
  }

  var meaning: String {
    switch self {
    case .name: "what reports call the run"
    case .about: "what it is for"
    case .tasks: "tasks, sigma0 (s0) included"
    case .pages: "virtual pages of each task"
    case .userPages: "pages below the user limit; the others are the kernel's area (AS17)"
    case .frames: "page frames; frame n is sigma0's page n (AS1)"
    case .ports: "I/O ports (IO1)"
    case .nodes: "mappings that the kernel has memory for, sigma0's own not counted (AS15)"
    case .profile: "the choices at the open points (section P)"
    case .granularity: "whether other operations come between the pages of one (N1, N2)"
    case .concurrent: "operations in progress at once, page by page only"
    case .operations: "what is offered in every state"
    case .idleCalls: "whether operations that find nothing held are offered as well"
    case .properties: "what must hold in every state and step"
    case .goals: "what must be reached by some run"
    case .limits: "where the search stops"
    case .expect: "the verdict that the run should come to"
    }
  }

  var absent: String? {
    switch self {
    case .name, .tasks, .operations: nil
    case .about: "nothing"
    case .pages, .frames, .ports: "0"
    case .userPages: "all pages"
    case .nodes: "enough for every slot"
    case .profile: "v2"
    case .granularity: "atomic"
    case .concurrent: "2"
    case .idleCalls: "offered"
    case .properties: "all"
    case .goals: "none"
    case .limits: "no limits"
    case .expect: "holds"
    }
  }
}

enum IdleCalls: String, CaseIterable {
  case offered
  case leftOut = "left out"
}

/// The options of a profile: the open points of section P.
enum ProfileKey: String, Keys {
  case base
  case grantWithoutWrite = "grant-without-write"
  case overmapping
  case selfMapping = "self-mapping"
  case portGranularity = "port-granularity"
  case readOnlyUnmapOfPorts = "read-only-unmap-of-ports"

  static let bases = Profile.named.map(\.name)

  var form: Form {
    switch self {
    case .base: .choice(Self.bases)
    case .grantWithoutWrite: .choice(of: Profile.GrantWithoutWrite.self)
    case .overmapping: .choice(of: Profile.Overmapping.self)
    case .selfMapping: .choice(of: Profile.SelfMapping.self)
    case .portGranularity: .number(0...16)
    case .readOnlyUnmapOfPorts: .choice(of: Profile.ReadOnlyUnmapOfPorts.self)
    }
  }

  var meaning: String {
    switch self {
    case .base: "the profile whose choices hold where no other is named"
    case .grantWithoutWrite: "what a grant without the write bit does (U2)"
    case .overmapping: "what mapping onto an occupied page does (U3)"
    case .selfMapping: "what mapping within one task does (U4)"
    case .portGranularity: "ports per mapping, as an exponent of 2 (U5)"
    case .readOnlyUnmapOfPorts: "what a read-only unmap of I/O ports does (U6)"
    }
  }

  var absent: String? { self == .base ? "v2" : "as in the base" }
}

/// Where a search stops.
package enum LimitKey: String, Keys {
  case states, memory, seconds, depth

  package var form: Form {
    switch self {
    case .states, .seconds: .number(1...Int.max)
    case .depth: .number(0...Int.max)
    case .memory: .other("an amount of memory, as 512 MB or 4 GiB")
    }
  }

  package var meaning: String {
    switch self {
    case .states: "distinct states; with more the run is incomplete"
    case .memory: "memory of the search; with more the run is incomplete"
    case .seconds: "time; with more the run is incomplete"
    case .depth: "steps from the initial state; a bound that was asked for"
    }
  }

  package var absent: String? { "no limit" }
}
