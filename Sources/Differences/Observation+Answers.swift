import AddressSpaces
import ClansAndChiefs
import IPC
import Logic
import Microkernel
import Threads
import Vocabulary

extension Observer {
  /// What the one who made a call other than ipc is told, or where an access arrives; nil where the
  /// call returns nothing. (UM7, SC4)
  func answer<S, let h: Int, let k: Int, let q: Int, let s: Int, let f: Int>(
    _ answer: Answer<Concrete<S>>, to operation: KernelOperation,
    _ action: KernelAction<Concrete<S>>, after state: Microkernel<Concrete<S>, h, k, q, s, f>,
    _ roster: Roster<Concrete<S>, h, k>
  ) -> String? {
    guard let actor = operation.actor else { return nil }
    let name = population.name(actor)
    switch answer {
    case .none, .unmap, .threadSwitch: return nil
    case .idNearest(let nearest):
      return "\(name) is told \(text(of: nearest, asked: operation, roster))"
    case .threadSchedule(let result):
      guard let old = result.old else { return "\(name) is told all ones" }
      return "\(name) is told priority \(old.priority.value), slice \(old.slice.value), "
        + "preempter \(text(of: result.oldPreempter))"
    case .exRegs(let result):
      if result.outcome == .elsewhere { return nil }  // EX11
      return "\(name) is told registers \(result.registers.value), "
        + "pager \(text(of: result.pager)), preempter \(text(of: result.preempter))"
    case .taskNew(let result):
      return "\(name) is told \(result.outcome.isRefusal ? "nil" : "the new id")"  // TN12
    case .access(let result):
      guard result == .accessed, case .access(let page, let write, _) = action else {
        return nil  // Who has a page fault is told nothing, but cannot run.
      }
      let frames = state.spaces.frame(at: page).translated
      let frame = frames.ids.first.map { "frame \($0)" } ?? "nothing"
      return "\(name) \(write.value ? "writes to" : "reads") \(frame)"
    case .exception(let result):
      return result == .mirrored ? "\(name) goes on in its handler" : nil
    }
  }

  private func text<S>(of reference: Reference<Concrete<S>>) -> String {
    (reference.isFormer.value ? "former " : "") + text(reference.who)
  }

  /// The type and the id that id_nearest returns. (CC-8)
  private func text<S, let h: Int, let k: Int>(
    of nearest: NearestID<Concrete<S>>, asked operation: KernelOperation,
    _ roster: Roster<Concrete<S>, h, k>
  ) -> String {
    var id = roster.first.union(over: nearest.task)
    if nearest.isCase == .oneself, let actor = operation.actor {
      id = ConcreteBits(id: Int(actor.rawValue))
    }
    if nearest.isCase == .direct, !nearest.isOfTask,
      case .idNearest(.thread(let named), _) = operation
    {
      id = ConcreteBits(id: Int(named.thread.rawValue))
    }
    return "type \(nearest.isCase.type), \(text(id))"
  }
}
