import Exploration
import Logic
import Microkernel

/// The bits of a kernel's state as a part of a larger state: those that a universe needs.
public struct KernelPacking: Sendable {
  private let widths: FieldWidths

  public init(_ universe: KernelUniverse) { widths = FieldWidths(universe) }

  public func bits<S, let h: Int, let k: Int, let q: Int, let s: Int, let f: Int>(
    of state: Microkernel<Concrete<S>, h, k, q, s, f>
  ) -> Int {
    var counter = CodeCounter()
    var state = state
    widths.code(&state, &counter)
    return counter.bits
  }

  public func write<
    S, let h: Int, let k: Int, let q: Int, let s: Int, let f: Int, let capacity: Int
  >(
    _ state: Microkernel<Concrete<S>, h, k, q, s, f>, to writer: inout CodeWriter<capacity>
  ) {
    var state = state
    widths.code(&state, &writer)
  }

  /// Parts that take no bits stay as they are in `state`.
  public func read<
    S, let h: Int, let k: Int, let q: Int, let s: Int, let f: Int, let capacity: Int
  >(
    into state: inout Microkernel<Concrete<S>, h, k, q, s, f>,
    from reader: inout CodeReader<capacity>
  ) {
    widths.code(&state, &reader)
  }
}
