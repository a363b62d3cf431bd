import Systems
import Testing

/// A run as a person should see it.
struct LadderTests {
  @Test func `a column a thread, an arrow a message`() throws {
    let report = try BuiltInSystems.system("h1-reply-never").search()
    let finding = try #require(report.findings.first { $0.isHazard })
    #expect(
      finding.summary(replay: "t.json") == """
        violated  again and again other at served      run, 9 actions, a hazard that is expected
              server                 client                 sibling                other
           1  wait                   │                      │                      │
           2  from client ◀───────── call server            │                      │
           3  │                      ┊                      choose way 2           │
           4  │                      0x40 receive ◀──────── ex_regs client to      │
              │                      cancelled; goes on     gone                   │
              │                      at gone                │                      │
           5  reply client and       │                      │                      │
              wait                   │                      │                      │
           6  ┊                      mark gone              │                      │
           7  ┊                      sleep                  │                      │
           8  ┊                      ┊                      sleep                  │
           9  ┊                      ┊                      ┊                      call server
        and so for ever: nothing that must happen can happen
          server: pending at client, then waits for anybody, at line 11: reply sender and wait
          client: sleeps, at its end
          sibling: sleeps, at its end
          other: pending at server, then waits for server, at line 25: call server
        replay: l4 replay t.json

        """)
  }

  @Test func `what the hardware does, and what is repeated`() throws {
    let report = try BuiltInSystems.system("h7-polling").search()
    let finding = try #require(report.findings.first { $0.isHazard })
    #expect(
      finding.run?.ladder == """
              driver                                    worker
           1  receive irq0 now: 0x20 receive timeout    │
           2↻ receive irq0 now: 0x20 receive timeout    │
        from 2 on again and again
          driver: runs, at line 13: receive irq0 now
          worker: ready, at line 19: mark works

        """)
  }

  @Test func `a message is copied, and a page is missing`() throws {
    let report = try search(
      """
      system: faults
      pages: 1
      threads:
        source: { program: [send sink parts 1, mark sent] }
        sink: { pager: pager, buffer: p0, program: [receive source buffer] }
        pager: { program: [wait, reply sender map p0 → p0 rw now and wait] }
      setup: map root.p0 → pager.p0 rw
      hazards: never source at sent
      """)
    let run = try #require(report.findings.first?.run)
    #expect(
      run.ladder == """
              source                         sink                           pager
           1  send sink parts 1              │                              │
           2  ┊                              receive source buffer          │
           3  ┊                              ┊                              wait
           4  ┊                              page fault ──────────────────▶ page fault of sink, write
           5  ┊                              goes on ◀───────────────────── reply sink map p0 → p0 rw
              ┊                              ┊                              now and wait
           6  part of the message ─────────▶ from source                    ┊

        """)
  }
}
