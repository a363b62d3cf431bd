import AddressSpaces
import Vocabulary

/// A kernel beside the specification: programs run on both, step by step, and everything that can be
/// seen is compared.
struct Bench<Kernel: KernelUnderTest, Storage, let slots: Int, let frames: Int>
where Storage: FixedWidthInteger & UnsignedInteger & Sendable & BitwiseCopyable {
  var kernel: Kernel
  var oracle: Oracle<Storage, slots, frames>
  /// After how many steps the kernel audits itself; 0 is never.
  var auditInterval: Int
  /// What was done, since the bench was set up.
  private(set) var effort = Effort()
  /// What the specification had cases for, in the present program.
  private(set) var view = View()
  private var sinceAudit = 0

  init(_ kernel: Kernel, _ oracle: Oracle<Storage, slots, frames>, auditInterval: Int) {
    self.kernel = kernel
    self.oracle = oracle
    self.auditInterval = auditInterval
  }

  /// Both sides are where they are after boot.
  mutating func reset() {
    kernel.reset()
    oracle.reset()
    sinceAudit = 0
    view = oracle.view
    effort.programs += 1
  }

  /// Performs one operation on both sides, and compares.
  mutating func step(
    _ operation: Operation, number: Int, probing: Bool
  ) -> (expected: Expectation, deviation: Deviation?)? {
    guard let expected = oracle.perform(operation) else {
      effort.skipped += 1
      return nil
    }
    effort.steps += 1
    let observed = kernel.perform(operation)
    view = oracle.view
    func deviation(_ difference: Difference) -> Deviation {
      difference.deviation(after: operation, number, expected.cases)
    }
    let shape = oracle.shape
    guard expected.answer.allows(observed) else {
      return (
        expected,
        deviation(
          Difference(
            .answer, "the answer", shape.describe(observed), shape.describe(expected.answer)))
      )
    }
    sinceAudit += 1
    let difference =
      (probing ? probe(upwards: number.isMultiple(of: 2)) : nil)
      ?? (sinceAudit == auditInterval ? audit() : nil)
    return (expected, difference.map(deviation))
  }

  /// Compares what can be seen now.
  mutating func compare(number: Int, probing: Bool = true) -> Deviation? {
    let difference = (probing ? probe(upwards: true) : nil) ?? (auditInterval > 0 ? audit() : nil)
    return difference?.deviation(after: nil, number, Cases())
  }

  /// All tasks try to read and to write at all places. The task that came last begins the next time,
  /// so that what the TLB of the present space has is used before a switch drops it. (M-AS12)
  private mutating func probe(upwards: Bool) -> Difference? {
    let shape = oracle.shape
    for position in 0..<shape.tasks {
      let task = upwards ? position : shape.tasks - 1 - position
      for offset in 0..<shape.slotsPerTask {
        let slot = task * shape.slotsPerTask + offset
        let place = shape.place(of: slot)
        for write in [false, true] {
          let observed = kernel.probe(Task(task), place, write: write)
          let expected = view.reach(slot, write: write)
          if observed != expected {
            return Difference(
              .reach, "\(write ? "write" : "read") s\(task).\(place)", shape.describe(observed),
              shape.describe(expected))
          }
        }
      }
    }
    effort.probes += shape.slots * 2
    return nil
  }

  private mutating func audit() -> Difference? {
    sinceAudit = 0
    effort.audits += 1
    return kernel.audit().map {
      Difference(.audit, "the kernel's own state", $0, "page tables, TLB and tree agree (I-AS5)")
    }
  }
}

/// What was done in a campaign.
public struct Effort: Hashable, Sendable, Codable {
  public var programs = 0
  public var steps = 0
  /// Operations left out, for their invokers were not active.
  public var skipped = 0
  public var probes = 0
  public var audits = 0

  static func += (left: inout Self, right: Self) {
    left.programs += right.programs
    left.steps += right.steps
    left.skipped += right.skipped
    left.probes += right.probes
    left.audits += right.audits
  }
}

/// What is different.
private struct Difference {
  let kind: Deviation.Kind
  let subject: String
  let observed: String
  let allowed: String

  init(_ kind: Deviation.Kind, _ subject: String, _ observed: String, _ allowed: String) {
    self.kind = kind
    self.subject = subject
    self.observed = observed
    self.allowed = allowed
  }

  func deviation(after operation: Operation?, _ number: Int, _ cases: Cases) -> Deviation {
    Deviation(
      step: number, operation: operation?.description ?? "", cases: cases.names,
      facts: cases.facts, kind: kind, subject: subject, observed: observed, allowed: allowed)
  }
}
