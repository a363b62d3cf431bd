import AddressSpaces
import Evidence
import Exploration
import Logic
import Vocabulary

/// A finite world in which the rules are looked at: how large it is, what can happen, what is asked.
public struct Universe: Sendable {
  public enum Granularity: String, Sendable, CaseIterable {
    /// A flexpage operation is one step. (N5)
    case atomic
    /// It is done page by page, with other operations in between. (N2)
    case pageByPage = "page by page"
  }

  public var name: String
  public var shape: Shape
  public var operations: [Operation]
  public var granularity: Granularity
  /// How many operations can be in progress at once, page by page.
  public var concurrency: Int
  /// Whether operations are offered that find nothing to do. (AS10, UM7)
  public var offersIdleCalls: Bool
  public var agenda: Agenda

  public init(
    name: String, shape: Shape, operations: [Operation], granularity: Granularity = .atomic,
    concurrency: Int = 2, offersIdleCalls: Bool = true, agenda: Agenda = Agenda()
  ) {
    self.name = name
    self.shape = shape
    self.operations = operations
    self.granularity = granularity
    self.concurrency = concurrency
    self.offersIdleCalls = offersIdleCalls
    self.agenda = agenda
  }
}

/// Address spaces of any universe, in the largest form.
public typealias WideSpaces = AddressSpaces<Concrete<UInt32>, 32, 16>

/// A run of a universe.
public struct Run: Sendable {
  public struct Step: Sendable {
    /// The action as text; that of an operation can be read back.
    public let action: String
    /// The operation, where the action is a whole one or begins one.
    public let operation: Operation?
    public let state: Picture
    /// The whole state as text, with what is in progress.
    public let text: String
  }

  public let initial: Picture
  public let steps: [Step]

  /// What each step changed, a list of lines for each.
  public var changes: [[String]] {
    zip([initial] + steps.map(\.state), steps).map { $0.changes(to: $1.state) }
  }
}

/// What a search of a universe found.
public struct SearchReport: Sendable {
  public struct Violation: Sendable {
    public let number: String
    public let sentence: String
    /// Which parts fail, and at which slots.
    public let explanation: String
    public let run: Run
  }

  public struct Goal: Sendable {
    public let name: String
    /// A shortest run to it; nil where it was not reached.
    public let run: Run?
  }

  public let verdict: Verdict
  public let distinct: Int
  public let generated: Int
  public let depth: Int
  public let actions: [ActionCount]
  public let deadActions: [String]
  public let violations: [Violation]
  public let goals: [Goal]
  public let coverage: Coverage
  public let cost: Cost
  public let bytesPerState: Double
  /// A shortest run to a state with these address spaces, if the search found one.
  public let find: @Sendable (WideSpaces) throws -> Run?
}

extension AddressSpaces {
  /// The same address spaces with more or less room; sets lose what there is no room for.
  package init<From, To, let fromSlots: Int, let fromFrames: Int>(
    resizing other: AddressSpaces<Concrete<From>, fromSlots, fromFrames>
  ) where V == Concrete<To> {
    func set(_ bits: ConcreteBits<From>) -> ConcreteBits<To> {
      ConcreteBits(storage: To(truncatingIfNeeded: bits.mask))
    }
    self.init()
    for slot in 0..<Swift.min(slots, fromSlots) {
      below[row: slot] = set(other.below[row: slot])
    }
    for frame in 0..<Swift.min(frames, fromFrames) {
      holders[row: frame] = set(other.holders[row: frame])
      cached[row: frame] = set(other.cached[row: frame])
    }
    writable = set(other.writable)
    live = set(other.live)
    free = other.free
    cachedWritable = set(other.cachedWritable)
  }
}
