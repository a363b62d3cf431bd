/// A time in ticks, rounded up, so that none is shorter than it was asked to be. (IPC-36)
enum Ticks {
  static let never: UInt32 = ~0
  /// A tick of the kernel's clock in microseconds, as a power of two.
  static let shift: UInt32 = 10

  /// 4^(15 - exponent) · mantissa microseconds; exponent 0 is never, mantissa 0 is none. (IPC-28, SC3)
  static func decode(mantissa: UInt32, exponent: UInt32) -> UInt32 {
    if exponent == 0 { return never }
    let power = (15 - exponent) << 1
    if power >= shift { return mantissa << (power - shift) }
    return (mantissa << power + (1 << shift - 1)) >> shift
  }

  /// The timeout of a send phase, from the word of a call. (IPC-27)
  static func send(_ word: UInt32) -> UInt32 {
    decode(mantissa: word >> 16 & 0xFF, exponent: word >> 4 & 15)
  }

  /// The timeout of a receive phase.
  static func receive(_ word: UInt32) -> UInt32 {
    decode(mantissa: word >> 24, exponent: word & 15)
  }

  /// A time slice, from a parameter word of thread_schedule. (SC3, SC7)
  static func slice(_ word: UInt32) -> UInt32 {
    decode(mantissa: word >> 24, exponent: word >> 20 & 15)
  }

  /// How long the pager of the receiver may take, by the word of the sender; 15 is none. (IPC-35)
  static func sendFault(_ word: UInt32) -> UInt32 { fault(word >> 12 & 15) }

  /// How long the pager of the sender may take, by the word of the receiver.
  static func receiveFault(_ word: UInt32) -> UInt32 { fault(word >> 8 & 15) }

  private static func fault(_ exponent: UInt32) -> UInt32 {
    decode(mantissa: exponent == 15 ? 0 : 1, exponent: exponent)
  }
}

/// The queue of timeouts: lists by the low bits of the tick in which they pass, so that entering and
/// leaving cost the same however many there are. (I-IPC4)
extension Kernel where Hardware: ~Copyable {
  /// Starts the clock of a thread that begins to wait. (IPC-31, IPC-32)
  mutating func arm(_ thread: Block, _ ticks: UInt32) {
    if ticks == Ticks.never { return }
    let deadline = now &+ ticks &+ (machine.hasTimeBetweenTicks ? 1 : 0)  // IPC-36
    thread.pointee.deadline = deadline
    thread.pointee.hurdles |= ThreadControlBlock.isTimed
    append(
      place(thread) &+ ThreadControlBlock.timeoutLink,
      to: head(ListHead.timeouts &+ Int(deadline & layout.timeoutMask)))
  }

  /// No timeout of the thread has a meaning any more. (IPC-26, M-IPC4)
  mutating func disarm(_ thread: Block) {
    guard thread.pointee.hurdles & ThreadControlBlock.isTimed != 0 else { return }
    remove(place(thread) &+ ThreadControlBlock.timeoutLink)
    thread.pointee.hurdles &= ~ThreadControlBlock.isTimed
  }

  /// Time goes on by one tick. (IPC-36)
  mutating func tick() {
    now &+= 1
    if current != idle { current.pointee.time &+= 1 }
    tickSlice()
    endStep()
    collectDue()
    let due = head(ListHead.due)
    while !isEmpty(due) {
      expire(block(of: links(due).pointee.next, ThreadControlBlock.timeoutLink))
      endStep()
    }
  }

  /// Who runs has used up one more tick of the slice in which it runs. At the end of a slice its owner
  /// goes to the tail of its ring, and whoever ran gives up the processor. (SC2, SC3)
  ///
  /// A direct switch can leave a thread behind that has a higher priority: it waits no longer than to the
  /// next tick, or to the end of the slice where that is another's and has an end. (SC1, SC12)
  private mutating func tickSlice() {
    guard spending != idle else { return }
    if spending.pointee.slice != Self.endless { spending.pointee.remaining &-= 1 }
    let hasEnded = spending.pointee.remaining == 0
    if hasEnded { rotate(spending) }
    let highest = readyMap.highest.map(Int32.init) ?? -1
    let isLent = current != spending && spending.pointee.slice != Self.endless
    let isOutranked = !isLent && highest > Int32(current.pointee.priority)
    if hasEnded || isOutranked { freeProcessor() }
  }

  /// Moves the timeouts of this tick to a list of their own: what one of them brings may end others.
  private mutating func collectDue() {
    let list = head(ListHead.timeouts &+ Int(now & layout.timeoutMask))
    var place = links(list).pointee.next
    while place != list {
      let next = links(place).pointee.next
      if block(of: place, ThreadControlBlock.timeoutLink).pointee.deadline == now {
        remove(place)
        append(place, to: head(ListHead.due))
      }
      place = next
    }
  }

  /// The timeout of a thread passes: of its send phase, of its receive phase, or of a call to the pager
  /// inside of a transfer. (IPC-31, IPC-35, IPC-37)
  private mutating func expire(_ thread: Block) {
    if thread.pointee.call == .none { return endWait(thread, Code.timeout) }
    disarm(thread)
    endByFault(thread)
  }
}
