import IPC
import KernelUniverses
import Logic
import Microkernel
import Vocabulary

extension SystemRun {
  /// The run as a drawing.
  public var ladder: String {
    let columns = Columns(threads: shown, population: scene.population)
    var rows: [Ladder.Row] = []
    var before = initial
    for (index, step) in steps.enumerated() {
      var new = Description(step, after: before, in: scene, columns).rows
      for row in new.indices {
        new[row].isRepeated = loop.map { index >= $0 } ?? false
        if row == 0 { new[row].number = "\(index + 1)" }
      }
      rows += new
      before = step.outcome.state
    }
    var text = Ladder(names: columns.names, rows: rows).text
    guard isEndless else { return text }
    if let loop {
      text += "from \(loop + 1) on again and again"
    } else {
      text += "and so for ever: nothing that must happen can happen"
    }
    return text + "\n" + end.map { "  \($0)\n" }.joined()
  }
}

/// Which thread has which column.
private struct Columns {
  let threads: [Thread]
  let population: Population

  var names: [String] { threads.map(population.name) }
  subscript(_ thread: Int) -> Int? { threads.firstIndex { Int($0.rawValue) == thread } }

  /// What the columns of threads show that say nothing.
  func lines(in state: SystemState) -> [Character] {
    threads.map { thread in
      if state.place[Int(thread.rawValue)] == SystemState.absent { return " " }
      return state.isReady(thread) ? "│" : "┊"
    }
  }
}

/// What is to be said of one step.
private struct Description {
  private let step: SystemRun.Step
  private let before: SystemState
  private let scene: Scene
  private let columns: Columns
  private(set) var rows: [Ladder.Row] = []
  /// The threads of which something has been said.
  private var told: Set<Int> = []

  init(
    _ step: SystemRun.Step, after before: SystemState, in scene: Scene, _ columns: Columns
  ) {
    self.step = step
    self.before = before
    self.scene = scene
    self.columns = columns
    describe()
  }

  private var after: SystemState { step.outcome.state }
  private var done: Deliveries<Concrete<UInt16>, 8> { step.outcome.effects.deliveries }

  private mutating func describe() {
    let subject = Int(step.action.subject)
    var actor: Int?
    switch step.action.kind {
    case .step:
      actor = subject
      say(subject, instruction(subject))
    case .copy:
      actor = subject
      describeCopy(subject)
    case .timeout: label("time")
    case .tick: label("tick")
    case .interrupt: label("irq\(subject)")
    }
    for thread in newlyFaulting where thread != actor || step.action.kind != .step {
      say(thread, "page fault")
    }
    // First the messages of the one that acts.
    let receivers = scene.actors.indices.filter { !done.sender[row: $0].isEmpty.value }
    let ordered = receivers.sorted { left, right in
      (sender(of: left) == actor ? 0 : 1, left) < (sender(of: right) == actor ? 0 : 1, right)
    }
    for receiver in ordered { message(to: receiver) }
    redirected(actor)
    for thread in done.returned.ids + done.resumed.ids where !told.contains(thread) {
      if thread != actor || done.code[row: thread].value != 0 { say(thread, result(of: thread)) }
    }
    if rows.isEmpty { rows.append(emptyRow()) }
  }

  private func emptyRow() -> Ladder.Row {
    Ladder.Row(cells: columns.names.map { _ in "" }, lines: columns.lines(in: after))
  }

  private mutating func label(_ text: String) {
    if rows.isEmpty { rows.append(emptyRow()) }
    rows[0].label = text
  }

  /// Says something in the column of a thread, in the last row if there is room.
  private mutating func say(_ thread: Int, _ text: String) {
    told.insert(thread)
    guard let column = columns[thread] else { return }
    if rows.isEmpty || !rows[rows.count - 1].cells[column].isEmpty { rows.append(emptyRow()) }
    rows[rows.count - 1].cells[column] = text
  }

