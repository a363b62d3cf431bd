import Vocabulary

// The text form of operations, the same in run files, traces, reports and scripts:
//
//     map s0.p0 → s1.p0 r-              one page, read-only; -> is accepted for →
//     map s0.p0+4 → s1.p2+2 rw at p1    four pages into a window of two, with a hot spot (FP4)
//     map s0.* → s1.none rw             the complete space, to a receiver without a window (FP7, FP10)
//     grant s1.io0 → s2.io* rw          an I/O port into a window of all ports (IO2)
//     unmap s1.p0+2 flush others        as the manual names the masks (UM1)
//     create s2, delete s2, read s1.p0, write s1.io0

extension Operation: LosslessStringConvertible {
  public var description: String {
    switch self {
    case .transfer(let transfer): transfer.description
    case .unmap(let task, let pages, let mask): "unmap s\(task.rawValue).\(pages) \(mask)"
    case .delete(let task): "delete s\(task.rawValue)"
    case .create(let task): "create s\(task.rawValue)"
    case .access(let task, let place, let write):
      "\(write ? "write" : "read") s\(task.rawValue).\(place)"
    }
  }

  /// The operation that a text describes, or nil; `init(parsing:)` says why.
  public init?(_ description: String) {
    guard let operation = try? Operation(parsing: description) else { return nil }
    self = operation
  }

  /// Reads the text form. Whether the tasks and pages exist depends on the universe, so it is not
  /// asked here.
  public init(parsing text: String) throws(OperationTextError) {
    var scanner = OperationScanner(text)
    switch try scanner.word(from: Self.verbs, "an operation: \(Self.verbs.joined(separator: ", "))")
    {
    case "map": self = .transfer(try scanner.transfer(grants: false))
    case "grant": self = .transfer(try scanner.transfer(grants: true))
    case "unmap":
      let task = try scanner.task()
      try scanner.dot()
      self = .unmap(task, try scanner.extent(), try scanner.mask())
    case "delete": self = .delete(try scanner.task())
    case "create": self = .create(try scanner.task())
    case let access:
      let task = try scanner.task()
      try scanner.dot()
      self = .access(task, try scanner.place(), write: access == "write")
    }
    try scanner.end()
  }

  private static let verbs = ["map", "grant", "unmap", "delete", "create", "read", "write"]
}

extension Transfer: CustomStringConvertible {
  public var description: String {
    let window = window?.description ?? "none"
    let text =
      "\(grants ? "grant" : "map") s\(sender.rawValue).\(item) → s\(receiver.rawValue).\(window) "
      + (write ? Rights.readWrite : .readOnly).description
    return hotSpot == 0 ? text : text + " at \(item.kind.prefix)\(hotSpot)"
  }
}

extension Place: CustomStringConvertible {
  public var description: String {
    switch self {
    case .page(let page): "p\(page)"
    case .port(let port): "io\(port)"
    }
  }
}

extension Extent: CustomStringConvertible {
  /// `p3` is one page, `p4+2` are two, `*` is the complete space; ports are `io3`, `io4+2`, `io*`.
  public var description: String {
    if isWhole { return kind == .memory ? "*" : "io*" }
    let start = "\(kind.prefix)\(first)"
    return order == 0 ? start : start + "+\(1 << UInt64(order))"
  }
}

extension Extent.Kind {
  var prefix: String { self == .memory ? "p" : "io" }
  var plural: String { self == .memory ? "pages" : "ports" }
  /// How many there are in a complete space. (FP1, IO1)
  var limit: Int { 1 << Int(Extent.wholeOrder(self)) }
}

/// What is wrong with the text of an operation: where, and what could stand there.
public struct OperationTextError: Error, Hashable, Sendable, CustomStringConvertible {
  /// Where the reading stopped, counted in Unicode scalars from 1.
  public var column: Int
  /// What could stand there.
  public var expected: String
  /// What stands there: a word, or nothing at the end of the text.
  public var found: String

  public init(column: Int, expected: String, found: String) {
    self.column = column
    self.expected = expected
    self.found = found
  }

  /// The sentence without the position.
  public var message: String {
    "expected \(expected), found \(found.isEmpty ? "the end" : "\"\(found)\"")"
  }
  public var description: String { "column \(column): \(message)" }
}
