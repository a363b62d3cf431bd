import IPC
import KernelPrograms
import Microkernel
import Vocabulary

/// What a log says itself of who is in which call, whatever was lost before. It is little, but it is so
/// in every state: what contradicts it is explained by nothing that a gap can hide.
/// (docs/log-files.md)
struct KnownCalls {
  private enum Situation {
    case unknown
    /// Its last call ended here, and it has made none since.
    case ready(LogPlace)
    case calls(KernelOperation.ThreadCall, LogPlace, ticks: Int)
    case accesses(LogPlace)
  }

  private let stage: Stage
  private let records: Set<LogHeader.Record>
  private var situations: [Situation]

  init(_ stage: Stage, _ records: Set<LogHeader.Record>) {
    self.stage = stage
    self.records = records
    situations = Array(repeating: .unknown, count: stage.population.threads)
  }

  /// Anything can have been done.
  mutating func forget() {
    situations = Array(repeating: .unknown, count: situations.count)
  }

  /// An event that is so in no state, and why.
  struct Contradiction {
    var place: LogPlace
    var reason: String
    var isMissing = false
  }

  /// Takes a step in, as far as the log shows it.
  mutating func take(_ step: LogStep) -> Contradiction? {
    let actor = step.operation.actor.map { Int($0.rawValue) }
    if let actor {
      if let why = blocked(actor) {
        return Contradiction(place: step.place, reason: "it can do nothing: \(why)")
      }
      situations[actor] = .unknown
    }
    switch step.operation {
    case .ipc(let call):
      if let actor { situations[actor] = .calls(call, step.place, ticks: 0) }
    case .access: if let actor { situations[actor] = .accesses(step.place) }
    case .tick:
      for (thread, situation) in situations.enumerated() {
        if case .calls(let call, let place, let ticks) = situation {
          situations[thread] = .calls(call, place, ticks: ticks + 1)
        }
      }
    // Whoever they name begins anew, or is not any more.
    case .exRegs(let thread, _, _, _, _): situations[Int(thread.rawValue)] = .unknown
    case .create, .donate: forget()
    default: break
    }
    var replies = 0
    for (event, place) in step.events {
      var why: String?
      switch event {
      case .returned(let result):
        why = defect(of: result)
        situations[result.thread] = .ready(place)
      case .accessed(let access):
        if case .ready = situations[access.thread] { why = "it has executed it already" }
        if case .calls(_, let begin, _) = situations[access.thread] {
          why = "it is in the call of line \(begin.line)"
        }
        situations[access.thread] = .ready(place)
      case .replied(let reply):
        replies += 1
        if !reply.answers(step.operation) || replies > 1 { why = "no call has this answer" }
        if case .nearest(let type, _) = reply, ![0, 4, 12].contains(type) {
          why = "no id is of the type \(type) (CC-8)"
        }
      case .runs(.thread(let thread)):
        why = blocked(thread).map { "it cannot run: \($0)" }
      case .runs, .memory, .operation, .gap: break
      }
      if let why { return Contradiction(place: place, reason: why) }
    }
    if step.hasGap {
      forget()
      return nil
    }
    return missing(in: step, replies: replies)
  }

  /// Why a thread can do nothing; nil if it is not known that it cannot.
  private func blocked(_ thread: Int) -> String? {
    switch situations[thread] {
    case .calls(_, let place, _) where records.contains(.returns):
      "\(stage.name(of: thread)) is in the call of line \(place.line)"
    case .accesses(let place) where records.contains(.accesses):
      "\(stage.name(of: thread)) has not executed the access of line \(place.line)"
    default: nil
    }
  }

  /// What must be there, whatever the state: the end of a call that waits for nothing, and the answer
  /// of a call that is no ipc.
  private func missing(in step: LogStep, replies: Int) -> Contradiction? {
    if records.contains(.replies), replies == 0, step.operation.hasReply {
      return Contradiction(place: step.last, reason: "the call has no answer", isMissing: true)
    }
    if records.contains(.returns), case .ipc(let call) = step.operation,
      case .calls = situations[Int(call.caller.rawValue)], call.waitsForNothing
    {
      return Contradiction(
        place: step.last, reason: "the call waits for nothing, and must end (IPC-33)",
        isMissing: true)
    }
    return nil
  }

  /// Why the end of a call is none of the call that the thread has made; nil if it can be.
  private func defect(of result: Return) -> String? {
    guard ErrorCode.all.contains(result.code) else { return "there is no such code (IPC-41)" }
    switch situations[result.thread] {
    case .unknown: return nil
    case .ready(let place): return "it has begun nothing since line \(place.line)"
    case .accesses(let place): return "it has made an access in line \(place.line), and no call"
    case .calls(let call, let place, let ticks):
      return defect(of: result, call, ticks).map { "it made the call of line \(place.line): \($0)" }
    }
  }

  private func defect(
    of result: Return, _ call: KernelOperation.ThreadCall, _ ticks: Int
  ) -> String? {
    // Of one without phases the profile says how it ends. (U18)
    if call.send == nil, call.receive == nil { return nil }
    let isOfSending = result.code & 0x10 != 0 && result.code != ErrorCode.notExistent.rawValue
    if isOfSending, call.send == nil { return "nothing is sent (IPC-41)" }
    if !isOfSending, call.receive == nil, result.code > ErrorCode.notExistent.rawValue {
      return "nothing is received (IPC-41)"
    }
    if result.code & 0xE0 == ErrorCode.timeout.rawValue {
      let timeout = isOfSending ? call.send?.timeout : call.receive?.timeout
      if case .never = timeout { return "it has no timeout (IPC-28)" }
      if case .ticks(let least) = timeout, ticks < least {
        return "its timeout is \(least) ticks, of which \(ticks) have passed (IPC-36)"
      }
    }
    guard let receive = call.receive else {
      return result.source == nil ? nil : "nothing is received (IPC-46)"
    }
    if result.code == ErrorCode.ok.rawValue, result.source == nil {
      return "a message has a source (IPC-21)"
    }
    if result.isMapped, receive.window == .none { return "it has no window (IPC-44)" }
    return nil
  }
}

extension KernelOperation {
  /// Whether it is a call that has an answer in every state, and in every profile.
  fileprivate var hasReply: Bool {
    switch self {
    case .threadSchedule, .create, .donate: true
    default: false
    }
  }
}

extension KernelOperation.ThreadCall {
  /// Both phases begin at once or not at all, and none of them can miss a page.
  fileprivate var waitsForNothing: Bool {
    if let send, send.timeout != .zero || send.parts > 0 { return false }
    if let receive, receive.timeout != .zero || receive.buffer != .none { return false }
    return true
  }
}
