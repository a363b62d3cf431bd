import AddressSpaces
import Vocabulary

extension Trial {
  /// A program that still deviates with as few and as simple operations as were found: whole
  /// operations are left out (Zeller, Hildebrandt: Simplifying and isolating failure-inducing input,
  /// 10.1109/32.988498), arguments are made simpler, and the universe smaller, until none of that
  /// goes any further.
  ///
  /// The result is a deviation of the same kind, though perhaps at another place. It is the same
  /// each time, if the kernel is.
  public func shrink(_ program: Program, _ found: Deviation) throws(ConformanceError) -> (
    program: Program, deviation: Deviation
  ) {
    var shrinker = Shrinker(trial: self, program: program, deviation: found)
    try shrinker.shrink()
    return (shrinker.program, shrinker.deviation)
  }
}

private struct Shrinker<C: Connector> {
  let trial: Trial<C>
  var program: Program
  var deviation: Deviation

  mutating func shrink() throws(ConformanceError) {
    guard try accept(program) else { return }
    var isSimpler = true
    while isSimpler {
      isSimpler = try leaveOut()
      isSimpler = try simplify() || isSimpler
      isSimpler = try narrow() || isSimpler
    }
  }

  /// Takes a candidate instead of the program if it deviates in the same way.
  private mutating func accept(_ candidate: Program) throws(ConformanceError) -> Bool {
    guard candidate.defect == nil, trial.connector.defect(of: candidate.shape) == nil,
      let seen = try trial.run(candidate), seen.kind == deviation.kind
    else { return false }
    program = candidate
    program.operations = Array(candidate.operations.prefix(seen.step))
    deviation = seen
    return true
  }

  /// Leaves out runs of operations, long ones first, then single ones.
  private mutating func leaveOut() throws(ConformanceError) -> Bool {
    var isSimpler = false
    var length = max(1, program.operations.count / 2)
    while true {
      var start = 0
      while start < program.operations.count {
        var candidate = program
        candidate.operations.removeSubrange(
          start..<min(start + length, candidate.operations.count))
        if try accept(candidate) { isSimpler = true } else { start += length }
      }
      if length == 1 { return isSimpler }
      length /= 2
    }
  }

  /// Makes operations simpler one by one.
  private mutating func simplify() throws(ConformanceError) -> Bool {
    var isSimpler = false
    var index = 0
    while index < program.operations.count {
      var next = index + 1
      for simpler in program.operations[index].simpler {
        var candidate = program
        candidate.operations[index] = simpler
        if try accept(candidate) {
          isSimpler = true
          next = index
          break
        }
      }
      index = next
    }
    return isSimpler
  }

  /// Makes the universe smaller, its profile the recommended one, and probes after every step.
  private mutating func narrow() throws(ConformanceError) -> Bool {
    var isSimpler = false
    if program.probing == .end {
      var candidate = program
      candidate.probing = .everyStep
      isSimpler = try accept(candidate)
    }
    var index = 0
    while true {
      let smaller = program.shape.smaller
      guard index < smaller.count else { return isSimpler }
      var candidate = program
      candidate.shape = smaller[index]
      if try accept(candidate) { isSimpler = true } else { index += 1 }
    }
  }
}

extension Shape {
  /// Universes with one thing less each. Where there is no shortage of nodes, there is none after.
  fileprivate var smaller: [Shape] {
    let hasShortage = nodes < slots
    var all: [Shape] = []
    func add(_ change: (inout Shape) -> Void) {
      var copy = self
      change(&copy)
      if !hasShortage { copy.nodes = copy.slots }
      if copy != self { all.append(copy) }
    }
    add { $0.tasks -= 1 }
    add {
      $0.pages -= 1
      $0.userPages = min($0.pages, $0.userPages)
    }
    add { $0.userPages = $0.pages }
    add { $0.frames -= 1 }
    add { $0.ports -= 1 }
    add { if hasShortage { $0.nodes = $0.slots } }
    add { $0.profile.grantWithoutWrite = .restricts }
    add { $0.profile.overmapping = .keeps }
    add { $0.profile.selfMapping = .skipped }
    add { $0.profile.portGranularity = 0 }
    add { $0.profile.readOnlyUnmapOfPorts = .noEffect }
    return all
  }
}

extension Operation {
  /// Operations that are a little simpler, the simplest first: fewer pages, no hot spot, lower
  /// numbers. None is simpler than itself in a circle, so simplifying ends.
  var simpler: [Operation] {
    switch self {
    case .transfer(let transfer): transfer.simpler.map { .transfer($0) }
    case .unmap(let task, let extent, let mask):
      extent.simpler.map { .unmap(task, $0, mask) } + task.simpler.map { .unmap($0, extent, mask) }
    case .delete(let task): task.simpler.map { .delete($0) }
    case .create(let task): task.simpler.map { .create($0) }
    case .access(let task, let place, let write):
      task.simpler.map { .access($0, place, write: write) }
        + place.simpler.map { .access(task, $0, write: write) }
        + (write ? [.access(task, place, write: false)] : [])
    }
  }
}

extension Transfer {
  fileprivate var simpler: [Transfer] {
    var all: [Transfer] = []
    func add(_ change: (inout Transfer) -> Void) {
      var copy = self
      change(&copy)
      all.append(copy)
    }
    if grants { add { $0.grants = false } }
    if hotSpot != 0 {
      add { $0.hotSpot = 0 }
      if hotSpot > 1 { add { $0.hotSpot = hotSpot / 2 } }
    }
    for extent in item.simpler { add { $0.item = extent } }
    for extent in window?.simpler ?? [] { add { $0.window = extent } }
    if let window, item.order > 0 && window.order > 0 {
      add {
        $0.item = Extent(item.kind, first: item.first, order: item.order - 1)
        $0.window = Extent(window.kind, first: window.first, order: window.order - 1)
      }
    }
    for task in sender.simpler { add { $0.sender = task } }
    for task in receiver.simpler { add { $0.receiver = task } }
    if !write { add { $0.write = true } }
    return all
  }
}

extension Extent {
  /// Smaller extents at the same place, then the same size lower down.
  fileprivate var simpler: [Extent] {
    var all: [Extent] = []
    if order > 0 {
      all.append(Extent(kind, first: first))
      all.append(Extent(kind, first: first, order: order > 4 ? 4 : order - 1))
    }
    if first > 0 {
      all.append(Extent(kind, first: 0, order: order))
      all.append(Extent(kind, first: first - (1 << UInt32(order)), order: order))
    }
    return all
  }
}

extension Task {
  /// Lower numbers; sigma0 does more than others, so it is simpler only by being there already.
  fileprivate var simpler: [Task] { rawValue > 0 ? [Task(rawValue: rawValue - 1)] : [] }
}

extension Place {
  fileprivate var simpler: [Place] {
    switch self {
    case .page(let page): page > 0 ? [.page(page - 1)] : []
    case .port(let port): port > 0 ? [.port(port - 1)] : []
    }
  }
}
