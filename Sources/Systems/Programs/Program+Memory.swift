extension Program {
  /// For every node: what may still be asked of the memory of a thread that is about to execute it.
  /// Anything else is forgotten there, so that states do not differ in what nobody will look at.
  var remembered: [ThreadMemory.Parts] {
    var parts = Array(repeating: ThreadMemory.Parts(), count: nodes.count)
    var isStable = false
    while !isStable {
      isStable = true
      for node in nodes.indices.reversed() {
        var after = ThreadMemory.Parts()
        for next in successors(of: node) { after.formUnion(parts[next]) }
        let before = reads(node).union(after.subtracting(sets(node)))
        if before != parts[node] {
          parts[node] = before
          isStable = false
        }
      }
    }
    return parts
  }

  /// For every node: what a thread must keep while the call of it is under way.
  var kept: [ThreadMemory.Parts] {
    let parts = remembered
    return nodes.indices.map { node in
      successors(of: node).reduce(into: ThreadMemory.Parts()) { $0.formUnion(parts[$1]) }
        .subtracting(sets(node))
    }
  }

  private func reads(_ node: Int) -> ThreadMemory.Parts {
    switch nodes[node] {
    case .instruction(let instruction, _): instruction.reads
    case .branch(let test, _, _): test.reads
    case .mark, .spin, .choose, .jump: []
    }
  }

  private func sets(_ node: Int) -> ThreadMemory.Parts {
    if case .instruction(let instruction, _) = nodes[node] { return instruction.sets }
    return []
  }
}
