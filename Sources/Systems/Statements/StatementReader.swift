import Evidence
import Forms
import Microkernel
import Vocabulary

/// Reads what is said of a system.
struct StatementReader {
  let system: SystemFile
  private let names: String

  init(system: SystemFile) {
    self.system = system
    let population = system.population
    names = (0..<population.threads).map { population.name(Thread($0)) }.joined(separator: ", ")
  }

  func statements(_ item: Item) throws(InputError) -> [Statement] {
    try item.list { item throws(InputError) -> [Statement] in [try statement(item)] }
  }

  func goals(_ item: Item) throws(InputError) -> [SystemFile.Goal] {
    try item.list { item throws(InputError) -> [SystemFile.Goal] in
      let text = try item.text()
      var words = WordScanner(text)
      do throws(WordError) {
        let claim = try claim(&words)
        try words.end()
        return [.init(claim: claim, text: text)]
      } catch { throw item.error(at: error) }
    }
  }

  private func statement(_ item: Item) throws(InputError) -> Statement {
    let text = try item.text()
    var words = WordScanner(text)
    do throws(WordError) {
      var statement = Statement(kind: try kind(&words), text: text)
      if statement.isPromise, words.skip(",", "provided", "again", "and", "again") {
        statement.proviso = try claim(&words)
      }
      try words.end()
      return statement
    } catch { throw item.error(at: error) }
  }

  private func kind(_ words: inout WordScanner) throws(WordError) -> Statement.Kind {
    if words.skip("no", "deadlock") { return .noDeadlock }
    if words.skip("ex_regs", "wakes", "its", "target") { return .exRegsWakes }
    if words.skip("always") { return .always(try claim(&words)) }
    if words.skip("never") { return .never(try claim(&words)) }
    if words.skip("eventually") { return .eventually(try claim(&words)) }
    if words.skip("again", "and", "again") { return .againAndAgain(try claim(&words)) }
    var ahead = words
    if let thread = try? self.thread(&ahead), ahead.skip("never", "starves") {
      guard system.scheduling == .byPriority else {
        throw words.error(
          "another check, for without \"scheduling: by priority\" no thread ever starves")
      }
      words = ahead
      return .neverStarves(thread)
    }
    let from = try claim(&words)
    guard words.skip("leads", "to") else { throw words.error("leads to") }
    return .leads(from: from, to: try claim(&words))
  }

  private func thread(_ words: inout WordScanner) throws(WordError) -> Thread {
    try words.take("a thread: \(names)", system.population.thread(named:))
  }

  func claim(_ words: inout WordScanner) throws(WordError) -> Claim {
    try words.connected(
      { words throws(WordError) in try atom(&words) }, not: { .not($0) }, both: { .both($0, $1) },
      either: { .either($0, $1) })
  }

  private func atom(_ words: inout WordScanner) throws(WordError) -> Claim {
    let thread = try thread(&words)
    if words.skip("at") {
      let marks = system.program(of: thread)?.marks ?? [:]
      let all = marks.keys.sorted().joined(separator: ", ")
      let (mark, node) = try words.take("a mark of its program\(all.isEmpty ? "" : ": \(all)")") {
        name in marks[name].map { (name, $0) }
      }
      return .at(thread, node: node, mark: mark)
    }
    if words.skip("holds") {
      let page = try words.take("a page: p0 to p\(max(system.pages, 1) - 1)") { name in
        (0..<system.pages).first { "p\($0)" == name }
      }
      return .holds(thread, page: page)
    }
    let activities = Claim.Activity.allCases
    let activity = try words.take(
      (["at", "holds"] + activities.map(\.rawValue)).joined(separator: ", ")
    ) { name in activities.first { $0.rawValue == name } }
    guard let preposition = activity.preposition, words.skip(preposition) else {
      return .doing(thread, activity, nil)
    }
    return .doing(thread, activity, try self.thread(&words))
  }
}
