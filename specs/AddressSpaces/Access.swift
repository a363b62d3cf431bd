import Logic
import Vocabulary

extension AddressSpaces {
  /// A thread reads or writes at a page, or uses a port. (AS21, IO6)
  ///
  /// As on the hardware, a translation that is cached is used without a look at the forest; without
  /// one the forest decides, and the translation is cached with its rights. A write through a
  /// translation that is cached as read-only looks again before it faults.
  @inlinable
  public mutating func access(_ page: V.Bits, write: V.Truth) -> PageCase {
    let isCached = cached.union.contains(page)
    let isTranslated = isCached && (write ==> cachedWritable.contains(page))
    if V.holds(isTranslated, "the TLB allows the access") { return .accessed }
    let isHeld = mapped.contains(page) && (write ==> writable.contains(page))
    guard V.holds(isHeld, "the mapping allows the access")
    else { return .fault }
    forget(page)
    cached.insert(page, intoRowsMeeting: page, of: holders)
    cachedWritable |= page & writable
    return .accessed
  }

  /// The frame that an access at `page` reaches, as the rows in which the page is; the hardware asks
  /// the TLB first.
  @inlinable
  public func frame(at page: V.Bits) -> (translated: V.Bits, held: V.Bits) {
    (cached.ids(meeting: page), holders.ids(meeting: page))
  }
}
