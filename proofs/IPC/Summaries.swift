import IPC
import Logic
import Vocabulary

// States, results and events in few words: what is empty is left out.

extension Rendezvous where V == Concrete<UInt8> {
  /// Everything that is not empty, by name.
  public var summary: String {
    let sets: [(String, V.Bits)] = [
      ("pending", pending), ("waiting", waiting), ("sending", sending), ("receiving", receiving),
      ("stuck", stuck), ("paging", paging), ("preempting", preempting), ("former", former),
      ("former named", formerNamed), ("former visible", formerVisible),
      ("former asked", formerAsked), ("deceiving", deceiving), ("word", word),
      ("mapping", mapping), ("receives", receives), ("open", open),
      ("for interrupt", forInterrupt), ("takes maps", takesMaps), ("takes memory", takesMemory),
      ("short", short), ("arriving", arriving), ("writing", writing), ("raised", raised),
      ("serving", serving),
    ]
    let filled = sets.filter { !$0.1.ids.isEmpty }.map { "\($0.0) \($0.1.ids)" }
    let tables = [
      partner.summary("partner"), peer.summary("peer"), ahead.summary("ahead"),
      named.summary("named"), visible.summary("visible"), asked.summary("asked"),
      handler.summary("handler"), parts.summary("parts"), deadline.summary("deadline"),
      sendFaultTimeout.summary("send fault timeout"), receiveTimeout.summary("receive timeout"),
      receiveFaultTimeout.summary("receive fault timeout"),
    ]
    return (filled + tables.compactMap { $0 }).joined(separator: ", ")
  }
}

extension Table where V == Concrete<UInt8> {
  func summary(_ name: String) -> String? {
    let rows = (0..<count).filter { !self[row: $0].ids.isEmpty }
    if rows.isEmpty { return nil }
    return name + rows.map { " \($0):\(self[row: $0].ids)" }.joined()
  }
}

extension Numbers where V == Concrete<UInt8> {
  func summary(_ name: String) -> String? {
    let rows = (0..<count).filter { self[row: $0].value != 0 }
    if rows.isEmpty { return nil }
    return name + rows.map { " \($0):\(self[row: $0].value)" }.joined()
  }
}

extension Deliveries where V == Concrete<UInt8> {
  /// Who returns with what, and from whom.
  public var summary: String {
    var words = returned.ids.map { "\($0) returns \(String(code[row: $0].value, radix: 16))" }
    for (name, set) in [
      ("resumed", resumed), ("interrupted", interrupted), ("deceived", deceived),
      ("mapped", mapped), ("redirected", redirected), ("from inside", inner), ("word", word),
    ] where !set.ids.isEmpty {
      words.append("\(name) \(set.ids)")
    }
    for position in 0..<threads where !sender[row: position].ids.isEmpty {
      let source = source[row: position].ids
      words.append("\(position) from \(sender[row: position].ids) as \(source)")
    }
    return words.joined(separator: ", ")
  }
}

extension Event where V == Concrete<UInt8> {
  /// The event with its arguments.
  public var summary: String {
    switch self {
    case .ipc(let call): "ipc by \(call.caller.ids) \(call.summary)"
    case .beginReceive(let thread): "receive phase of \(thread.ids)"
    case .copy(from: let sender, senderFaults: let sends, receiverFaults: let receives):
      "copy from \(sender.ids), faults \(sends.value) \(receives.value)"
    case .fault(let thread, writes: let writes): "fault of \(thread.ids), write \(writes.value)"
    case .preempt(let thread): "preempt \(thread.ids)"
    case .interrupt(let source): "interrupt \(source.ids)"
    case .cancel(let thread): "cancel \(thread.ids)"
    case .remove(let deleted): "remove \(deleted.ids)"
    case .tick(ending: let thread): "tick, slice ends of \(thread.ids)"
    case .expire(let thread): "expire \(thread.ids)"
    case .nothing: "nothing"
    }
  }
}

extension Call where V == Concrete<UInt8> {
  var summary: String {
    let whom =
      switch partner {
      case .thread(let thread): "\(thread.ids)"
      case .former(let thread): "former \(thread.ids)"
      case .interrupt(let source): "interrupt \(source.ids)"
      case .nobody: "nobody"
      case .invalid: "invalid"
      }
    let sent = send.map { message in
      ", send \(message.virtual.map { "as \($0.ids) " } ?? "")parts \(message.parts.value)"
        + " maps \(message.maps.value) timeouts \(message.timeout.value)"
        + " \(message.faultTimeout.value)"
    }
    let received = receive.map { reception in
      ", receive\(reception.isOpen ? " open" : "") window \(reception.takesMaps.value)"
        + " buffer \(reception.takesMemory.value) short \(reception.isShort.value)"
        + " timeouts \(reception.timeout.value) \(reception.faultTimeout.value)"
    }
    return whom + (sent ?? "") + (received ?? "")
  }
}

extension FailedIPCStep: CustomStringConvertible {
  public var description: String {
    guard let event else { return "at the start, \(before.summary)" }
    return "\(event.summary), with \(done.summary)\n  before: \(before.summary)"
      + "\n  after: \(after.summary)"
  }
}
