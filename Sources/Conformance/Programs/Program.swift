import AddressSpaces
import Vocabulary

/// What a kernel is made to do: operations one after another, in a universe, from boot on. What it
/// does must be what the specification does, seen by the answers and by what every task reaches.
public struct Program: Hashable, Sendable {
  /// When all tasks try to reach all pages and ports.
  ///
  /// Trying fills the TLB, so that a translation that an operation forgets to invalidate is used
  /// later; not trying leaves it to the operations to fill it. (UM11)
  public enum Probing: String, Sendable, CaseIterable, Codable {
    case everyStep = "after every step"
    case end = "at the end"
  }

  public var shape: Shape
  public var probing: Probing
  /// An operation whose invoker is not active is left out by both sides.
  public var operations: [Operation]

  public init(_ shape: Shape, _ operations: [Operation], probing: Probing = .everyStep) {
    self.shape = shape
    self.operations = operations
    self.probing = probing
  }

  /// What of the program cannot be in its universe, as a sentence; nil if all of it can.
  public var defect: String? {
    if let defect = shape.defect { return defect }
    for (index, operation) in operations.enumerated() {
      if let defect = shape.defect(naming: operation) {
        return "operation \(index + 1), \(operation): \(defect)"
      }
    }
    return nil
  }
}

extension Shape {
  /// What of an operation does not exist in this universe. Flexpages may lie beyond its pages, for
  /// there is nothing in them; tasks and places of accesses must exist.
  func defect(naming operation: Operation) -> String? {
    switch operation {
    case .transfer(let transfer): missing(transfer.sender) ?? missing(transfer.receiver)
    case .unmap(let task, _, _), .delete(let task), .create(let task): missing(task)
    case .access(let task, .page(let page), _):
      missing(task) ?? (page < pages ? nil : "there are only \(pages) pages")
    case .access(let task, .port(let port), _):
      missing(task) ?? (port < ports ? nil : "there are only \(ports) ports")
    }
  }

  private func missing(_ task: Task) -> String? {
    Int(task.rawValue) < tasks ? nil : "there is no task s\(task.rawValue)"
  }

  /// The place of a slot within its task.
  func place(of slot: Int) -> Place {
    let position = slot % slotsPerTask
    return position < pages ? .page(position) : .port(position - pages)
  }
}
