import AddressSpaces
import Logic
import Proving
import Vocabulary

/// The hot-spot rule, as a statement of words instead of slots: it is about all flexpages at all
/// addresses, so it is proved for those and not explored. (T-AS10)
public enum HotSpot: String, Statement {
  case rangesCorrespond = "T-AS10"

  public var sentence: String {
    "the mapped ranges are as large as the smaller flexpage, inside both, around the hot spot"
  }
  public var engines: [Engine] { [.induction] }

  /// Calls `part` with each part of the statement for two valid flexpages, any send base, and any
  /// `offset` from the first mapped address.
  public func check<V: Values>(
    sending sent: Flexpage<V>, to window: Flexpage<V>, hotSpot: V.Word, offset: V.Word,
    _ part: (_ says: StaticString, _ isTrue: V.Truth) -> Void
  ) {
    let range = Correspondence(sending: sent, to: window, hotSpot: hotSpot)
    part("the size is that of the smaller", range.size == V.Word.least(sent.size, window.size))
    let isInside = offset <= Flexpage<V>.offsets(range.size)
    part("the source is in the send fpage", isInside ==> sent.contains(range.source &+ offset))
    part(
      "the destination is in the window",
      isInside ==> window.contains(range.destination &+ offset))
    part(
      "the hot spot is met in the larger flexpage",
      (sent.size <= window.size
        ==> Flexpage<V>(base: range.destination, size: range.size)
        .contains(window.base | (hotSpot & Flexpage<V>.offsets(window.size))))
        && (window.size <= sent.size
          ==> Flexpage<V>(base: range.source, size: range.size)
          .contains(sent.base | (hotSpot & Flexpage<V>.offsets(sent.size))))
    )
    part(
      "both ranges are aligned to their size",
      ((range.source | range.destination) & Flexpage<V>.offsets(range.size)) == V.Word(0))
  }
}
