import ClansAndChiefs
import IPC
import Logic
import Threads
import Vocabulary

/// Timeouts as calls have them. (IPC-28)
let never: UInt32 = 0
let now: UInt32 = 1
func ticks(_ number: UInt32) -> UInt32 { number + 1 }

/// The chapter with machine words: every event runs as one step, as from the outside.
struct Machine {
  typealias V = Concrete<UInt8>

  var ipc = Rendezvous<V, 6, 2>()
  var world: World<V, 6, 6>
  /// What becomes of pages that a message names.
  var gift = Gift.accepted
  /// What the last step brought.
  private(set) var last = Deliveries<V, 6>()

  /// Six tasks of one thread each, or as given; `chiefs` has the chief of each task, nil of the
  /// outermost.
  init(
    _ profile: IPCProfile = IPCProfile(), threads threadsOfTask: [Int] = [1, 1, 1, 1, 1, 1],
    chiefs: [Int?] = [], clans: ClansProfile = .v2
  ) {
    var state = Threads<V, 6, 6>()
    for (task, chief) in chiefs.enumerated() {
      var above = chief
      while let next = above {
        state.clans.below[row: next] |= id(task)
        above = chiefs[next]
      }
    }
    state.clans.active = ConcreteBits(mask: 0b11_1111)
    state.existing = ConcreteBits(mask: 0b11_1111)
    world = World(state, Roster(threadsOfTask), profile, clans)
  }

  @discardableResult
  mutating func perform(_ event: Event<V>) -> Deliveries<V, 6> {
    let world = world
    let gift = gift
    last = ipc.perform(event, in: world) { _, _ in gift }
    last.add(ipc.settle(in: world) { _, _ in gift })
    return last
  }

  // What was told in the last step.

  /// The result of the thread's call; nil if none returned.
  func code(_ thread: Int) -> UInt8? {
    last.returned.contains(id: thread).value ? last.code[row: thread].value : nil
  }
  func source(_ thread: Int) -> Int? { last.source[row: thread].knownID }
  func isDeceived(_ thread: Int) -> Bool { last.deceived.contains(id: thread).value }
  func word(_ thread: Int) -> Bool { last.word.contains(id: thread).value }
  func isResumed(_ thread: Int) -> Bool { last.resumed.contains(id: thread).value }
  func isReady(_ thread: Int) -> Bool { !ipc.blocked.contains(id: thread).value }
  func isPending(_ thread: Int) -> Bool { ipc.pending.contains(id: thread).value }
  func isWaiting(_ thread: Int) -> Bool { ipc.waiting.contains(id: thread).value }
}

func id(_ number: Int) -> ConcreteBits<UInt8> { ConcreteBits(id: number) }
func truth(_ value: Bool) -> ConcreteTruth { ConcreteTruth(value) }
func count(_ value: UInt32) -> ConcreteWord<UInt8> { ConcreteWord(value) }

// Events in the manual's words. (IPC-5)
extension Machine {
  static func message(
    word: Bool = false, maps: Bool = false, parts: UInt32 = 0, timeout: UInt32 = never,
    faults: UInt32 = never, as virtual: Int? = nil
  ) -> Message<V> {
    Message(
      virtual: virtual.map { id($0) }, word: truth(word), maps: truth(maps), parts: count(parts),
      timeout: count(timeout), faultTimeout: count(faults))
  }

  static func reception(
    isOpen: Bool, window: Bool = false, buffer: Bool = false, isShort: Bool = false,
    timeout: UInt32 = never, faults: UInt32 = never
  ) -> Reception<V> {
    Reception(
      isOpen: isOpen, takesMaps: truth(window), takesMemory: truth(buffer),
      isShort: truth(isShort), timeout: count(timeout), faultTimeout: count(faults))
  }

  mutating func send(_ thread: Int, to receiver: Int, _ message: Message<V> = message()) {
    perform(.ipc(Call(by: id(thread), with: .thread(id(receiver)), send: message)))
  }
  mutating func wait(_ thread: Int, _ reception: Reception<V> = reception(isOpen: true)) {
    perform(.ipc(Call(by: id(thread), with: .nobody, receive: reception)))
  }
  mutating func receive(
    _ thread: Int, from sender: Int, _ reception: Reception<V> = reception(isOpen: false)
  ) {
    perform(.ipc(Call(by: id(thread), with: .thread(id(sender)), receive: reception)))
  }
  mutating func receive(_ thread: Int, from partner: Partner<V>, timeout: UInt32 = never) {
    let reception = Self.reception(isOpen: false, timeout: timeout)
    perform(.ipc(Call(by: id(thread), with: partner, receive: reception)))
  }
  mutating func call(
    _ thread: Int, _ server: Int, _ message: Message<V> = message(),
    _ reception: Reception<V> = reception(isOpen: false)
  ) {
    perform(
      .ipc(Call(by: id(thread), with: .thread(id(server)), send: message, receive: reception)))
  }
  mutating func replyAndWait(
    _ thread: Int, to client: Int, _ message: Message<V> = message(timeout: now),
    _ reception: Reception<V> = reception(isOpen: true)
  ) {
    call(thread, client, message, reception)
  }
  mutating func copy(_ sender: Int, senderFaults: Bool = false, receiverFaults: Bool = false) {
    perform(
      .copy(
        from: id(sender), senderFaults: truth(senderFaults), receiverFaults: truth(receiverFaults)))
  }
  mutating func fault(_ thread: Int, writes: Bool = false) {
    perform(.fault(id(thread), writes: truth(writes)))
  }
  mutating func setPager(of thread: Int, to pager: Int?) {
    world.pager[row: thread] = pager.map { id($0) } ?? .empty
  }
}
