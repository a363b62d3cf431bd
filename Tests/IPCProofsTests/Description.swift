import IPC
import Logic
import Vocabulary

// States and events in few words, for failures.

func describe<let n: Int, let m: Int>(_ state: Rendezvous<Concrete<UInt8>, n, m>) -> String {
  let sets: [(String, ConcreteBits<UInt8>)] = [
    ("pending", state.pending), ("waiting", state.waiting), ("sending", state.sending),
    ("receiving", state.receiving), ("stuck", state.stuck), ("paging", state.paging),
    ("preempting", state.preempting), ("former", state.former),
    ("formerNamed", state.formerNamed), ("formerVisible", state.formerVisible),
    ("formerAsked", state.formerAsked), ("deceiving", state.deceiving), ("word", state.word),
    ("mapping", state.mapping), ("receives", state.receives), ("open", state.open),
    ("forInterrupt", state.forInterrupt), ("takesMaps", state.takesMaps),
    ("takesMemory", state.takesMemory), ("short", state.short), ("arriving", state.arriving),
    ("writing", state.writing), ("raised", state.raised), ("serving", state.serving),
  ]
  var words = sets.filter { $0.1.mask != 0 }.map { "\($0.0) \($0.1.ids)" }
  func table<ID: SmallID, let k: Int>(_ name: String, _ table: Table<Concrete<UInt8>, ID, k>) {
    let rows = (0..<k).filter { table[row: $0].mask != 0 }
    if !rows.isEmpty {
      words.append(name + " " + rows.map { "\($0):\(table[row: $0].ids)" }.joined(separator: " "))
    }
  }
  func numbers<let k: Int>(_ name: String, _ numbers: Numbers<Concrete<UInt8>, Thread, k>) {
    let rows = (0..<k).filter { numbers[row: $0].value != 0 }
    if !rows.isEmpty {
      words.append(
        name + " " + rows.map { "\($0):\(numbers[row: $0].value)" }.joined(separator: " "))
    }
  }
  table("partner", state.partner)
  table("peer", state.peer)
  table("ahead", state.ahead)
  table("named", state.named)
  table("visible", state.visible)
  table("asked", state.asked)
  table("handler", state.handler)
  numbers("parts", state.parts)
  numbers("sendFaultTimeout", state.sendFaultTimeout)
  numbers("receiveTimeout", state.receiveTimeout)
  numbers("receiveFaultTimeout", state.receiveFaultTimeout)
  numbers("deadline", state.deadline)
  return words.joined(separator: ", ")
}

func describe<let n: Int>(_ done: Deliveries<Concrete<UInt8>, n>) -> String {
  var words = done.returned.ids.map {
    "\($0) returns \(String(done.code[row: $0].value, radix: 16))"
  }
  if done.resumed.mask != 0 { words.append("resumed \(done.resumed.ids)") }
  if done.interrupted.mask != 0 { words.append("interrupted \(done.interrupted.ids)") }
  if done.deceived.mask != 0 { words.append("deceived \(done.deceived.ids)") }
  if done.redirected.mask != 0 { words.append("redirected \(done.redirected.ids)") }
  if done.inner.mask != 0 { words.append("inner \(done.inner.ids)") }
  for position in 0..<n where done.sender[row: position].mask != 0 {
    words.append(
      "\(position) from \(done.sender[row: position].ids) as \(done.source[row: position].ids)"
        + " for \(done.destination[row: position].ids)")
  }
  return words.joined(separator: ", ")
}

func describe(_ event: Event<Concrete<UInt8>>) -> String {
  "\(event)".replacing("Logic.Concrete", with: "").replacing("Storage", with: "")
    .replacing("ConcreteBits<UInt8>(mask: ", with: "{").replacing("ConcreteTruth", with: "")
    .replacing("ConcreteWord<UInt8>", with: "")
}
