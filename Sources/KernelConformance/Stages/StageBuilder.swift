import AddressSpaces
import KernelPrograms
import Microkernel
import Vocabulary

/// Names for the parts of operations, so that setups read as programs do.
struct StageBuilder {
  typealias Op = KernelOperation

  let population: Population
  private(set) var setup: [Op] = []

  init(_ threadsOfTask: [Int]) { population = Population(threadsOfTask: threadsOfTask) }

  /// A thread by task and lthread number.
  func thread(_ task: Int, _ number: Int = 0) -> Thread {
    population.threads(of: Task(task))[number]
  }

  mutating func add(_ operations: Op...) { setup += operations }

  /// The chief creates a task whose pager is a thread.
  mutating func create(
    _ task: Int, by chief: Int = 1, pager: Thread? = nil, mcp: UInt8 = 255
  ) {
    let pager = pager ?? thread(chief)
    setup.append(
      .create(
        .init(Task(task)), mcp: mcp, registers: 1, pager: .init(pager), by: thread(chief)))
  }

  /// Root gives the number of a task away, to one after the other.
  mutating func donate(_ task: Int, through chiefs: Int...) {
    var owner = 1
    for chief in chiefs {
      setup.append(.donate(.init(Task(task)), to: .init(Task(chief)), by: thread(owner)))
      owner = chief
    }
  }

  /// lthread 0 of a task starts another thread of it.
  mutating func start(_ task: Int, _ number: Int, pager: Thread? = nil) {
    let by = thread(task)
    setup.append(
      .exRegs(
        thread(task, number), registers: 2, pager: .some(.init(pager ?? thread(1))),
        preempter: nil, by: by))
  }

  /// One thread maps pages to another.
  mutating func map(
    _ page: Int, order: Int = 0, from sender: Thread, to receiver: Thread, at place: Int? = nil,
    write: Bool = true
  ) {
    let isPort = page >= Op.port(0)
    setup.append(
      .ipc(
        .init(
          receiver, .thread(.init(sender)),
          receive: .init(isOpen: false, window: isPort ? .page(page) : .all))))
    setup.append(
      .ipc(
        .init(
          sender, .thread(.init(receiver)),
          send: .init(
            item: .init(page: page, order: order, base: place ?? page, write: write),
            timeout: .zero))))
  }

  /// A thread hands the processor to another.
  mutating func handOver(from thread: Thread, to other: Thread) {
    setup.append(.threadSwitch(.init(other), by: thread))
  }

  /// A thread waits for whatever comes.
  mutating func wait(_ thread: Thread) {
    setup.append(.ipc(.init(thread, .nobody, receive: .init(isOpen: true))))
  }
}
