import AddressSpaces
import Vocabulary

/// Reads the text form of an operation word by word, and says where it could not go on.
struct KernelOperationScanner {
  typealias Word = (text: String, column: Int)

  let population: Population
  private let words: [Word]
  /// The column behind the text.
  private let endColumn: Int
  private var position = 0

  init(_ text: String, _ population: Population) {
    self.population = population
    var words: [Word] = []
    var isInWord = false
    var column = 0
    for scalar in text.unicodeScalars {
      column += 1
      switch scalar {
      case " ", "\t": isInWord = false
      case ",", "→":
        words.append((String(scalar), column))
        isInWord = false
      default:
        if isInWord {
          words[words.count - 1].text.unicodeScalars.append(scalar)
        } else {
          words.append((String(scalar), column))
        }
        isInWord = true
      }
    }
    self.words = words
    endColumn = column + 1
  }

  private var next: String? { position < words.count ? words[position].text : nil }

  /// Goes past these words; stays where it is if others are there.
  mutating func skip(_ expected: String...) -> Bool {
    guard words[position...].prefix(expected.count).map(\.text) == expected else { return false }
    position += expected.count
    return true
  }

  mutating func word(_ expected: String) throws(OperationTextError) {
    guard skip(expected) else { throw error(expected) }
  }

  /// One of `choices`.
  mutating func choice(
    _ choices: [String], _ expected: String? = nil
  ) throws(OperationTextError) -> String {
    guard let next, choices.contains(next) else {
      throw error(expected ?? choices.joined(separator: " or "))
    }
    position += 1
    return next
  }

  mutating func number(_ range: ClosedRange<Int>) throws(OperationTextError) -> UInt8 {
    guard let number = number(next, range) else {
      throw error("a number from \(range.lowerBound) to \(range.upperBound)")
    }
    position += 1
    return UInt8(number)
  }

  private func number(
    _ text: (some StringProtocol)?, _ range: ClosedRange<Int> = 0...255
  ) -> Int? {
    guard let text, text.utf8.allSatisfy({ (48...57).contains($0) }), let number = Int(text),
      range.contains(number)
    else { return nil }
    return number
  }

  mutating func skipThread() -> Thread? {
    guard let thread = next.flatMap({ population.thread(named: $0) }) else { return nil }
    position += 1
    return thread
  }

  mutating func thread(_ others: String = "") throws(OperationTextError) -> Thread {
    guard let thread = skipThread() else {
      throw error(
        "a thread: "
          + (0..<population.threads).map { population.name(Thread($0)) }.joined(separator: ", ")
          + others)
    }
    return thread
  }

  mutating func named(_ others: String = "") throws(OperationTextError)
    -> KernelOperation.NamedThread
  {
    let isFormer = skip("former")
    return .init(try thread(isFormer ? "" : others), isFormer: isFormer)
  }

  mutating func threadOrNobody() throws(OperationTextError) -> KernelOperation.NamedThread? {
    skip("nobody") ? nil : try named(", or nobody")
  }

  mutating func partner() throws(OperationTextError) -> KernelOperation.NamedPartner {
    if skip("nobody") { return .nobody }
    if skip("invalid") { return .invalid }
    if let next, next.hasPrefix("irq"), let source = number(next.dropFirst(3)) {
      position += 1
      return .interrupt(Source(source))
    }
    return .thread(try named(", irq0 and so on, nobody, or invalid"))
  }

  mutating func namedTask() throws(OperationTextError) -> KernelOperation.NamedTask {
    let isFormer = skip("former")
    let names = (0..<population.tasks).map { "task\($0)" }
    guard let next, let task = names.firstIndex(of: next) else {
      throw error("a task: \(names.joined(separator: ", "))")
    }
    position += 1
    return .init(Task(task), isFormer: isFormer)
  }

  mutating func page(_ expected: String = "a page: p0, io0, ...") throws(OperationTextError) -> Int
  {
    guard let next, let page = page(next[...]) else { throw error(expected) }
    position += 1
    return page
  }

  /// A page, or so many from there on: `p0+2`.
  mutating func pages() throws(OperationTextError) -> (first: Int, order: Int) {
    let sides = (next ?? "").split(separator: "+", maxSplits: 1, omittingEmptySubsequences: false)
    guard sides.count == 2 else { return (try page(), 0) }
    guard let page = page(sides[0]), let count = number(sides[1], 2...32),
      count & (count - 1) == 0, page < KernelOperation.firstPort
    else { throw error("p0+2, p4+4 and so on: 2, 4, 8, 16 or 32 pages") }
    position += 1
    return (page, count.trailingZeroBitCount)
  }

  private func page(_ text: Substring) -> Int? {
    let last = KernelOperation.firstPort - 1
    if text.hasPrefix("p") { return number(text.dropFirst(), 0...last) }
    return text.hasPrefix("io")
      ? number(text.dropFirst(2), 0...last).map(KernelOperation.port) : nil
  }

  mutating func timeout() throws(OperationTextError) -> KernelOperation.Timeout {
    if skip("now") { return .zero }
    guard skip("within") else { return .never }
    let ticks = try number(1...KernelOperation.Timeout.longest)
    try word(ticks == 1 ? "tick" : "ticks")
    return .ticks(ticks)
  }

  mutating func faultTimeout() throws(OperationTextError) -> KernelOperation.Timeout {
    if skip("no", "faults") { return .zero }
    guard skip("faults") else { return .never }
    guard next == "within" else { throw error("within") }
    return try timeout()
  }

  func end() throws(OperationTextError) {
    guard position == words.count else { throw error("nothing more") }
  }

  func error(_ expected: String) -> OperationTextError {
    OperationTextError(
      column: position < words.count ? words[position].column : endColumn, expected: expected,
      found: next ?? "")
  }
}
