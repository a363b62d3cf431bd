extension DifferenceQuestion {
  static let ofSpaces = [
    DifferenceQuestion(
      "U2", "a page is granted on without the right to write", threads: [1, 1, 1], pages: 1,
      setup: "t1.0 task_new task2 mcp 1 pager t1.0",
      """
      t1.0 wait into p0
      t0.0 send t1.0 map p0 → p0 rw
      t2.0 wait into p0
      t1.0 send t2.0 grant p0 → p0 r-
      t2.0 reads p0
      t2.0 writes p0
      """),
    DifferenceQuestion(
      "U3", "another frame is mapped to the same page", "OBS2", threads: [1, 1], pages: 2,
      """
      t1.0 wait into p0
      t0.0 send t1.0 map p0 → p0 rw
      t0.0 send t1.0 map p1 → p0 rw
      t1.0 reads p0
      """),
    DifferenceQuestion(
      "U3", "the same frame is mapped to the same page by another task", "OBS6",
      threads: [1, 1, 1, 1], pages: 1,
      setup: """
        t1.0 task_new task2 mcp 1 pager t1.0
        t1.0 task_new task3 mcp 1 pager t1.0
        t1.0 wait into p0
        t0.0 send t1.0 map p0 → p0 rw
        """,
      """
      t2.0 wait into p0
      t3.0 wait into p0
      t1.0 send t2.0 map p0 → p0 rw
      t1.0 send t3.0 map p0 → p0 rw
      t3.0 send t2.0 map p0 → p0 rw
      t3.0 unmap p0 flush others
      t2.0 reads p0
      """),
    DifferenceQuestion(
      "U4", "a page is mapped to another page of the same task", "OBS7", threads: [1, 2], pages: 2,
      setup: """
        t1.0 ex_regs t1.1 registers 1
        t1.0 wait into p0
        t0.0 send t1.0 map p0 → p0 rw
        """,
      """
      t1.0 wait into p1
      t1.1 send t1.0 map p0 → p1 rw
      t1.0 reads p1
      """),
    DifferenceQuestion(
      "U6", "a port is mapped, and unmapped to read-only", threads: [1, 1], ports: 1,
      """
      t1.0 wait into io0
      t0.0 send t1.0 map io0 → io0 rw
      t0.0 unmap io0 remap others
      t1.0 reads io0
      """),
  ]

  static let ofItems = [
    DifferenceQuestion(
      "OBS3", "two pages are sent, and the window is one", "OBS3", threads: [1, 1], pages: 2,
      """
      t1.0 wait into p0
      t0.0 send t1.0 map p0+2 → p1 rw
      t1.0 reads p0
      """),
    DifferenceQuestion(
      "OBS5", "two pages are sent, of which the sender has the second", "OBS5",
      threads: [1, 1, 1], pages: 2,
      setup: """
        t1.0 task_new task2 mcp 1 pager t1.0
        t1.0 wait into p1
        t0.0 send t1.0 map p1 → p1 rw
        """,
      """
      t2.0 wait into all
      t1.0 send t2.0 map p0+2 → p0 rw
      t2.0 reads p0
      t2.0 reads p1
      """),
    DifferenceQuestion(
      "OBS8", "a flexpage of half a page is sent", "OBS8", threads: [1, 1], pages: 1,
      """
      t1.0 wait into p0
      t0.0 send t1.0 map small p0 → p0 rw
      t1.0 reads p0
      """),
  ]
}
