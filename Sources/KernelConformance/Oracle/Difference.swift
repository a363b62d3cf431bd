import ClansAndChiefs
import IPC
import KernelPrograms
import Logic
import Microkernel
import Vocabulary

/// One part of an observation that is not as a state has it.
package enum Difference: Hashable, Sendable, Codable {
  /// Something was done that cannot be done, or was not done though it can.
  case skipping
  /// A call did not end that ends.
  case missingReturn(thread: Int, code: UInt8)
  /// A call ended that does not end.
  case extraReturn(thread: Int, code: UInt8)
  case code(thread: Int, seen: UInt8, allowed: UInt8)
  case source(thread: Int)
  /// The flags d, m, r, i, of which these letters differ. (IPC-40)
  case flags(thread: Int, String)
  case word(thread: Int)
  case destination(thread: Int)
  case damage(thread: Int)
  /// An instruction was not executed, that is.
  case missingAccess(thread: Int)
  case extraAccess(thread: Int)
  case frame(thread: Int)
  case reply
  case running
  /// Slots, as the numbers that the shape gives them.
  case memory(slots: [Int])

  /// What differs, without who it is about: deviations of one kind have likely one cause.
  package var kind: String {
    switch self {
    case .skipping: "skipping"
    case .missingReturn: "a call does not end"
    case .extraReturn: "a call ends"
    case .code: "code"
    case .source: "source"
    case .flags(_, let letters): "flags \(letters)"
    case .word: "words"
    case .destination: "destination"
    case .damage: "damaged message"
    case .missingAccess: "an access is not executed"
    case .extraAccess: "an access is executed"
    case .frame: "frame"
    case .reply: "reply"
    case .running: "who runs"
    case .memory: "memory"
    }
  }
}

extension Course {
  /// Whether a state explains what was seen.
  func explains(_ seen: Observation, on model: StageModel<V>) -> Bool {
    guard shown.isSkipped == seen.isSkipped, shown.returns.count == seen.returns.count,
      shown.accesses == seen.accesses
    else { return false }
    for (allowed, seen) in zip(shown.returns, seen.returns)
    where !allowed.matches(seen, model.profile) { return false }
    if let reply = shown.reply {
      guard let other = seen.reply, reply.matches(other, { self.isAsGone($0, on: model) }) else {
        return false
      }
    }
    if shown.reply == nil, seen.reply != nil, shown.isSkipped { return false }
    if let running = seen.running, running != self.running { return false }
    if let memory = seen.memory, !isMemory(memory, on: model) { return false }
    return true
  }

  /// How what was seen differs.
  func differences(from seen: Observation, on model: StageModel<V>) -> [Difference] {
    var all: [Difference] = []
    if shown.isSkipped != seen.isSkipped { all.append(.skipping) }
    var rest = seen.returns
    for allowed in shown.returns {
      guard let index = rest.firstIndex(where: { $0.thread == allowed.thread }) else {
        all.append(.missingReturn(thread: allowed.thread, code: allowed.code))
        continue
      }
      all += allowed.differences(from: rest.remove(at: index), model.profile)
    }
    all += rest.map { .extraReturn(thread: $0.thread, code: $0.code) }
    var accesses = seen.accesses
    for allowed in shown.accesses {
      guard let index = accesses.firstIndex(where: { $0.thread == allowed.thread }) else {
        all.append(.missingAccess(thread: allowed.thread))
        continue
      }
      if accesses.remove(at: index).frame != allowed.frame {
        all.append(.frame(thread: allowed.thread))
      }
    }
    all += accesses.map { .extraAccess(thread: $0.thread) }
    let isReply = shown.reply.map { reply in
      seen.reply.map { reply.matches($0) { self.isAsGone($0, on: model) } } ?? false
    }
    if isReply == false || (shown.isSkipped && seen.reply != nil) { all.append(.reply) }
    if let running = seen.running, running != self.running { all.append(.running) }
    if let memory = seen.memory {
      let slots = differing(memory, on: model)
      if !slots.isEmpty { all.append(.memory(slots: slots)) }
    }
    return all
  }

  /// Whether a thread is one of an inactive task: nobody has the id that it has now, and nobody will,
  /// so that it says no more than an id of a former incarnation. (TN12)
  func isAsGone(_ thread: Int, on model: StageModel<V>) -> Bool {
    guard thread < model.stage.population.threads else { return false }
    let task = Int(model.stage.population.task(of: .init(thread)).rawValue)
    return !moment.kernel.threads.clans.active.has(task)
  }