  /// What the actor does, and what comes of it at once.
  private func instruction(_ thread: Int) -> String {
    var text = scene.instruction(of: step.action)
    let code = done.code[row: thread].value
    if done.returned.contains(id: thread).value, code != 0 {
      text += ": \(ErrorCode.text(of: code))"
    } else if newlyFaulting.contains(thread) {
      text += ": page fault"
    } else if case .threadSchedule(let result) = step.outcome.effects.answer, result.old == nil {
      text += ": refused"
    } else if case .taskNew(let result) = step.outcome.effects.answer, result.outcome.isRefusal {
      text += ": refused"
    }
    if step.action.isDirect { text += ", directly" }
    return text
  }

  private mutating func describeCopy(_ sender: Int) {
    guard newlyFaulting.isEmpty else { return }
    let code = done.code[row: sender].value
    guard code == 0 else { return say(sender, ErrorCode.text(of: code)) }
    say(sender, "part of the message")
    guard let receiver = before.kernel.ipc.peer[row: sender].knownID,
      let from = columns[sender], let to = columns[receiver],
      done.sender[row: receiver].isEmpty.value
    else { return }
    rows[rows.count - 1].arrow = Ladder.Arrow(from: from, to: to)
  }

  /// The threads that have a page fault since this step.
  private var newlyFaulting: [Int] {
    let now = after.kernel.ipc.paging | after.kernel.ipc.stuck
    return (now - before.kernel.ipc.paging - before.kernel.ipc.stuck).ids
  }

  private func sender(of receiver: Int) -> Int? { done.sender[row: receiver].knownID }

  /// A message reaches its receiver.
  private mutating func message(to receiver: Int) {
    guard let sender = sender(of: receiver), let to = columns[receiver] else { return }
    if rows.isEmpty { rows.append(emptyRow()) }
    let isTaken = rows[rows.count - 1].arrow != nil || !rows[rows.count - 1].cells[to].isEmpty
    if isTaken { rows.append(emptyRow()) }
    rows[rows.count - 1].cells[to] = result(of: receiver)
    told.insert(receiver)
    if let from = columns[sender] {
      rows[rows.count - 1].arrow = Ladder.Arrow(from: from, to: to)
    }
  }

  /// lthread_ex_regs reaches its target.
  private mutating func redirected(_ actor: Int?) {
    guard let actor, step.action.kind == .step,
      let entry = scene.actors[actor].entries[Int(step.action.node)],
      case .instruction(let instruction, _) = scene.actors[actor].program.nodes[
        Int(step.action.node)], let mark = instruction.entry?.mark,
      let from = columns[actor], let to = columns[entry.target], from != to
    else { return }
    if rows[rows.count - 1].arrow != nil || !rows[rows.count - 1].cells[to].isEmpty {
      rows.append(emptyRow())
    }
    let code = done.code[row: entry.target].value
    rows[rows.count - 1].cells[to] =
      (code == 0 ? "" : "\(ErrorCode.text(of: code)); ") + "goes on at \(mark)"
    rows[rows.count - 1].arrow = Ladder.Arrow(from: from, to: to)
    told.insert(entry.target)
  }

  /// What a thread gets.
  private func result(of thread: Int) -> String {
    let name = { (bits: SystemKernel.Bits) in
      bits.ids.map { scene.population.name(Thread($0)) }.joined(separator: ", ")
    }
    if !done.returned.contains(id: thread).value {
      return done.resumed.contains(id: thread).value
        ? "goes on" : "has the answer of \(name(done.sender[row: thread]))"
    }
    var parts: [String] = []
    let code = done.code[row: thread].value
    if code != 0 { parts.append(ErrorCode.text(of: code)) }
    if done.interrupted.contains(id: thread).value { parts.append("interrupt") }
    let source = done.source[row: thread]
    if !source.isEmpty.value {
      let isFault = !(after.kernel.ipc.paging & done.sender[row: thread]).isEmpty.value
      parts.append(isFault ? "page fault of \(name(source))" : "from \(name(source))")
      if done.word.contains(id: thread).value { parts.append(isFault ? "write" : "word 1") }
      if done.mapped.contains(id: thread).value { parts.append("mapped") }
      if done.deceived.contains(id: thread).value { parts.append("deceived") }
      if done.redirected.contains(id: thread).value { parts.append("redirected") }
    }
    return parts.isEmpty ? "done" : parts.joined(separator: ", ")
  }
}
