import Microkernel

/// One option in which two profiles differ, and what comes of it: the shortest program on which a
/// kernel answers differently if it is changed, and nothing else.
public struct ProfileDifference: Sendable {
  public let option: KernelOption
  public let question: DifferenceQuestion
  /// The alternatives of the two profiles.
  public let left: String
  public let right: String
  /// What comes before the program, the same in both kernels.
  public let setup: [String]
  /// The operations from there on; nil if no difference can be seen.
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
    let result = try DifferenceSearch(question, profile, option.set(alternative, in: profile))
      .run(bound: bound)
    func text(_ operation: KernelOperation) -> String { operation.text(in: question.population) }
    setup = question.setup.map(text)
    program = result.finding.map { $0.program.map { text(question.operations[$0]) } }
    (leftAnswers, rightAnswers) = result.finding.map { Self.apart($0.left, $0.right) } ?? ([], [])
    self.bound = result.bound
    states = result.states
  }

  /// The answers of both sides, without what all of them have in common.
  private static func apart(
    _ left: Set<Observation>, _ right: Set<Observation>
  ) -> ([[String]], [[String]]) {
    let all = left.union(right)
    func lines(_ answer: Observation) -> [String] {
      var lines = answer.told.filter { line in !all.allSatisfy { $0.told.contains(line) } }
      if let runs = answer.runs, !all.allSatisfy({ $0.runs == runs }) {
        lines.append("\(runs) runs")
      }
      if answer == .impossible || all.contains(.impossible) { return lines }
      let some = Set(all.flatMap(\.canRun)).sorted()
      for thread in some where !all.allSatisfy({ $0.canRun.contains(thread) }) {
        lines.append("\(thread) \(answer.canRun.contains(thread) ? "can" : "cannot") run")
      }
      return lines
    }
    return (left.sorted().map(lines), right.sorted().map(lines))
  }
}
