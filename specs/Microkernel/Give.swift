import AddressSpaces
import IPC
import Logic
import Threads
import Vocabulary

extension Offers {
  /// What a call offers and wants of memory, while it is under way. A flexpage smaller than a page is
  /// none, but for kernels that take it for one. (FP7)
  @inlinable
  mutating func enter(
    _ offer: Offer<V>, window: V.Bits, of caller: V.Bits, _ profile: ItemProfile
  ) {
    let isPage = V.Truth(profile.smallItems == .page) || !offer.isSmall
    page.insert(offer.page.when(isPage), intoRowsOf: caller)
    base.insert(offer.base, intoRowsOf: caller)
    grants |= caller.when(offer.grants)
    writes |= caller.when(offer.writes)
    self.window.insert(window, intoRowsOf: caller)
  }

  /// A message has found its receiver: its flexpage is mapped, or granted, into the receiver's window.
  /// The window is one page, or the complete space, as of a thread with a page fault. (AS3, PF-3)
  @inlinable
  func give<let taskCount: Int, let slotCount: Int, let frameCount: Int>(
    from sender: V.Bits, to receiver: V.Bits, hasFault: V.Truth,
    _ spaces: inout AddressSpaces<V, slotCount, frameCount>, _ cases: inout PageCases,
    _ platform: Platform<V, threadCount, taskCount, slotCount, frameCount>
  ) -> Gift {
    let task = platform.roster.task[at: receiver]
    if V.holds(
      task == platform.roster.task[at: sender], "sender and receiver are in the same task")
    {
      switch platform.profile.spaces.selfMapping {  // AS13, U4
      case .skipped:
        cases.insert(.withinOneSpace)
        return .ignored
      case .cut:
        cases.insert(.withinOneSpace)
        return .cut
      case .aliases: break
      }
    }
    let pages = page[at: sender]
    if platform.profile.items.smallItems == .cut {
      guard V.holds(!pages.isEmpty, "the flexpage is not smaller than a page") else { return .cut }
    }
    let window = platform.slots[at: task].when(hasFault) | self.window[at: receiver].when(!hasFault)
    if platform.hasLargeItems {
      return give(pages, from: sender, into: window, &spaces, &cases, platform)
    }
    let isOnePage = window.count == V.Count(1)
    let place = window.when(isOnePage) | (window & base[at: sender]).when(!isOnePage)
    return give(pages, from: sender, to: place, in: window, &spaces, &cases, platform)
      == .shortage ? .shortage : .accepted
  }

  /// One page is mapped, or granted.
  @inlinable
  func give<let taskCount: Int, let slotCount: Int, let frameCount: Int>(
    _ page: V.Bits, from sender: V.Bits, to place: V.Bits, in window: V.Bits,
    _ spaces: inout AddressSpaces<V, slotCount, frameCount>, _ cases: inout PageCases,
    _ platform: Platform<V, threadCount, taskCount, slotCount, frameCount>
  ) -> PageCase {
    let write = writes.contains(sender)
    let result =
      V.holds(grants.contains(sender), "the page is granted")
      ? spaces.grant(page, to: place, in: window, write: write, layout: platform.memory)
      : spaces.map(page, to: place, in: window, write: write, layout: platform.memory)
    cases.insert(result)
    return result
  }
}
