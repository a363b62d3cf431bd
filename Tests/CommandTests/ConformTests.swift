import Evidence
import Foundation
import Testing

/// `l4 conform`, and the programs that it keeps.
struct ConformTests {
  private static let flags = [
    "conform", "reference", "--only", "--no-whole", "--no-graphs", "--no-paths",
    "--memory-programs",
  ]
  private static let whole = ["conform", "--only", "--no-memory", "--corpus", "none", "--programs"]

  @Test func `whole kernels, the same programs from the same seed`() throws {
    let place = try Workplace()
    let runs = try ["7", "7", "8"].map { seed in
      let run = try place.l4(Self.whole + ["60", "--seed", seed])
      #expect(run.status == 0 && run.errors.isEmpty, "\(run)")
      #expect(run.output.hasPrefix("holds (bounded)  reference, profile v2\n  60 programs, "))
      return run.output.replacing(#/ in [0-9.]+ s.*/#, with: "")
    }
    #expect(runs[0] == runs[1] && runs[0] != runs[2])
  }

  /// Every combination of the choices that the kernel can be built with is tested, and told of.
  @Test func `all choices of the kernel`() throws {
    let flags = ["conform", "--no-memory", "--corpus", "none", "--programs", "8", "--sample", "30"]
    let place = try Workplace()
    let run = try place.l4(flags)
    #expect(run.status == 0 && run.errors.isEmpty, "\(run)")
    #expect(run.output.contains("23 other choices that reference can be built with"))
    for choice in ["overmapping=replaces", "self-mapping=aliases", "grant-without-write=ignored"] {
      #expect(run.output.contains("profile v2,\(choice): random: 30 passed"), "\(run.output)")
    }
    #expect(try !place.l4(flags + ["--sample", "0"]).output.contains("other choices"))
  }

  /// A campaign goes on with the programs that were left.
  @Test func `the first program can be chosen`() throws {
    let place = try Workplace()
    let flags = Self.whole + ["40", "--profile", "hazelnut", "--stage", "rendezvous", "--first"]
    let runs = try ["100", "140"].map { try place.l4(flags + [$0]).output }
    #expect(runs[0].contains(/random, seed 1, program 1[0-3][0-9],/))
    #expect(runs[1].contains(/random, seed 1, program 1[4-7][0-9],/))
  }

  /// The same programs come to the same in a process of its own.
  @Test func `the kernel apart`() throws {
    let place = try Workplace()
    let flags = ["--corpus", "none", "--programs", "40", "--no-graphs", "--no-paths"]
    let run = try place.l4(
      ["conform", "--only", "--apart", "--memory-programs", "60", "--format", "json"] + flags)
    #expect(run.status == 0 && run.errors.isEmpty, "\(run)")
    #expect(run.output.contains("\"holds (bounded)\""))
    #expect(run.output.contains("\"programs\" : 60"))
  }

  /// Compared with what it does not mean to be, a kernel deviates: what is found is stored and replays.
  @Test func `a deviation is shown, stored, replayed, declared`() throws {
    let place = try Workplace()
    let flags = Self.whole + ["200", "--profile", "hazelnut", "--stage", "rendezvous"]
    let run = try place.l4(flags + ["--junit", "junit.xml", "--sarif", "sarif.json"])
    #expect(run.status == Verdict.deviates.exitStatus, "\(run)")
    #expect(run.output.contains("\n      observed  ") && run.output.contains("← here"))
    let file = try #require(run.output.firstMatch(of: #/replay: l4 replay (.+)/#)?.1)
    let replay = try place.l4("replay", String(file))
    #expect(replay.status == Verdict.deviates.exitStatus, "\(replay)")
    #expect(replay.output.contains("← here"))
    let json = try place.l4("replay", String(file), "--format", "json")
    #expect(json.status == replay.status)
    let object = try #require(json.json(as: [[String: Any]].self).first)
    #expect(object["verdict"] as? String == "deviates" && object["group"] is String)
    #expect((object["lines"] as? [String])?.contains { $0.contains("← here") } == true)
    #expect(try place.read("junit.xml").contains("<failure"))
    #expect(try place.read("sarif.json").contains("\"2.1.0\""))
    try place.write("- { deviaton: x, reason: none }\n", as: "known.yaml")
    expectRefusal(
      try place.l4(flags + ["--known", "known.yaml"]), status: Failure.badInput,
      saying: "known.yaml:1:5: unknown key \"deviaton\"")
  }

  @Test(arguments: [
    ("minix", "\"minix\" is no connection to a kernel"), ("lib:./none.so", "there is no file"),
    ("json:./none", "./none"), ("serial:", "there is no command"),
  ])
  func `a kernel that cannot be reached`(kernel: String, message: String) throws {
    expectRefusal(
      try Workplace().l4("conform", kernel, "--programs", "1"), status: Failure.noInput,
      saying: message)
  }

  /// One that is there but never says what it is fails, and the reports say so.
  @Test func `a kernel that does not boot is a finding`() throws {
    let place = try Workplace(["known.yaml": "- { failure: crashed, reason: it is early }\n"])
    let flags = [
      "conform", "json:sh -c 'echo PANIC >&2; exit 3'", "--junit", "j.xml", "--sarif", "s.json",
    ]
    let run = try place.l4(flags)
    #expect(run.status == Verdict.deviates.exitStatus, "\(run)")
    #expect(run.output.contains("finding  boot: crashed") && run.output.contains("PANIC"), "\(run)")
    #expect(try place.read("j.xml").contains("boot: crashed"))
    #expect(try place.read("s.json").contains("boot: crashed"))
    let known = try place.l4(flags + ["--known", "known.yaml"])
    #expect(known.output.contains("declared  boot: crashed"), "\(known)")
    #expect(known.status == Verdict.vacuous.exitStatus, "\(known)")
  }

  @Test func `several files of known deviations`() throws {
    let place = try Workplace([
      "one.yaml": "- { deviaton: x, reason: none }\n",
      "two.yaml": "- { failure: hung, reason: none }\n",
    ])
    for files in [["one.yaml", "two.yaml"], ["two.yaml", "one.yaml"]] {
      expectRefusal(
        try place.l4(Self.whole + ["5"] + files.flatMap { ["--known", $0] }),
        status: Failure.badInput, saying: "one.yaml:1:5: unknown key \"deviaton\"")
    }
  }

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
