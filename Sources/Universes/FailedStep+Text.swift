import AddressSpaces
import AddressSpacesProofs
import Logic
import Vocabulary

extension FailedStep {
  /// The step in the words of operations; a window is shown as the slots that it has.
  public var action: String {
    func give(
      _ verb: String, _ source: ConcreteBits<UInt8>, _ target: ConcreteBits<UInt8>,
      _ window: ConcreteBits<UInt8>, _ write: ConcreteTruth
    ) -> String {
      "\(verb) \(shape.names(source)) → \(shape.names(target)) "
        + "\(write.value ? Rights.readWrite : .readOnly) in {\(shape.names(window))}"
    }
    return switch step {
    case .map(let source, to: let target, in: let window, let write):
      give("map", source, target, window, write)
    case .grant(let source, to: let target, in: let window, let write):
      give("grant", source, target, window, write)
    case .unmap(let pages, let mask): "unmap {\(shape.names(pages))} \(mask)"
    case .delete(let task): "delete \(name(task))"
    case .create(let task): "create \(name(task))"
    case .access(let page, let write): "\(write.value ? "write" : "read") \(shape.names(page))"
    case nil: "boot"
    }
  }

  private func name(_ task: ConcreteBits<UInt8>) -> String {
    task.ids.first.map { "s\(shape.task(of: Slot($0)).rawValue)" } ?? "no task"
  }

  /// The state before the step.
  public var pictureBefore: Picture { Picture(before, in: shape) }
  /// What the step changes.
  public var changes: [String] { pictureBefore.changes(to: Picture(after, in: shape)) }
  /// The state before the step, as searches know it.
  public var wideBefore: WideSpaces { WideSpaces(resizing: before) }
}
