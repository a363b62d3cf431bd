import AddressSpaces
import Exploration
import Logic
import Microkernel
import Vocabulary

/// A universe of a whole kernel as a transition system.
public struct KernelModel<
  Storage, let threads: Int, let tasks: Int, let sources: Int, let slots: Int, let frames: Int,
  let words: Int
>: Model
where Storage: FixedWidthInteger & UnsignedInteger & Sendable & BitwiseCopyable {
  public typealias V = Concrete<Storage>
  public typealias State = Microkernel<V, threads, tasks, sources, slots, frames>
  public typealias Hardware = Platform<V, threads, tasks, slots, frames>
  public typealias Code = Words<words>

  /// One operation of the universe, with what the kernel chooses, and what came of it: statements
  /// about steps are about that too, and to take a step again would be most of their cost.
  public struct Action: Sendable {
    /// The position of the operation in the universe's list.
    public let operation: UInt16
    /// Whether the processor goes to the receiver of a message directly. (U17)
    public let isDirect: Bool
    public let effects: Effects<V, threads>

    @inlinable
    public init(_ operation: Int, isDirect: Bool = false, _ effects: Effects<V, threads>) {
      self.operation = UInt16(truncatingIfNeeded: operation)
      self.isDirect = isDirect
      self.effects = effects
    }
  }

  /// An operation, and what tells at once that it cannot happen.
  @usableFromInline
  struct Entry: Sendable {
    @usableFromInline let action: KernelAction<V>
    /// The thread that executes it; nobody for events.
    @usableFromInline let actor: V.Bits
    /// Whether the kernel may choose who goes on.
    @usableFromInline let hasChoice: Bool
    @usableFromInline let kind: Int
  }

  public let universe: KernelUniverse
  public let platform: Hardware
  public let start: State
  public let agenda: KernelAgenda
  public let properties: [Property<Self>]
  public let actionKinds: [String]
  @usableFromInline let entries: ActionList<Entry>
  @usableFromInline let widths: FieldWidths

  /// - Throws: `SetupError` where an operation of the setup cannot happen.
  public init(_ universe: KernelUniverse, checking agenda: KernelAgenda = .nothing) throws {
    self.init(
      universe, checking: agenda, platform: Self.platform(universe),
      start: try Self.start(universe, Self.platform(universe)))
  }

  private init(
    _ universe: KernelUniverse, checking agenda: KernelAgenda, platform: Hardware, start: State
  ) {
    self.universe = universe
    self.agenda = agenda
    self.platform = platform
    self.start = start
    let (shape, population) = (universe.shape, universe.population)
    let kinds = KernelOperation.Kind.allCases.filter { kind in
      universe.operations.contains { $0.kind == kind }
    }
    actionKinds = kinds.map(\.rawValue)
    let chooses =
      universe.profile.threads.schedules && universe.profile.threads.afterTransfer == .either
    entries = ActionList(
      universe.operations.map { operation in
        var hasChoice = false
        if case .ipc = operation { hasChoice = chooses }
        return Entry(
          action: operation.action(population, shape, sources: universe.sources),
          actor: operation.actor.map { V.Bits(id: Int($0.rawValue)) } ?? .empty,
          hasChoice: hasChoice, kind: kinds.firstIndex(of: operation.kind) ?? 0)
      })
    widths = FieldWidths(universe)
    properties = Self.properties(agenda, universe, platform, entries)
  }

  /// The same model in storage of its own.
  public var unshared: Self {
    var universe = universe
    universe.operations = universe.operations.map { $0 }
    return Self(universe, checking: agenda.unshared, platform: platform, start: start)
  }

  private static func platform(_ universe: KernelUniverse) -> Hardware {
    let (shape, population) = (universe.shape, universe.population)
    return Hardware(
      population, shape,
      buffers: universe.buffers.enumerated().map { thread, page in
        page.map { shape.slot(population.task(of: Thread(thread)), page: $0) }
      }, hasLargeItems: universe.hasLargeItems, profile: universe.profile)
  }

  /// The state after the setup. Until then nobody keeps count of who runs.
  private static func start(_ universe: KernelUniverse, _ platform: Hardware) throws -> State {
    var quiet = platform
    quiet.profile.threads.schedules = false
    var state: State = quiet.boot(slice: UInt32(universe.slice))
    for (position, operation) in universe.setup.enumerated() {
      let action: KernelAction<V> = operation.action(
        universe.population, universe.shape, sources: universe.sources)
      guard state.permits(action, on: quiet).value else {
        throw SetupError(
          position: position, operation: operation.text(in: universe.population))
      }
      _ = state.perform(action, on: quiet)
    }
    let profile = platform.profile.threads
    state.threads.makeReady(state.runnable, profile: profile)
    _ = state.threads.dispatch(afterWaking: state.runnable, profile: profile)
    return state
  }

  public var initialStates: [State] { [start] }

  @inlinable @inline(__always)
  public func successors(of state: State, _ body: (Action, State) -> Void) {
    let runnable = state.runnable
    let items = entries.items
    for index in 0..<items.count {
      if !(items[index].actor - runnable).isEmpty.value { continue }
      if !state.permits(items[index].action, on: platform).value { continue }
      var next = state
      let effects = next.perform(items[index].action, on: platform)
      body(Action(index, effects), next)
      if items[index].hasChoice {
        var other = state
        let effects = other.perform(items[index].action, on: platform, directly: V.Truth(true))
        if other != next { body(Action(index, isDirect: true, effects), other) }
      }
    }
  }

  @inlinable
  public func kind(of action: Action) -> Int { entries.items[Int(action.operation)].kind }

  public var codeWords: Int {
    var writer = CodeCounter()
    var state = start
    widths.code(&state, &writer)
    return (writer.bits + 63) / 64
  }

  @inlinable
  public func encode(_ state: State) -> Code {
    var writer = CodeWriter<words>()
    var state = state
    widths.code(&state, &writer)
    return writer.code
  }

  @inlinable
  public func decode(_ code: Code) -> State {
    var reader = CodeReader<words>(code)
    var state = start
    widths.code(&state, &reader)
    return state
  }

  public func describe(_ action: Action) -> String {
    universe.operations[Int(action.operation)].text(in: universe.population)
      + (action.isDirect ? ", directly" : "")
  }
}

/// Counts the bits of a code.
struct CodeCounter: FieldCoding {
  var bits = 0
  mutating func word(_ field: inout UInt64, _ width: Int) { bits += width }
}

/// An operation of a setup cannot happen when it is its turn.
public struct SetupError: Error, CustomStringConvertible {
  public let position: Int
  public let operation: String

  public var description: String {
    "operation \(position + 1) of the setup, \"\(operation)\", cannot happen then: "
      + "its thread does not run"
  }
}
