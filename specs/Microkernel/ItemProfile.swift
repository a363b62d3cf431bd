/// The open points of how an item of a message meets the window of the receiver. Sections P and V of
/// the facts have them from kernels; the defaults are what the manual says.
public struct ItemProfile: Hashable, Sendable {
  /// FP5: what is mapped of a flexpage that is larger than the window. (OBS3)
  public enum OversizeItems: String, Sendable, CaseIterable {
    /// The part that the send base chooses.
    case part
    /// Nothing, and the message is cut, as in Hazelnut.
    case cut
  }

  /// FP6: where the pages after one go that the sender does not hold. (OBS5)
  public enum Holes: String, Sendable, CaseIterable {
    /// Page i goes to page i: the hole stays one.
    case stay
    /// The next page takes the place of the hole, as in Hazelnut.
    case close
  }

  /// FP7: what becomes of a flexpage that is smaller than a page. (OBS8)
  public enum SmallItems: String, Sendable, CaseIterable {
    /// It ends the list: nothing is mapped, and that is no error.
    case endList = "end the list"
    /// It is the page that it lies in, as in Fiasco.
    case page
    /// The message is cut, as in Hazelnut.
    case cut
  }

  public var oversizeItems = OversizeItems.part
  public var holes = Holes.stay
  public var smallItems = SmallItems.endList

  public init() {}
}
