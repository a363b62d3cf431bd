/// Machine words that tell which way they take through a rule, to the recording of `Trail` that is
/// under way on the thread, if any.
///
/// All values are those of `Concrete`; only the questions cost more. Tables of one are made of tables
/// of the other as they are.
public enum Traced<Storage: FixedWidthInteger & UnsignedInteger & Sendable & BitwiseCopyable>:
  Values
{
  public typealias Truth = Concrete<Storage>.Truth
  public typealias Word = Concrete<Storage>.Word
  public typealias Count = Concrete<Storage>.Count
  public typealias Bits = Concrete<Storage>.Bits

  @inlinable
  public static func holds(_ truth: ConcreteTruth, _ says: StaticString) -> Bool {
    Trail.note(Decision(says, taken: truth.value))
    return truth.value
  }
}

extension Table {
  /// The same table among other values with the same sets: a copy.
  @inlinable
  public init<W: Values>(_ other: Table<W, ID, count>) where W.Bits == V.Bits { rows = other.rows }
}

extension Numbers {
  /// The same numbers among other values with the same numbers: a copy.
  @inlinable
  public init<W: Values>(_ other: Numbers<W, ID, count>) where W.Count == V.Count {
    cells = other.cells
  }
}
