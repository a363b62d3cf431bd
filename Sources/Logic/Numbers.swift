/// A small number for every id of one type: priorities, ticks that remain, tokens of register
/// contents.
public struct Numbers<V: Values, ID: SmallID, let count: Int>: Sendable {
  @usableFromInline var cells: InlineArray<count, V.Count>

  /// All the same number.
  @inlinable
  public init(_ number: UInt32 = 0) { cells = InlineArray(repeating: V.Count(number)) }

  @inlinable
  public subscript(_ id: ID) -> V.Count {
    get { cells[Int(id.rawValue)] }
    set { cells[Int(id.rawValue)] = newValue }
  }

  /// The number of position `position`.
  @inlinable
  public subscript(row position: Int) -> V.Count {
    get { cells[position] }
    set { cells[position] = newValue }
  }

  /// The number of the id that `singleton` holds; 0 of the empty set.
  @inlinable
  public subscript(at singleton: V.Bits) -> V.Count {
    if let id = singleton.knownID { return cells[id] }
    var found = V.Count(0)
    for position in 0..<count {
      found = found | cells[position].when(singleton.contains(id: position))
    }
    return found
  }

  /// The ids in `ids` get the number `number`.
  @inlinable
  public mutating func set(_ number: V.Count, at ids: V.Bits) {
    for position in 0..<count {
      let isMeant = ids.contains(id: position)
      cells[position] = number.when(isMeant) | cells[position].when(!isMeant)
    }
  }

  /// The numbers of the ids in `ids` become one less; 0 stays 0.
  @inlinable
  public mutating func decrement(at ids: V.Bits) {
    for position in 0..<count {
      let isMeant = ids.contains(id: position) && cells[position] != V.Count(0)
      cells[position] = cells[position] &- V.Count(1).when(isMeant)
    }
  }

  /// The ids whose numbers are `number`.
  @inlinable
  public func ids(with number: V.Count) -> V.Bits {
    var found = V.Bits.empty
    for position in 0..<count { found |= V.Bits(id: position).when(cells[position] == number) }
    return found
  }

  /// The ids whose numbers are over `number`.
  @inlinable
  public func ids(over number: V.Count) -> V.Bits {
    var found = V.Bits.empty
    for position in 0..<count { found |= V.Bits(id: position).when(number < cells[position]) }
    return found
  }

  /// The largest number of those of `ids`; 0 of none.
  @inlinable
  public func largest(of ids: V.Bits) -> V.Count {
    var largest = V.Count(0)
    for position in 0..<count {
      let number = cells[position].when(ids.contains(id: position))
      let isLarger = largest < number
      largest = number.when(isLarger) | largest.when(!isLarger)
    }
    return largest
  }
}

extension Numbers: Equatable where V.Count: Equatable {
  @inlinable
  public static func == (left: Self, right: Self) -> Bool {
    for position in 0..<count where left.cells[position] != right.cells[position] { return false }
    return true
  }
}

extension Numbers: Hashable where V.Count: Hashable {
  @inlinable
  public func hash(into hasher: inout Hasher) {
    for position in 0..<count { hasher.combine(cells[position]) }
  }
}
