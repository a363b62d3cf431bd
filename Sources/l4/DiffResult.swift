import Differences
import Microkernel

/// What came of comparing two kernels in one situation.
struct DiffResult: Encodable {
  var option: String
  var name: String
  var question: String
  var facts: [String]
  var situation: String
  var left: String
  var right: String
  var setup: [String]
  var program: [String]?
  var leftAnswers: [[String]]
  var rightAnswers: [[String]]
  var states: Int
  var bound: Int?

  init(_ difference: ProfileDifference) {
    option = difference.option.number
    name = difference.option.name
    question = difference.option.question
    facts = difference.option.facts
    situation = difference.question.situation
    left = difference.left
    right = difference.right
    setup = difference.setup
    program = difference.program
    leftAnswers = difference.leftAnswers
    rightAnswers = difference.rightAnswers
    states = difference.states
    bound = difference.bound
  }
}

/// One option, as it is listed.
struct OptionResult: Encodable {
  struct Alternative: Encodable {
    var name: String
    var setting: String
    var source: String
    var profiles: [String]
  }

  var option: String
  var name: String
  var question: String
  var facts: [String]
  var alternatives: [Alternative]

  init(_ option: KernelOption) {
    self.option = option.number
    name = option.name
    question = option.question
    facts = option.facts
    alternatives = option.alternatives.map {
      Alternative(
        name: $0.name, setting: $0.setting, source: $0.source,
        profiles: option.profiles(choosing: $0))
    }
  }
}

extension KernelOption {
  func profiles(choosing alternative: Alternative) -> [String] {
    KernelProfile.named.filter { self[$0.profile] == alternative.name }.map(\.name)
  }

  /// The option as a person reads it.
  var text: String {
    var table = Table(["", "", "", ""])
    for alternative in alternatives {
      table.add([
        "   ", alternative.setting, profiles(choosing: alternative).joined(separator: ", "),
        alternative.source,
      ])
    }
    return "\(number) \(name): \(question) (\(facts.joined(separator: ", ")))\n"
      + table.lines.dropFirst().joined(separator: "\n")
  }
}

extension ProfileDifference {
  /// The difference as a person reads it: the program, and what both kernels answer to its end.
  func text(_ profile: String) -> String {
    var lines = [
      "\(option.number) \(option.question): \(left) → \(right)  (\(option.facts.joined(separator: ", ")))",
      "  \(question.situation)" + (question.observation.map { " (\($0))" } ?? ""),
    ]
    guard let program else {
      return
        (lines + [
          bound.map { "    no difference in programs of up to \($0) operations" }
            ?? "    no difference in any program of this universe, \(states) pairs of states"
        ]).joined(separator: "\n")
    }
    lines += setup.map { "       \($0)" }
    for (position, operation) in program.enumerated() {
      let number = String(repeating: " ", count: position < 9 ? 4 : 3) + "\(position + 1)"
      lines.append("\(number)  \(operation)")
    }
    var table = Table(["", "", ""])
    let setting = option.alternatives.first { $0.name == right }?.setting ?? right
    for (name, answers) in [
      (profile, leftAnswers), ("\(profile),\(option.name)=\(setting)", rightAnswers),
    ] {
      for (position, answer) in answers.enumerated() {
        table.add([
          "   ", position == 0 ? name : "or",
          answer.isEmpty ? "nothing" : answer.joined(separator: "; "),
        ])
      }
      if answers.isEmpty { table.add(["   ", name, "nothing of this"]) }
    }
    return (lines + table.lines.dropFirst()).joined(separator: "\n")
  }
}
