import AddressSpaces
import Vocabulary

/// Chooses operations at random, by what the tasks hold now, so that most of them do something.
struct OperationChooser {
  let shape: Shape
  var randomness: Randomness

  private static let kinds = StaticWeights(38, 14, 19, 14, 6, 9)
  private static let orders = StaticWeights(52, 20, 12, 6, 10)

  init(_ shape: Shape, _ randomness: Randomness) {
    self.shape = shape
    self.randomness = randomness
  }

  mutating func next(_ view: View) -> Operation {
    switch randomness.weighted(Self.kinds) {
    case 0: .transfer(transfer(view, grants: false))
    case 1: .transfer(transfer(view, grants: true))
    case 2: unmap(view)
    case 3: access(view)
    case 4: .delete(someTask)
    default: absentTask(view).map { .create($0) } ?? .transfer(transfer(view, grants: false))
    }
  }

  private var someTask: Task { mutating get { Task(randomness.below(shape.tasks)) } }

  /// Mostly a task that can be created.
  private mutating func absentTask(_ view: View) -> Task? {
    if randomness.chance(3) { return someTask }
    let absent = shape.allTasks.filter {
      !view.isLive(Int($0.rawValue) * shape.slotsPerTask)
    }
    return absent.isEmpty ? nil : absent[randomness.below(absent.count)]
  }

  /// A slot, mostly one that is mapped.
  private mutating func source(_ view: View, grants: Bool = false) -> Int {
    if randomness.chance(90) {
      // sigma0's own pages cannot be granted, so others are taken where there are any.
      let roots = shape.roots
      let others = view.mapped & ~roots
      if (grants || randomness.chance(40)), let slot = randomness.member(of: others) {
        return slot
      }
      if let slot = randomness.member(of: view.mapped) { return slot }
    }
    return randomness.below(shape.slots)
  }

  /// An extent around a place.
  private mutating func extent(_ place: Place, wholePercent: Int = 0) -> Extent {
    let (kind, first): (Extent.Kind, Int) =
      switch place {
      case .page(let page): (.memory, page)
      case .port(let port): (.ports, port)
      }
    if randomness.chance(wholePercent) { return .whole(kind) }
    let order = randomness.weighted(Self.orders)
    if order == 4 { return .whole(kind) }
    return Extent(kind, first: UInt32(first), order: UInt8(order))
  }

  private mutating func transfer(_ view: View, grants: Bool) -> Transfer {
    let slot = source(view, grants: grants)
    let place = shape.place(of: slot)
    let sender = Task(slot / shape.slotsPerTask)
    var receiver = someTask
    if receiver == sender && randomness.chance(70) { receiver = someTask }
    var hotSpot: UInt32 = 0
    if randomness.chance(75) { hotSpot = UInt32(randomness.below(max(1, shape.pages))) }
    if randomness.chance(4) { hotSpot |= UInt32(1) << UInt32(randomness.below(20)) }
    if case .port = place { hotSpot &= 0xFFFF }
    return Transfer(
      extent(place), of: sender, to: window(for: place), of: receiver,
      hotSpot: hotSpot, write: randomness.chance(70), grants: grants)
  }

  private mutating func window(for place: Place) -> Extent? {
    if randomness.chance(4) { return nil }
    let wantsPort: Bool =
      if case .port = place { !randomness.chance(4) } else { randomness.chance(2) }
    if wantsPort && shape.ports > 0 {
      let port: Int = if case .port(let port) = place { port } else { 0 }
      let near = randomness.chance(85) ? port : randomness.below(shape.ports)
      return extent(.port(near), wholePercent: 55)
    }
    guard shape.pages > 0 else { return extent(place) }
    return extent(.page(randomness.below(shape.pages)))
  }

  private mutating func unmap(_ view: View) -> Operation {
    let slot = source(view)
    let mask = UnmapMask(
      isComplete: randomness.chance(60), includesOwn: randomness.chance(40))
    return .unmap(Task(slot / shape.slotsPerTask), extent(shape.place(of: slot)), mask)
  }

  private mutating func access(_ view: View) -> Operation {
    let slot = randomness.chance(75) ? source(view) : randomness.below(shape.slots)
    return .access(
      Task(slot / shape.slotsPerTask), shape.place(of: slot), write: randomness.chance(50))
  }
}

extension Shape {
  /// sigma0's own slots of frames and ports.
  var roots: UInt32 {
    let memory: UInt32 = (1 << UInt32(frames)) - 1
    let io: UInt32 = ((1 << UInt32(ports)) - 1) << UInt32(pages)
    return memory | io
  }
}
