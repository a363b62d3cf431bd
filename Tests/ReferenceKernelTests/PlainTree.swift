import ReferenceKernel

/// The mapping rules in the plainest form: a dictionary from pages to nodes, and recursion.
///
/// One page is one node; there are no large pages, no tables, no buffers.
struct PlainTree {
  struct Place: Hashable {
    var task: Int
    var page: UInt32
  }

  struct Node {
    var frame: UInt32
    var isWritable: Bool
    var parent: Place?
    var children: Set<Place> = []
  }

  let profile: KernelProfile
  let limit: UInt32
  let nodeLimit: Int
  var nodes: [Place: Node] = [:]
  var used = 0

  init(_ configuration: KernelConfiguration) {
    profile = configuration.profile
    limit = configuration.userLimit >> 12
    nodeLimit = configuration.nodeLimit
    let first = configuration.frameAddress >> 12
    for frame in first..<first + UInt32(configuration.frameCount) {
      nodes[Place(task: 0, page: frame)] = Node(frame: frame, isWritable: true)
    }
  }

  func isRoot(_ place: Place) -> Bool { nodes[place].map { $0.parent == nil } ?? false }

  func isSelfOrAncestor(_ place: Place, of other: Place) -> Bool {
    var next: Place? = other
    while let now = next {
      if now == place { return true }
      next = nodes[now]?.parent
    }
    return false
  }

  mutating func remove(_ place: Place, own: Bool) {
    guard let node = nodes[place] else { return }
    for child in node.children { remove(child, own: true) }
    guard own, let parent = node.parent else { return }
    nodes[place] = nil
    nodes[parent]?.children.remove(place)
    used -= 1
  }

  mutating func restrict(_ place: Place, own: Bool) {
    guard let node = nodes[place] else { return }
    for child in node.children { restrict(child, own: true) }
    if own && node.parent != nil { nodes[place]?.isWritable = false }
  }

  /// Maps or grants one page; false if there is no node left.
  mutating func transfer(_ from: Place, to: Place, write: Bool, grant: Bool) -> Bool {
    guard from.page < limit, to.page < limit, let source = nodes[from] else { return true }
    if nodes[to] != nil && (isRoot(to) || isSelfOrAncestor(to, of: from)) { return true }
    if grant {
      guard let parent = source.parent else { return true }
      remove(to, own: true)
      if !write && profile.grantWithoutWrite == .restrict { restrict(from, own: true) }
      guard let moved = nodes.removeValue(forKey: from) else { return true }
      nodes[to] = moved
      nodes[parent]?.children.remove(from)
      nodes[parent]?.children.insert(to)
      for child in moved.children { nodes[child]?.parent = to }
      return true
    }
    let rights = write && source.isWritable
    if let old = nodes[to] {
      if old.parent == from {
        if rights { nodes[to]?.isWritable = true }
        return true
      }
      if profile.overmapping == .keep { return true }
      remove(to, own: true)
    }
    guard used < nodeLimit else { return false }
    nodes[to] = Node(frame: source.frame, isWritable: rights, parent: from)
    nodes[from]?.children.insert(to)
    used += 1
    return true
  }

  mutating func unmap(_ place: Place, completely: Bool, own: Bool) {
    if completely { remove(place, own: own) } else { restrict(place, own: own) }
  }

  mutating func delete(_ task: Int) {
    for place in nodes.keys where place.task == task { remove(place, own: true) }
  }
}
