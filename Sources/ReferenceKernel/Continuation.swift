/// A map, grant, unmap or deletion between two of its steps. (N1, N2, UM12)
///
/// It is a plain value that names positions, never nodes: between two steps any other operation may run,
/// and the next step looks at the tables anew. A position is passed once, so nothing is done twice. (N3)
public struct Continuation: Sendable {
  enum Operation: Sendable {
    case map, grant, unmap, mapPorts, grantPorts, unmapPorts, delete, deletePorts
  }

  var operation = Operation.map
  /// The sender, the invoker of unmap, or the task to delete.
  var source = 0
  var sourceLife: UInt32 = 0
  var destination = 0
  var destinationLife: UInt32 = 0
  /// What lies ahead.
  private(set) var rest = Passage()
  /// Map: the write bit. Unmap: unmap completely rather than set to read-only.
  var write = false
  /// Unmap: the own page too.
  var own = false

  /// Whether nothing remains to be done.
  public internal(set) var isFinished = false
  /// The outcome; final when finished. Meaningless for unmap and deletion.
  public internal(set) var result = TransferResult()

  /// The next page or port at the source, and at the destination.
  var position: UInt32 { rest.source }
  var target: UInt32 { rest.destination }
  /// How many pages or ports remain, held or not.
  public var remaining: UInt32 { rest.count }
  /// Whether a whole large page lies ahead at the source.
  var coversLarge: Bool { Large.starts(at: position) && remaining >= Large.pages }

  init() {}

  /// One of which nothing remains from the beginning.
  init(ended codes: TransferCodes) { end(codes) }

  mutating func go(on rest: Passage) {
    self.rest = rest
    isFinished = rest.count == 0
  }

  mutating func advance(by count: UInt32) {
    let count = min(count, remaining)
    go(
      on: Passage(
        source: position + count, destination: target + count, count: remaining - count))
  }

  mutating func end(_ codes: TransferCodes) {
    result.codes = codes
    isFinished = true
  }
}
