/// A run from a state to a finding, with all that is needed to show it and to do it again. It knows
/// nothing of what was run: actions and changes are text, states are named values.
public struct Trace: Hashable, Sendable {
  /// The version of both formats; a reader refuses later ones.
  public static let version = 1

  /// The run file that the trace belongs to, whole, so that the trace alone can be replayed.
  public struct Universe: Hashable, Sendable {
    /// The file, or the name of a built-in universe.
    public var name: String
    public var text: String
    public init(name: String, text: String) {
      self.name = name
      self.text = text
    }
  }

  /// What the trace speaks for or against.
  public struct Property: Hashable, Sendable {
    /// As `I-AS4`.
    public var number: String
    /// As `rights never grow`.
    public var name: String
    public init(number: String, name: String) {
      self.number = number
      self.name = name
    }
  }

  public struct Variable: Hashable, Sendable {
    public var name: String
    public var value: Value
    public init(_ name: String, _ value: Value) {
      self.name = name
      self.value = value
    }
  }

  public struct Step: Hashable, Sendable {
    /// The action with all its arguments.
    public var action: String
    /// What it changed, as `s1.p0: ∅ → f0 r- from s0.p0`.
    public var changes: [String]
    /// What a reader should see here, as `parent has r-`; may be empty.
    public var note: String
    /// The state after it.
    public var state: [Variable]
    public init(action: String, changes: [String], note: String = "", state: [Variable]) {
      self.action = action
      self.changes = changes
      self.note = note
      self.state = state
    }
  }

  /// nil in a trace of another tool that does not say.
  public var universe: Universe?
  /// nil in a trace of another tool that does not say.
  public var verdict: Verdict?
  public var property: Property?
  /// The parts of the property that failed, each with the values for which it did.
  public var failed: [String]
  /// Whether no shorter trace exists.
  public var isShortest: Bool
  /// What state the trace begins in, as `boot`; may be empty.
  public var start: String
  /// That state. Every state has the same variables in the same order.
  public var initial: [Variable]
  public var steps: [Step]
  /// The state (0 is the initial one) to which the last one goes back, for a run without end.
  public var loop: Int?

  public init(
    universe: Universe?, verdict: Verdict?, property: Property?, failed: [String] = [],
    isShortest: Bool = false, start: String = "", initial: [Variable], steps: [Step],
    loop: Int? = nil
  ) {
    self.universe = universe
    self.verdict = verdict
    self.property = property
    self.failed = failed
    self.isShortest = isShortest
    self.start = start
    self.initial = initial
    self.steps = steps
    self.loop = loop
  }

  /// Reads either format: what begins with a brace is ITF.
  public init(reading bytes: [UInt8], file: String) throws(InputError) {
    let source = try Source(bytes, file: file)
    let first = bytes.first { $0 != 0x20 && $0 != 0x0A && $0 != 0x0D && $0 != 0x09 }
    self = first == UInt8(ascii: "{") ? try Trace(itf: source) : try Trace(text: source)
  }

  /// The states, the initial one first.
  public var states: [[Variable]] { [initial] + steps.map(\.state) }
}
