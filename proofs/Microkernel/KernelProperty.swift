import AddressSpaces
import ClansAndChiefs
import IPC
import Logic
import Microkernel
import Proving
import Threads
import Vocabulary

/// One step of a whole kernel.
public struct KernelTransition<
  V: Values, let h: Int, let k: Int, let q: Int, let s: Int, let f: Int
>: Sendable {
  public let before: Microkernel<V, h, k, q, s, f>
  public let action: KernelAction<V>
  public let effects: Effects<V, h>
  public let after: Microkernel<V, h, k, q, s, f>
  public let platform: Platform<V, h, k, s, f>

  @inlinable
  public init(
    before: Microkernel<V, h, k, q, s, f>, action: KernelAction<V>, effects: Effects<V, h>,
    after: Microkernel<V, h, k, q, s, f>, platform: Platform<V, h, k, s, f>
  ) {
    self.before = before
    self.action = action
    self.effects = effects
    self.after = after
    self.platform = platform
  }

  /// Performs `action` in a state.
  @inlinable
  public init(
    from before: Microkernel<V, h, k, q, s, f>, _ action: KernelAction<V>,
    directly: V.Truth = V.Truth(false), on platform: Platform<V, h, k, s, f>
  ) {
    var after = before
    let effects = after.perform(action, on: platform, directly: directly)
    self.init(
      before: before, action: action, effects: effects, after: after, platform: platform)
  }
}

/// What is true of every step of a whole kernel, and concerns more than one chapter.
public enum KernelProperty: String, Statement {
  case mappingNeedsConsent = "T-AS2"
  case memoryChangesByMessagesAndCalls = "T-PF2"
  case failedCallsAreStutters = "T-IPC6"
  case questionsChangeNothing = "CC-8"

  public var sentence: String {
    switch self {
    case .mappingNeedsConsent:
      "a page appears only where a thread received a map message, and in its window"
    case .memoryChangesByMessagesAndCalls:
      "address spaces change only by messages that map, fpage_unmap and task_new"
    case .failedCallsAreStutters:
      "a call that fails before a transfer, or is refused, changes nothing"
    case .questionsChangeNothing: "id_nearest changes nothing"
    }
  }

  public var engines: [Engine] { [.exploration] }
}

extension KernelTransition {
  /// The slots with a node that was not there, or not of this frame, or could not be written.
  @inlinable
  var gained: V.Bits {
    var gained = after.spaces.writable - before.spaces.writable
    for frame in 0..<f {
      gained |= after.spaces.holders[row: frame] - before.spaces.holders[row: frame]
    }
    return gained
  }

  /// The slots of which anything is different.
  @inlinable
  var changed: V.Bits {
    var changed = after.spaces.writable ^ before.spaces.writable
    for frame in 0..<f {
      changed |= after.spaces.holders[row: frame] ^ before.spaces.holders[row: frame]
    }
    for slot in 0..<s {
      changed |= after.spaces.below[row: slot] ^ before.spaces.below[row: slot]
    }
    return changed
  }

  /// The threads to which a message came in this step.
  @inlinable
  var receivers: V.Bits {
    var found = V.Bits.empty
    for thread in 0..<h {
      found |= V.Bits(id: thread).when(!effects.deliveries.sender[row: thread].isEmpty)
    }
    return found
  }

  /// The windows that threads had open in this step, of those that got a message.
  @inlinable
  var openWindows: V.Bits {
    var open = V.Bits.empty
    for thread in 0..<h {
      let name = V.Bits(id: thread)
      let space = platform.slots.union(over: platform.roster.task[row: thread])
      var window = before.offers.window[row: thread]
      window |= space.when(before.ipc.paging.contains(name))
      if case .ipc(let call, _, let fresh) = action {
        window |= fresh.when(call.caller.contains(name))
      }
      open |= window.when(receivers.contains(name))
    }
    return open
  }

  /// The threads whose call failed before any transfer, in a step that was only that call.
  @inlinable
  var refused: V.Bits {
    guard case .ipc(let call, _, _) = action else { return .empty }
    var early = V.Bits.empty
    for code in [ErrorCode.notExistent, .timeout] {
      early |= effects.deliveries.code.ids(with: V.Count(UInt32(code.rawValue)))
      early |= effects.deliveries.code.ids(with: V.Count(UInt32(code.atSender)))
    }
    return call.caller & early & effects.deliveries.returned
  }
}

extension KernelProperty {
  /// Calls `part` with each part of the property: the threads, or slots, at which it fails.
  @inlinable
  public func check<
    V: Values, let h: Int, let k: Int, let q: Int, let s: Int, let f: Int
  >(_ step: KernelTransition<V, h, k, q, s, f>, _ part: Part<V>)
  where V.Bits: Equatable, V.Count: Equatable {
    switch self {
    case .mappingNeedsConsent:
      part("pages appear in open windows only", step.gained - step.openWindows)
    case .memoryChangesByMessagesAndCalls:
      switch step.action {
      case .unmap, .taskNew: return
      case .ipc, .copy, .access, .fault, .tick, .exRegs, .expire, .interrupt, .idNearest,
        .threadSwitch, .threadSchedule, .exception, .loadExceptionTable:
        part("nothing changes without a message", step.changed.when(step.receivers.isEmpty))
      }
    case .failedCallsAreStutters:
      let isSame =
        step.before.spaces == step.after.spaces && step.before.offers == step.after.offers
        && step.before.threads.clans == step.after.threads.clans
      if !isSame { part("the rest of the kernel is as before", step.refused.when(.init(step.sends == false))) }
      part("nobody else is concerned", step.concernedBeyondCaller)
    case .questionsChangeNothing:
      if case .idNearest = step.action, step.before != step.after {
        part("the kernel is as before", step.before.threads.existing)
      }
    }
  }
}

extension KernelTransition {
  /// Whether the call has a send phase that may have succeeded before the receive phase failed.
  @inlinable
  var sends: Bool {
    if case .ipc(let call, _, _) = action { call.send != nil && call.receive != nil } else { false }
  }

  /// Threads other than the caller that are told something by a call that failed at once.
  @inlinable
  var concernedBeyondCaller: V.Bits {
    if sends { return .empty }
    let told = effects.deliveries.returned | effects.deliveries.resumed | receivers
    return (told - refused).when(!refused.isEmpty)
  }
}
