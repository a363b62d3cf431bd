import Exploration

/// The same transitions, stored in 16 bytes a state as those of a model of twice the size would be.
struct WideMapping: Model {
  let mapping: Mapping

  var initialStates: [UInt64] { mapping.initialStates }
  var actionKinds: [String] { mapping.actionKinds }
  func kind(of action: Mapping.Action) -> Int { mapping.kind(of: action) }

  /// Half of each byte in one word, half in the other.
  func encode(_ state: UInt64) -> Words<2> {
    Words(count: 2) { $0 == 0 ? state & Self.halves : state >> 4 & Self.halves }
  }
  func decode(_ code: Words<2>) -> UInt64 { code[0] | code[1] << 4 }

  @inline(__always)
  func successors(of state: UInt64, _ body: (Mapping.Action, UInt64) -> Void) {
    mapping.successors(of: state, body)
  }

  var properties: [Property<Self>] {
    mapping.properties.compactMap { property in
      guard case .always(let test) = property.kind else { return nil }
      return .always(property.name, number: property.number, test)
    }
  }

  private static var halves: UInt64 { 0x0f0f_0f0f_0f0f_0f0f }
}
