import KernelPrograms
import Microkernel
import Vocabulary

/// Programs that long searches have found, which together come to every class of transitions that is known
/// of kernels of profile v2: what there is to be reached, as far as anybody knows.
///
/// Their text is made by `l4 transitions`, and says of each program which classes the reference kernel comes
/// to with it and with none before. Where kernels may choose, another one can miss some.
package enum KnownPrograms {
  /// A program with the classes of transitions that it was chosen for, by name.
  package struct Choice: Hashable, Sendable {
    package var program: KernelProgram
    package var transitions: Set<String>

    package init(program: KernelProgram, transitions: Set<String>) {
      self.program = program
      self.transitions = transitions
    }
  }

  package static let all = known(text)

  /// Programs for what searches come to too rarely: several things at once, each of which is common.
  package static let directed = known(
    """
    # an interrupt is pending, and the short way of a message is open
    stage: interrupts
    operations:
      t2.0 receive irq0 now
      interrupt 0
      t3.0 wait
      t2.0 reply t3.0 and wait
      interrupt 0
      t3.0 receive t2.0
      t2.0 reply t3.0 and wait
    """)

  private static func known(_ text: String) -> [Choice] {
    do { return try read(text) } catch { preconditionFailure("the known programs: \(error)") }
  }

  package static let transitions = all.reduce(into: Set<String>()) { $0.formUnion($1.transitions) }

  private static let comment = "# "

  /// Reads what `text(of:)` writes.
  package static func read(_ text: String) throws(KernelProgramFile.Mistake) -> [Choice] {
    var choices: [Choice] = []
    for block in text.split(separator: "\n\n") {
      let names = block.split(separator: "\n").filter { $0.hasPrefix(comment) }
      let file = try KernelProgramFile(parsing: KernelProgramFile.firstLine + "\n" + block)
      choices.append(
        Choice(
          program: file.program,
          transitions: Set(names.map { String($0.dropFirst(comment.count)) })))
    }
    return choices
  }

  /// Those for some stages, which may have less than those that they were made for.
  static func on(_ stages: [Stage], _ abilities: Abilities?) -> [KernelProgram] {
    let named = Dictionary(stages.map { ($0.name, $0) }) { $1 }
    return (directed + all).map(\.program).compactMap { program in
      guard let stage = named[program.stage.name] else { return nil }
      let program = KernelProgram(stage, program.operations)
      let isPossible = program.operations.allSatisfy { stage.defect(of: $0) == nil }
      return isPossible && abilities?.reasonToSkip(program) == nil ? program : nil
    }
  }

  /// The programs and what searches come to beyond them: the fewest of them that cover everything, as far
  /// as taking the one that adds most each time comes to that.
  ///
  /// - Parameter transitions: What a kernel comes to with a program.
  package static func found(
    seeds: ClosedRange<UInt64>, steps: Int, progress: (String) -> Void,
    transitions: (KernelProgram) -> Set<String>
  ) -> [Choice] {
    var choices = all
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

  /// The programs, each behind its classes, apart by an empty line.
  package static func text(of choices: [Choice]) -> String {
    choices.map { choice in
      let names = choice.transitions.sorted().map { comment + $0 }
      let lines = KernelProgramFile(choice.program, profile: "").text.split(separator: "\n")
      return (names + lines.dropFirst().map(String.init)).map { $0 + "\n" }.joined()
    }.joined(separator: "\n")
  }

  /// The source file with the text of some programs.
  package static func source(_ choices: [Choice]) -> String {
    let lines = text(of: choices).split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.isEmpty ? "" : "    " + $0 }
    return """
      extension KnownPrograms {
        static let text = \"""
      \(lines.joined(separator: "\n"))    \"""
      }

      """
  }
}
