import AddressSpaces
import Vocabulary

/// A kernel that programs are run on. It is driven through its own interface, and seen by what its
/// callers see.
public protocol KernelUnderTest {
  /// Back to the state after boot with all tasks of the universe active, their spaces empty. (AS1)
  mutating func reset()
  /// Performs an operation whose invoker is active.
  mutating func perform(_ operation: Operation) -> Answer
  /// Lets a thread of a task read or write at a place; a task that is not active reaches nothing.
  mutating func probe(_ task: Task, _ place: Place, write: Bool) -> Reach
  /// What the kernel finds to be wrong with its own state; nil if nothing, or if it cannot tell.
  /// (I-AS5)
  mutating func audit() -> String?
}

extension KernelUnderTest {
  public mutating func audit() -> String? { nil }
}

/// Where kernels of one make come from.
public protocol Connector<Kernel>: Sendable {
  associatedtype Kernel: KernelUnderTest
  /// What the kernel is called in reports and program files.
  var name: String { get }
  /// Why the kernel cannot be compared in universes of a shape; nil if it can.
  func defect(of shape: Shape) -> String?
  /// A kernel with the sizes and the profile of a shape, which has no defect.
  func boot(_ shape: Shape) -> Kernel
}

extension Connector {
  public func defect(of shape: Shape) -> String? { nil }
}
