/// Cases as an ordered list, in which the first that applies counts: what several paths begin with is
/// said once.
indirect enum Decisions {
  case result(Case.Result)
  case asks(String, yes: Decisions, no: Decisions)

  /// - Precondition: the cases are all paths of one rule, each with what was open on it.
  init(_ cases: some Collection<Case>, after depth: Int = 0) {
    guard let first = cases.first, depth < first.decisions.count else {
      self = .result(cases.first?.result ?? .oneOf([]))
      return
    }
    let both = [true, false].map { way in
      Decisions(cases.filter { $0.decisions[depth].taken == way }, after: depth + 1)
    }
    self = .asks(first.decisions[depth].sentence, yes: both[0], no: both[1])
  }

  var count: Int {
    switch self {
    case .result: 1
    case .asks(_, yes: let yes, no: let no): yes.count + no.count
    }
  }

  /// The lines of a Markdown list. The shorter way comes first, and what is left goes on below it, so
  /// that it reads as the guards of a rule do.
  func lines(indent: String = "") -> [String] {
    var lines: [String] = []
    var number = 1
    var rest = self
    func add(_ condition: String, _ way: Decisions) {
      let mark = "\(indent)\(number). "
      number += 1
      if case .result(let result) = way {
        lines.append("\(mark)\(condition): \(result.text)")
      } else {
        lines.append("\(mark)\(condition):")
        lines += way.lines(indent: indent + "   ")
      }
    }
    while case .asks(let sentence, yes: let yes, no: let no) = rest {
      if yes.count <= no.count {
        add("If \(sentence)", yes)
        rest = no
      } else {
        add("Unless \(sentence)", no)
        rest = yes
      }
    }
    if number == 1, case .result(let result) = rest { return ["\(indent)Always: \(result.text)"] }
    add("Otherwise", rest)
    return lines
  }
}

extension Case.Result {
  /// What happens, as one sentence.
  var text: String {
    switch self {
    case .oneOf(let lists): Self.alternatives(lists) + "."
    case .any(let notices): "any of these: " + Self.list(notices, "or") + "."
    }
  }

  private static func alternatives(_ lists: [[Notice]]) -> String {
    // What becomes of one and what becomes of the others is often independent.
    let ones = distinct(lists.map { $0.filter { !$0.isOfOthers } })
    let others = distinct(lists.map { $0.filter(\.isOfOthers) })
    let parts = ones.count * others.count == lists.count ? [ones, others] : [lists]
    let texts = parts.filter { $0 != [[]] }.map { lists in
      let single = lists.compactMap { $0.count == 1 ? $0[0] : nil }
      if single.count == lists.count { return list(single, "or") }
      return lists.map { list($0, "and") }.joined(separator: "; or ")
    }
    return texts.isEmpty ? "nobody notices anything" : texts.joined(separator: "; ")
  }

  /// Sentences as one: what the same thread does is said after its name.
  private static func list(_ notices: [Notice], _ word: String) -> String {
    var groups: [(who: String, whats: [String])] = []
    for notice in notices {
      if groups.last?.who == notice.who {
        groups[groups.count - 1].whats.append(notice.what)
      } else {
        groups.append((notice.who, [notice.what]))
      }
    }
    let texts = groups.map { "\($0.who) \($0.whats.joined(separator: " \(word) "))" }
    return texts.isEmpty ? "nobody notices anything" : texts.joined(separator: ", \(word) ")
  }

  private static func distinct(_ lists: [[Notice]]) -> [[Notice]] {
    var found: [[Notice]] = []
    for list in lists where !found.contains(list) { found.append(list) }
    return found
  }
}