  /// Who has the processor.
  var running: Running {
    moment.kernel.threads.running.first.map { .thread($0) } ?? .idle
  }

  /// What the state shows, as a kernel would that shows everything.
  func observation(on model: StageModel<V>) -> Observation {
    Observation(
      isSkipped: shown.isSkipped, returns: shown.returns, accesses: shown.accesses,
      reply: shown.reply, running: model.stage.schedules ? running : nil,
      memory: memory(on: model))
  }
}

extension Shown {
  /// Whether nothing was shown that was not seen, so that it can be the beginning of what was.
  func isPart<V>(of seen: Observation, on model: StageModel<V>) -> Bool {
    if isSkipped && !seen.isSkipped { return false }
    if returns.count > seen.returns.count || accesses.count > seen.accesses.count { return false }
    for allowed in returns
    where !seen.returns.contains(where: { allowed.matches($0, model.profile) }) { return false }
    for access in accesses where !seen.accesses.contains(access) { return false }
    return true
  }
}

extension Return {
  /// Whether the result of a call is as this one has it. Without a message nothing is said but the
  /// code; an interrupt carries no words. (IPC-46, INT-1)
  func matches(_ seen: Return, _ profile: KernelProfile) -> Bool {
    guard thread == seen.thread, code == seen.code, seen.damage == nil else { return false }
    guard let source else { return true }
    guard source == seen.source, isDeceived == seen.isDeceived, isMapped == seen.isMapped,
      isRedirected == seen.isRedirected, isFromInside == seen.isFromInside
    else { return false }
    if case .interrupt = source { return true }
    guard word == seen.word else { return false }
    return profile.clans.trueDestination == .withheld || destination == seen.destination
  }

  func differences(from seen: Return, _ profile: KernelProfile) -> [Difference] {
    var all: [Difference] = []
    if code != seen.code { all.append(.code(thread: thread, seen: seen.code, allowed: code)) }
    if seen.damage != nil { all.append(.damage(thread: thread)) }
    guard let source, seen.source != nil || code == seen.code else { return all }
    if source != seen.source { all.append(.source(thread: thread)) }
    let flags = zip(
      "dmri",
      [
        isDeceived != seen.isDeceived, isMapped != seen.isMapped,
        isRedirected != seen.isRedirected, isFromInside != seen.isFromInside,
      ])
    let letters = String(flags.filter(\.1).map(\.0))
    if !letters.isEmpty { all.append(.flags(thread: thread, letters)) }
    if case .interrupt = source { return all }
    if word != seen.word { all.append(.word(thread: thread)) }
    if profile.clans.trueDestination == .told, destination != seen.destination {
      all.append(.destination(thread: thread))
    }
    return all
  }
}

extension Reply {
  /// Whether what was answered is as this has it. What is nil on either side is not known, but for
  /// words that can be all ones. (SC6, SC8)
  ///
  /// - Parameter isAsGone: Whether the present id of a thread is as good as a former one.
  func matches(_ seen: Reply, _ isAsGone: (Int) -> Bool) -> Bool {
    func same<T: Equatable>(_ one: T?, _ other: T?) -> Bool {
      one == nil || other == nil || one == other
    }
    func same(_ one: SeenID?, _ other: SeenID?) -> Bool {
      if case .former(let thread) = one, case .thread(thread) = other { return isAsGone(thread) }
      return one == nil || other == nil || one == other
    }
    switch (self, seen) {
    case (.nearest(let type, let id), .nearest(let seenType, let seenID)):
      return type == seenType && id == seenID
    case (
      .scheduled(let priority, let slice, let preempter),
      .scheduled(let seenPriority, let seenSlice, let seenPreempter)
    ):
      return priority == seenPriority && slice == seenSlice && same(preempter, seenPreempter)
    case (
      .registers(let registers, let pager, let preempter),
      .registers(let seenRegisters, let seenPager, let seenPreempter)
    ):
      return same(registers, seenRegisters) && same(pager, seenPager)
        && same(preempter, seenPreempter)
    case (.created(let isCreated), .created(let seenCreated)): return isCreated == seenCreated
    default: return false
    }
  }
}

extension Observation {
  var isInOrder: Bool {
    for index in returns.indices.dropFirst()
    where returns[index].thread < returns[index - 1].thread { return false }
    for index in accesses.indices.dropFirst()
    where accesses[index].thread < accesses[index - 1].thread { return false }
    return true
  }

  mutating func sort() {
    returns.sort { $0.thread < $1.thread }
    accesses.sort { $0.thread < $1.thread }
  }
}
