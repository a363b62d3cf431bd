import Evidence
import Foundation
import Testing

/// `l4 diff`, as a user sees it.
struct DiffTests {
  @Test func `what tells two profiles apart`() throws {
    let place = try Workplace()
    let run = try place.l4("diff", "v2", "fiasco")
    #expect(run.status == Verdict.deviates.exitStatus && run.errors.isEmpty)
    #expect(
      run.output.contains(
        """
        U3 what mapping onto an occupied page does: keeps → replaces  (AS11, OBS2, OBS6)
          another frame is mapped to the same page (OBS2)
            1  t1.0 wait into p0
            2  t0.0 send t1.0 map p0 → p0 rw
            3  t1.0 wait into p0
            4  t0.0 send t1.0 map p1 → p0 rw
            5  t1.0 reads p0
             v2                       t1.0 reads frame 0
             v2,overmapping=replaces  t1.0 reads frame 1
        """))
    #expect(run.output.hasSuffix("10 options differ, 10 of them can be seen\n"))
    // The same every time: nothing depends on the order of a hash table.
    #expect(try place.l4("diff", "v2", "fiasco").output == run.output)
  }

  @Test func `where a kernel may choose, all its answers count`() throws {
    let run = try Workplace().l4("diff", "v2", "v2,after-transfer=priority")
    #expect(run.status == Verdict.deviates.exitStatus)
    #expect(
      run.output.contains(
        """
             v2                          t0.0 runs
             or                          t1.0 runs
             v2,after-transfer=priority  t1.0 runs
        """))
  }

  @Test func `the same profile, and a difference that nobody can see`() throws {
    let same = try Workplace().l4("diff", "hazelnut", "hazelnut")
    #expect(same.status == 0 && same.output == "the profiles are the same\n")
    let unseen = try Workplace().l4("diff", "fiasco", "fiasco,page-faults=direct")
    #expect(unseen.status == Verdict.holdsBounded.exitStatus)
    #expect(unseen.output.contains("no difference in any program of this universe"))
    let short = try Workplace().l4("diff", "v2", "v2,u3=replaces", "--length", "2")
    #expect(short.status == Verdict.holdsBounded.exitStatus)
    #expect(short.output.contains("no difference in programs of up to 2 operations"))
  }

  @Test func `as JSON, with documented keys`() throws {
    let run = try Workplace().l4("diff", "fiasco", "hazelnut", "--format", "json")
    #expect(run.status == Verdict.deviates.exitStatus)
    let results: [[String: Any]] = try run.json()
    #expect(results.count == 18)
    let keys = Set(results.flatMap(\.keys)).union(["bound"])
    #expect(keys == (try Documents.keys(of: "l4 diff")))
    #expect(results.contains { $0["option"] as? String == "OBS5" })
  }

  @Test func `the page about profiles lists the options`() throws {
    let run = try Workplace().l4("diff", "--options")
    #expect(run.status == 0)
    let page = try Documents.text("docs/profiles.md")
    let parts = page.components(separatedBy: "```")
    #expect(
      parts.contains { $0 == "text\n\(run.output)" },
      "write 'l4 diff --options' into docs/profiles.md again")
  }
}
