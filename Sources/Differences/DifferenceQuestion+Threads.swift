extension DifferenceQuestion {
  static let ofThreads = [
    DifferenceQuestion(
      "U8", "a thread is created, and asked about", threads: [1, 2],
      """
      t1.0 ex_regs t1.1 registers 1
      t1.0 ex_regs t1.1
      """),
    DifferenceQuestion(
      "U9", "lthread_ex_regs of a thread that waits changes nothing", "OBS9", threads: [1, 2],
      setup: "t1.0 ex_regs t1.1 registers 1",
      """
      t1.1 wait
      t1.1 send t0.0
      t1.0 ex_regs t1.1
      """),
    DifferenceQuestion(
      "U14", "a time slice is set to be infinite, and asked about", threads: [1, 1], slice: 1,
      """
      t0.0 wait
      t1.0 thread_schedule t1.0 priority 1 slice 255
      t1.0 thread_schedule t1.0
      """),
    DifferenceQuestion(
      "U15", "a priority over the mcp is set, and an external preempter", threads: [1, 1, 1],
      setup: "t1.0 task_new task2 mcp 1 pager t1.0",
      """
      t2.0 thread_schedule t2.0 priority 2 slice 1 preempter t1.0
      t2.0 thread_schedule t2.0
      """),
    DifferenceQuestion(
      "U16", "priority 0 is set, and asked about", threads: [1, 1],
      """
      t1.0 thread_schedule t1.0 priority 0 slice 1
      t1.0 thread_schedule t1.0
      """),
    DifferenceQuestion(
      "U17", "a thread sends to one that waits", threads: [1, 1], slice: 1,
      """
      t0.0 wait
      t1.0 thread_schedule t0.0 priority 2 slice 1
      t1.0 send t0.0
      t0.0 send t1.0
      t1.0 wait
      """),
    DifferenceQuestion(
      "U28", "the slice of a thread ends that has a preempter, or another takes its place",
      threads: [1, 1], slice: 1,
      """
      t0.0 wait
      t1.0 ex_regs t1.0 preempter t0.0
      t1.0 thread_schedule t0.0 priority 2 slice 1
      t1.0 send t0.0
      tick
      """),
  ]
}
