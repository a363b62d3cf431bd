import AddressSpaces
import AddressSpacesProofs
import Exploration
import Logic
import Proving
import Synchronization
import Vocabulary

/// Finds out whether a run leads to a state from which induction fails, by exploring all operations on
/// single pages: those reach every state that can be reached.
public final class ReachabilitySearch: Sendable {
  /// A graph is explored once for a shape, when it is first asked for.
  private let graphs = Mutex<[Key: SearchReport]>([:])
  private let options: Options

  private struct Key: Hashable {
    let shape: Shape
    let hasAccesses: Bool
    let hasDeletions: Bool
  }

  /// `options` limit each exploration; what lies beyond is not known to be unreachable.
  public init(_ options: Options) { self.options = options }

  /// A shortest run to the state, whether or not there is one being known.
  public func run(to spaces: WideSpaces, in shape: Shape) throws -> (Reachability, Run?) {
    let isCached = !spaces.cached.union.isEmpty.value || !spaces.cachedWritable.isEmpty.value
    let everyone = shape.allTasks.reduce(0) { $0 | shape.mask(of: $1) }
    let report = try graph(
      Key(
        shape: shape, hasAccesses: isCached, hasDeletions: spaces.live.mask != everyone))
    if let run = try report.find(spaces) { return (.reachable, run) }
    return (report.coverage.end == .complete ? .unreachable : .unknown, nil)
  }

  private func graph(_ key: Key) throws -> SearchReport {
    try graphs.withLock { graphs in
      if let graph = graphs[key] { return graph }
      let universe = Universe(
        name: "all single pages", shape: key.shape,
        operations: key.shape.pageOperations(accesses: key.hasAccesses).filter {
          // Where all tasks are there, deletion leads to no state that unmapping does not.
          key.hasDeletions || ($0.kind != .delete && $0.kind != .create)
        }, offersIdleCalls: false,
        agenda: Agenda(invariants: [], steps: [], goals: []))
      let graph = try universe.search(options)
      graphs[key] = graph
      return graph
    }
  }
}

extension Shape {
  /// Every operation on a single page or port.
  public func pageOperations(accesses: Bool) -> [Operation] {
    var operations: [Operation] = []
    for sender in allTasks {
      for extent in singles {
        for mask in UnmapMask.all { operations.append(.unmap(sender, extent, mask)) }
        for receiver in allTasks where receiver != sender || profile.selfMapping == .aliases {
          for window in singles where window.kind == extent.kind {
            for write in [false, true] {
              for grants in [false, true] {
                operations.append(
                  .transfer(
                    Transfer(
                      extent, of: sender, to: window, of: receiver, write: write, grants: grants)))
              }
            }
          }
        }
        guard accesses else { continue }
        let place: Place =
          extent.kind == .memory ? .page(Int(extent.first)) : .port(Int(extent.first))
        for write in [false, true] { operations.append(.access(sender, place, write: write)) }
      }
    }
    return operations + allTasks.dropFirst().flatMap { [.delete($0), .create($0)] }
  }

  private var singles: [Extent] {
    (0..<pages).map { Extent.page($0) } + (0..<ports).map { Extent.port($0) }
  }
}
