import Evidence
import Exploration
import Logic
import Microkernel
import Vocabulary

/// A universe in which some threads have a secret, and others must not learn it.
public struct SecrecyUniverse: Sendable {
  public let name: String
  /// What is claimed, as a sentence.
  public let claim: String
  public let universe: KernelUniverse
  public let secrecy: Secrecy

  /// What a search of all pairs of runs found.
  public struct Result: Sendable {
    public let verdict: Verdict
    public let distinct: Int
    public let generated: Int
    public let cpuSeconds: Double
    /// A shortest pair of runs that look different to an observer, a line a step; empty if there is
    /// none.
    public let leak: [String]
    public let explanation: String
    public let unreachedGoals: [String]
  }

  /// Searches all pairs of runs.
  public func search(_ options: Options) throws -> Result {
    let model = try PairModel<UInt16, 6, 6, 1, 12, 2, 18, 36>(universe, secrecy)
    var options = options
    options.permitsDeadActions = true
    let report = try Explorer(model, options: options).run()
    return Result(
      verdict: report.verdict, distinct: report.distinct, generated: report.generated,
      cpuSeconds: report.cost.cpuSeconds,
      leak: report.violation?.trace.steps.map { model.describe($0.action) } ?? [],
      explanation: report.violation.map { "\($0.name): \($0.explanation ?? "")" } ?? "",
      unreachedGoals: report.unreachedGoals.map(\.name))
  }

  /// The universes that are looked at as a matter of course.
  public static let all = [confinement, strangers]

  /// Tasks 2 and 3 are chiefs in the root's clan; 4 is of the clan of 2, and 5 of that of 3.
  private static let population = Population(threadsOfTask: [1, 1, 1, 1, 1, 1])
  private static let clans = [
    "t1.0 task_new task2 mcp 1 pager t1.0", "t1.0 task_new task3 mcp 1 pager t1.0",
    "t1.0 task_new task4 chief task2", "t1.0 task_new task5 chief task3",
    "t2.0 task_new task4 mcp 1 pager t2.0", "t3.0 task_new task5 mcp 1 pager t3.0",
  ]

  /// What a thread may send and receive that does as it likes: to each of some partners, and from
  /// everybody or one of them.
  private static func general(_ thread: String, with partners: [String]) -> [String] {
    partners.flatMap {
      ["\(thread) send \($0) word 1 now", "\(thread) call \($0)", "\(thread) receive \($0)"]
    } + ["\(thread) wait"]
  }

  /// A page is mapped on from one thread to the next.
  private static func handOn(_ page: String, _ threads: [String]) -> [String] {
    zip(threads, threads.dropFirst()).flatMap { giver, taker in
      ["\(taker) wait into all", "\(giver) send \(taker) map \(page) → \(page) rw"]
    }
  }

  /// T-CC5: a chief that sends nothing outward for its clan keeps its clan's secrets. It may hear what
  /// comes from outside, and send it inward, as long as it waits for nothing from its clan.
  public static let confinement = SecrecyUniverse(
    name: "confinement", claim: "a chief that sends nothing outward keeps the secrets of its clan",
    setup: clans,
    operations: general("t4.0", with: ["t2.0", "t3.0", "t5.0"])
      + general("t5.0", with: ["t3.0", "t4.0"]) + general("t3.0", with: ["t2.0", "t5.0"])
      + ["t2.0 receive t3.0", "t2.0 send t4.0 as t3.0 now", "t2.0 send t3.0 now"],
    secret: [4], observers: [3, 5])

  /// Without common memory and without chiefs that forward, nobody can tell what somebody else does.
  public static let strangers = SecrecyUniverse(
    name: "strangers",
    claim: "a task cannot influence another with which it shares no page and no path of chiefs",
    pages: 2, frames: 2,
    setup: clans + handOn("p0", ["t0.0", "t1.0", "t2.0", "t4.0"])
      + handOn("p1", ["t0.0", "t1.0", "t3.0", "t5.0"]),
    operations: general("t4.0", with: ["t2.0", "t5.0"])
      + ["t4.0 reads p0", "t4.0 writes p0", "t4.0 unmap p0 flush all"]
      + general("t5.0", with: ["t3.0", "t4.0"])
      + ["t5.0 reads p1", "t5.0 writes p1", "t5.0 unmap p1 flush all"],
    secret: [4], observers: [5])

  public init(name: String, claim: String, universe: KernelUniverse, secrecy: Secrecy) {
    self.name = name
    self.claim = claim
    self.universe = universe
    self.secrecy = secrecy
  }

  private init(
    name: String, claim: String, pages: Int = 0, frames: Int = 0, setup: [String],
    operations: [String], secret: [Int], observers: [Int]
  ) {
    func read(_ lines: [String]) -> [KernelOperation] {
      lines.map { line in
        do { return try KernelOperation(parsing: line, in: Self.population) } catch {
          preconditionFailure("\(line): \(error)")
        }
      }
    }
    self.name = name
    self.claim = claim
    var universe = KernelUniverse(
      name: name, population: Self.population, pages: pages, frames: frames, setup: read(setup),
      operations: read(operations))
    universe.profile.threads.schedules = false
    self.universe = universe
    secrecy = Secrecy(
      secret: secret.map { Thread($0) }, observers: observers.map { Thread($0) })
  }
}
