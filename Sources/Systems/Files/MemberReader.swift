import Evidence
import Forms
import Microkernel
import Vocabulary
import Yams

/// Reads the threads of a system.
struct MemberReader {
  private let item: Item
  private let pages: Int
  private var entries: [(name: Node, section: Section<ThreadKey>)] = []
  let population: Population

  /// WordScanner that would be taken for something else.
  private static let reserved = [
    "sender", "nobody", "invalid", "former", "not", "and", "or", "all", "irq0", "irq1",
  ]

  /// Finds out who is there.
  init(_ item: Item, pages: Int) throws(InputError) {
    self.item = item
    self.pages = pages
    guard let mapping = item.node.mapping, !mapping.isEmpty else { throw item.wrong }
    /// The tasks in the order of their numbers, each with its threads.
    var tasks: [(name: String, threads: [String])] = [
      ("sigma0", ["sigma0"]), ("root", ["root"]),
    ]
    for (key, value) in mapping {
      let name = try Self.name(key, in: item.yaml)
      let section = try Section<ThreadKey>(value, in: item.yaml, as: "a thread")
      entries.append((key, section))
      let task = section[.task]
      if name == "sigma0" || name == "root" {
        if let task { throw task.error("\(name) is a task of its own") }
        continue
      }
      guard !tasks.contains(where: { $0.threads.contains(name) }) else {
        throw item.yaml.error(key, "there is a thread \"\(name)\" already")
      }
      let taskName = try task?.text() ?? name
      if let index = tasks.firstIndex(where: { $0.name == taskName }) {
        tasks[index].threads.append(name)
      } else {
        tasks.append((taskName, [name]))
      }
    }
    let names = tasks.flatMap(\.threads)
    guard names.count <= SystemFile.Capacity.threads, tasks.count <= SystemFile.Capacity.tasks
    else {
      throw item.error(
        "there are \(names.count) threads, sigma0 and root included; at most "
          + "\(SystemFile.Capacity.threads) fit")
    }
    population = Population(threadsOfTask: tasks.map(\.threads.count), names: names)
  }

  private static func name(_ key: Node, in yaml: YAMLText) throws(InputError) -> String {
    guard let name = key.scalar?.string,
      let first = name.unicodeScalars.first, ("a"..."z").contains(first),
      name.unicodeScalars.allSatisfy({
        ("a"..."z").contains($0) || ("0"..."9").contains($0) || $0 == "-"
      })
    else {
      throw yaml.error(
        key, "the name of a thread must be small letters, digits and -, not \(key.whatItIs)")
    }
    guard !reserved.contains(name) else {
      throw yaml.error(key, "\"\(name)\" means something else in programs")
    }
    return name
  }

  /// Reads what they do.
  mutating func members() throws(InputError) -> [SystemFile.Member] {
    var members: [SystemFile.Member] = []
    var entries: [(member: Int, node: Int, item: Item)] = []
    for (key, section) in self.entries {
      guard let thread = population.thread(named: key.scalar?.string ?? "") else { continue }
      var reader: ProgramReader?
      if let program = section[.program] {
        reader = try ProgramReader(program, of: thread, in: population, pages: pages)
      }
      entries += (reader?.entries ?? []).map { (members.count, $0.node, $0.item) }
      members.append(
        SystemFile.Member(
          thread: thread, pager: try pager(section[.pager]),
          buffer: try section[.buffer].map(page),
          priority: UInt8(try section[.priority]?.number() ?? 1),
          slice: try section[.slice].map(slice) ?? 255,
          program: reader?.program ?? Program.asleep))
    }
    for entry in entries { try resolve(entry, members) }
    return members
  }

  /// The mark at which another thread shall go on must be there.
  private func resolve(
    _ entry: (member: Int, node: Int, item: Item), _ members: [SystemFile.Member]
  ) throws(InputError) {
    guard case .instruction(let instruction, _) = members[entry.member].program.nodes[entry.node],
      let (target, mark) = instruction.entry
    else { return }
    let marks = members.first { $0.thread == target }?.program.marks ?? [:]
    guard marks[mark] != nil else {
      throw entry.item.error(
        "\(population.name(target)) has no mark \"\(mark)\"", allowed: marks.keys.sorted())
    }
  }

  /// The pager that is named; root where none is.
  private func pager(_ item: Item?) throws(InputError) -> Thread? {
    guard let item else { return population.threads(of: Task(1))[0] }
    let name = try item.text()
    if name == "nobody" { return nil }
    guard let thread = population.thread(named: name) else {
      throw item.error(
        "there is no thread \"\(name)\"",
        allowed: ["nobody"] + (0..<population.threads).map { population.name(Thread($0)) })
    }
    return thread
  }

  private func page(_ item: Item) throws(InputError) -> Int {
    let name = try item.text()
    guard let page = (0..<pages).first(where: { "p\($0)" == name }) else {
      throw item.error(
        "there is no page \"\(name)\"", allowed: (0..<pages).map { "p\($0)" })
    }
    return page
  }

  private func slice(_ item: Item) throws(InputError) -> UInt8 {
    let text = try item.text()
    if text == "endless" { return 255 }
    guard let ticks = UInt8(text), (1...254).contains(ticks) else { throw item.wrong }
    return ticks
  }
}

extension Program {
  /// Sleeps from the beginning.
  static var asleep: Program {
    var program = Program()
    let sleep = Instruction(text: "sleep", words: ["receive", "nobody"], sets: .all, reads: [])
    program.nodes = [.instruction(sleep, next: 0)]
    program.lines = [nil]
    return program
  }
}
