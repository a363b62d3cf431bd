import Evidence
import Forms
import KernelPrograms
import Microkernel

/// The keys of a declaration.
enum DeviationKey: String, Keys {
  case deviation, facts, failure, kernel, reason

  var form: Form {
    switch self {
    case .deviation: .other("the group of a finding, as \"send: source\"")
    case .facts: .list("numbers of facts")
    case .failure: .choice(of: Transcript.Failure.Kind.self)
    case .kernel, .reason: .text
    }
  }

  var meaning: String {
    switch self {
    case .deviation: "the group of the finding, as reports print it behind \"finding\""
    case .facts: "facts that the finding is about"
    case .failure: "what the kernel does instead of answering"
    case .kernel: "the kernel that does it"
    case .reason: "why it is known and stays"
    }
  }

  var absent: String? {
    switch self {
    case .deviation: "any group"
    case .facts: "any facts"
    case .failure: "any failure, or none"
    case .kernel: "any kernel"
    case .reason: nil
    }
  }
}

extension KnownDeviations {
  /// Reads a file of declarations. `file` is what errors call it.
  package init(parsing text: String, file: String) throws(InputError) {
    let yaml = YAMLText(file: file, text: text)
    let root = try yaml.root()
    guard case .sequence(let nodes) = root else {
      throw yaml.error(
        root,
        "known deviations must be a list of mappings with the keys "
          + "\(DeviationKey.names.joined(separator: ", ")), not \(root.whatItIs)")
    }
    self.init(file: file)
    for node in nodes {
      let section = try Section<DeviationKey>(node, in: yaml, as: "a known deviation")
      let entry = try Entry(section)
      if let other = entries.first(where: { $0.isSame(as: entry) }) {
        throw yaml.error(node, "the same deviation is declared in line \(other.line)")
      }
      entries.append(entry)
    }
  }
}

extension KnownDeviations.Entry {
  fileprivate init(_ section: Section<DeviationKey>) throws(InputError) {
    let said: [DeviationKey] = [.deviation, .facts, .failure]
    guard !said.allSatisfy({ section[$0] == nil }) else {
      throw section.yaml.error(
        section.node, "it is not said which deviation it is", allowed: said.map(\.rawValue))
    }
    reason = try section.required(.reason).text()
    kernel = try section[.kernel]?.text()
    failure = try section[.failure]?.choice()
    line = section.node.mark?.line ?? 1
    if let item = section[.deviation] {
      let group = try item.text()
      guard KnownDeviations.kind(of: group) != nil else {
        throw item.error(
          "\"\(group)\" does not begin with an operation and a colon",
          allowed: KernelOperation.Kind.allCases.map(\.rawValue))
      }
      deviation = group
    }
    facts =
      try section[.facts]?.list { item throws(InputError) in
        let fact = try item.text()
        guard Facts.words(fact) == nil else { return [fact] }
        let kind = fact.prefix { !$0.isNumber }
        let near = Facts.numbers.filter { $0.prefix { !$0.isNumber } == kind }
        throw item.error(
          "no finding is about a fact \"\(fact)\"", allowed: near.isEmpty ? Facts.numbers : near)
      } ?? []
  }

  fileprivate func isSame(as other: Self) -> Bool {
    deviation == other.deviation && facts == other.facts && failure == other.failure
      && kernel == other.kernel
  }
}
