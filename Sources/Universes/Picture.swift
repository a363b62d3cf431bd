import AddressSpaces
import Logic
import Vocabulary

/// A state as a person draws it: at every slot what is mapped there, with which rights, and from
/// where. It can show states that no rule leads to, such as those from which induction fails.
public struct Picture: Hashable, Sendable {
  /// What is at one slot.
  public struct Node: Hashable, Sendable {
    /// One frame; several, or none, in a state that is not well formed.
    public var frames: [Frame]
    public var rights: Rights
    /// The nodes that this one was derived from, nearest first.
    public var above: [Slot]
    /// What the TLB has of it.
    public var cached: [Frame]
    public var cachedWritable: Bool
  }

  public let shape: Shape
  public let nodes: [Node]
  public let live: [Bool]
  public let free: Int

  public init<Storage, let slots: Int, let frames: Int>(
    _ spaces: AddressSpaces<Concrete<Storage>, slots, frames>, in shape: Shape
  ) {
    typealias Bits = Concrete<Storage>.Bits
    self.shape = shape
    let depth = (0..<shape.slots).map { spaces.above(Bits(id: $0)).ids.count }
    nodes = (0..<shape.slots).map { slot in
      let name = Bits(id: slot)
      return Node(
        frames: spaces.holders.ids(meeting: name).ids.map { Frame($0) },
        rights: !spaces.mapped.contains(name).value
          ? .none : spaces.writable.contains(name).value ? .readWrite : .readOnly,
        above: spaces.above(name).ids.filter { $0 < shape.slots }
          .sorted { (depth[$1], $0) < (depth[$0], $1) }.map { Slot($0) },
        cached: spaces.cached.ids(meeting: name).ids.map { Frame($0) },
        cachedWritable: spaces.cachedWritable.contains(name).value)
    }
    live = shape.allTasks.map { task in
      shape.slots(of: task).allSatisfy { spaces.live.contains(id: Int($0.rawValue)).value }
    }
    free = Int(spaces.free.value)
  }

  /// What is at a slot, as `f0 r- from s0.p0`, or `∅`.
  public func describe(_ slot: Slot) -> String {
    let node = nodes[Int(slot.rawValue)]
    var text = node.frames.map(shape.name).joined(separator: "+")
    if text.isEmpty { text = "∅" } else { text += " \(node.rights)" }
    if let parent = node.above.first { text += " from \(shape.name(parent))" }
    if !node.cached.isEmpty {
      let frames = node.cached.map(shape.name).joined(separator: "+")
      text += " (TLB: \(frames) \(node.cachedWritable ? Rights.readWrite : .readOnly))"
    }
    return text
  }

  /// Everything that is mapped, and which tasks are not there.
  public var description: String {
    let mapped = nodes.indices.map { Slot($0) }
      .filter { describe($0) != "∅" }.map { "\(shape.name($0)): \(describe($0))" }
    return (mapped + gone + shortage).joined(separator: "; ")
  }

  private var gone: [String] {
    shape.allTasks.filter { !live[Int($0.rawValue)] }.map { "s\($0.rawValue) is not active" }
  }

  private var shortage: [String] {
    shape.nodes < shape.slots ? ["\(free) nodes free"] : []
  }

  /// What is different in `after`, a line each: `s1.p0: ∅ → f0 r- from s0.p0`.
  public func changes(to after: Picture) -> [String] {
    var lines: [String] = []
    for slot in nodes.indices.map({ Slot($0) }) where describe(slot) != after.describe(slot) {
      lines.append("\(shape.name(slot)): \(describe(slot)) → \(after.describe(slot))")
    }
    for task in shape.allTasks where live[Int(task.rawValue)] != after.live[Int(task.rawValue)] {
      lines.append("s\(task.rawValue): \(live[Int(task.rawValue)] ? "deleted" : "created")")
    }
    // How many nodes are free follows from the nodes, unless some were lost.
    let counted = after.nodes.count { !$0.frames.isEmpty } - nodes.count { !$0.frames.isEmpty }
    if free - after.free != counted { lines.append("free nodes: \(free) → \(after.free)") }
    return lines
  }
}

extension Shape {
  /// A set of slots as a person writes it.
  public func names<Storage>(_ set: ConcreteBits<Storage>) -> String {
    set.ids.filter { $0 < slots }.map { name(Slot($0)) }.joined(separator: ", ")
  }
}
