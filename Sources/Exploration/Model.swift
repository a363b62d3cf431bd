/// A transition system: where it starts, and what can happen in each state.
///
/// The same value is used by several threads at once, and its functions are called again when a trace is replayed: they
/// must depend on nothing but their arguments and the model's own constants. Where they do not, the replay of a trace
/// disagrees with the search, and the run ends in ``ExplorationError/replayDisagrees(_:)``.
///
/// Threads should not count references to the same objects either. To take a value with an array, an object or a closure
/// in it out of storage is to count a reference, and the cache line with the count goes to and fro between the cores: two
/// threads were slower than one that way. So ``successors(of:_:)``, ``encode(_:)`` and ``decode(_:)`` keep to values without
/// references, and to spans of those, taken once before a loop; and where that is not enough, as for properties that are
/// closures over arrays, ``unshared`` gives every thread its own.
public protocol Model: Sendable {
  associatedtype State: Hashable & Sendable
  /// One instance of an operation, with its parameters: a small value.
  associatedtype Action: Sendable
  /// What is stored of a state.
  associatedtype Code: StateCode

  /// Where runs begin; at least one.
  var initialStates: [State] { get }

  /// How many words of `Code` this instance uses, at most its capacity: the others are always 0, and are not stored.
  var codeWords: Int { get }
  /// The state in few words. Different states have different codes.
  func encode(_ state: State) -> Code
  /// The state of which `code` is the code: `decode(encode(state)) == state`.
  func decode(_ code: Code) -> State

  /// Calls `body` once for every enabled instance of an action, with the state that it leads to: guard and effect
  /// together. Always in the same order for the same state.
  ///
  /// A search spends most of its time here. Marked `@inline(__always)`, the implementation is compiled into the search,
  /// and the search into the calls of `body`.
  func successors(of state: State, _ body: (Action, State) -> Void)

  /// The names of the kinds of action, by which transitions are counted.
  var actionKinds: [String] { get }
  /// The index in ``actionKinds`` of the kind of `action`.
  func kind(of action: Action) -> Int

  var properties: [Property<Self>] { get }

  /// An equal model, with the same properties in the same order, that shares no storage with this one. Every thread of a
  /// search but the first makes one, and works with it. The model as it is, unless stated otherwise.
  var unshared: Self { get }

  func describe(_ action: Action) -> String
  func describe(_ state: State) -> String
}

extension Model {
  @inlinable public var codeWords: Int { Code.wordCapacity }
  @inlinable public var properties: [Property<Self>] { [] }
  @inlinable public var unshared: Self { self }
  @inlinable public func describe(_ action: Action) -> String { "\(action)" }
  @inlinable public func describe(_ state: State) -> String { "\(state)" }
}

/// A state of a few words is its own code.
extension Model where State == Code {
  @inlinable public func encode(_ state: State) -> Code { state }
  @inlinable public func decode(_ code: Code) -> State { code }
}
