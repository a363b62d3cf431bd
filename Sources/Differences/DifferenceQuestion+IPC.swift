extension DifferenceQuestion {
  static let ofIPC = [
    DifferenceQuestion(
      "U1", "a message to a thread that was never activated", threads: [1, 2],
      """
      t0.0 send t1.1
      t0.0 send t1.1 now
      """),
    DifferenceQuestion(
      "U12", "a task is deleted while somebody wants to send to it", "OBS12",
      threads: [1, 1, 1, 1],
      setup: """
        t1.0 task_new task2 mcp 1 pager t1.0
        t1.0 task_new task3 mcp 1 pager t1.0
        """,
      """
      t3.0 send t2.0
      t1.0 task_new task2 chief task1
      """),
    DifferenceQuestion(
      "U13", "a task is deleted while somebody waits for a message from it",
      threads: [1, 1, 1, 1],
      setup: """
        t1.0 task_new task2 mcp 1 pager t1.0
        t1.0 task_new task3 mcp 1 pager t1.0
        """,
      """
      t3.0 receive t2.0
      t1.0 task_new task2 chief task1
      """),
    DifferenceQuestion(
      "U18", "ipc without any phase", "OBS11", threads: [1, 1],
      "t0.0 ipc t1.0 without phases"),
    DifferenceQuestion(
      "U19", "two threads want to send, the later one has the higher priority",
      threads: [1, 1, 1, 1],
      setup: """
        t1.0 task_new task2 mcp 1 pager t1.0
        t1.0 task_new task3 mcp 1 pager t1.0
        t1.0 thread_schedule t3.0 priority 2 slice 1
        """,
      """
      t2.0 send t1.0
      t3.0 send t1.0
      t1.0 wait
      """),
    DifferenceQuestion(
      "U20", "the task number that a pending message names is given away",
      threads: [1, 1, 1, 1, 1],
      setup: """
        t1.0 task_new task2 mcp 1 pager t1.0
        t1.0 task_new task3 mcp 1 pager t1.0
        t1.0 task_new task4 chief task2
        """,
      """
      t1.0 send t4.0
      t2.0 task_new task4 chief task3
      t2.0 wait
      t3.0 wait
      """),
    DifferenceQuestion(
      "U24", "a message that is cut maps a page", threads: [1, 1], pages: 1,
      """
      t1.0 wait into p0 short buffer
      t0.0 send t1.0 parts 1 map p0 → p0 rw
      copy from t0.0
      t1.0 reads p0
      """),
    DifferenceQuestion(
      "CC-23", "a message enters a clan", threads: [1, 1, 1],
      setup: "t1.0 task_new task2 mcp 1 pager t1.0",
      """
      t1.0 wait
      t2.0 wait
      t0.0 send t2.0
      """),
    DifferenceQuestion(
      "OBS1", "a page is mapped", "OBS1", threads: [1, 1], pages: 1,
      """
      t1.0 wait into p0
      t0.0 send t1.0 map p0 → p0 rw
      """),
    DifferenceQuestion(
      "OBS4", "a page is sent to a receiver without a window", "OBS4", threads: [1, 1], pages: 1,
      """
      t1.0 wait
      t0.0 send t1.0 map p0 → p0 rw
      """),
    DifferenceQuestion(
      "OBS10", "a message to oneself, with timeout zero", "OBS10", threads: [1, 1],
      "t0.0 send t0.0 now"),
  ]
}
