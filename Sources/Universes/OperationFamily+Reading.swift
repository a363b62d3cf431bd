import AddressSpaces
import Evidence
import Forms
import Vocabulary

/// The operations of a run file, collected from its families and single operations.
struct OperationReader {
  /// Operations are numbered in two bytes.
  static let limit = 1 << 16

  let shape: Shape
  private(set) var operations: [Operation] = []
  private var seen: Set<Operation> = []

  init(_ item: Item, in shape: Shape) throws(InputError) {
    self.shape = shape
    var singles: Set<Operation> = []
    for item in try item.items() {
      switch item.node {
      case .scalar(let scalar):
        let operation = try single(item, isQuoted: scalar.style != .plain)
        guard singles.insert(operation).inserted else {
          throw item.error("the operation \(item.node.whatItIs) is there twice")
        }
        if seen.insert(operation).inserted { operations.append(operation) }
      case .mapping, .sequence, .alias: try add(item)
      }
    }
    guard operations.count <= Self.limit else { throw tooMany(item) }
  }

  private func single(_ item: Item, isQuoted: Bool) throws(InputError) -> Operation {
    let text = try item.text()
    let operation: Operation
    do {
      operation = try Operation(parsing: text)
    } catch {
      throw item.error(at: error.column, isQuoted: isQuoted, "in \"\(text)\": \(error.message)")
    }
    if let defect = shape.defect(of: operation) { throw item.error("in \"\(text)\": \(defect)") }
    return operation
  }

  private mutating func add(_ item: Item) throws(InputError) {
    let section = try Section<FamilyKey>(item.node, in: item.yaml, as: "a family of operations")
    guard section.keys.count == 1, let key = section.keys.first, let value = section[key] else {
      throw item.error(
        section.keys.isEmpty
          ? "a family of operations must have a name" : "each family is an item of its own",
        allowed: FamilyKey.names)
    }
    var yields = false
    var isFull = false
    try family(key, value).forEach(in: shape) { operation in
      yields = true
      if seen.insert(operation).inserted { operations.append(operation) }
      isFull = operations.count > Self.limit
      return !isFull
    }
    guard !isFull else { throw tooMany(value) }
    guard yields else { throw value.error("this family has no operation in this universe") }
  }

  private func tooMany(_ item: Item) -> InputError {
    item.error("with this there are more than \(Self.limit) operations")
  }

  private func family(_ key: FamilyKey, _ item: Item) throws(InputError) -> OperationFamily {
    let name = key.rawValue
    switch key {
    case .map, .grant:
      return .transfers(
        try transfers(
          Section<TransferKey>(item.node, in: item.yaml, as: name), grants: key == .grant))
    case .unmap:
      let section = try Section<UnmapKey>(item.node, in: item.yaml, as: name)
      let kind = try kind(section[.of])
      return .unmaps(
        by: try section[.by]?.tasks(in: shape) ?? shape.allTasks, kind,
        orders: try section[.orders]?.orders(kind) ?? [0],
        masks: try section[.masks]?.masks() ?? UnmapMask.all)
    case .delete, .create:
      let section = try Section<LifetimeKey>(item.node, in: item.yaml, as: name)
      let tasks = try section[.tasks]?.tasks(in: shape) ?? shape.outerTasks
      return key == .delete ? .deletions(tasks) : .creations(tasks)
    case .access:
      let section = try Section<AccessKey>(item.node, in: item.yaml, as: name)
      let kinds = try section[.kinds]?.list { item throws(InputError) -> [AccessKind] in
        guard let kind = AccessKind(rawValue: try item.text()) else { throw item.wrong }
        return [kind]
      }
      return .accesses(
        by: try section[.by]?.tasks(in: shape) ?? shape.allTasks, try kind(section[.of]),
        writes: (kinds ?? AccessKind.allCases).map { $0 == .write })
    }
  }

