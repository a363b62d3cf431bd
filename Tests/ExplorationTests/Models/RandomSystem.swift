import Exploration

/// SplitMix64, so that a seed that was printed is the same system again.
struct Random: RandomNumberGenerator {
  var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var mixed = state
    mixed = (mixed ^ mixed >> 30) &* 0xbf58_476d_1ce4_e5b9
    mixed = (mixed ^ mixed >> 27) &* 0x94d0_49bb_1331_11eb
    return mixed ^ mixed >> 31
  }
}

/// A transition system drawn from a seed: some states, some edges between them, some of them forbidden.
struct RandomSystem: Model {
  struct Node: Hashable, Sendable { var id: Int }
  struct Edge: Hashable, Sendable {
    var kind: Int
    var to: Int
  }

  let seed: UInt64
  let edges: [[Edge]]
  let initialStates: [Node]
  let actionKinds: [String]
  let properties: [Property<RandomSystem>]

  init(seed: UInt64) {
    var random = Random(seed: seed)
    let size = Int.random(in: 1...400, using: &random)
    let kinds = Int.random(in: 1...5, using: &random)
    let degree = Int.random(in: 1...6, using: &random)
    edges = (0..<size).map { node in
      (0..<Int.random(in: 0...degree, using: &random)).map { _ in
        let isLoop = Int.random(in: 0..<8, using: &random) == 0
        let to = isLoop ? node : Int.random(in: 0..<size, using: &random)
        return Edge(kind: Int.random(in: 0..<kinds, using: &random), to: to)
      }
    }
    initialStates = (0...Int.random(in: 0...3, using: &random)).map { _ in
      Node(id: Int.random(in: 0..<size, using: &random))
    }
    actionKinds = (0..<kinds).map { "kind \($0)" }
    properties = Self.properties(size: size, kinds: kinds, &random)
    self.seed = seed
  }

  private static func properties(
    size: Int, kinds: Int, _ random: inout Random
  ) -> [Property<RandomSystem>] {
    let rare = Int.random(in: 0..<3, using: &random) == 0
    let bad = Set((0..<(rare ? 3 : 0)).map { _ in Int.random(in: 0..<size, using: &random) })
    let badStep = rare ? Int.random(in: 0..<size, using: &random) : -1
    let goal = Int.random(in: 0..<size, using: &random)
    let classes = Int.random(in: 1...20, using: &random)
    return [
      .always("no bad node", number: "R-1", explain: { "node \($0.id) is bad" }) {
        !bad.contains($0.id)
      },
      .sometimes("the goal") { $0.id == goal },
      .alwaysStep(
        "no bad step", number: "R-2", explain: { "\($0.id) to \($2.id) by \($1.kind)" }
      ) { before, action, after in before.id % 50 != badStep % 50 || action.to != after.id || !rare
      },
      .sometimesStep("a loop") { before, _, after in before == after },
      .outcomes("class", names: (0..<classes).map { "\($0)" }) { before, action, after in
        let mixed = before.id &* 31 &+ after.id &* 7 &+ action.kind
        return mixed % 3 == 0 ? -1 : mixed % (classes + 1) % classes
      },
    ]
  }

  /// Two words of three, neither of them the identifier itself.
  var codeWords: Int { 2 }
  func encode(_ state: Node) -> Words<3> {
    var code = Words<3>()
    code[0] = UInt64(state.id % 7)
    code[1] = ~UInt64(state.id / 7)
    return code
  }
  func decode(_ code: Words<3>) -> Node { Node(id: Int(code[0]) + 7 * Int(~code[1])) }

  func successors(of state: Node, _ body: (Edge, Node) -> Void) {
    for edge in edges[state.id] { body(edge, Node(id: edge.to)) }
  }

  func kind(of action: Edge) -> Int { action.kind }
}
