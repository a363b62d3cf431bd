import Connectors
import KernelConformance
import KernelPrograms
import Testing

/// The stored programs are what they say.
struct KnownProgramTests {
  /// The reference kernel passes each, and comes with it to the classes that it is there for.
  @Test func `known programs come to what they are there for`() {
    var runner = ReferenceRunner()
    var all = Judge()
    var count = 0
    for choice in KnownPrograms.all {
      var judge = Judge()
      let transcript = runner.run(choice.program)
      let verdict = judge.judge(choice.program, transcript)
      _ = all.judge(choice.program, transcript)
      let text = KnownPrograms.text(of: [choice])
      guard case .passed = verdict else {
        Issue.record("\(verdict): \(text)")
        continue
      }
      let missing = choice.transitions.subtracting(judge.coverage.transitions)
      #expect(!choice.transitions.isEmpty && missing.isEmpty, "\(missing) in \(text)")
      count += choice.transitions.count
    }
    #expect(count == KnownPrograms.transitions.count, "no class is named twice")
    #expect(all.coverage.transitions == KnownPrograms.transitions)
  }

  /// The reference kernel passes those that somebody wrote, and nobody in them is skipped.
  @Test func `directed programs do what they are written for`() {
    var runner = ReferenceRunner()
    for choice in KnownPrograms.directed {
      var judge = Judge()
      let transcript = runner.run(choice.program)
      #expect(judge.judge(choice.program, transcript) == .passed)
      let seen = transcript.observations.suffix(choice.program.operations.count)
      #expect(seen.allSatisfy { !$0.isSkipped }, "\(seen)")
    }
  }

  @Test func `what is written is read again`() throws {
    let some = Array(KnownPrograms.all.prefix(3))
    #expect(try KnownPrograms.read(KnownPrograms.text(of: some)) == some)
    #expect(KnownPrograms.source(some).contains("\n\n    # "))
  }

  /// Every corpus ends with those that the stages and the kernel allow.
  @Test func `corpora end with known programs`() {
    let programs = KernelCorpus.made(.small).entries.map(\.program)
    let known = KnownPrograms.all.map(\.program)
    #expect(Array(programs.suffix(known.count)) == known)
    let stage = known[0].stage
    let some = KernelCorpus.made(.small, stages: [stage]).entries.map(\.program)
    #expect(some.contains(known[0]))
    #expect(some.allSatisfy { $0.stage == stage })
  }

  /// Programs that the kernel, or the kit, had wrong once.
  @Test(arguments: [
    (
      "transfers",
      [
        "t3.0 reads p0", "t2.1 send t2.0 parts 1 header in page map p1 → p1 rw", "t1.0 wait",
        "t1.0 unmap p1 flush others", "t1.0 wait", "t2.0 receive t2.1 into all",
      ]
    ),
    (
      "limits",
      ["t3.0 receive t5.0", "t2.0 task_new task4 chief task0", "t2.0 send t3.0 as t5.0 now"]
    ),
    (
      "whole scheduled",
      [
        "t2.1 thread_switch t2.0", "t2.0 reads p0", "t2.1 ex_regs t2.0", "t2.1 reads io0",
        "t1.0 receive t2.0 within 3 ticks", "t3.0 reads p0", "t4.0 send t2.1", "tick", "tick",
        "tick",
      ]
    ),
  ])
  func `what was wrong once is right`(_ stage: String, _ operations: [String]) throws {
    let file = try KernelProgramFile(
      parsing: "l4 kernel program\nstage: \(stage)\noperations:\n"
        + operations.joined(separator: "\n"))
    var runner = ReferenceRunner()
    var judge = Judge()
    let verdict = judge.judge(file.program, runner.run(file.program))
    #expect(verdict == .passed)
  }
}
