import AddressSpaces
import Logic
import Vocabulary

/// Operations that lead from boot to a given state: the nodes from the roots down, then what the TLB
/// has, then the end of the tasks that are not active.
struct StateConstruction {
  private let shape: Shape
  private let target: AddressSpaces<Concrete<UInt8>, 8, 2>
  private var filled: UInt32
  private var operations: [Operation] = []

  /// The operations; nil if no way was found.
  static func operations(
    to target: AddressSpaces<Concrete<UInt8>, 8, 2>, in shape: Shape
  ) -> [Operation]? {
    var construction = StateConstruction(shape: shape, target: target, filled: shape.roots)
    return construction.build() ? construction.operations : nil
  }

  private typealias Bits = Concrete<UInt8>.Bits

  private init(
    shape: Shape, target: AddressSpaces<Concrete<UInt8>, 8, 2>, filled: UInt32
  ) {
    self.shape = shape
    self.target = target
    self.filled = filled
  }

  private func above(_ slot: Int) -> [Int] { target.above(Bits(id: slot)).ids }

  private mutating func build() -> Bool {
    let nodes = target.mapped.ids.filter { shape.roots >> UInt32($0) & 1 == 0 }
      .sorted { (above($0).count, $0) < (above($1).count, $1) }
    for node in nodes {
      guard let parent = above(node).max(by: { above($0).count < above($1).count }),
        map(parent, to: node)
      else { return false }
    }
    for slot in target.cached.union.ids where shape.roots >> UInt32(slot) & 1 == 1 { read(slot) }
    for slot in nodes where isCached(slot) && !isCachedReadOnly(slot) { read(slot) }
    for task in shape.allTasks where target.live.mask & UInt8(shape.mask(of: task)) == 0 {
      operations.append(.delete(task))
    }
    return true
  }

  private func isCached(_ slot: Int) -> Bool { target.cached.union.contains(id: slot).value }

  /// Whether the TLB has a translation from before the right to write came.
  private func isCachedReadOnly(_ slot: Int) -> Bool {
    isCached(slot) && target.writable.contains(id: slot).value
      && !target.cachedWritable.contains(id: slot).value
  }

  private mutating func read(_ slot: Int) {
    operations.append(.access(task(slot), shape.place(of: slot), write: false))
  }

  private func task(_ slot: Int) -> Task { Task(slot / shape.slotsPerTask) }

  private mutating func map(_ parent: Int, to node: Int) -> Bool {
    let write = target.writable.contains(id: node).value
    defer { filled |= 1 << UInt32(node) }
    if task(parent) != task(node) || shape.profile.selfMapping == .aliases {
      if isCachedReadOnly(node) {
        give(parent, node, write: false)
        read(node)
      }
      give(parent, node, write: write)
      return true
    }
    // Within one task: by way of another one, which grants it back.
    guard !isCachedReadOnly(node), let detour = detour(from: parent) else { return false }
    give(parent, detour, write: write)
    give(detour, node, write: true, grants: true)
    return true
  }

  /// A place of another task that is free now.
  private func detour(from parent: Int) -> Int? {
    (0..<shape.slots).first { slot in
      task(slot) != task(parent) && slot % shape.slotsPerTask < shape.userPages
        && filled >> UInt32(slot) & 1 == 0
    }
  }

  private mutating func give(_ source: Int, _ destination: Int, write: Bool, grants: Bool = false) {
    operations.append(
      .transfer(
        Transfer(
          shape.place(of: source).extent, of: task(source),
          to: shape.place(of: destination).extent, of: task(destination), write: write,
          grants: grants)))
  }
}

extension Place {
  /// The place alone, as a flexpage.
  var extent: Extent {
    switch self {
    case .page(let page): .page(page)
    case .port(let port): .port(port)
    }
  }
}
