import AddressSpaces
import Logic
import Vocabulary

/// A universe with a state, for scenarios: small enough to name every page.
struct World {
  typealias V = Concrete<UInt32>
  typealias Spaces = AddressSpaces<V, 32, 16>

  let shape: Shape
  let layout: Layout<V, 32, 16>
  var spaces: Spaces

  init(_ shape: Shape) {
    self.shape = shape
    layout = Layout(shape)
    spaces = layout.boot(tasks: V.Bits(mask: shape.allTasks.reduce(0) { $0 | shape.mask(of: $1) }))
  }

  @discardableResult
  mutating func perform(_ operation: Operation) -> Outcome {
    spaces.perform(Plan(operation, in: shape), layout: layout)
  }

  @discardableResult
  mutating func map(
    _ from: Int, _ page: Int, to: Int, _ target: Int, write: Bool = true
  ) -> Outcome {
    perform(
      .transfer(
        Transfer(.page(page), of: Task(from), to: .page(target), of: Task(to), write: write)))
  }

  @discardableResult
  mutating func grant(
    _ from: Int, _ page: Int, to: Int, _ target: Int, write: Bool = true
  ) -> Outcome {
    perform(
      .transfer(
        Transfer(
          .page(page), of: Task(from), to: .page(target), of: Task(to), write: write, grants: true))
    )
  }

  @discardableResult
  mutating func unmap(_ task: Int, _ page: Int, flush: Bool, own: Bool) -> Outcome {
    perform(.unmap(Task(task), .page(page), UnmapMask(isComplete: flush, includesOwn: own)))
  }

  /// The rights that a task has at a page, as its own accesses find out.
  func rights(_ task: Int, _ page: Int) -> Rights {
    let slot = V.Bits(id: Int(shape.slot(Task(task), page: page).rawValue))
    var copy = spaces
    if copy.access(slot, write: V.Truth(true)) == .accessed { return .readWrite }
    return copy.access(slot, write: V.Truth(false)) == .accessed ? .readOnly : .none
  }

  /// The frame at a page of a task, nil where none is mapped.
  func frame(_ task: Int, _ page: Int) -> Int? {
    let slot = V.Bits(id: Int(shape.slot(Task(task), page: page).rawValue))
    return spaces.holders.ids(meeting: slot).ids.first
  }
}
