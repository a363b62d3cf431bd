import Microkernel
import Vocabulary

/// What can happen in a system.
struct SystemAction: Hashable, Sendable {
  enum Kind: UInt8, Sendable, CaseIterable {
    /// A thread executes an instruction.
    case step
    /// The next part of a message is copied.
    case copy
    /// A timeout passes.
    case timeout
    case tick
    case interrupt
  }

  let kind: Kind
  /// The thread that steps or sends, or whose timeout passes; or the source of an interrupt.
  var subject: UInt8 = 0
  /// The instruction that the thread executes, and the part of its memory that matters for it.
  var node: UInt8 = 0
  var memory: UInt16 = 0
  /// Which way it chooses.
  var way: UInt8 = 0
  /// Whether the processor goes to the receiver of a message directly. (U17)
  var isDirect = false
}

extension Scene {
  /// An action as a person writes it.
  func describe(_ action: SystemAction) -> String {
    let name =
      action.kind == .interrupt ? "" : population.name(Thread(Int(action.subject)))
    switch action.kind {
    case .step: return "\(name) \(instruction(of: action))" + (action.isDirect ? ", directly" : "")
    case .copy: return "copy from \(name)"
    case .timeout: return "timeout of \(name)"
    case .tick: return "tick"
    case .interrupt: return "interrupt \(action.subject)"
    }
  }

  /// What a thread does in a step, without its name.
  func instruction(of action: SystemAction) -> String {
    let (actor, node) = (actors[Int(action.subject)], Int(action.node))
    switch actor.program.nodes[node] {
    case .instruction(let instruction, _):
      guard let operation = actor.calls[node]?.operations[action.memory],
        operation.kind != .receive || instruction.text != "sleep"
      else { return instruction.text }
      let name = population.name(Thread(Int(action.subject)))
      let text = String(operation.text(in: population).dropFirst(name.count + 1))
      // What the registers are is the program's affair: the mark says more.
      guard let entry = instruction.entry else { return text }
      return text.replacing("registers 0", with: "to \(entry.mark)")
    case .mark(let mark, _): return "mark \(mark)"
    case .spin: return "spin"
    case .choose: return "choose way \(action.way + 1)"
    case .branch, .jump: return ""
    }
  }
}
