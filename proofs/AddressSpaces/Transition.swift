import AddressSpaces
import Logic

/// One step, with the state before it and the state after.
public struct Transition<V: Values, let slots: Int, let frames: Int>: Sendable {
  public let before: AddressSpaces<V, slots, frames>
  public let step: Step<V>
  public let result: PageCase
  public let after: AddressSpaces<V, slots, frames>
  public let layout: Layout<V, slots, frames>

  @inlinable
  public init(
    before: AddressSpaces<V, slots, frames>, step: Step<V>, result: PageCase,
    after: AddressSpaces<V, slots, frames>, layout: Layout<V, slots, frames>
  ) {
    self.before = before
    self.step = step
    self.result = result
    self.after = after
    self.layout = layout
  }

  /// Takes `step` from a state.
  @inlinable
  public init(
    from before: AddressSpaces<V, slots, frames>, _ step: Step<V>,
    layout: Layout<V, slots, frames>
  ) {
    var after = before
    let result = after.take(step, layout: layout)
    self.init(before: before, step: step, result: result, after: after, layout: layout)
  }

  /// The slots whose node has changed: another frame, other rights, another way from the root, or a
  /// node that has gone or is new.
  @inlinable
  public var changed: V.Bits { Self.difference(before, after) }

  @inlinable
  public static func difference(
    _ one: AddressSpaces<V, slots, frames>, _ other: AddressSpaces<V, slots, frames>
  ) -> V.Bits {
    var different = one.writable ^ other.writable
    for frame in 0..<frames { different |= one.holders[row: frame] ^ other.holders[row: frame] }
    for node in 0..<slots { different |= one.below[row: node] ^ other.below[row: node] }
    return different
  }

  /// The slots that have a node of a frame, or a right to write, that they did not have before.
  @inlinable
  public var gained: V.Bits {
    var gained = after.writable - before.writable
    for frame in 0..<frames {
      gained |= after.holders[row: frame] - before.holders[row: frame]
    }
    return gained
  }

  /// Whether the step was refused, or had nothing to do.
  @inlinable
  public var isRefusal: Bool {
    switch result {
    case .notExistent, .outsideWindow, .notHeld, .noPlace, .withinOneSpace, .rootStays,
      .ontoAncestor, .kept, .shortage, .fault:
      true
    case .widened, .replaced, .mapped, .granted, .grantedReplacing, .unmapped, .deleted, .created,
      .accessed:
      false
    }
  }
}
