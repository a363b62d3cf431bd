import Vocabulary

/// Reads the text form of an operation from left to right, and says where it could not go on.
struct OperationScanner {
  private let scalars: [Unicode.Scalar]
  private var position = 0

  init(_ text: String) { scalars = Array(text.unicodeScalars) }

  mutating func transfer(grants: Bool) throws(OperationTextError) -> Transfer {
    let sender = try task()
    try dot()
    let item = try extent()
    guard skip("→") || skip("->") else { throw error("→ and the receiver") }
    let receiver = try task()
    try dot()
    let window = skip("none") ? nil : try extent("p0, p0+2, *, io0, io0+2, io* or none")
    let write = try word(from: ["rw", "r-"], "the rights: rw or r-") == "rw"
    let hotSpot = skip("at") ? try hotSpot(item.kind) : 0
    return Transfer(
      item, of: sender, to: window, of: receiver, hotSpot: hotSpot, write: write, grants: grants)
  }

  mutating func task() throws(OperationTextError) -> Task {
    let start = skipBlanks()
    guard skip("s"), let number = number(below: 256) else {
      position = start
      throw error("a task: s0 to s255")
    }
    return Task(number)
  }

  /// The dot between a task and its place; no blanks around it.
  mutating func dot() throws(OperationTextError) {
    guard position < scalars.count, scalars[position] == "." else { throw error(". and a place") }
    position += 1
  }

  mutating func extent(
    _ expected: String = "p0, p0+2, *, io0, io0+2 or io*"
  ) throws(OperationTextError) -> Extent {
    let start = position
    if skip("*") { return .whole(.memory) }
    if skip("io*") { return .whole(.ports) }
    guard let (kind, first) = unit() else {
      position = start
      throw error(expected)
    }
    guard position < scalars.count, scalars[position] == "+" else {
      return Extent(kind, first: UInt32(first))
    }
    position += 1
    let countStart = position
    guard let count = number(below: kind.limit + 1), count > 0, count & (count - 1) == 0 else {
      position = countStart
      throw error("a power of two, at most \(kind.limit), as the number of \(kind.plural)")
    }
    guard first % count == 0 else {
      position = start
      throw error("\(count) \(kind.plural) to start at a multiple of \(count)")
    }
    return Extent(kind, first: UInt32(first), order: UInt8(count.trailingZeroBitCount))
  }

  mutating func place() throws(OperationTextError) -> Place {
    let start = position
    guard let (kind, number) = unit() else {
      position = start
      throw error("a page or a port: p0 or io0")
    }
    return kind == .memory ? .page(number) : .port(number)
  }

  mutating func mask() throws(OperationTextError) -> UnmapMask {
    let isComplete = try word(from: ["flush", "remap"], "flush or remap") == "flush"
    let includesOwn = try word(from: ["all", "others"], "all or others") == "all"
    return UnmapMask(isComplete: isComplete, includesOwn: includesOwn)
  }

  private mutating func hotSpot(_ kind: Extent.Kind) throws(OperationTextError) -> UInt32 {
    let start = skipBlanks()
    guard let (found, number) = unit(), found == kind else {
      position = start
      throw error("a hot spot: \(kind.prefix)0 to \(kind.prefix)\(kind.limit - 1)")
    }
    return UInt32(number)
  }

  /// A page or port number with its prefix.
  private mutating func unit() -> (Extent.Kind, Int)? {
    let kind: Extent.Kind
    if skip("io") { kind = .ports } else if skip("p") { kind = .memory } else { return nil }
    guard let number = number(below: kind.limit) else { return nil }
    return (kind, number)
  }

  private mutating func number(below limit: Int) -> Int? {
    let start = position
    var number = 0
    while position < scalars.count, ("0"..."9").contains(scalars[position]) {
      number = number * 10 + Int(scalars[position].value - 48)
      guard number < limit else { return nil }
      position += 1
    }
    return position == start ? nil : number
  }

  /// One of `choices`, which must end where it ends in the text.
  mutating func word(
    from choices: [String], _ expected: String
  ) throws(OperationTextError) -> String {
    let start = skipBlanks()
    let word = remainingWord
    guard choices.contains(word) else { throw error(expected) }
    position = start + word.unicodeScalars.count
    return word
  }

  mutating func end() throws(OperationTextError) {
    skipBlanks()
    guard position == scalars.count else { throw error("nothing more") }
  }

  /// Goes past `text`, and the blanks before it; stays where it is if something else is there.
  private mutating func skip(_ text: String) -> Bool {
    let start = position
    skipBlanks()
    guard scalars[position...].starts(with: text.unicodeScalars) else {
      position = start
      return false
    }
    position += text.unicodeScalars.count
    return true
  }

  @discardableResult
  private mutating func skipBlanks() -> Int {
    while position < scalars.count, scalars[position] == " " || scalars[position] == "\t" {
      position += 1
    }
    return position
  }

  private var remainingWord: String {
    let word = scalars[position...].prefix { $0 != " " && $0 != "\t" }
    return String(String.UnicodeScalarView(word))
  }

  private mutating func error(_ expected: String) -> OperationTextError {
    skipBlanks()
    return OperationTextError(column: position + 1, expected: expected, found: remainingWord)
  }
}
