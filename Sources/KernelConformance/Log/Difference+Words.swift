import AddressSpaces
import KernelPrograms
import Vocabulary

extension Difference {
  /// What differs, as a sentence without a full stop.
  func words(on stage: Stage, allowed: Observation, seen: Observation) -> String {
    func name(_ thread: Int) -> String { stage.name(of: thread) }
    func result(_ thread: Int, in observation: Observation) -> Return? {
      observation.returns.first { $0.thread == thread }
    }
    func id(_ id: SeenID?) -> String { id?.words(on: stage) ?? "nobody" }
    switch self {
    case .skipping: return "the thread cannot act"
    case .missingReturn(let thread, let code):
      return "\(name(thread))'s call ends with \(ErrorCode.text(of: code)), which is not in the log"
    case .extraReturn(let thread, let code):
      return "\(name(thread))'s call does not end, as the log says with \(ErrorCode.text(of: code))"
    case .code(let thread, let seen, let allowed):
      return "\(name(thread))'s code is \(ErrorCode.text(of: allowed)), "
        + "not \(ErrorCode.text(of: seen))"
    case .source(let thread):
      return "\(name(thread))'s message is from \(id(result(thread, in: allowed)?.source)), "
        + "not from \(id(result(thread, in: seen)?.source))"
    case .flags(let thread, let letters): return "\(name(thread))'s flags \(letters) are others"
    case .word(let thread): return "\(name(thread))'s words are others"
    case .destination(let thread):
      return "\(name(thread))'s message is for \(id(result(thread, in: allowed)?.destination)), "
        + "not for \(id(result(thread, in: seen)?.destination))"
    case .damage(let thread): return "\(name(thread))'s message is whole"
    case .missingAccess(let thread):
      return "\(name(thread))'s instruction is executed, which is not in the log"
    case .extraAccess(let thread): return "\(name(thread))'s instruction faults"
    case .frame(let thread): return "\(name(thread)) reaches another frame"
    case .reply: return "the call answers something else"
    case .running:
      let runner: String
      switch allowed.running {
      case .thread(let thread): runner = name(thread)
      case .idle, nil: runner = "nobody"
      }
      return "\(runner) runs afterwards"
    case .memory(let slots):
      let places = slots.prefix(4).map { slot in
        let holding = allowed.memory.flatMap { slot < $0.count ? $0[slot] : nil } ?? Holding()
        return "\(stage.shape.name(Slot(slot))) holds \(holding.words(on: stage))"
      }
      return places.joined(separator: ", ") + (slots.count > 4 ? " and so on" : "")
    }
  }
}
