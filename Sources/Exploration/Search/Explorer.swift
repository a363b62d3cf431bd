/// Searches all states of a model breadth first, with several threads if wanted, in little memory.
///
/// It finds what ``PlainChecker`` finds, and the same counts. Which of several shortest runs leads to a state may depend on the
/// threads; which state or step is shown for a property does not.
public struct Explorer<M: Model>: Sendable {
  public let model: M
  public var options: Options

  @inlinable
  public init(_ model: M, options: Options = Options()) {
    self.model = model
    self.options = options
  }

  /// Searches until everything was looked at, a property is violated, or a limit is reached.
  @inlinable
  public func run() throws(ExplorationError) -> Report<M> {
    nonisolated(unsafe) let search = try Search(model, options)
    defer { search.team.dismiss() }
    nonisolated(unsafe) let workers = search.workers
    search.team.perform { search.hire($0, with: $0 == 0 ? model : model.unshared) }
    try search.begin()
    while search.beginLevel() {
      repeat {
        search.team.perform(alone: search.isSmall) { workers[$0].expand() }
        if try search.makeRoom() { search.team.perform { workers[$0].reenter() } }
      } while search.isUnfinished
      try search.endLevel()
    }
    return try search.report()
  }
}
