import AddressSpaces

/// The words that operations are passed in. (FP2, FP3, IO3)
///
/// Page `p` of a universe is at address `p << pageBits`, port `p` is the granule of ports from
/// `p << granularity` on.
struct Version2Words {
  let pageBits: UInt32
  let granularity: UInt32

  /// The orders beyond which there is no address.
  private var addressOrder: UInt32 { 32 - pageBits }

  /// An fpage word without rights; the complete space is one size, whatever a page is.
  func fpage(_ extent: Extent) -> UInt32 {
    let order = UInt32(extent.order)
    switch extent.kind {
    case .memory:
      // The topmost addresses stand for ports (IO3); like all beyond the universe, nobody holds them.
      guard extent.first < 0xF000_0000 >> pageBits else { return 0x8000_0000 | pageBits << 2 }
      return address(extent.first) | (min(order, addressOrder) + pageBits) << 2
    case .ports:
      return 0xF000_0000 | (extent.first << granularity & 0xFFFF) << 12
        | min(order + granularity, 16) << 2
    }
  }

  /// The second word of a send fpage. (FP3)
  func sendFpage(_ transfer: Transfer) -> UInt32 {
    fpage(transfer.item) | (transfer.write && transfer.item.kind == .memory ? 2 : 0)
      | (transfer.grants ? 1 : 0)
  }

  /// The send base. What lies beyond the addresses stays beyond the universe. (FP4)
  func sendBase(_ transfer: Transfer) -> UInt32 {
    let limit: UInt32 = 1 << addressOrder
    let larger = max(UInt32(transfer.item.order), UInt32(transfer.window?.order ?? 0))
    let isBeyond = larger >= addressOrder && transfer.hotSpot >= limit
    return (isBeyond ? limit - 1 : transfer.hotSpot & (limit - 1)) << pageBits
  }

  func address(_ page: UInt32) -> UInt32 { page << pageBits }
}
