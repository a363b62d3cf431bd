import AddressSpaces
import Evidence
import Logic
import Vocabulary

/// A run, as a file describes it: a universe, the operations that are offered in it, what is asked of
/// it, and how far the search may go.
public struct RunFile: Hashable, Sendable {
  /// Whether flexpage operations are one step, or go on page by page with others in between. (N1, N2)
  public enum Granularity: Hashable, Sendable {
    case atomic
    /// At most `concurrent` operations are in progress at once.
    case page(concurrent: Int)
  }

  /// How far a search may go; nil is as far as it takes.
  public struct Limits: Hashable, Sendable {
    public var states: Int?
    /// In bytes.
    public var memory: Int?
    public var seconds: Int?
    /// Steps from the initial state.
    public var depth: Int?

    public init(
      states: Int? = nil, memory: Int? = nil, seconds: Int? = nil, depth: Int? = nil
    ) {
      self.states = states
      self.memory = memory
      self.seconds = seconds
      self.depth = depth
    }
  }

  /// The file as the user named it.
  public var file: String
  /// The text of the file, to be embedded in traces.
  public var text: String
  public var name: String
  public var about: String
  public var shape: Shape
  public var granularity: Granularity
  /// All operations, each once, in the order of the file.
  public var operations: [Operation]
  /// Whether operations that would find nothing held are actions too.
  public var offersIdleCalls: Bool
  /// Numbers of the properties to check, each once, in the order of the file or of the catalogue.
  public var properties: [String]
  /// Numbers of the goals to reach.
  public var goals: [String]
  public var limits: Limits
  /// The verdict that the run should come to.
  public var expect: Verdict
}

extension RunFile.Granularity {
  /// The same, as a plan asks for it.
  public func forPlans<V: Values>(over values: V.Type = V.self) -> Plan<V>.Granularity {
    switch self {
    case .atomic: .atomic
    case .page: .page
    }
  }
}

extension RunFile {
  /// What a run file can ask for by number or name.
  public struct Catalogue: Hashable, Sendable {
    public struct Entry: Hashable, Sendable {
      /// As `I-AS4`.
      public var number: String
      /// As `rights never grow`.
      public var name: String
      public init(_ number: String, _ name: String) {
        self.number = number
        self.name = name
      }
    }
    public var properties: [Entry]
    public var goals: [Entry]
    public init(properties: [Entry], goals: [Entry] = []) {
      self.properties = properties
      self.goals = goals
    }
  }
}
