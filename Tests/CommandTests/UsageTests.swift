import Evidence
import Testing

/// Flags, help, and input that is not there.
struct UsageTests {
  static let mistakes: [([String], String)] = [
    (["frobnicate"], "frobnicate"),
    (["check", "--wrong"], "--wrong"),
    (["check", "--workers", "0"], "--workers must be 1 to 256, not 0"),
    (["check", "--workers", "many"], "many"),
    (["check", "--states", "0"], "--states must be at least 1"),
    (["check", "--depth", "99999999999999999999"], "--depth"),
    (["check", "--memory", "0"], "--memory must be at least 1"),
    (["check", "--memory", "9999999999999999"], "--memory must be at most"),
    (["check", "--seconds", "0"], "--seconds must be more than 0"),
    (["check", "--seconds", "nan"], "--seconds must be more than 0"),
    (["check", "--seconds", "1e300"], "--seconds must be more than 0 and at most"),
    (["check", "--seconds", "inf"], "--seconds must be more than 0"),
    (["check", "--format", "xml"], "'text' and 'json'"),
    (["check", "--plain", "--states", "5"], "--plain heeds no limit but --depth"),
    (["prove", "--instance", "v9"], "there is no instance 'v9'; there are 'v2'"),
    (["prove", "--timeout", "0"], "--timeout must be more than 0"),
    (["prove", "--timeout", "nan"], "--timeout must be more than 0"),
    (["prove", "--search", "1e300"], "--search must be more than 0"),
    (["prove", "--workers", "1000"], "--workers must be 1 to 256"),
    (["conform", "--stage", "opera"], "there is no stage 'opera'; there are rendezvous"),
    (["conform", "--profile", "v9"], "there is no profile \"v9\"; there are v2"),
    (["conform", "--profile", "v2,u34=9"], "unknown-senders has no alternative \"9\""),
    (["conform", "--profile", "v2,u3=perhaps"], "overmapping has no alternative \"perhaps\""),
    (["conform", "--qemu", "reference"], "--qemu is a kernel of its own; name no other"),
    (["conform", "--qemu", "--apart"], "--apart is for the reference kernel"),
    (["conform", "--programs=-1"], "--programs must be at least 0"),
    (["conform", "--programs", "-1"], "--programs must be at least 0, not -1"),
    (["conform", "--first=-1"], "--first must be at least 0"),
    (["conform", "--first", "-1"], "--first must be at least 0, not -1"),
    (["conform", "--sample=-1"], "--sample must be at least 0"),
    (["conform", "--seconds", "-4"], "--seconds must be more than 0 and at most"),
    (["conform", "--audit", "-1"], "--audit must be at least 0, not -1"),
    (["conform", "--jobs", "-1"], "--jobs must be 1 to 256, not -1"),
    (["conform", "--stop-after", "-1"], "--stop-after must be at least 1, not -1"),
    (["conform", "--patience", "-1"], "--patience must be more than 0"),
    (["conform", "--memory-programs", "-1"], "--memory-programs must be at least 0, not -1"),
    (["check", "--workers", "-1"], "--workers must be 1 to 256, not -1"),
    (["prove", "--timeout", "-1"], "--timeout must be more than 0"),
    (["log", "x", "--states", "-1"], "--states must be 1 to 1000000, not -1"),
    (["conform", "--steps", "0"], "--steps must be 1 to"),
    (["conform", "--steps", "99999999999"], "--steps must be 1 to"),
    (["conform", "--seconds", "nan"], "--seconds must be more than 0"),
    (["recheck", ".", "--timeout", "nan"], "--timeout must be more than 0"),
    (["recheck", ".", "--jobs", "0"], "--jobs must be 1 to 256"),
    (["diff", "v2"], "name two profiles to compare"),
    (["diff", "v2", "v9"], "there is no profile \"v9\"; there are v2, x0, fiasco, hazelnut"),
    (["diff", "v2,u3", "v2"], "\"u3\" is no setting: write one as overmapping=replaces"),
    (["diff", "v2", "v2,u5=4"], "there is no option \"u5\""),
    (["diff", "v2,u3=both", "v2"], "overmapping has no alternative \"both\""),
    (["diff", "v2", "v2", "--length", "0"], "--length must be 1 to 64, not 0"),
    (["diff", "v2", "--options"], "--options compares no profiles"),
    (["replay"], "<file>"),
    (["recheck"], "<folder>"),
  ]

