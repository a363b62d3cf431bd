import Logic
import Vocabulary

/// What is atomic even where a flexpage operation is not: one page of a map or grant, an unmap of any
/// pages with all that was derived from them, the end or the beginning of a task, an access.
/// (IPC-62, N1, N2, UM12)
public enum Step<V: Values>: Sendable {
  case map(V.Bits, to: V.Bits, in: V.Bits, write: V.Truth)
  case grant(V.Bits, to: V.Bits, in: V.Bits, write: V.Truth)
  case unmap(V.Bits, UnmapMask)
  case delete(V.Bits)
  case create(V.Bits)
  case access(V.Bits, write: V.Truth)
}

extension AddressSpaces {
  /// Takes one step.
  @inlinable
  public mutating func take(
    _ step: Step<V>, layout: Layout<V, slots, frames>
  ) -> PageCase {
    switch step {
    case .map(let source, let destination, let window, let write):
      map(source, to: destination, in: window, write: write, layout: layout)
    case .grant(let source, let destination, let window, let write):
      grant(source, to: destination, in: window, write: write, layout: layout)
    case .unmap(let pages, let mask): unmap(pages, mask, layout: layout)
    case .delete(let task): delete(task, layout: layout)
    case .create(let task): create(task)
    case .access(let page, let write): access(page, write: write)
    }
  }
}
