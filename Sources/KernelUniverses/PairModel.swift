import Exploration
import Logic
import Microkernel
import Vocabulary

/// Who must not learn from whom. (T-CC5)
public struct Secrecy: Hashable, Sendable {
  /// The threads whose actions are secret: in each of two runs they do what they like.
  public var secret: [Thread]
  /// The threads that must not notice: in both runs they do the same, and get the same results.
  public var observers: [Thread]
  /// The others do the same in both runs too, as far as they can; what they are told may differ, for
  /// they keep it to themselves.

  public init(secret: [Thread], observers: [Thread]) {
    self.secret = secret
    self.observers = observers
  }
}

/// Two runs of one universe side by side, which differ in nothing but what secret threads do. If no
/// pair of runs that can be reached looks different to the observers, then nothing that the secret
/// threads do tells them anything: non-interference, in one search.
public struct PairModel<
  Storage, let threads: Int, let tasks: Int, let sources: Int, let slots: Int, let frames: Int,
  let words: Int, let pairWords: Int
>: Model
where Storage: FixedWidthInteger & UnsignedInteger & Sendable & BitwiseCopyable {
  public typealias Single = KernelModel<Storage, threads, tasks, sources, slots, frames, words>
  public typealias Code = Words<pairWords>
  public typealias V = Concrete<Storage>

  public struct State: Hashable, Sendable {
    public var left: Single.State
    public var right: Single.State

    @inlinable
    public init(left: Single.State, right: Single.State) {
      self.left = left
      self.right = right
    }
  }

  public enum Run: UInt8, Sendable, Hashable { case left, right, both }

  public struct Action: Hashable, Sendable {
    public let operation: UInt16
    public let run: Run

    @inlinable
    public init(_ operation: Int, _ run: Run) {
      self.operation = UInt16(truncatingIfNeeded: operation)
      self.run = run
    }
  }

  public let single: Single
  public let secrecy: Secrecy
  @usableFromInline let secret: V.Bits
  @usableFromInline let observers: V.Bits
  /// Words of the code of one of the two states.
  @usableFromInline let half: Int
  /// For every operation: whether it happens in one run alone.
  @usableFromInline let isSecret: ActionList<Bool>

  /// - Precondition: `pairWords` is at least twice the words of a state.
  public init(_ universe: KernelUniverse, _ secrecy: Secrecy) throws {
    single = try Single(universe)
    self.secrecy = secrecy
    half = single.codeWords
    precondition(2 * half <= pairWords, "a pair of states does not fit its code")
    func set(_ threads: [Thread]) -> V.Bits {
      threads.reduce(.empty) { $0 | V.Bits(id: Int($1.rawValue)) }
    }
    secret = set(secrecy.secret)
    observers = set(secrecy.observers)
    isSecret = ActionList(
      universe.operations.map { operation in
        switch operation {
        case .copy(let thread, _, _), .expire(let thread): secrecy.secret.contains(thread)
        default: operation.actor.map(secrecy.secret.contains) ?? false
        }
      })
  }

  public var initialStates: [State] { [State(left: single.start, right: single.start)] }

  @inlinable @inline(__always)
  public func successors(of state: State, _ body: (Action, State) -> Void) {
    let items = single.entries.items
    for index in 0..<items.count {
      let action = items[index].action
      let isLeft = state.left.permits(action, on: single.platform).value
      let isRight = state.right.permits(action, on: single.platform).value
      if isSecret.items[index] {
        if isLeft {
          var next = state
          _ = next.left.perform(action, on: single.platform)
          body(Action(index, .left), next)
        }
        if isRight {
          var next = state
          _ = next.right.perform(action, on: single.platform)
          body(Action(index, .right), next)
        }
      } else if isLeft && isRight {
        var next = state
        _ = next.left.perform(action, on: single.platform)
        _ = next.right.perform(action, on: single.platform)
        body(Action(index, .both), next)
      }
    }
  }

  public var actionKinds: [String] { single.actionKinds }

  @inlinable
  public func kind(of action: Action) -> Int { single.entries.items[Int(action.operation)].kind }

  public var codeWords: Int { 2 * half }

  @inlinable
  public func encode(_ state: State) -> Code {
    let left = single.encode(state.left)
    let right = single.encode(state.right)
    return Code(count: 2 * half) { $0 < half ? left[$0] : right[$0 - half] }
  }

  @inlinable
  public func decode(_ code: Code) -> State {
    return State(
      left: single.decode(Words(count: half) { code[$0] }),
      right: single.decode(Words(count: half) { code[half + $0] }))
  }

  public func describe(_ action: Action) -> String {
    let text = single.universe.operations[Int(action.operation)].text(
      in: single.universe.population)
    return action.run == .both ? text : "\(text)  (\(action.run) run only)"
  }

  public var properties: [Property<Self>] {
    [
      .always(
        "observers can run, or cannot, in both runs alike", number: "T-CC5",
        explain: { state in
          let difference = (state.left.runnable ^ state.right.runnable) - self.secret
          return "only in one run can run: \(self.names(difference))"
        },
        { state in
          ((state.left.runnable ^ state.right.runnable) & self.observers) == V.Bits.empty
        }),
      .alwaysStep(
        "observers are told the same in both runs", number: "T-CC5",
        explain: { before, action, _ in
          "told something else, or only in one run: \(self.names(self.noticing(before, action)))"
        },
        { before, action, _ in self.noticing(before, action) == V.Bits.empty }),
      .sometimesStep("a secret thread does something") { before, action, after in
        action.run != .both && before != after
      },
      .sometimes("the runs differ") { $0.left != $0.right },
      .sometimesStep("an observer is told something") { before, action, _ in
        action.run == .both
          && !(self.told(before.left, action).deliveries.concerned & self.observers).isEmpty.value
      },
    ]
  }

  private func told(_ state: Single.State, _ action: Action) -> Effects<V, threads> {
    var state = state
    return state.perform(
      single.entries.items[Int(action.operation)].action, on: single.platform)
  }

  /// The observers to whom a step looks different in the two runs.
  private func noticing(_ state: State, _ action: Action) -> V.Bits {
    switch action.run {
    case .left: return told(state.left, action).deliveries.concerned & observers
    case .right: return told(state.right, action).deliveries.concerned & observers
    case .both:
      let left = told(state.left, action).deliveries
      let right = told(state.right, action).deliveries
      return left.differences(from: right) & observers
    }
  }

  private func names(_ set: V.Bits) -> String {
    set.ids.filter { $0 < single.universe.population.threads }
      .map { single.universe.population.name(Thread($0)) }.joined(separator: ", ")
  }
}