  @Test(arguments: mistakes)
  func `a wrong flag`(arguments: [String], message: String) throws {
    expectRefusal(try Workplace().l4(arguments), status: Failure.usage, saying: message)
  }

  @Test func `input that is not there`() throws {
    let place = try Workplace(["folder/tiny.yaml": Workplace.tiny, "bare/notes.txt": ""])
    for (arguments, message) in [
      (["check", "none.yaml"], "none.yaml: there is no such file"),
      (["check", "folder/tiny.yaml", "none.yaml"], "none.yaml: there is no such file"),
      (["check", "folder"], "folder: this is a folder, not a file"),
      (["check"], "specs/universes: there is no such folder; name run files"),
      (["check", "--universes", "bare"], "bare: there is no run file"),
      (
        ["check", "--universes", "folder"],
        "specs/Systems: there is no such folder; name system files"
      ),
      (["check", "--universes", "folder", "--systems", "bare"], "bare: there is no system file"),
      (["verify"], "specs/universes: there is no such folder"),
      (["verify", "--universes", "none"], "none: there is no such folder"),
      (["replay", "none.txt"], "none.txt: there is no such file"),
      (["replay", "folder"], "folder: this is a folder, not a file"),
      (["log", "folder"], "folder: this is a folder, not a file"),
      (["log", "none.txt"], "none.txt: there is no such file"),
      (["conform", "--known", "folder"], "folder: this is a folder, not a file"),
      (["recheck", "none"], "none: there is no such file or folder"),
    ] {
      expectRefusal(try place.l4(arguments), status: Failure.noInput, saying: message)
    }
  }

  @Test func `output that cannot be written`() throws {
    let place = try Workplace(["file": ""])
    expectRefusal(
      try place.l4("prove", "--instance", "ports", "--write", "file/obligations"),
      status: Failure.cannotCreate, saying: "file/obligations/ports: this cannot be written")
  }

  @Test func `no libz3`() throws {
    let place = try Workplace([
      "universes/tiny.yaml": Workplace.tiny, "systems/tiny.yaml": Workplace.system,
    ])
    for arguments in [
      ["prove"], ["prove", "--instance", "v2"],
      ["verify", "--universes", "universes", "--systems", "systems"],
      ["conform", "reference", "--only", "--no-whole", "--memory-programs", "1", "--no-graphs"],
    ] {
      expectRefusal(
        try place.l4(arguments, environment: ["LIBZ3": "/nowhere/libz3.so"]),
        status: Failure.unavailable, saying: "libz3 is not installed: apt-get install libz3-dev")
    }
    // What needs no solver does without.
    let check = try place.l4(
      "check", "universes/tiny.yaml", environment: ["LIBZ3": "/nowhere/libz3.so"])
    #expect(check.status == 0)
  }

  @Test(arguments: [
    [], ["verify"], ["check"], ["prove"], ["conform"], ["diff"], ["replay"], ["recheck"],
  ])
  func help(subcommand: [String]) throws {
    let run = try Workplace().l4(subcommand + ["--help"])
    #expect(run.status == 0 && run.errors.isEmpty)
    #expect(run.output.hasPrefix("OVERVIEW: ") && run.output.contains("USAGE: l4"))
    #expect(!run.output.contains("\u{1B}"))
    // Every flag says what it is for: there is a sentence, on its line or on the next.
    let lines = run.output.split(separator: "\n")
    for (line, next) in zip(lines, lines.dropFirst() + [""]) where line.hasPrefix("  -") {
      let words = line.split(separator: " ").filter { !$0.hasPrefix("-") && !$0.hasPrefix("<") }
      #expect(!words.isEmpty || next.hasPrefix("          "), "\(line)")
    }
  }

  @Test func `the help tells every status`() throws {
    let help = try Workplace().l4("--help").output.replacing("\n", with: " ")
    for verdict in Verdict.allCases where verdict != .holds {
      #expect(help.contains("\(verdict.exitStatus) \(verdict.rawValue)"))
    }
    for status in [
      Failure.unexpectedVerdict, Failure.usage, Failure.badInput, Failure.noInput,
      Failure.unavailable, Failure.toolError, Failure.cannotCreate,
    ] {
      #expect(help.contains(" \(status) "))
    }
  }
}
