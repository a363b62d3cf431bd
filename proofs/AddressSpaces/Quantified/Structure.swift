import Logic

/// The mapping invariants and the rules, for *any* number of tasks, pages and frames.
///
/// Exploration and induction over bit sets speak of universes of a fixed size. Here slots, frames and
/// tasks are things of which nothing is known but how they are related, and the statement is one of
/// first-order logic: sentences (`Invariant.check`, `StepProperty.check`) about the relations of a
/// `Forest`, and rules (`Forest.cases`) that define the relations after a step by those before it.
///
/// It is a second way of saying the rules, so it is tied to the first: `Link` looks at every step of
/// every reachable state of small universes, and finds that the formula and the executable
/// specification agree in what applies and in what comes of it.
///
/// What it leaves out: how many nodes are free (I-AS8), which is finite by nature; whether there is
/// memory for another node (AS15) is a truth that a step is given. And the TLB (I-AS5).
public enum Quantified {
  /// A thing that a quantifier ranges over.
  public protocol Individual {
    associatedtype Truth: TruthValue
    static func == (left: Self, right: Self) -> Truth
  }

  /// What the sentences are about: three kinds of things, what never changes among them, and what it
  /// means to speak of all of them. Either a universe that can be counted (`Finite`), or whatever
  /// satisfies the sentences (`Unbounded`).
  public protocol Structure {
    associatedtype Truth
    /// A page, or an I/O port, of a task.
    associatedtype Slot: Individual where Slot.Truth == Truth
    associatedtype Frame: Individual where Frame.Truth == Truth
    associatedtype Task: Individual where Task.Truth == Truth

    func forAllSlots(_ body: (Slot) -> Truth) -> Truth
    func forAllFrames(_ body: (Frame) -> Truth) -> Truth
    func forSomeSlot(_ body: (Slot) -> Truth) -> Truth
    func forSomeFrame(_ body: (Frame) -> Truth) -> Truth

    /// A set of slots by its members. It is worked out once where slots can be counted, and written
    /// out wherever it is used where they cannot.
    func set(_ contains: @escaping (Slot) -> Truth) -> (Slot) -> Truth
    func relation(_ holds: @escaping (Slot, Slot) -> Truth) -> (Slot, Slot) -> Truth
    func placement(_ holds: @escaping (Slot, Frame) -> Truth) -> (Slot, Frame) -> Truth

    /// Where sigma0 holds the frame from the beginning. (AS1, AS4)
    func root(of frame: Frame) -> Slot
    /// The task that a slot belongs to.
    func task(of slot: Slot) -> Task
    var sigma0: Task { get }
    /// Whether a frame may be mapped at a slot at all. (AS17, IO1)
    func mayMap(_ frame: Frame, at slot: Slot) -> Truth
    func isPort(_ slot: Slot) -> Truth
    /// Whether a task is active from the beginning.
    func isBooted(_ task: Task) -> Truth
    var choices: Choices<Truth> { get }
  }

  /// A profile as truths: those that make a difference to single steps.
  public struct Choices<Truth: TruthValue> {
    /// U3 (AS11): another page that is mapped at the destination goes; otherwise it stays.
    public var overmappingReplaces: Truth
    /// U2 (AS9): a grant without the write bit makes the page read-only.
    public var grantRestricts: Truth
    /// U4 (AS13): a task can map to itself.
    public var selfMappingAliases: Truth
    /// U6 (IO4): setting I/O ports to read-only unmaps them.
    public var readOnlyUnmapsPorts: Truth
  }
}

extension Quantified.Individual {
  public static func != (left: Self, right: Self) -> Truth { !(left == right) }
}

extension Quantified.Structure {
  /// Whether a slot is sigma0's own of some frame.
  public func isRoot(_ slot: Slot) -> Truth { forSomeFrame { slot == root(of: $0) } }

  /// Calls `part` with each sentence about what never changes: those facts of `Layout` that the
  /// proofs need. Every universe satisfies them.
  public func checkLayout(_ part: (_ says: StaticString, _ isTrue: Truth) -> Void) {
    part(
      "every frame has a root of its own",  // AS4
      forAllFrames { f in forAllFrames { g in root(of: f) == root(of: g) ==> f == g } })
    part("roots are sigma0's", forAllFrames { task(of: root(of: $0)) == sigma0 })  // AS1
    part("a frame may be mapped at its root", forAllFrames { mayMap($0, at: root(of: $0)) })
    part(
      "a frame is memory everywhere, or a port everywhere",  // IO1
      forAllFrames { f in
        forAllSlots { x in
          forAllSlots { y in
            (mayMap(f, at: x) && mayMap(f, at: y)) ==> (isPort(x) == isPort(y))
          }
        }
      })
    part("sigma0 is active from the beginning", isBooted(sigma0))
  }
}
