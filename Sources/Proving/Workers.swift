import Foundation
import Synchronization

/// Does jobs on several threads, each of which keeps its tool from one job to the next.
package struct Workers<Tool: Sendable>: Sendable {
  private let tools: [Tool]

  var count: Int { tools.count }

  /// Workers that make their tools, all at the same time.
  package init(_ count: Int, making tool: @escaping @Sendable () throws -> Tool) throws {
    tools = try Board(Array(0..<max(1, count))) { _, _ in try tool() }.finish(with: max(1, count))
  }

  /// The results of `work` on all jobs, in the order of the jobs; the first error in that order is
  /// thrown.
  package func map<Job: Sendable, Result: Sendable>(
    _ jobs: [Job], _ work: @escaping @Sendable (Job, Tool) throws -> Result
  ) throws -> [Result] {
    let tools = tools
    return try Board(jobs) { try work($0, tools[$1]) }.finish(with: tools.count)
  }
}

/// The jobs that are to be done, and what came of those that were.
private final class Board<Job: Sendable, Outcome: Sendable>: Sendable {
  private let jobs: [Job]
  private let work: @Sendable (Job, Int) throws -> Outcome
  private let next = Mutex(0)
  private let results: Mutex<[Result<Outcome, any Error>?]>

  init(_ jobs: [Job], _ work: @escaping @Sendable (Job, Int) throws -> Outcome) {
    self.jobs = jobs
    self.work = work
    results = Mutex(Array(repeating: nil, count: jobs.count))
  }

  func finish(with workers: Int) throws -> [Outcome] {
    let group = DispatchGroup()
    for worker in 0..<min(workers, jobs.count) {
      group.enter()
      let thread = Thread { [self] in
        while let job = take() { finish(job, Result { try work(jobs[job], worker) }) }
        group.leave()
      }
      // Solvers recurse over terms, and terms are deep.
      thread.stackSize = 64 << 20
      thread.start()
    }
    group.wait()
    return try results.withLock { $0 }.compactMap { try $0?.get() }
  }

  private func take() -> Int? {
    next.withLock { next in
      guard next < jobs.count else { return nil }
      next += 1
      return next - 1
    }
  }

  /// Keeps the result of a job. After an error, no further jobs are begun.
  private func finish(_ job: Int, _ result: Result<Outcome, any Error>) {
    if case .failure = result { next.withLock { $0 = jobs.count } }
    results.withLock { $0[job] = result }
  }
}
