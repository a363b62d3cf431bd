import Logic
import SMT
import Threads

extension Model {
  func set(_ bits: Symbolic.Bits) throws -> ConcreteBits<UInt8> {
    ConcreteBits(mask: try value(bits))
  }

  func number(_ count: Symbolic.Count) throws -> ConcreteWord<UInt8> {
    ConcreteWord(try value(count))
  }

  func truth(_ truth: Symbolic.Truth) throws -> ConcreteTruth {
    ConcreteTruth(try value(truth))
  }

  func reference(_ reference: Reference<Symbolic>) throws -> Reference<Concrete<UInt8>> {
    Reference(try set(reference.who), isFormer: try truth(reference.isFormer))
  }
}

extension ThreadsStep where V == Symbolic {
  /// The step that this is in a model.
  func concrete(in model: Model) throws -> ThreadsStep<Concrete<UInt8>> {
    switch self {
    case .taskNew(let destination, let new, by: let invoker):
      .taskNew(
        try model.reference(destination), try new.concrete(in: model), by: try model.set(invoker))
    case .exRegs(let change, by: let invoker):
      .exRegs(
        ExRegs(
          try model.set(change.target),
          registers: try change.registers.map { try model.number($0) },
          pager: try change.pager.map { try model.reference($0) },
          preempter: try change.preempter.map { try model.reference($0) }),
        by: try model.set(invoker))
    case .threadSwitch(to: let destination, by: let invoker):
      .threadSwitch(to: try model.reference(destination), by: try model.set(invoker))
    case .threadSchedule(let destination, let new, let preempter, by: let invoker):
      .threadSchedule(
        try model.reference(destination),
        setting: try new.map {
          SchedulingParameters(
            priority: try model.number($0.priority), slice: try model.number($0.slice))
        },
        externalPreempter: try preempter.map { try model.reference($0) },
        by: try model.set(invoker))
    case .exception(in: let thread, let handler):
      .exception(in: try model.set(thread), handler: try model.number(handler))
    case .loadExceptionTable(of: let thread, let isValid):
      .loadExceptionTable(of: try model.set(thread), isValid: try model.truth(isValid))
    case .wait(let thread): .wait(try model.set(thread))
    case .wake(let some): .wake(try model.set(some))
    case .transfer(from: let sender, to: let receiver, let waits, let switches):
      .transfer(
        from: try model.set(sender), to: try model.set(receiver), waits: try model.truth(waits),
        switches: try model.truth(switches))
    case .tick: .tick
    }
  }
}

extension NewTask where V == Symbolic {
  func concrete(in model: Model) throws -> NewTask<Concrete<UInt8>> {
    switch self {
    case .active(let mcp, let registers, let pager):
      .active(
        mcp: try model.number(mcp), registers: try model.number(registers),
        pager: try model.reference(pager))
    case .inactive(let chief): .inactive(chief: try model.reference(chief))
    }
  }
}
