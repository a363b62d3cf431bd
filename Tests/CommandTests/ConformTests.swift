import Evidence
import Foundation
import Testing

/// `l4 conform`, and the programs that it keeps.
struct ConformTests {
  private static let flags = [
    "conform", "reference", "--only", "--no-graphs", "--no-paths", "--programs",
  ]

  @Test func `the same seed makes the same programs`() throws {
    let place = try Workplace()
    let runs = try ["7", "7", "8"].map { seed in
      let run = try place.l4(Self.flags + ["200", "--seed", seed, "--coverage"])
      #expect(run.status == 0 && run.errors.isEmpty, "\(run)")
      #expect(run.output.hasPrefix("holds (bounded)  reference\n  200 programs, "))
      // All but how long it took.
      return run.output.replacing(#/ in [0-9.]+ s.*/#, with: "")
    }
    #expect(runs[0].contains("seed 7") && runs[0] == runs[1])
    #expect(runs[0] != runs[2])
  }

  @Test func `nothing that was run is no success`() throws {
    let run = try Workplace().l4(Self.flags + ["0"])
    #expect(run.status == Verdict.vacuous.exitStatus, "\(run)")
  }

  /// The scenario of a page that is mapped onto what is mapped.
  private static let program = """
    l4 program 1
    kernel: reference
    origin: written by hand
    finding: none
    tasks: 3
    pages: 1
    user-pages: 1
    frames: 1
    ports: 0
    nodes: 3
    grant-without-write: restricts
    overmapping: keeps
    self-mapping: skipped
    port-granularity: 0
    read-only-unmap-of-ports: no effect
    probes: after every step
    operations: 3
      map s0.p0 → s1.p0 r-
      map s1.p0 → s2.p0 rw
      unmap s0.p0 flush others
    end

    """

  @Test func `a program is run again`() throws {
    let run = try Workplace(["a.program": Self.program]).l4("replay", "a.program")
    #expect(run.status == 0 && run.errors.isEmpty, "\(run)")
    #expect(run.output.contains("map s1.p0 → s2.p0 rw"))
  }

  static let mistakes: [(String, String, String)] = [
    ("kernel: reference", "kernel: minix", "there is no kernel \"minix\"; allowed here: reference"),
    ("l4 program 1", "l4 program 2", "a.program:1: version 2 of the format is not known"),
    ("tasks: 3", "tasks: 300", "tasks must be a number from 0 to 32"),
    ("frames: 1", "frames: 9", "there is no such universe"),
    ("overmapping: keeps", "overmapping: eats", "overmapping cannot be \"eats\""),
    ("operations: 3", "operations: 4", "operation 4"),
    ("operations: 3", "operations: 2", "a.program:"),
    ("s2.p0 rw", "s9.p0 rw", "there is no task s9"),
    ("→ s2.p0", "s2.p0", "expected → and the receiver"),
    ("end\n", "end\nmore\n", "nothing can follow"),
  ]

  @Test(arguments: mistakes)
  func `a mistake in a program`(part: String, other: String, message: String) throws {
    let place = try Workplace(["a.program": Self.program.replacing(part, with: other)])
    expectRefusal(try place.l4("replay", "a.program"), status: Failure.badInput, saying: message)
  }

  @Test func `a program that was cut off`() throws {
    let lines = Self.program.split(separator: "\n")
    let place = try Workplace()
    for count in 1..<lines.count {
      try place.write(lines[..<count].joined(separator: "\n"), as: "a.program")
      expectRefusal(
        try place.l4("replay", "a.program"), status: Failure.badInput, saying: "cut off")
    }
  }
}
