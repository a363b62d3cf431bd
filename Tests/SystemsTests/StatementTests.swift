import Evidence
import Exploration
import Systems
import Testing

/// What is said of systems.
struct StatementTests {
  /// Threads that wait for each other in a circle.
  private func circle(_ calls: [String]) -> String {
    let names = ["a", "b", "c"]
    let threads = zip(names, calls).map { "  \($0): { program: [\($1)] }" }
    return "system: circle\nthreads:\n\(threads.joined(separator: "\n"))\n"
  }

  @Test func `a circle of three is a deadlock, and is told`() throws {
    let report = try search(
      circle(["send b", "send c", "send a"]) + "hazards: no deadlock")
    let finding = try #require(report.findings.first)
    #expect(finding.verdict == .violated)
    #expect(finding.number == "D-IPC1")
    #expect(
      finding.explanation == [
        "a waits until b receives its message; b waits until c receives its message; "
          + "c waits until a receives its message"
      ])
    #expect(finding.run?.count == 3)
  }

  @Test(arguments: [
    ["send b within 1 tick", "send c", "send a"], ["send b", "send c", "receive b"],
    ["send b", "send c", "wait"],
  ])
  func `a circle that ends is none`(calls: [String]) throws {
    let report = try search(circle(calls) + "checks: no deadlock")
    #expect(report.verdict(of: "no deadlock") == .holds)
  }

  @Test(arguments: [
    ["receive c", "receive a", "receive b"], ["send b", "receive c", "receive a"],
  ])
  func `waiting for messages is waiting`(calls: [String]) throws {
    #expect(try search(circle(calls) + "hazards: no deadlock").unexpected == nil)
  }

  @Test func `what a state can be`() throws {
    let text = """
      system: claims
      pages: 1
      threads:
        source: { program: [send sink parts 1, mark sent] }
        sink: { pager: pager, buffer: p0, program: [receive source buffer, writes p0] }
        pager: { program: [wait, mark asked, reply sender map p0 → p0 rw now and wait] }
      setup: map root.p0 → pager.p0 rw
      checks: [no deadlock]
      goals:
        - source pending at sink and sink ready
        - sink waiting for source and not source pending
        - source sending to sink and sink receiving from source and not sink faulting
        - sink faulting at pager and pager at asked and sink blocked
        - sink holds p0 and (source at sent or source blocked)
        - pager waiting and not pager waiting for sink
      """
    #expect(try search(text).unexpected == nil)
    for (claim, isReached) in [
      ("sink waiting for pager", false), ("source pending at pager", false),
      ("sink gone", false), ("source faulting", false), ("source holds p0", false),
      ("pager receiving", false), ("sink blocked and sink ready", false), ("sink ready", true),
    ] {
      let goals = "goals: \(claim)"
      let report = try search(text.components(separatedBy: "goals:")[0] + goals)
      #expect(report.unreached.contains(claim) != isReached, "\(claim)")
      #expect(report.unexpected == (isReached ? nil : .vacuous), "\(claim)")
    }
  }

  @Test func `promises are about fair runs`() throws {
    let text = """
      system: promises
      threads:
        it: { program: [choose: [[mark left], [mark right, spin]], mark end] }
        other: { program: [loop: [mark around, choose: [[], [mark once]]]] }
      checks:
      """
    for (check, verdict) in [
      ("eventually it at left or it at right", Verdict.holds), ("eventually it at end", .violated),
      ("eventually other at once", .violated), ("again and again other at around", .holds),
      ("it at left leads to it at end", .holds), ("it at right leads to it at end", .violated),
      ("it at end leads to it at left", .violated), ("it gone leads to it at end", .vacuous),
      ("eventually it at end, provided again and again not it at right", .violated),
      ("eventually other at once, provided again and again it gone", .vacuous),
    ] {
      let report = try search("\(text) [no deadlock, \"\(check)\"]")
      #expect(report.verdict(of: check) == verdict, "\(check)")
    }
  }

  @Test func `who may run is up to the kernel, where it says who`() throws {
    let text = """
      system: priorities
      scheduling: by priority
      threads:
        high: { priority: 2, program: [loop: [mark high-works]] }
        low: { priority: 1, program: [loop: [mark low-works]] }
      checks: [high never starves]
      hazards: [low never starves]
      """
    #expect(try search(text).unexpected == nil)
    let equal = try search(
      text.replacing("priority: 2", with: "slice: 1").replacing("priority: 1", with: "slice: 1"))
    #expect(equal.findings.allSatisfy { $0.verdict == .holds })
    // An endless slice is not shared.
    let endless = try search(text.replacing("priority: 2", with: "priority: 1"))
    #expect(endless.unexpected == .violated || endless.unexpected == nil)
  }

  @Test func `what no run reaches makes a system vacuous`() throws {
    let text = """
      system: dead
      threads:
        it: { program: [receive it now, { if ok: [send it now] }] }
      checks: no deadlock
      """
    let report = try search(text)
    #expect(report.unexpected == .vacuous)
    #expect(report.unreached == ["is executed: it, line 3: send it now"])
    #expect(report.verdict == .vacuous)
  }

  @Test func `a limit makes a system incomplete`() throws {
    let text = try BuiltInSystems.text("h6-map-tree") + "limits: { states: 100 }"
    let report = try search(text)
    #expect(report.unexpected == .incomplete)
    #expect(report.verdict == .incomplete)
    #expect(report.verdict(of: "again and again b at wrote") == .incomplete)
  }
}
