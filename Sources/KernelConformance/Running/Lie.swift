import KernelPrograms
import Microkernel
import Vocabulary

/// Something that a kernel says wrong whenever it comes up: a test of those who judge kernels.
package enum Lie: Hashable, Sendable {
  /// One error code instead of another.
  case code(UInt8, instead: UInt8)
  /// Messages come from the thread before.
  case source
  case word
  /// One of the flags d, m, r and i is the other way.
  case flag(Character)
  /// Nobody is told for whom a redirected message was.
  case noDestination
  /// The results of calls that end because of others are not seen.
  case lostReturn
  /// A call of the actor returns that does not.
  case extraReturn
  case lostAccess
  case frame
  /// What is mapped with the right to write is seen without.
  case readOnly
  case lostPage
  case reply
  case lostReply
  case running
  /// Whoever cannot act does.
  case neverSkips
  case alwaysSkips(KernelOperation.Kind)
  case damage

  /// All of them, with some codes.
  package static let all: [Lie] =
    [
      .code(0x30, instead: 0x10), .code(0x20, instead: 0x00), .code(0x00, instead: 0xE0),
      .source, .word, .noDestination, .lostReturn, .extraReturn, .lostAccess, .frame, .readOnly,
      .lostPage, .reply, .lostReply, .running, .neverSkips, .alwaysSkips(.unmap), .damage,
    ] + "dmri".map { .flag($0) }

  /// Makes an observation wrong; false if there is nothing in it that this is about.
  @discardableResult
  func tell(_ seen: inout Observation, of operation: KernelOperation, on stage: Stage) -> Bool {
    let before = seen
    let actor = operation.actor.map { Int($0.rawValue) }
    switch self {
    case .code(let right, let wrong):
      for index in seen.returns.indices where seen.returns[index].code == right {
        seen.returns[index].code = wrong
      }
    case .source:
      change(&seen) {
        if case .thread(let thread) = $0.source { $0.source = .thread(max(0, thread - 1)) }
      }
    case .word:
      change(&seen) { if case .interrupt = $0.source {} else { $0.word.toggle() } }
    case .flag(let letter):
      change(&seen) {
        switch letter {
        case "d": $0.isDeceived.toggle()
        case "m": $0.isMapped.toggle()
        case "r": $0.isRedirected.toggle()
        default: $0.isFromInside.toggle()
        }
      }
    case .noDestination: change(&seen) { $0.destination = nil }
    case .lostReturn: seen.returns.removeAll { $0.thread != actor }
    case .extraReturn:
      if let actor, case .ipc = operation, !seen.isSkipped,
        !seen.returns.contains(where: { $0.thread == actor })
      {
        seen.returns.append(Return(thread: actor, code: 0x20))
      }
    case .lostAccess: seen.accesses = []
    case .frame:
      for index in seen.accesses.indices {
        seen.accesses[index].frame = (seen.accesses[index].frame ?? 0) + 1
      }
    case .readOnly:
      changeMemory(&seen, on: stage) { $0.isWritable = false }
    case .lostPage:
      changeMemory(&seen, on: stage) { $0 = Holding() }
    case .reply:
      switch seen.reply {
      case .created(let isCreated): seen.reply = .created(!isCreated)
      case .nearest(let type, let id): seen.reply = .nearest(type: type ^ 4, id)
      case .scheduled(let priority, let slice, let preempter):
        seen.reply = .scheduled(
          priority: (priority ?? 7) ^ 1, slice: slice, preempter: preempter)
      case .registers(let registers, let pager, let preempter):
        seen.reply = .registers(registers.map { $0 ^ 1 }, pager: pager, preempter: preempter)
      case nil: break
      }
    case .lostReply: seen.reply = nil
    case .running:
      if case .thread(let thread) = seen.running { seen.running = .thread(thread ^ 1) }
    case .neverSkips: seen.isSkipped = false
    case .alwaysSkips(let kind): if operation.kind == kind { seen.isSkipped = true }
    case .damage: change(&seen) { $0.damage = "word 2 is not what was sent" }
    }
    return seen != before
  }

  /// Changes the results that bring a message.
  private func change(_ seen: inout Observation, _ body: (inout Return) -> Void) {
    for index in seen.returns.indices where seen.returns[index].source != nil {
      body(&seen.returns[index])
    }
  }

  /// Changes the first page of a task other than sigma0 that holds something.
  private func changeMemory(
    _ seen: inout Observation, on stage: Stage, _ body: (inout Holding) -> Void
  ) {
    guard var memory = seen.memory else { return }
    let first = stage.shape.slotsPerTask
    let index = memory.indices.first {
      $0 >= first && memory[$0].frame != nil && memory[$0].isWritable
        && $0 % first < stage.shape.pages
    }
    guard let index else { return }
    body(&memory[index])
    seen.memory = memory
  }
}
