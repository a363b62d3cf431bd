import Connectors
import Foundation
import KernelPrograms
import Testing

@testable import KernelConformance

/// The stored programs are what they say.
struct KnownProgramTests {
  /// The reference kernel passes each, and comes with it to the classes that it is there for.
  @Test func `known programs come to what they are there for`() {
    var runner = ReferenceRunner()
    var judge = Judge()
    let blocks = KnownPrograms.text.split(separator: "\n\n")
    #expect(blocks.count == KnownPrograms.all.count)
    var names: [Substring] = []
    for (block, program) in zip(blocks, KnownPrograms.all) {
      let verdict = judge.judge(program, runner.run(program))
      guard case .passed = verdict else {
        Issue.record("\(verdict): \(block)")
        continue
      }
      let reached = Set(judge.coverage.transitions.map(\.description))
      let own = block.split(separator: "\n").filter { $0.hasPrefix("# ") }.map { $0.dropFirst(2) }
      let missing = own.filter { !reached.contains(String($0)) }
      #expect(!own.isEmpty && missing.isEmpty, "\(missing) in \(block)")
      names += own
    }
    #expect(Set(names).count == names.count)
    #expect(names.count == KnownPrograms.transitions.count)
    #expect(Set(judge.coverage.transitions.map(\.description)) == KnownPrograms.transitions)
  }

  /// What is written is read again, and each class is named at the first program that comes to it.
  @Test func `the text of programs is written as it is read`() {
    let (one, other) = (KnownPrograms.all[0], KnownPrograms.all[1])
    var judge = Judge()
    var runner = ReferenceRunner()
    func reached(_ program: KernelProgram) -> Set<TransitionClass> {
      judge = Judge()
      _ = judge.judge(program, runner.run(program))
      return judge.coverage.transitions
    }
    let (first, second) = (reached(one), reached(other).subtracting(reached(one)))
    let source = KnownPrograms.source([
      .init(program: one, transitions: first), .init(program: other, transitions: second),
    ])
    let lines = source.split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.trimmingPrefix("    ") }
    let names = lines.filter { $0.hasPrefix("# ") }.map { String($0.dropFirst(2)) }
    #expect(names == first.sorted().map(\.description) + second.sorted().map(\.description))
    let text = lines[2..<lines.count - 3].joined(separator: "\n")
    let read = text.split(separator: "\n\n").map {
      try? KernelProgramFile(parsing: KernelProgramFile.firstLine + "\n" + $0).program
    }
    #expect(read == [one, other])
  }

  /// Every corpus ends with those that the stages and the kernel allow.
  @Test func `corpora end with known programs`() {
    let whole = KernelCorpus.made(.small)
    #expect(whole.entries.suffix(KnownPrograms.all.count).map(\.program) == KnownPrograms.all)
    let some = KnownPrograms.on([Stages.all[0]], nil)
    #expect(some.allSatisfy { $0.stage == Stages.all[0] })
    #expect(!some.isEmpty && some.count < KnownPrograms.all.count)
  }
}
