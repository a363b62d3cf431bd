import AddressSpaces
import IPC
import Logic
import Microkernel
import Threads
import Vocabulary

/// What can be seen of one step from outside of the kernel, as sentences: what threads are told,
/// where an access arrives, and who can run then. Whatever else a state holds, nobody can see.
public struct Observation: Hashable, Comparable, Sendable {
  /// What somebody is told, in an order that does not depend on the kernel.
  public var told: [String]
  /// Who runs, where that is kept.
  public var runs: String?
  /// Who could run.
  public var canRun: [String]

  private var lines: [String] { told + [runs ?? ""] + canRun }

  public static func < (left: Self, right: Self) -> Bool {
    left.lines.lexicographicallyPrecedes(right.lines)
  }

  /// The step cannot happen.
  static let impossible = Observation(told: ["this cannot happen"], runs: nil, canRun: [])
}

/// Puts into words what a step brings to threads, in a universe with certain names.
struct Observer {
  let population: Population

  func observe<S, let h: Int, let k: Int, let q: Int, let s: Int, let f: Int>(
    _ operation: KernelOperation, _ action: KernelAction<Concrete<S>>,
    _ effects: Effects<Concrete<S>, h>, after state: Microkernel<Concrete<S>, h, k, q, s, f>,
    on platform: Platform<Concrete<S>, h, k, s, f>
  ) -> Observation {
    var told = threads.compactMap { result(of: $0, in: effects.deliveries) }
    if let answer = answer(effects.answer, to: operation, action, after: state, platform.roster) {
      told.append(answer)
    }
    return Observation(
      told: told, runs: platform.profile.threads.schedules ? text(state.threads.running) : nil,
      canRun: names(state.runnable))
  }

  private var threads: [Thread] { (0..<population.threads).map { Thread($0) } }

  func names<S>(_ set: ConcreteBits<S>) -> [String] {
    threads.filter { set.contains(id: Int($0.rawValue)).value }.map(population.name)
  }

  func text<S>(_ set: ConcreteBits<S>) -> String {
    let names = names(set)
    return names.isEmpty ? "nobody" : names.joined(separator: ", ")
  }

  /// What an ipc call of a thread returns in a step, if it does. (IPC-21, IPC-40)
  private func result<S, let h: Int>(
    of thread: Thread, in done: Deliveries<Concrete<S>, h>
  ) -> String? {
    let bit = ConcreteBits<S>(id: Int(thread.rawValue))
    guard done.returned.contains(bit).value else { return nil }
    let code = done.code[thread].value
    var parts = ["\(population.name(thread)): \(code == 0 ? "ok" : ErrorCode.text(of: code))"]
    if done.interrupted.contains(bit).value { parts.append("an interrupt") }
    let source = done.source[thread]
    if !source.isEmpty.value { parts.append("from \(text(source))") }
    if done.word.contains(bit).value { parts.append("word 1") }
    let flags = [
      ("d", done.deceived), ("m", done.mapped), ("r", done.redirected), ("i", done.inner),
    ].filter { $0.1.contains(bit).value }.map(\.0)
    if !flags.isEmpty { parts.append("flags \(flags.joined())") }
    let destination = done.destination[thread]
    if !destination.isEmpty.value { parts.append("for \(text(destination))") }
    return parts.joined(separator: ", ")
  }
}
