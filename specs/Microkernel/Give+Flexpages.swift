import AddressSpaces
import IPC
import Logic
import Threads
import Vocabulary

extension Offers {
  /// The flexpage of a message meets a window of another size: the smaller of both is used whole, and
  /// the send base says which part of the larger it meets. Then page i goes to page i. (FP4 to FP6)
  @inlinable
  func give<let taskCount: Int, let slotCount: Int, let frameCount: Int>(
    _ pages: V.Bits, from sender: V.Bits, into window: V.Bits,
    _ spaces: inout AddressSpaces<V, slotCount, frameCount>, _ cases: inout PageCases,
    _ platform: Platform<V, threadCount, taskCount, slotCount, frameCount>
  ) -> Gift {
    let profile = platform.profile.items
    let isLarger = window.count < pages.count
    if profile.oversizeItems == .cut {
      guard V.holds(!isLarger, "the flexpage fits the window") else { return .cut }
    }
    let base = base[at: sender]
    let own = platform.slots[at: platform.roster.task[at: sender]]
    let part = platform.page(at: own & base, in: pages)
    var left = pages.when(!isLarger) | part.when(isLarger)
    let isSmaller = pages.count < window.count
    let meant = platform.block(of: window & base, like: pages)
    var places = meant.when(isSmaller) | window.when(!isSmaller)
    for _ in 0..<slotCount {
      guard V.holds(!left.isEmpty, "there is another page") else { break }
      let page = platform.first(of: left)
      left -= page
      if profile.holes == .close {
        let isHeld = V.holds(spaces.mapped.contains(page), "the sender holds the page")
        guard isHeld else { continue }
      }
      let place = platform.first(of: places)
      places -= place
      let result = give(page, from: sender, to: place, in: window, &spaces, &cases, platform)
      if result == .shortage { return .shortage }
    }
    return .accepted
  }
}

extension Platform {
  /// The page of a space with the lowest address of some.
  @inlinable
  func first(of pages: V.Bits) -> V.Bits {
    var first = V.Bits.empty
    for position in 0..<slotCount {
      first |= (pages & V.Bits(id: position)).when(first.isEmpty)
    }
    return first
  }

  /// The flexpage with as many pages as another that a page is in. (FP1)
  @inlinable
  func block(of page: V.Bits, like pages: V.Bits) -> V.Bits {
    let isPair = pages.count == V.Count(2)
    let isQuad = V.Count(2) < pages.count
    return page | pairs[at: page].when(isPair) | quads[at: page].when(isQuad)
  }

  /// The page of a flexpage whose number has the same low bits as that of `spot`. (FP4)
  @inlinable
  func page(at spot: V.Bits, in pages: V.Bits) -> V.Bits {
    var left = pages
    var other = block(of: spot, like: pages)
    var found = V.Bits.empty
    for _ in 0..<4 {
      let isThere = first(of: other) == spot
      found |= first(of: left).when(isThere)
      left -= first(of: left)
      other -= first(of: other)
    }
    return found
  }
}
