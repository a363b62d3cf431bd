import AddressSpaces
import KernelPrograms
import Microkernel
import Vocabulary

extension Observation {
  /// What was seen, in words; of memory only what differs from `before`.
  package func words(on stage: Stage, after before: [Holding]? = nil) -> String {
    var words: [String] = []
    if isSkipped { words.append("skipped: it cannot act") }
    words += returns.map { $0.words(on: stage) }
    for access in accesses {
      let place =
        access.frame.map { stage.shape.name(Frame($0 & 0xFF)) } ?? "what is not of the stage"
      words.append("\(stage.name(of: access.thread)) reaches \(place)")
    }
    if let reply { words.append(reply.words(on: stage)) }
    if let memory {
      let start = before ?? memory
      for slot in 0..<min(memory.count, start.count, stage.shape.slots)
      where memory[slot] != start[slot] {
        words.append("\(stage.shape.name(Slot(slot))): \(memory[slot].words(on: stage))")
      }
    }
    switch running {
    case .thread(let thread): words.append("\(stage.name(of: thread)) runs")
    case .idle: words.append("nobody runs")
    case nil: break
    }
    return words.isEmpty ? "nothing is seen" : words.joined(separator: "; ")
  }
}

extension Stage {
  func name(of thread: Int) -> String {
    thread >= 0 && thread < population.threads
      ? population.name(Thread(thread)) : "thread \(thread)"
  }
}

extension SeenID {
  func words(on stage: Stage) -> String {
    switch self {
    case .thread(let thread): stage.name(of: thread)
    case .former(let thread): "former \(stage.name(of: thread))"
    case .interrupt(let source): "irq\(source)"
    case .nobody: "nobody"
    case .invalid: "invalid"
    case .unknown(let id): "unknown id 0x\(String(id, radix: 16))"
    }
  }
}

extension Return {
  func words(on stage: Stage) -> String {
    var words = "\(stage.name(of: thread)): \(ErrorCode.text(of: code))"
    if let source {
      words += " from \(source.words(on: stage))"
      let flags = zip("dmri", [isDeceived, isMapped, isRedirected, isFromInside])
      let letters = String(flags.filter(\.1).map(\.0))
      if !letters.isEmpty { words += " flags \(letters)" }
      if word { words += " word 1" }
      if let destination { words += " for \(destination.words(on: stage))" }
    }
    if let damage { words += ", damaged: \(damage)" }
    return words
  }
}

extension Holding {
  func words(on stage: Stage) -> String {
    guard let frame else { return "nothing" }
    guard frame >= 0, frame < stage.shape.frames + stage.shape.ports else {
      return "what is not of the stage"
    }
    let rights: Rights = isWritable ? .readWrite : .readOnly
    return "\(stage.shape.name(Frame(frame))) \(rights)"
  }
}

extension Reply {
  func words(on stage: Stage) -> String {
    func name(_ id: SeenID?) -> String { id?.words(on: stage) ?? "?" }
    switch self {
    case .nearest(let type, let id):
      return "type 0x\(String(type, radix: 16, uppercase: true)), \(name(id))"
    case .scheduled(let priority, let slice, let preempter):
      guard let priority, let slice else { return "all ones" }
      return "was priority \(priority), slice \(slice), preempter \(name(preempter))"
    case .registers(let registers, let pager, let preempter):
      return "was registers \(registers.map { "\($0)" } ?? "?"), pager \(name(pager)), "
        + "preempter \(name(preempter))"
    case .created(let isCreated): return isCreated ? "an id" : "nil"
    }
  }
}
