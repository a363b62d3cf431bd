import Microkernel

/// One option in which two profiles differ, and what comes of it: the shortest program on which a
/// kernel answers differently if it is changed, and nothing else.
public struct ProfileDifference: Sendable {
  public let option: KernelOption
  public let question: DifferenceQuestion
  /// The alternatives of the two profiles.
  public let left: String
  public let right: String
  /// The operations from the beginning of the universe on; nil if no difference can be seen.
  public let program: [String]?
  /// What the two kernels may answer to the last one.
  public let leftAnswers: [[String]]
  public let rightAnswers: [[String]]
  /// How many operations the programs had that were looked at; nil if all programs were.
  public let bound: Int?
  /// How many pairs of states there were.
  public let states: Int

  /// For every option in which two profiles differ, and every situation in which it matters: whether
  /// a kernel of the first profile can be told from one that differs in this option only.
  ///
  /// - Parameter bound: the most operations that a program can have.
  public static func all(
    from left: KernelProfile, to right: KernelProfile, bound: Int = 16
  ) throws -> [ProfileDifference] {
    try KernelOption.all.filter { $0[left] != $0[right] }.flatMap { option in
      try DifferenceQuestion.all.filter { $0.option == option.number }.map { question in
        try ProfileDifference(option, question, left, option[right], bound: bound)
      }
    }
  }

  private init(
    _ option: KernelOption, _ question: DifferenceQuestion, _ profile: KernelProfile,
    _ alternative: String, bound: Int
  ) throws {
    self.option = option
    self.question = question
    left = option[profile]
    right = alternative
    let universe = question.universe
    let result = try DifferenceSearch(universe, profile, option.set(alternative, in: profile))
      .run(bound: bound)
    program = result.finding.map { finding in
      finding.program.map { universe.operations[$0].text(in: universe.population) }
    }
    (leftAnswers, rightAnswers) = result.finding.map { Self.apart($0.left, $0.right) } ?? ([], [])
    self.bound = result.bound
    states = result.states
  }

  /// The answers of both, without those that both can give; of single ones only what differs.
  private static func apart(
    _ left: Set<Observation>, _ right: Set<Observation>
  ) -> ([[String]], [[String]]) {
    func lines(_ own: Observation, _ other: Observation?) -> [String] {
      let told = own.told.filter { line in other.map { !$0.told.contains(line) } ?? true }
      let isSame = other.map { $0.canRun == own.canRun } ?? false
      return told + (isSame || own.canRun.isEmpty ? [] : [own.canRun])
    }
    let own = left.subtracting(right)
    let others = right.subtracting(left)
    let isOne = left.count == 1 && right.count == 1
    return (
      own.map { lines($0, isOne ? others.first : nil) }.sorted { $0.lexicographicallyPrecedes($1) },
      others.map { lines($0, isOne ? own.first : nil) }.sorted { $0.lexicographicallyPrecedes($1) }
    )
  }
}
