import AddressSpaces
import AddressSpacesProofs
import Exploration
import Proving
import Vocabulary

extension RunFile.Catalogue {
  /// The statements that exploration checks, and the goals that it can be asked to reach.
  public static let addressSpaces = RunFile.Catalogue(
    properties: explored(Invariant.self) + explored(StepProperty.self),
    goals: Agenda.Goal.all.map { Entry($0.description, $0.description) })

  private static func explored<S: Statement>(_ statements: S.Type) -> [Entry] {
    statements.allCases.filter { $0.engines.contains(.exploration) }
      .map { Entry($0.number, $0.sentence) }
  }
}

extension Universe {
  /// The universe that a run file describes.
  public init(_ file: RunFile) {
    let asked = Set(file.properties)
    let goals = Set(file.goals)
    let agenda = Agenda(
      invariants: Invariant.allCases.filter { asked.contains($0.number) },
      steps: StepProperty.allCases.filter { asked.contains($0.number) },
      goals: Agenda.Goal.all.filter { goals.contains($0.description) })
    self.init(
      name: file.name, shape: file.shape, operations: file.operations,
      offersIdleCalls: file.offersIdleCalls, agenda: agenda)
    if case .page(let concurrent) = file.granularity {
      granularity = .pageByPage
      concurrency = concurrent
    }
  }
}

extension RunFile.Limits {
  /// The limits as options of a search; those that are given win over the file's.
  public func applied(to given: Options) -> Options {
    var options = given
    options.maxStates = given.maxStates ?? states
    options.maxBytes = given.maxBytes ?? memory
    options.maxSeconds = given.maxSeconds ?? seconds.map(Double.init)
    options.maxDepth = given.maxDepth ?? depth
    return options
  }
}
