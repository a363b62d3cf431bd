/// An aligned power-of-two region of pages or ports, decoded from one word. (FP1, FP2, IO3)
struct Flexpage: Equatable {
  enum Kind { case memory, ports }

  var kind: Kind
  /// The first page number or port number, rounded down to the size. (FP1)
  var base: UInt32
  /// The size as an exponent of two, in pages (0 … 20) or ports (0 … 16).
  var exponent: UInt32

  /// The low bits that an offset within the region has.
  var offsets: UInt32 { (1 << exponent) - 1 }
  /// How many pages or ports there are.
  var count: UInt32 { 1 << exponent }

  /// Decodes a word; nil for an invalid fpage: too small, too large, or no size at all. (FP7)
  ///
  /// The topmost sixteenth of the addresses, never user memory, stands for ports.
  init?(word: UInt32, portGranularity: UInt32) {
    let size = word >> 2 & 0x3F
    if word >> 28 == 0xF {
      guard size >= portGranularity, size <= 16 else { return nil }
      kind = .ports
      exponent = size
      base = word >> 12 & 0xFFFF
    } else {
      guard size >= 12, size <= 32 else { return nil }
      kind = .memory
      exponent = size - 12
      base = word >> 12
    }
    base &= ~offsets
  }
}

/// The pages, or ports, that one operation goes through in ascending order. (FP4, FP5, FP6)
struct Passage {
  var source: UInt32 = 0
  var destination: UInt32 = 0
  var count: UInt32 = 0
}

extension Passage {
  /// Cuts the larger of the two fpages down to the smaller one at the hot spot. (FP4, T-AS10)
  ///
  /// `hotSpot` is a page number.
  init(send: Flexpage, hotSpot: UInt32, window: Flexpage) {
    if send.exponent <= window.exponent {
      source = send.base
      destination = window.base + (hotSpot & window.offsets & ~send.offsets)
      count = send.count
    } else {
      source = send.base + (hotSpot & send.offsets & ~window.offsets)
      destination = window.base
      count = window.count
    }
  }

  /// The ports, or pages, from one on up to another one.
  init(from first: UInt32, to end: UInt32) {
    self.init(source: first, destination: first, count: first < end ? end - first : 0)
  }

  /// Leaves out what lies at or above a limit at either end. (AS17)
  func clipped(to limit: UInt32) -> Passage {
    let ahead = limit - min(limit, max(source, destination))
    return Passage(source: source, destination: destination, count: min(count, ahead))
  }
}
