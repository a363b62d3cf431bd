import ClansAndChiefs
import IPC
import Logic
import Microkernel
import Threads
import Vocabulary

extension KernelSketch {
  /// What a step brought, a line for each thread that got something: `t2.0 returns: from t3.0,
  /// word 1`. `actor` is the thread whose call the answer is for.
  func results(of effects: Effects<Concrete<S>, h>, actor: Thread?) -> [String] {
    var lines: [String] = []
    if let actor, let answer = text(of: effects.answer) {
      lines.append("\(name(Int(actor.rawValue))) returns: \(answer)")
    }
    let done = effects.deliveries
    for thread in done.returned.ids {
      lines.append("\(name(thread)) returns: \(result(done, of: thread))")
    }
    for thread in (done.resumed - done.returned).ids { lines.append("\(name(thread)) goes on") }
    // Messages of the kernel for a thread, and those to it, return no call.
    for thread in 0..<universe.population.threads {
      let sender = done.sender[row: thread]
      if sender.isEmpty.value || done.returned.contains(id: thread).value
        || done.resumed.contains(id: thread).value
      {
        continue
      }
      lines.append("\(name(thread)) has the answer of \(names(sender))")
    }
    return lines
  }

  private func result(_ done: Deliveries<Concrete<S>, h>, of thread: Int) -> String {
    let code = done.code[row: thread].value
    var parts: [String] = []
    if code != 0 { parts.append(ErrorCode.text(of: code)) }
    if done.interrupted.contains(id: thread).value { parts.append("an interrupt") }
    let source = done.source[row: thread]
    if !source.isEmpty.value {
      parts.append("from \(names(source))")
      if done.word.contains(id: thread).value { parts.append("word 1") }
    }
    for (set, flag) in [
      (done.deceived, "deceived"), (done.mapped, "mapped"), (done.redirected, "redirected"),
      (done.inner, "from inside"),
    ] where set.contains(id: thread).value { parts.append(flag) }
    let destination = done.destination[row: thread]
    if !destination.isEmpty.value { parts.append("for \(names(destination))") }
    return parts.isEmpty ? "done" : parts.joined(separator: ", ")
  }

  private func text(of answer: Answer<Concrete<S>>) -> String? {
    switch answer {
    case .none: return nil
    case .idNearest(let nearest):
      let task = nearest.task.ids.map { "task\($0)" }.joined(separator: ", ")
      return "\(nearest.isCase), \(task.isEmpty ? "the id itself" : task)"
    case .unmap(let result): return "\(result)"
    case .threadSwitch(let result): return "\(result)"
    case .threadSchedule(let result):
      guard let old = result.old else { return "\(result.outcome)" }
      return "\(result.outcome), was priority \(old.priority.value) slice \(old.slice.value)"
    case .exRegs(let result): return "\(result.outcome), was registers \(result.registers.value)"
    case .taskNew(let result): return "\(result.outcome)"
    case .access(let result): return "\(result)"
    case .exception(let result): return "\(result)"
    }
  }
}
