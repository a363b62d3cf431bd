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
  /// The next page or port at the source.
  var position: UInt32 = 0
  /// The next page at the destination.
  var target: UInt32 = 0
  /// How many pages or ports remain, held or not.
  public internal(set) var remaining: UInt32 = 0
  /// Map: the write bit. Unmap: unmap completely rather than set to read-only.
  var write = false
  /// Unmap: the own page too.
  var own = false

  /// Whether nothing remains to be done.
  public internal(set) var isFinished = false
  /// The outcome; final when finished. Meaningless for unmap and deletion.
  public internal(set) var result = TransferResult()

  mutating func advance(by count: UInt32) {
    let count = min(count, remaining)
    position += count
    target += count
    remaining -= count
    isFinished = remaining == 0
  }

  mutating func end(_ codes: TransferCodes) {
    result.codes = codes
    isFinished = true
  }
}
