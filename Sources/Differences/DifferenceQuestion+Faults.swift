extension DifferenceQuestion {
  static let ofFaults = [
    DifferenceQuestion(
      "U7", "a port is used that is not mapped", threads: [1, 1], ports: 1,
      """
      t1.0 lidt valid
      t1.0 reads io0
      t0.0 wait
      """),
    DifferenceQuestion(
      "U22", "a page is missing in a transfer without time for it", threads: [1, 1],
      """
      t1.0 wait buffer
      t1.0 wait buffer no faults
      t0.0 send t1.0 parts 1
      t0.0 send t1.0 parts 1 no faults
      copy from t0.0, sender faults
      copy from t0.0, receiver faults
      """),
    DifferenceQuestion(
      "U27", "a thread without a pager has a page fault", threads: [1, 1],
      """
      t0.0 faults read
      t1.0 send t0.0 now
      """),
    DifferenceQuestion(
      "U29", "a thread with an interrupt asks for that of another", threads: [1, 1], sources: 2,
      """
      t0.0 receive irq0 now
      t1.0 receive irq1 now
      t0.0 receive irq1 now
      t1.0 receive irq0 now
      interrupt 0
      t0.0 wait now
      """),
    DifferenceQuestion(
      "U30", "a thread waits for an interrupt that is not its own", threads: [1, 1], sources: 1,
      "t0.0 receive irq0 within 1 tick"),
  ]
}
