import Logic
import Vocabulary

/// What never changes in a universe, in the form in which the rules ask for it.
public struct Layout<V: Values, let slots: Int, let frames: Int>: Sendable {
  /// For every frame: its root, the slot where sigma0 holds it from the beginning. (AS1, AS4)
  public var root: Table<V, Frame, frames>
  /// All roots.
  public var roots: V.Bits
  /// For every frame: the slots where it may be mapped: any user page for memory, the port of the
  /// same number for an I/O port. (AS17, IO1)
  public var places: Table<V, Frame, frames>
  /// For every slot: the slots of the same task.
  public var space: Table<V, Slot, slots>
  /// The slots of sigma0, which is never deleted.
  public var sigma0: V.Bits
  /// The slots that are I/O ports.
  public var ports: V.Bits
  /// How many nodes other than roots the kernel has memory for. (AS15)
  public var nodes: V.Count
  public var profile: Profile

  /// The layout of a universe of `shape`, which must fit in `slots` and `frames`.
  public init(_ shape: Shape) {
    precondition(shape.slots <= slots && shape.frames + shape.ports <= frames, "shape is too large")
    root = Table()
    places = Table()
    space = Table()
    ports = .empty
    roots = .empty
    for frame in 0..<shape.frames + shape.ports {
      let isPort = frame >= shape.frames
      let number = isPort ? frame - shape.frames : frame
      let home = isPort ? shape.slot(.sigma0, port: number) : shape.slot(.sigma0, page: number)
      root[row: frame] = V.Bits(id: Int(home.rawValue))
      for task in shape.allTasks {
        if isPort {
          places[row: frame] |= V.Bits(id: Int(shape.slot(task, port: number).rawValue))
        } else {
          for page in 0..<shape.userPages {
            places[row: frame] |= V.Bits(id: Int(shape.slot(task, page: page).rawValue))
          }
        }
      }
    }
    for task in shape.allTasks {
      let all = V.Bits(mask: shape.mask(of: task))
      for slot in shape.slots(of: task) { space[slot] = all }
      for port in 0..<shape.ports {
        ports |= V.Bits(id: Int(shape.slot(task, port: port).rawValue))
      }
    }
    roots = root.union
    sigma0 = V.Bits(mask: shape.mask(of: .sigma0))
    nodes = V.Count(UInt32(shape.nodes))
    profile = shape.profile
  }

  /// The state after boot: sigma0 holds every frame (of devices too) and every port, idempotently and
  /// with all rights; all other spaces are empty. (AS1, AS20, IO5)
  public func boot(tasks: V.Bits) -> AddressSpaces<V, slots, frames> {
    var spaces = AddressSpaces<V, slots, frames>()
    spaces.holders = root
    spaces.writable = roots
    spaces.live = tasks
    spaces.free = nodes
    return spaces
  }
}
