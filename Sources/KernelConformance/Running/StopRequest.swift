import Synchronization

/// Somebody wants a campaign to end before its time: what is under way is finished, and told of.
package final class StopRequest: Sendable {
  private let isMade = Atomic(false)

  package init() {}

  package func make() { isMade.store(true, ordering: .relaxed) }

  package var wasMade: Bool { isMade.load(ordering: .relaxed) }
}
