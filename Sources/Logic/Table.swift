/// A small typed id: it is its own position in a `Table` and in a `BitSet`.
public protocol SmallID: Hashable, Comparable, Sendable {
  var rawValue: UInt8 { get }
  init(rawValue: UInt8)
}

extension SmallID {
  @inlinable
  public init(_ position: Int) { self.init(rawValue: UInt8(position)) }

  @inlinable
  public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}

/// A set of small ids for every id of one type: a relation, stored as its rows.
///
/// What would be a loop with branches over the objects of a kernel is one operation on all rows
/// here: no branch concretely, no path symbolically.
public struct Table<V: Values, ID: SmallID, let count: Int>: Sendable {
  @usableFromInline var rows: InlineArray<count, V.Bits>

  /// A table of empty sets.
  @inlinable
  public init() { rows = InlineArray(repeating: .empty) }

  @inlinable
  public subscript(_ id: ID) -> V.Bits {
    get { rows[Int(id.rawValue)] }
    set { rows[Int(id.rawValue)] = newValue }
  }

  /// The row of position `position`.
  @inlinable
  public subscript(row position: Int) -> V.Bits {
    get { rows[position] }
    set { rows[position] = newValue }
  }

  /// The row of the id that `singleton` holds; of other sets the union of their rows.
  @inlinable
  public subscript(at singleton: V.Bits) -> V.Bits {
    if let id = singleton.knownID { return rows[id] }
    return union(over: singleton)
  }

  /// The union of all rows.
  @inlinable
  public var union: V.Bits {
    var all = V.Bits.empty
    for position in 0..<count { all |= rows[position] }
    return all
  }

  /// The union of the rows whose ids are in `ids`.
  @inlinable
  public func union(over ids: V.Bits) -> V.Bits {
    var all = V.Bits.empty
    for position in 0..<count { all |= rows[position].when(ids.contains(id: position)) }
    return all
  }

  /// The ids whose rows have a common member with `members`.
  @inlinable
  public func ids(meeting members: V.Bits) -> V.Bits {
    var found = V.Bits.empty
    for position in 0..<count {
      found |= V.Bits(id: position).when(!(rows[position] & members).isEmpty)
    }
    return found
  }

  /// Adds `members` to the rows whose ids are in `ids`.
  @inlinable
  public mutating func insert(_ members: V.Bits, intoRowsOf ids: V.Bits) {
    for position in 0..<count {
      rows[position] |= members.when(ids.contains(id: position))
    }
  }

  /// Adds `members` to the rows that have a common member with `others`.
  @inlinable
  public mutating func insert(_ members: V.Bits, intoRowsMeeting others: V.Bits) {
    for position in 0..<count {
      rows[position] |= members.when(!(rows[position] & others).isEmpty)
    }
  }

  /// Adds `members` to the rows whose counterparts in `other` have a common member with `others`.
  @inlinable
  public mutating func insert(_ members: V.Bits, intoRowsMeeting others: V.Bits, of other: Self) {
    for position in 0..<count {
      rows[position] |= members.when(!(other.rows[position] & others).isEmpty)
    }
  }

  /// Takes `members` out of every row.
  @inlinable
  public mutating func remove(_ members: V.Bits) {
    for position in 0..<count { rows[position] -= members }
  }

  /// Takes `members` out of the rows whose ids are in `ids`.
  @inlinable
  public mutating func remove(_ members: V.Bits, fromRowsOf ids: V.Bits) {
    for position in 0..<count { rows[position] -= members.when(ids.contains(id: position)) }
  }

  /// Empties the rows whose ids are not in `ids`.
  @inlinable
  public mutating func keepRows(of ids: V.Bits) {
    for position in 0..<count { rows[position] = rows[position].when(ids.contains(id: position)) }
  }

  /// Empties the rows whose ids are in `ids`.
  @inlinable
  public mutating func clearRows(of ids: V.Bits) {
    for position in 0..<count {
      rows[position] = rows[position].when(!ids.contains(id: position))
    }
  }
}

extension Table: Equatable where V.Bits: Equatable {
  @inlinable
  public static func == (left: Self, right: Self) -> Bool {
    for position in 0..<count where left.rows[position] != right.rows[position] { return false }
    return true
  }
}

extension Table: Hashable where V.Bits: Hashable {
  @inlinable
  public func hash(into hasher: inout Hasher) {
    for position in 0..<count { hasher.combine(rows[position]) }
  }
}
