import Forms
import Vocabulary

/// The families of operations; an item of `operations` has one of them.
enum FamilyKey: String, Keys {
  case map, grant, unmap, delete, create, access

  var form: Form {
    switch self {
    case .map, .grant: .mapping(of: TransferKey.self)
    case .unmap: .mapping(of: UnmapKey.self)
    case .delete, .create: .mapping(of: LifetimeKey.self)
    case .access: .mapping(of: AccessKey.self)
    }
  }

  var meaning: String {
    switch self {
    case .map: "one item of a map message (AS5)"
    case .grant: "one item of a map message, granted (AS6)"
    case .unmap: "fpage_unmap (UM1)"
    case .delete: "the end of a task (AS16)"
    case .create: "a task that begins with an empty space (AS1)"
    case .access: "a read or a write of a thread, by way of the TLB (AS21)"
    }
  }

  var absent: String? { "not offered" }
}

/// What extents are of.
enum SpaceKind: String, CaseIterable { case memory, ports }

enum AccessKind: String, CaseIterable { case read, write }

private let tasksForm = Form.list("all, outer (all but sigma0), s0, s1 and so on")
private let ordersForm = Form.list("exponents of 2, or whole")

/// The keys of `map` and `grant`.
enum TransferKey: String, Keys {
  case from, to, of, orders, windows
  case hotSpots = "hot-spots"
  case rights
  case noWindow = "no-window"
  case toSelf = "to-self"

  var form: Form {
    switch self {
    case .from, .to: tasksForm
    case .of: .choice(of: SpaceKind.self)
    case .orders: ordersForm
    case .windows: .list("same, exponents of 2, or whole")
    case .hotSpots: .list("all, or page numbers")
    case .rights: .list("r-, rw")
    case .noWindow, .toSelf: .truth
    }
  }

  var meaning: String {
    switch self {
    case .from: "the senders"
    case .to: "the receivers"
    case .of: "whether pages or I/O ports"
    case .orders: "sizes of the send fpage; every aligned one is taken"
    case .windows: "sizes of the receive window, or the size of the send fpage"
    case .hotSpots: "send bases (FP4), where the sizes differ; all are those that make a difference"
    case .rights: "with or without the write bit (AS8)"
    case .noWindow: "whether the receiver may also have no window (FP7)"
    case .toSelf: "whether a task also sends to itself (AS13)"
    }
  }

  var absent: String? {
    switch self {
    case .from: "all"
    case .to: "outer"
    case .of: "memory"
    case .orders: "0"
    case .windows: "same; whole for ports (IO2)"
    case .hotSpots: "all; there are none for ports (IO2)"
    case .rights: "rw"
    case .noWindow, .toSelf: "false"
    }
  }
}

/// The keys of `unmap`.
enum UnmapKey: String, Keys {
  case by, of, orders, masks

  var form: Form {
    switch self {
    case .by: tasksForm
    case .of: .choice(of: SpaceKind.self)
    case .orders: ordersForm
    case .masks: .list("all, \(UnmapMask.all.map(\.description).joined(separator: ", "))")
    }
  }

  var meaning: String {
    switch self {
    case .by: "the invokers"
    case .of: "whether pages or I/O ports"
    case .orders: "sizes of the fpage; every aligned one is taken"
    case .masks: "what is done, and to whose pages (UM1)"
    }
  }

  var absent: String? {
    switch self {
    case .by, .masks: "all"
    case .of: "memory"
    case .orders: "0"
    }
  }
}

/// The keys of `delete` and `create`.
enum LifetimeKey: String, Keys {
  case tasks
  var form: Form { tasksForm }
  var meaning: String { "the tasks that end, or begin" }
  var absent: String? { "outer" }
}

/// The keys of `access`.
enum AccessKey: String, Keys {
  case by, of, kinds

  var form: Form {
    switch self {
    case .by: tasksForm
    case .of: .choice(of: SpaceKind.self)
    case .kinds: .list(AccessKind.allCases.map(\.rawValue).joined(separator: ", "))
    }
  }

  var meaning: String {
    switch self {
    case .by: "the tasks whose threads do it"
    case .of: "whether pages or I/O ports"
    case .kinds: "whether they read or write"
    }
  }

  var absent: String? {
    switch self {
    case .by: "all"
    case .of: "memory"
    case .kinds: "read, write"
    }
  }
}
