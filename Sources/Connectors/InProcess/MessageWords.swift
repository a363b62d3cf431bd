import KernelPrograms
import Microkernel
import ReferenceKernel
import Vocabulary

/// The messages of a stage as words, and what words say when they arrive.
///
/// A message says one thing, yes or no; the words for it are such that a kernel which changes, swaps or
/// drops one is seen. A message that maps has its words for the fpage, and says it in the low bits of
/// the send base, which mean nothing there. (FP4)
struct MessageWords {
  static let yes: UInt32 = 0x5EED_0001
  static let no: UInt32 = 0x0DD0_0000
  static let plain: UInt32 = 0xFACE_0FF5
  static let yesInBase: UInt32 = 0x010

  /// The two words of a message. (IPC-47, IPC-52)
  static func words(
    _ send: KernelOperation.Sending, _ layout: StageLayout
  ) -> (UInt32, UInt32) {
    guard let item = send.item else { return (send.word ? yes : no, plain) }
    let base: UInt32
    if case .port = Place(item.base) { base = 0 } else { base = layout.address(ofPage: item.base) }
    return (base | (send.word ? yesInBase : 0), fpage(item, layout))
  }

  /// The second word of a send fpage. (FP2, FP3, IO3)
  static func fpage(_ item: KernelOperation.Item, _ layout: StageLayout) -> UInt32 {
    let granularity = UInt32(layout.stage.shape.profile.portGranularity)
    let grant: UInt32 = item.isGrant ? 1 : 0
    switch Place(item.page) {
    case .port(let port):
      return Version2Words.ports(
        UInt32(port) << granularity, exponent: UInt32(item.order) + granularity) | grant
    case .page(let page):
      let bits: UInt32 = item.isSmall ? 11 : 12 + UInt32(item.order)
      return Version2Words.fpage(layout.address(ofPage: page), bits: bits)
        | (item.write ? 2 : 0) | grant
    }
  }

  /// The fpage of a receive window. (IPC-53)
  static func window(_ window: KernelOperation.Window, _ layout: StageLayout) -> UInt32? {
    switch window {
    case .none: return nil
    case .page(let number):
      switch Place(number) {
      case .port(let port):
        let granularity = UInt32(layout.stage.shape.profile.portGranularity)
        return Version2Words.ports(UInt32(port) << granularity, exponent: granularity)
      case .page(let page):
        return Version2Words.fpage(layout.address(ofPage: page), bits: 12)
      }
    case .all:
      var bits: UInt32 = 12
      while 1 << (bits - 12) < layout.stage.shape.pages { bits += 1 }
      return Version2Words.fpage(layout.address(ofPage: 0), bits: bits)
    }
  }

  /// What two words say; the damage, where they are no words of a stage.
  ///
  /// - Parameter faults: The accesses that threads are held up in. That of a port does not say whether
  ///   it writes. (IO6)
  static func meaning(
    _ first: UInt32, _ second: UInt32, of faults: [Fault]
  ) -> (word: Bool, damage: String?) {
    if second == plain {
      if first == yes { return (true, nil) }
      if first == no { return (false, nil) }
      return (false, "word 0 is 0x\(String(first, radix: 16)), which nobody sent")
    }
    if Version2Words.token(ofInstruction: second) != nil {
      if let fault = faults.first(where: { $0.isPort && $0.addresses.contains(first) }) {
        return (fault.isWrite, nil)
      }
      let isKnown = faults.contains { !$0.isPort && $0.addresses.contains(first & ~2) }
      return (
        first & 2 != 0,
        isKnown ? nil : "nobody has a page fault at 0x\(String(first & ~3, radix: 16)) (PF-2)"
      )
    }
    if second >> 2 & 0x3F != 0 || second >> 28 == 0xF { return (first & yesInBase != 0, nil) }
    return (false, "word 1 is 0x\(String(second, radix: 16)), which nobody sent")
  }

  /// An access, or a part of a message, that may miss a page.
  struct Fault {
    /// The addresses, or the words of a port. (PF-2, IO6)
    var addresses: Range<UInt32>
    var isPort = false
    var isWrite = false
  }

  /// A place as operations number them.
  enum Place {
    case page(Int)
    case port(Int)

    init(_ number: Int) {
      let first = KernelOperation.port(0)
      self = number < first ? .page(number) : .port(number - first)
    }
  }
}
