import AddressSpaces
import IPC
import Logic
import Threads
import Vocabulary

extension Offers {
  /// What a call offers and wants of memory, while it is under way.
  @inlinable
  mutating func enter(_ offer: Offer<V>, window: V.Bits, of caller: V.Bits) {
    page.insert(offer.page, intoRowsOf: caller)
    base.insert(offer.base, intoRowsOf: caller)
    grants |= caller.when(offer.grants)
    writes |= caller.when(offer.writes)
    self.window.insert(window, intoRowsOf: caller)
  }

  /// A message has found its receiver: its page is mapped, or granted, into the receiver's window. The
  /// window is one page, or the complete space, as of a thread with a page fault: then the send base
  /// says where. (AS3, FP4, PF-3)
  @inlinable
  func give<let taskCount: Int, let slotCount: Int, let frameCount: Int>(
    from sender: V.Bits, to receiver: V.Bits, hasFault: V.Truth,
    _ spaces: inout AddressSpaces<V, slotCount, frameCount>,
    _ platform: Platform<V, threadCount, taskCount, slotCount, frameCount>
  ) -> Gift {
    let task = platform.roster.task[at: receiver]
    if V.holds(
      task == platform.roster.task[at: sender], "sender and receiver are in the same task")
    {
      switch platform.profile.spaces.selfMapping {  // AS13, U4
      case .skipped: return .ignored
      case .cut: return .cut
      case .aliases: break
      }
    }
    let window = platform.slots[at: task].when(hasFault) | self.window[at: receiver].when(!hasFault)
    let isOnePage = window.count == V.Count(1)
    let place = window.when(isOnePage) | (window & base[at: sender]).when(!isOnePage)
    let page = page[at: sender]
    let write = writes.contains(sender)
    let result =
      V.holds(grants.contains(sender), "the page is granted")
      ? spaces.grant(page, to: place, in: window, write: write, layout: platform.memory)
      : spaces.map(page, to: place, in: window, write: write, layout: platform.memory)
    return result == .shortage ? .shortage : .accepted
  }
}
