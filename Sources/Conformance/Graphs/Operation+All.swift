import AddressSpaces
import Vocabulary

extension Shape {
  /// Every operation with every argument that makes a difference in a small universe: flexpages of
  /// one and two units and complete spaces, every meeting of the two kinds, every hot spot.
  func allOperations() -> [Operation] {
    var all: [Operation] = []
    let extents = extents(.memory) + extents(.ports)
    for sender in allTasks {
      for receiver in allTasks {
        for item in extents {
          for window in extents.map(Optional.some) + [nil] {
            for hotSpot in hotSpots(of: item, to: window) {
              for (write, grants) in [(true, false), (false, false), (true, true), (false, true)] {
                all.append(
                  .transfer(
                    Transfer(
                      item, of: sender, to: window, of: receiver, hotSpot: hotSpot, write: write,
                      grants: grants)))
              }
            }
          }
        }
      }
    }
    for task in allTasks {
      for extent in extents {
        for mask in UnmapMask.all { all.append(.unmap(task, extent, mask)) }
      }
      all.append(.delete(task))
      all.append(.create(task))
      for position in 0..<slotsPerTask {
        for write in [false, true] {
          all.append(.access(task, place(of: position), write: write))
        }
      }
    }
    return all
  }

  private func extents(_ kind: Extent.Kind) -> [Extent] {
    let count = kind == .memory ? pages : ports
    guard count > 0 else { return [] }
    let single = (0..<count).map { Extent(kind, first: UInt32($0)) }
    let pairs = stride(from: 0, to: count > 1 ? count : 0, by: 2).map {
      Extent(kind, first: UInt32($0), order: 1)
    }
    return single + pairs + [.whole(kind)]
  }

  /// The send bases of which each leads somewhere else. (FP4)
  private func hotSpots(of item: Extent, to window: Extent?) -> [UInt32] {
    guard let window, item.kind == .memory, window.kind == .memory, item.order != window.order
    else { return [0] }
    let smaller = 1 << Int(min(item.order, window.order))
    return stride(from: 0, to: pages, by: smaller).map { UInt32($0) }
  }
}
