import AddressSpaces
import Microkernel
import Testing
import Vocabulary

struct KernelOperationTextTests {
  typealias Op = KernelOperation
  static let population = Population(threadsOfTask: [1, 2, 1, 1])
  private static let t = (0..<5).map { Thread($0) }

  private static func thread(_ number: Int, isFormer: Bool = false) -> Op.NamedPartner {
    .thread(.init(t[number], isFormer: isFormer))
  }

  /// The text form, and the operation that it stands for.
  static let forms: [(String, Op)] = [
    (
      "t2.0 send t3.0 as t1.1 word 1 within 2 ticks",
      .ipc(
        .init(t[3], thread(4), send: .init(virtual: t[2], word: true, timeout: .ticks(2))))
    ),
    (
      "t2.0 send t3.0 parts 2 map p0 → p1 rw now no faults",
      .ipc(
        .init(
          t[3], thread(4),
          send: .init(
            parts: 2, item: .init(page: 0, base: 1, write: true), timeout: .zero,
            faultTimeout: .zero)))
    ),
    (
      "t2.0 send t3.0 map small p4+4 → io1 rw",
      .ipc(
        .init(
          t[3], thread(4),
          send: .init(
            item: .init(page: 4, order: 2, base: Op.port(1), isSmall: true, write: true))))
    ),
    (
      "t0.0 send former t3.0 grant p1 → p0 r-",
      .ipc(
        .init(
          t[0], thread(4, isFormer: true),
          send: .init(item: .init(page: 1, base: 0, isGrant: true))))
    ),
    (
      "t2.0 call t3.0 word 1 and receive into p1 short buffer within 1 tick faults within 3 ticks",
      .ipc(
        .init(
          t[3], thread(4), send: .init(word: true),
          receive: .init(
            isOpen: false, window: .page(1), buffer: .short, timeout: .ticks(1),
            faultTimeout: .ticks(3))))
    ),
    (
      "t2.0 call t3.0", .ipc(.init(t[3], thread(4), send: .init(), receive: .init(isOpen: false)))
    ),
    (
      "t2.0 reply t3.0 now and wait into all",
      .ipc(
        .init(
          t[3], thread(4), send: .init(timeout: .zero),
          receive: .init(isOpen: true, window: .all)))
    ),
    (
      "t2.0 wait buffer now",
      .ipc(
        .init(t[3], .nobody, receive: .init(isOpen: true, buffer: .large, timeout: .zero)))
    ),
    (
      "t2.0 receive irq0 now",
      .ipc(
        .init(t[3], .interrupt(Source(0)), receive: .init(isOpen: false, timeout: .zero)))
    ),
    (
      "t2.0 receive nobody within 254 ticks",
      .ipc(.init(t[3], .nobody, receive: .init(isOpen: false, timeout: .ticks(254))))
    ),
    ("t2.0 ipc invalid without phases", .ipc(.init(t[3], .invalid))),
    ("t2.0 id_nearest nobody", .idNearest(.nobody, by: t[3])),
    (
      "t2.0 unmap p0 flush all",
      .unmap(page: 0, .init(isComplete: true, includesOwn: true), by: t[3])
    ),
    ("t1.1 thread_switch nobody", .threadSwitch(nil, by: t[2])),
    (
      "t1.0 thread_schedule t3.0 priority 1 slice 2 preempter t1.0",
      .threadSchedule(.init(t[4]), priority: 1, slice: 2, preempter: .init(t[1]), by: t[1])
    ),
    (
      "t1.0 ex_regs t1.1 registers 1 pager nobody preempter t1.0",
      .exRegs(t[2], registers: 1, pager: .some(nil), preempter: .some(.init(t[1])), by: t[1])
    ),
    (
      "t1.0 ex_regs t1.1",
      .exRegs(t[2], registers: nil, pager: nil, preempter: nil, by: t[1])
    ),
    (
      "t1.0 task_new task3 mcp 1 pager t1.0",
      .create(.init(Task(3)), mcp: 1, registers: 0, pager: .init(t[1]), by: t[1])
    ),
    (
      "t1.0 task_new former task3 chief task2",
      .donate(.init(Task(3), isFormer: true), to: .init(Task(2)), by: t[1])
    ),
    ("t2.0 writes p1", .access(page: 1, write: true, by: t[3])),
    ("t2.0 faults read", .fault(write: false, of: t[3])),
    ("t2.0 exception", .exception(of: t[3])),
    ("t2.0 lidt invalid", .loadExceptionTable(isValid: false, of: t[3])),
    (
      "copy from t2.0, sender faults, receiver faults",
      .copy(from: t[3], senderFaults: true, receiverFaults: true)
    ),
    ("timeout of t2.0", .expire(t[3])), ("tick", .tick), ("interrupt 0", .interrupt(Source(0))),
  ]

