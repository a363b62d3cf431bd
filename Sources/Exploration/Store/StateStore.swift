/// Owns the memory of the states that were found: the arenas, which grow in place, and the table, which is replaced.
@usableFromInline
final class StateStore<Code: StateCode>: @unchecked Sendable {
  @usableFromInline private(set) var view: StoreView<Code>
  /// The number of states that there is room for in the table at the load that is allowed.
  private(set) var room: Int
  private(set) var peakBytes = 0
  private let maxBytes: Int
  private let maxStates: Int
  private let workers: Int
  private let codes: Region
  private let parents: Region
  private var table: Region?

  /// States for an entry of the table: at most, and after the table was replaced.
  private static var load: Double { 0.75 }
  private static var growth: Double { 1.7 }

  init(words: Int, workers: Int, options: Options) throws(ExplorationError) {
    self.workers = workers
    let workerBits = UInt32(Int.bitWidth - (workers - 1).leadingZeroBitCount)
    let perState = 8 * words + 4
    maxBytes = options.maxBytes ?? physicalMemory() / 4 * 3
    // Numbers have 31 bits, the worker's included: one bit at least of an entry is the hash's.
    maxStates = min(options.maxStates ?? .max, (1 << (31 - workerBits)) - 2)
    let capacity = min(maxStates, maxBytes / perState) + 1
    guard capacity.multipliedReportingOverflow(by: workers * perState).overflow == false else {
      throw .memoryRefused(bytes: .max, reason: "more than there are addresses")
    }
    codes = try Region(bytes: capacity * workers * 8 * words)
    parents = try Region(bytes: capacity * workers * 4)
    let affordable = Self.affordable(maxBytes: maxBytes, words: words)
    room = max(1, min(max(options.initialCapacity, 16), maxStates, affordable))
    let entries = Int(Double(room) / Self.load) + 16
    let table = try Region(bytes: 4 * entries)
    self.table = table
    view = StoreView(
      codes: codes, parents: parents, words: words, workerBits: workerBits,
      arenaCapacity: capacity, table: table, entryCount: entries,
      numberBits: Self.numberBits(states: room, workerBits: workerBits))
  }

  /// The bits that the number (plus 1) of a state needs while there are at most `states`, all of them perhaps of one worker.
  private static func numberBits(states: Int, workerBits: UInt32) -> UInt32 {
    UInt32(Int.bitWidth - ((states + 1) << Int(workerBits)).leadingZeroBitCount)
  }

  /// For how many states `maxBytes` suffice.
  private static func affordable(maxBytes: Int, words: Int) -> Int {
    Int((Double(maxBytes) - 64) / (Double(8 * words + 4) + 4 / load))
  }

  /// Bytes in use when there are `states`.
  func bytes(states: Int) -> Int { (table?.bytes ?? 0) + states * (8 * view.words + 4) }

  func notePeak(states: Int) { peakBytes = max(peakBytes, bytes(states: states)) }

  /// Replaces the table by a larger, empty one: all states must be entered again. Returns the limit that forbids it.
  /// The old table is given back before the new one is taken.
  func enlarge(states: Int) throws(ExplorationError) -> Coverage.Limit? {
    notePeak(states: states)
    guard states < maxStates else { return .states }
    let affordable = Self.affordable(maxBytes: maxBytes, words: view.words)
    guard affordable > states + states / 64 else { return .memory }
    let wanted = Int(Double(max(room, states + 16)) * Self.growth)
    room = min(wanted, affordable, maxStates)
    let entries = Int(Double(room) / Self.load) + 16
    table = nil
    let fresh = try Region(bytes: 4 * entries)
    table = fresh
    view = StoreView(
      codes: codes, parents: parents, words: view.words, workerBits: view.workerBits,
      arenaCapacity: view.arenaCapacity, table: fresh, entryCount: entries,
      numberBits: Self.numberBits(states: room, workerBits: view.workerBits))
    return nil
  }
}
