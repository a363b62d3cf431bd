import Logic
import Proving
import SMT
import Vocabulary

extension HotSpot {
  /// The proof for all flexpages and windows of all valid sizes at all addresses, and all send bases:
  /// a system without states whose only rule is the hot-spot rule.
  public static func induction() -> Induction<Bool, Arguments, String, String> {
    Induction(
      build: { try system(in: $0) },
      decode: { model, situation in
        guard case .step(let step) = situation else { return "" }
        return try step.action.description(in: model)
      })
  }

  /// What the rule is applied to.
  public struct Arguments: Sendable {
    let sent: Flexpage<Symbolic>
    let window: Flexpage<Symbolic>
    let hotSpot: Symbolic.Word
    let offset: Symbolic.Word

    func description(in model: Model) throws -> String {
      func hex(_ word: Symbolic.Word) throws -> String {
        "0x" + String(try model.value(word), radix: 16)
      }
      return try "send fpage \(hex(sent.base)) of 2^\(model.value(sent.size)), window "
        + "\(hex(window.base)) of 2^\(model.value(window.size)), send base \(hex(hotSpot)), at offset "
        + "\(hex(offset))"
    }
  }

  private static func system(
    in context: Context
  ) throws -> SymbolicSystem<Bool, Arguments, String> {
    typealias System = SymbolicSystem<Bool, Arguments, String>
    func word(_ name: String) -> Symbolic.Word { Symbolic.word(name, in: context) }
    let arguments = Arguments(
      sent: Flexpage(base: word("sent_base"), size: word("sent_size")),
      window: Flexpage(base: word("window_base"), size: word("window_size")),
      hotSpot: word("send_base"), offset: word("offset"))
    return System(
      starts: [System.Start("start", true)], state: true,
      rules: [
        System.Rule(
          "hot spot", arguments, where: [arguments.sent.isValid, arguments.window.isValid]
        ) { _, arguments in
          let fits = arguments.sent.size <= arguments.window.size
          return Symbolic.holds(fits, "the send fpage fits the window")
            ? "the send fpage fits the window" : "the window cuts the send fpage"
        }
      ],
      invariants: [],
      stepProperties: HotSpot.allCases.map { property in
        System.StepProperty("\(property.number) \(property.sentence)") { step in
          var clauses: [Clause] = []
          property.check(
            sending: step.action.sent, to: step.action.window, hotSpot: step.action.hotSpot,
            offset: step.action.offset
          ) { clauses.append(Clause("\($0)", $1)) }
          return clauses
        }
      })
  }
}
