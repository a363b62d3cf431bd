import IPC
import Logic
import Microkernel
import Threads
import Vocabulary

// How a system gets from one state to the next.
extension Scene {
  /// What comes of an action: the state after it, and what the kernel brought to whom.
  struct Outcome {
    var state: SystemState
    var effects = SystemEffects()
  }

  /// Executes an action that is possible in a state.
  func perform(_ action: SystemAction, on state: SystemState) -> Outcome {
    let subject = SystemKernel.Bits(id: Int(action.subject))
    let none = Concrete<UInt16>.Truth(false)
    switch action.kind {
    case .step: return step(action, state)
    case .copy:
      return event(.copy(subject, senderFaults: none, receiverFaults: none), state)
    case .timeout: return event(.expire(subject), state)
    case .tick: return event(.tick, state)
    case .interrupt: return event(.interrupt(subject), state)
    }
  }

  private func event(
    _ action: KernelAction<Concrete<UInt16>>, _ state: SystemState
  ) -> Outcome {
    var outcome = Outcome(state: state)
    outcome.effects = outcome.state.kernel.perform(action, on: platform)
    settle(&outcome)
    return outcome
  }

  /// A thread executes an instruction.
  private func step(_ action: SystemAction, _ state: SystemState) -> Outcome {
    let (thread, node) = (Int(action.subject), Int(action.node))
    let actor = actors[thread]
    var outcome = Outcome(state: state)
    switch actor.program.nodes[node] {
    case .spin, .branch, .jump: break
    case .mark(_, let next): go(thread, to: next, &outcome.state)
    case .choose(let ways): go(thread, to: ways[Int(action.way)], &outcome.state)
    case .instruction(_, let next):
      guard let call = actor.calls[node]?.actions[action.memory] else { break }
      let memory = state[memory: thread]
      outcome.state[memory: thread] = memory.keeping(actor.kept[node])
      outcome.effects = outcome.state.kernel.perform(
        call, on: platform, directly: Concrete<UInt16>.Truth(action.isDirect))
      settle(&outcome)
      switch outcome.effects.answer {
      case .none: break
      // The access is repeated when the pager has answered. (PF-5)
      case .access(.fault): outcome.state[memory: thread] = memory
      default:
        outcome.state[memory: thread].code = outcome.effects.answer.code
        go(thread, to: next, &outcome.state)
      }
      redirect(actor.entries[node], &outcome)
      replace(&outcome)
    }
    return outcome
  }

  /// A thread goes on at a node, or at what follows from there.
  private func go(_ thread: Int, to node: Int, _ state: inout SystemState) {
    let actor = actors[thread]
    let memory = state[memory: thread]
    let place = actor.program.settle(node, memory)
    state.place[thread] = UInt8(place)
    state[memory: thread] = memory.keeping(actor.remembered[place])
  }

  /// The threads whose calls have returned go on with what they got; those that exist no more are
  /// nowhere.
  private func settle(_ outcome: inout Outcome) {
    let done = outcome.effects.deliveries
    for thread in done.returned.ids where outcome.state.place[thread] != SystemState.absent {
      let node = Int(outcome.state.place[thread])
      guard case .instruction(let instruction, let next) = actors[thread].program.nodes[node] else {
        continue
      }
      var memory = outcome.state[memory: thread]
      memory.code = done.code[row: thread].value
      if instruction.sets.contains(.source) {
        memory.source = .nobody
        if let source = done.source[row: thread].knownID {
          memory.source = .thread(Thread(source), isFormer: false)
        } else if done.interrupted.contains(id: thread).value,
          let source = outcome.state.kernel.ipc.handler.ids(
            meeting: SystemKernel.Bits(id: thread)
          ).ids.first
        {
          memory.source = .interrupt(Source(source))
        }
        memory.word = done.word.contains(id: thread).value
      }
      outcome.state[memory: thread] = memory
      go(thread, to: next, &outcome.state)
    }
    let existing = outcome.state.kernel.threads.existing
    for thread in actors.indices where !existing.contains(id: thread).value {
      outcome.state.place[thread] = SystemState.absent
      outcome.state[memory: thread] = ThreadMemory()
    }
  }

  /// lthread_ex_regs has set where its target goes on. (EX4, EX6)
  private func redirect(_ entry: (target: Int, node: Int)?, _ outcome: inout Outcome) {
    guard let entry, case .exRegs(let result) = outcome.effects.answer else { return }
    switch result.outcome {
    case .changed, .created: go(entry.target, to: entry.node, &outcome.state)
    case .elsewhere, .inactive: break
    }
  }

  /// task_new has ended threads, and begun one: whoever remembers one of them remembers a former
  /// incarnation. (A6, TN12)
  private func replace(_ outcome: inout Outcome) {
    guard case .taskNew(let result) = outcome.effects.answer, !result.outcome.isRefusal else {
      return
    }
    for thread in actors.indices {
      if case .thread(let other, false) = outcome.state[memory: thread].source,
        result.stale.contains(id: Int(other.rawValue)).value
      {
        outcome.state[memory: thread].source = .thread(other, isFormer: true)
      }
    }
    for thread in result.created.ids {
      outcome.state[memory: thread] = ThreadMemory()
      go(thread, to: actors[thread].program.entry, &outcome.state)
    }
  }
}

extension Answer {
  /// What a thread remembers of a call that is no ipc: not existent where it was refused.
  var code: UInt8 {
    let isRefused =
      switch self {
      case .threadSchedule(let result): result.old == nil
      case .taskNew(let result): result.outcome.isRefusal
      default: false
      }
    return isRefused ? ErrorCode.notExistent.rawValue : ErrorCode.ok.rawValue
  }
}
