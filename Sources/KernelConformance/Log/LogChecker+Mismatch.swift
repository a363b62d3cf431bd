import KernelPrograms
import Microkernel

extension LogChecker {
  /// What there is to say of a step that no state explains; of one that contradicts the log itself, if
  /// the states are not known any more.
  func mismatch(
    at step: LogStep, _ contradiction: KnownCalls.Contradiction?, knowsStates: Bool
  ) -> LogReport.Mismatch {
    let stage = header.stage
    let actor = step.operation.actor.map { stage.name(of: Int($0.rawValue)) } ?? "nobody"
    var mismatch = LogReport.Mismatch(
      place: .init(step.place), isMissing: false, last: last.map { .init($0) },
      operation: step.operation.text(in: stage.population), blocked: contradiction?.reason,
      states: [], stateCount: 0, candidates: [], facts: [])
    var facts: [String] = []
    if knowsStates {
      let explained = oracle.explained(step, of: header.records)
      let seen = step.seen()
      let answers = oracle.answers(step, of: header.records)
      let pictures = StatePictures(oracle.moments, on: oracle.model)
      if explained >= 0 {
        mismatch.last = .init(explained == 0 ? step.place : step.events[explained - 1].place)
        mismatch.place = .init(
          explained < step.events.count ? step.events[explained].place : step.last)
      } else {
        mismatch.blocked = "\(actor) can execute nothing in any of them"
      }
      mismatch.isMissing = explained == step.events.count
      mismatch.states = pictures.lines()
      mismatch.stateCount = pictures.count
      mismatch.candidates = answers.map { allowed, differences in
        .init(
          answer: allowed.words(on: stage, after: memory),
          differences: differences.map { $0.words(on: stage, allowed: allowed, seen: seen) })
      }
      facts = answers.first?.differences.flatMap { Facts.of($0) } ?? []
    } else if let contradiction {
      mismatch.place = .init(contradiction.place)
      mismatch.isMissing = contradiction.isMissing
      mismatch.last = last.map { .init($0) }
    }
    facts += Facts.of(step.operation.kind)
    var known: Set<String> = []
    mismatch.facts = facts.filter { known.insert($0).inserted }
    return mismatch
  }
}

extension LogReport.Place {
  init(_ place: LogPlace) { self.init(line: place.line, text: place.text) }
}
