import KernelPrograms
import Microkernel
import Vocabulary

/// Programs that long searches have found, which together come to every class of transitions that is known
/// of kernels of profile v2: what there is to be reached, as far as anybody knows.
///
/// Their text is made by `l4 transitions`, and says of each program which classes the reference kernel comes
/// to with it and with none before. Where kernels may choose, another one can miss some.
package enum KnownPrograms {
  package static let all: [KernelProgram] = text.split(separator: "\n\n").map {
    do {
      return try KernelProgramFile(parsing: KernelProgramFile.firstLine + "\n" + $0).program
    } catch {
      preconditionFailure("a known program, \(error): \($0)")
    }
  }

  /// The classes of transitions, by name.
  package static let transitions = Set(
    text.split(separator: "\n").filter { $0.hasPrefix(comment) }
      .map { String($0.dropFirst(comment.count)) })

  private static let comment = "# "

  /// Those for some stages, which may have less than those that they were made for.
  static func on(_ stages: [Stage], _ abilities: Abilities?) -> [KernelProgram] {
    let named = Dictionary(stages.map { ($0.name, $0) }) { $1 }
    return all.compactMap { program in
      guard let stage = named[program.stage.name] else { return nil }
      let program = KernelProgram(stage, program.operations)
      let isPossible = program.operations.allSatisfy { stage.defect(of: $0) == nil }
      return isPossible && abilities?.reasonToSkip(program) == nil ? program : nil
    }
  }

  /// A program with the classes of transitions that it was chosen for.
  package struct Choice {
    package var program: KernelProgram
    package var transitions: Set<TransitionClass>
  }

  /// The programs and what searches come to beyond them: the fewest of them that cover everything, as far
  /// as taking the one that adds most each time comes to that.
  ///
  /// - Parameter transitions: What a kernel comes to with a program.
  package static func found(
    seeds: ClosedRange<UInt64>, steps: Int, progress: (String) -> Void,
    transitions: (KernelProgram) -> Set<TransitionClass>
  ) -> [Choice] {
    var choices = all.map { Choice(program: $0, transitions: []) }
    for seed in seeds {
      var search = CorpusSearch(profile: .v2, stages: Stages.all(for: .v2), seed: seed)
      _ = search.run(steps: steps)
      let programs = choices.map(\.program) + search.corpus.entries.map(\.program)
      choices = fewest(programs.map { Choice(program: $0, transitions: transitions($0)) })
      let count = choices.reduce(0) { $0 + $1.transitions.count }
      progress("seed \(seed): \(count) classes, \(choices.count) programs")
    }
    return choices
  }

  private static func fewest(_ choices: [Choice]) -> [Choice] {
    var left = choices
    var chosen: [Choice] = []
    while let best = left.indices.max(by: {
      left[$0].transitions.count < left[$1].transitions.count
    }) {
      let choice = left.remove(at: best)
      for index in left.indices { left[index].transitions.subtract(choice.transitions) }
      left.removeAll(where: \.transitions.isEmpty)
      if !choice.transitions.isEmpty { chosen.append(choice) }
    }
    return chosen
  }

  /// The source file with the text of some programs.
  package static func source(_ choices: [Choice]) -> String {
    let blocks = choices.map { choice in
      let names = choice.transitions.sorted().map { comment + $0.description }
      let lines = KernelProgramFile(choice.program, profile: "").text.split(separator: "\n")
      return (names + lines.dropFirst().map(String.init)).map { "    \($0)\n" }.joined()
    }
    return """
      extension KnownPrograms {
        static let text = \"""
      \(blocks.joined(separator: "\n"))    \"""
      }

      """
  }
}
