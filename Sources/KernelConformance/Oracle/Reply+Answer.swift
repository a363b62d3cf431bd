import ClansAndChiefs
import KernelPrograms
import Logic
import Microkernel
import Threads
import Vocabulary

extension Course {
  /// What a call other than ipc answers, as far as the specification says it: what it does not say is
  /// nil, and matches everything.
  func reply(
    to operation: KernelOperation, _ answer: Answer<V>, of actor: Int, on model: StageModel<V>
  ) -> Reply? {
    switch answer {
    case .none, .unmap, .threadSwitch, .access, .exception: return nil
    case .idNearest(let nearest):
      guard case .idNearest(let named, _) = operation,
        let id = id(of: nearest, asked: named, by: actor, model)
      else { return nil }
      return .nearest(type: nearest.isCase.type, id)
    case .threadSchedule(let result):
      // Of a destination that it does not reach a call says nothing but that. (SC6)
      guard let old = result.old else {
        return .scheduled(priority: nil, slice: nil, preempter: nil)
      }
      return .scheduled(
        priority: old.priority.value, slice: old.slice.value, preempter: id(result.oldPreempter))
    case .exRegs(let result):
      // A thread that was not there had no values. (EX3)
      guard result.outcome == .changed else { return nil }
      return .registers(
        result.registers.value, pager: id(result.pager), preempter: id(result.preempter))
    case .taskNew(let result): return .created(!result.outcome.isRefusal)
    }
  }

  private func id(_ reference: Reference<V>) -> SeenID {
    guard let thread = reference.who.first else { return .nobody }
    return reference.isFormer.value ? .former(thread) : .thread(thread)
  }

  /// The id that id_nearest answers; nil where it is not defined. (CC-8)
  private func id(
    of nearest: NearestID<V>, asked: KernelOperation.NamedPartner, by actor: Int,
    _ model: StageModel<V>
  ) -> SeenID? {
    /// A task's id is that of its lthread 0. (A3)
    func first(_ task: V.Bits) -> SeenID? {
      model.platform.roster.first.union(over: task).first.map { .thread($0) }
    }
    switch nearest.isCase {
    case .oneself: return .thread(actor)
    case .innerClan, .outerClan:
      return first(nearest.task)
    case .direct:
      if nearest.isOfTask, let id = first(nearest.task) { return id }
      switch asked {
      case .thread(let named):
        return named.isFormer
          ? .former(Int(named.thread.rawValue)) : .thread(Int(named.thread.rawValue))
      case .interrupt(let source): return .interrupt(Int(source.rawValue))
      case .nobody: return .nobody
      case .invalid: return .invalid
      }
    }
  }

}