  private func transfers(
    _ section: Section<TransferKey>, grants: Bool
  ) throws(InputError) -> TransferFamily {
    let kind = try kind(section[.of])
    if kind == .ports, let hotSpots = section[.hotSpots] {
      throw hotSpots.error("I/O ports have no hot spots: each is mapped at its own number (IO2)")
    }
    return TransferFamily(
      grants: grants, from: try section[.from]?.tasks(in: shape) ?? shape.allTasks,
      to: try section[.to]?.tasks(in: shape) ?? shape.outerTasks, kind: kind,
      orders: try section[.orders]?.orders(kind) ?? [0],
      windows: try section[.windows]?.windows(kind)
        ?? (kind == .memory ? .same : .orders([Extent.wholeOrder(.ports)])),
      hotSpots: try section[.hotSpots]?.hotSpots() ?? .all,
      writes: try section[.rights]?.writes() ?? [true],
      offersNoWindow: try section[.noWindow]?.truth() ?? false,
      includesSelf: try section[.toSelf]?.truth() ?? false)
  }

  private func kind(_ item: Item?) throws(InputError) -> Extent.Kind {
    guard let item else { return .memory }
    return switch try item.choice(SpaceKind.self) {
    case .memory: .memory
    case .ports: .ports
    }
  }
}

extension Shape {
  /// All tasks but sigma0.
  var outerTasks: [Task] { Array(allTasks.dropFirst()) }
}

extension Item {
  /// An error inside a scalar, at a column of its text.
  package func error(at column: Int, isQuoted: Bool, _ message: String) -> InputError {
    var error = error(message)
    error.column = error.column.map { $0 + column - 1 + (isQuoted ? 1 : 0) }
    return error
  }

  fileprivate func tasks(in shape: Shape) throws(InputError) -> [Task] {
    try list { item throws(InputError) -> [Task] in
      switch try item.text() {
      case "all": return shape.allTasks
      case "outer": return shape.outerTasks
      case let name:
        guard let task = shape.allTasks.first(where: { "s\($0.rawValue)" == name }) else {
          throw item.error(
            "\(item.name): there is no task \(item.node.whatItIs)",
            allowed: ["all", "outer"] + shape.allTasks.map { "s\($0.rawValue)" })
        }
        return [task]
      }
    }
  }

  fileprivate func orders(_ kind: Extent.Kind) throws(InputError) -> [UInt8] {
    let whole = Extent.wholeOrder(kind)
    return try list { item throws(InputError) -> [UInt8] in
      let text = try item.text()
      if text == "whole" { return [whole] }
      guard let order = UInt8(text), order <= whole else {
        throw item.error(
          "\(item.name) cannot be \(item.node.whatItIs)", allowed: ["0 to \(whole)", "whole"])
      }
      return [order]
    }
  }

  fileprivate func windows(_ kind: Extent.Kind) throws(InputError) -> TransferFamily.Windows {
    node.scalar?.string == "same" ? .same : .orders(try orders(kind))
  }

  fileprivate func hotSpots() throws(InputError) -> TransferFamily.HotSpots {
    if node.scalar?.string == "all" { return .all }
    let limit = UInt32(1) << UInt32(Extent.wholeOrder(.memory))
    return .pages(
      try list { item throws(InputError) -> [UInt32] in
        guard let page = UInt32(try item.text()), page < limit else { throw item.wrong }
        return [page]
      })
  }

  fileprivate func writes() throws(InputError) -> [Bool] {
    try list { item throws(InputError) -> [Bool] in
      switch try item.text() {
      case Rights.readWrite.description: return [true]
      case Rights.readOnly.description: return [false]
      default: throw item.wrong
      }
    }
  }

  fileprivate func masks() throws(InputError) -> [UnmapMask] {
    try list { item throws(InputError) -> [UnmapMask] in
      let text = try item.text()
      if text == "all" { return UnmapMask.all }
      guard let mask = UnmapMask(text) else { throw item.wrong }
      return [mask]
    }
  }
}