  @Test(arguments: forms)
  func `every form prints and reads`(_ text: String, _ operation: Op) throws {
    #expect(operation.text(in: Self.population) == text)
    #expect(try Op(parsing: text, in: Self.population) == operation)
  }

  @Test func `whatever is printed can be read`() throws {
    var random = RandomOperations(seed: 0x14_1997, Self.population)
    for _ in 0..<20_000 {
      let operation = random.operation()
      let text = operation.text(in: Self.population)
      #expect(try Op(parsing: text, in: Self.population) == operation, "\(text)")
    }
  }

  @Test func `blanks, arrows and the empty options are free`() throws {
    for (one, other) in [
      ("  t2.0   send\tt3.0  map p0 -> p1 rw", "t2.0 send t3.0 map p0→p1 rw"),
      ("t2.0 call t3.0 and receive", "t2.0 call t3.0"),
      ("t2.0 send t3.0 word 0", "t2.0 send t3.0"),
      ("copy from t2.0 ,receiver faults", "copy from t2.0, receiver faults"),
    ] {
      #expect(
        try Op(parsing: one, in: Self.population) == Op(parsing: other, in: Self.population))
    }
  }

  @Test(arguments: [
    ("", "column 1: expected a thread, tick, interrupt, timeout of, or copy from, found the end"),
    (
      "t9.0 send t1.0",
      #"column 1: expected a thread, tick, interrupt, timeout of, or copy from, found "t9.0""#
    ),
    (
      "t2.0 sends t3.0",
      "column 6: expected an operation: send, receive, wait, call, reply, ipc, id_nearest, unmap, "
        + "thread_switch, thread_schedule, ex_regs, task_new, reads, writes, faults, exception, "
        + #"lidt, found "sends""#
    ),
    (
      "t2.0 send",
      "column 10: expected a thread: t0.0, t1.0, t1.1, t2.0, t3.0, irq0 and so on, nobody, or "
        + "invalid, found the end"
    ),
    (
      "t2.0 send former nobody",
      #"column 18: expected a thread: t0.0, t1.0, t1.1, t2.0, t3.0, found "nobody""#
    ),
    ("t2.0 send t3.0 word 2", #"column 21: expected a number from 0 to 1, found "2""#),
    ("t2.0 send t3.0 within 0 ticks", #"column 23: expected a number from 1 to 254, found "0""#),
    ("t2.0 send t3.0 within 1 ticks", #"column 25: expected tick, found "ticks""#),
    (
      "t2.0 send t3.0 map p0 p1 rw",
      #"column 23: expected → and the page of the receiver, found "p1""#
    ),
    ("t2.0 send t3.0 map p0 → p1 rx", #"column 28: expected rw or r-, found "rx""#),
    (
      "t2.0 send t3.0 map p1+3 → p0 rw",
      #"column 20: expected p0+2, p4+4 and so on: 2, 4, 8, 16 or 32 pages, found "p1+3""#
    ),
    ("t2.0 reply t3.0", "column 16: expected and, found the end"),
    ("t2.0 wait into q0", #"column 16: expected p0, io0, ... or all, found "q0""#),
    ("t2.0 wait short", "column 16: expected buffer, found the end"),
    ("t2.0 wait faults now", #"column 18: expected within, found "now""#),
    ("t2.0 unmap p0 flush none", #"column 21: expected all or others, found "none""#),
    (
      "t1.0 task_new task4 mcp 1",
      #"column 15: expected a task: task0, task1, task2, task3, found "task4""#
    ),
    ("t1.0 task_new task3", "column 20: expected mcp or chief, found the end"),
    (
      "t1.0 task_new task3 mcp 256 pager t1.0",
      #"column 25: expected a number from 0 to 255, found "256""#
    ),
    ("tick tick", #"column 6: expected nothing more, found "tick""#),
    ("copy from t2.0, somebody faults", #"column 15: expected nothing more, found ",""#),
  ])
  func `mistakes say where and what was expected`(_ text: String, _ error: String) {
    #expect {
      try Op(parsing: text, in: Self.population)
    } throws: {
      #expect("\($0)" == error)
      return "\($0)" == error
    }
  }
}
