import Logic

/// A flexpage: `2^size` bytes of an address space, at an address aligned to its size. (FP1)
public struct Flexpage<V: Values>: Sendable {
  /// Address of the first byte. Low bits of an unaligned base are ignored. (FP1)
  public var base: V.Word
  /// The size exponent: 12 for one page of x86, 32 for the complete space. (FP1)
  public var size: V.Word

  @inlinable
  public init(base: V.Word, size: V.Word) {
    self.base = base & ~Self.offsets(size)
    self.size = size
  }

  /// A size under 12, as in the zero word, or over 32 is no flexpage: it ends a list of send fpages,
  /// and as a receive window it means that no mapping is accepted. (FP7)
  @inlinable
  public var isValid: V.Truth { V.Word(12) <= size && size <= V.Word(32) }

  /// The address bits that vary inside a flexpage of this size; all of them for the complete space.
  @inlinable
  public static func offsets(_ size: V.Word) -> V.Word { (V.Word(1) << size) &- V.Word(1) }

  /// Whether an address lies in the flexpage.
  @inlinable
  public func contains(_ address: V.Word) -> V.Truth {
    (address & ~Self.offsets(size)) == base
  }
}

/// What of a send fpage goes where. (FP4, FP5, FP6)
public struct Correspondence<V: Values>: Sendable {
  /// The first address that is mapped from, in the sender.
  public var source: V.Word
  /// The first address that is mapped to, in the receiver.
  public var destination: V.Word
  /// Both ranges are `2^size` bytes long, and correspond page by page. (FP6)
  public var size: V.Word

  /// The hot-spot rule: of two flexpages of different size the smaller is used whole, and the send
  /// base says which part of the larger it meets. A mismatch is never an error. (FP4, FP5)
  @inlinable
  public init(sending sent: Flexpage<V>, to window: Flexpage<V>, hotSpot: V.Word) {
    let sentOffsets = Flexpage<V>.offsets(sent.size)
    let windowOffsets = Flexpage<V>.offsets(window.size)
    if V.holds(sent.size <= window.size, "the send fpage fits the window") {
      source = sent.base
      destination = window.base | (hotSpot & windowOffsets & ~sentOffsets)
      size = sent.size
    } else {
      source = sent.base | (hotSpot & sentOffsets & ~windowOffsets)
      destination = window.base
      size = window.size
    }
  }
}
