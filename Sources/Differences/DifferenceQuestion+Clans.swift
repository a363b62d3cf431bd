extension DifferenceQuestion {
  static let ofClans = [
    DifferenceQuestion(
      "U10", "a task number is given to a task that does not exist", threads: [1, 1, 1, 1],
      "t1.0 task_new task2 chief task3"),
    DifferenceQuestion(
      "U11", "a task that may create another is deleted", threads: [1, 1, 1, 1],
      setup: """
        t1.0 task_new task2 mcp 1 pager t1.0
        t1.0 task_new task3 chief task2
        """,
      """
      t1.0 task_new task2 chief task1
      t1.0 task_new task3 mcp 1 pager t1.0
      """),
    DifferenceQuestion(
      "U26", "the pager of a thread is outside of its clan", threads: [1, 1, 1],
      setup: "t1.0 task_new task2 mcp 1 pager t0.0",
      """
      t2.0 faults read
      t0.0 wait
      t1.0 wait
      """),
    DifferenceQuestion(
      "U32", "it is asked for a task number without a task", threads: [1, 1, 1],
      """
      t0.0 id_nearest t2.0
      t1.0 id_nearest t2.0
      """),
    DifferenceQuestion(
      "U33", "a message enters a clan", threads: [1, 1, 1],
      setup: "t1.0 task_new task2 mcp 1 pager t1.0",
      """
      t1.0 wait
      t0.0 send t2.0
      """),
    DifferenceQuestion(
      "U34", "a chief sends to its clan in the name of a task that does not exist",
      threads: [1, 1, 1, 1, 1],
      setup: """
        t1.0 task_new task2 mcp 1 pager t1.0
        t1.0 task_new task4 chief task2
        t2.0 task_new task4 mcp 1 pager t2.0
        """,
      """
      t2.0 wait
      t4.0 wait
      t1.0 send t2.0 as t3.0
      t2.0 send t4.0 as t3.0
      """),
    DifferenceQuestion(
      "U35", "a thread sends in the name of another of its task", threads: [1, 2],
      setup: "t1.0 ex_regs t1.1 registers 1",
      """
      t0.0 wait
      t1.0 send t0.0 as t1.1
      """),
    DifferenceQuestion(
      "OBS13", "it is asked for siblings and for the chief", "OBS13", threads: [1, 1, 1, 2],
      setup: """
        t1.0 task_new task2 mcp 1 pager t1.0
        t1.0 task_new task3 mcp 1 pager t1.0
        """,
      """
      t2.0 id_nearest t3.0
      t2.0 id_nearest t3.1
      t2.0 id_nearest t1.0
      """),
  ]
}
