import AddressSpaces
import Evidence
import Forms
import IPC
import Microkernel
import Vocabulary
import Yams

/// Reads the program of a thread: a list of instructions, and of blocks in which there are more.
struct ProgramReader {
  let thread: Thread
  let population: Population
  let pages: Int
  let yaml: YAMLText
  private(set) var program = Program()
  /// Where `again` and `leave` go in the loops that are open.
  private var loops: [(again: Int, leave: Int)] = []
  /// The instructions that name marks of other programs, with their places.
  private(set) var entries: [(node: Int, item: Item)] = []

  /// Nodes are numbered in a byte, of which one value says that a thread is not there.
  static let limit = 255

  init(
    _ item: Item, of thread: Thread, in population: Population, pages: Int
  ) throws(InputError) {
    self.thread = thread
    self.population = population
    self.pages = pages
    yaml = item.yaml
    // Whoever comes to the end sleeps for ever: L4 threads do not end. (EX12)
    let end = emit(.jump(0), at: nil)
    let sleep = Instruction(text: "sleep", words: ["receive", "nobody"], sets: .all, reads: [])
    program.nodes[end] = .instruction(sleep, next: end)
    program.entry = try block(item, next: end)
    if let node = program.firstEmptyLoop {
      let line = program.lines[node]
      throw InputError(
        file: yaml.file, line: line,
        message: "a thread could go round in this loop without ever executing an instruction")
    }
    guard program.nodes.count < Self.limit else {
      throw item.error("a program can have \(Self.limit) instructions and blocks at most")
    }
  }

  private mutating func emit(_ node: Program.Node, at place: Node?) -> Int {
    program.nodes.append(node)
    program.lines.append(place?.mark?.line)
    return program.nodes.count - 1
  }

  /// A list of instructions and blocks, after which the program goes on at `next`.
  private mutating func block(_ item: Item, next: Int) throws(InputError) -> Int {
    guard case .sequence(let nodes) = item.node, !nodes.isEmpty else {
      throw item.error("\(item.name) must be a list of instructions, not \(item.node.whatItIs)")
    }
    var entry = next
    for (index, node) in nodes.enumerated().reversed() {
      let inner = Item(yaml: yaml, node: node, name: item.name, form: item.form)
      if let jump = try jump(inner) {
        guard index == nodes.count - 1 else {
          throw Item(yaml: yaml, node: nodes[index + 1], name: item.name, form: item.form)
            .error("nothing after \(node.whatItIs) is ever executed")
        }
        entry = jump
      } else if node.mapping != nil {
        entry = try compound(inner, next: entry)
      } else {
        entry = try single(inner, next: entry)
      }
    }
    return entry
  }

  /// Where `again` and `leave` go; nil of anything else.
  private func jump(_ item: Item) throws(InputError) -> Int? {
    guard let word = item.node.scalar?.string, word == "again" || word == "leave" else {
      return nil
    }
    guard let loop = loops.last else { throw item.error("\"\(word)\" must be inside of a loop") }
    return word == "again" ? loop.again : loop.leave
  }

  private mutating func compound(_ item: Item, next: Int) throws(InputError) -> Int {
    var parts = (item.node.mapping ?? [:]).map { (key: $0.key, value: $0.value) }
    guard !parts.isEmpty, let name = parts[0].key.scalar?.string else { throw unknown(item) }
    let first = parts.removeFirst()
    let inner = Item(yaml: yaml, node: first.value, name: name, form: item.form)
    if name.hasPrefix("if ") {
      return try choice(
        Item(yaml: yaml, node: first.key, name: name, form: item.form), inner, others: parts,
        next: next)
    }
    if let other = parts.first {
      throw yaml.error(other.key, "\(other.key.whatItIs) must be an item of its own")
    }
    switch name {
    case "loop":
      let head = emit(.jump(0), at: first.key)
      loops.append((again: head, leave: next))
      program.nodes[head] = .jump(try block(inner, next: head))
      loops.removeLast()
      return head
    case "choose":
      guard case .sequence(let ways) = first.value, ways.count > 1 else {
        throw inner.error(
          "choose must be a list of two or more lists of instructions, not "
            + first.value.whatItIs)
      }
      var targets: [Int] = []
      for way in ways {
        let way = Item(yaml: yaml, node: way, name: "a way of choose", form: item.form)
        // An empty list is to do nothing.
        if case .sequence(let nodes) = way.node, nodes.isEmpty {
          targets.append(next)
        } else {
          targets.append(try block(way, next: next))
        }
      }
      return emit(.choose(targets), at: first.key)
    default: throw unknown(item)
    }
  }

  private func unknown(_ item: Item) -> InputError {
    let key = item.node.mapping?.first?.key
    return yaml.error(
      key ?? item.node, "unknown block \(key?.whatItIs ?? "without a name")",
      allowed: ["loop", "choose", "if …, else"])
  }

  /// `if TEST: […]`, with an `else: […]` or without.
  private mutating func choice(
    _ key: Item, _ then: Item, others: [(key: Node, value: Node)], next: Int
  ) throws(InputError) -> Int {
    let test: MemoryTest
    do throws(WordError) {
      var words = WordScanner(key.name)
      _ = words.skip("if")
      test = try words.memoryTest(population)
      try words.end()
    } catch {
      throw key.error(at: error.column, error.message)
    }
    var otherwise = next
    if let other = others.first {
      guard other.key.scalar?.string == "else", others.count == 1 else {
        throw yaml.error(
          others.last?.key ?? other.key, "only \"else\" can follow \"\(key.name)\"")
      }
      otherwise = try block(
        Item(yaml: yaml, node: other.value, name: "else", form: key.form), next: next)
    }
    let body = try block(then, next: next)
    return emit(.branch(test, then: body, otherwise: otherwise), at: key.node)
  }

  private mutating func single(_ item: Item, next: Int) throws(InputError) -> Int {
    let text = try item.text()
    var words = WordScanner(text)
    if words.skip("spin") {
      do throws(WordError) { try words.end() } catch { throw item.error(at: error) }
      return emit(.spin, at: item.node)
    }
    if words.skip("mark") {
      let name: String
      do throws(WordError) {
        name = try words.take("the name of the place") { $0 }
        try words.end()
      } catch { throw item.error(at: error) }
      guard program.marks[name] == nil else {
        throw item.error("there is a mark \"\(name)\" already")
      }
      return emit(.mark(name, next: next), at: item.node)
    }
    var reader = InstructionReader(thread: thread, population: population, pages: pages)
    let instruction = try reader.instruction(item)
    let node = emit(.instruction(instruction, next: next), at: item.node)
    if instruction.entry != nil { entries.append((node, item)) }
    return node
  }
}

extension Program {
  /// A block in which one can go round without an instruction.
  var firstEmptyLoop: Int? {
    nodes.indices.first { start in
      var (found, next): ([Int], Int) = ([start], 0)
      while next < found.count {
        guard !nodes[found[next]].takesStep else {
          next += 1
          continue
        }
        for target in successors(of: found[next]) {
          if target == start { return true }
          if !found.contains(target) { found.append(target) }
        }
        next += 1
      }
      return false
    }
  }
}

extension Item {
  func error(at error: WordError) -> InputError { self.error(at: error.column, error.message) }
}

extension WordScanner {
  /// A question about the last result, in words.
  mutating func memoryTest(_ population: Population) throws(WordError) -> MemoryTest {
    let threads = (0..<population.threads).map { Thread($0) }
    return try connected(
      { words throws(WordError) in
        if words.skip("word") { return .word }
        if words.skip("interrupt") { return .interrupt }
        if words.skip("from") {
          let thread = try words.take(
            "a thread: \(threads.map(population.name).joined(separator: ", "))",
            population.thread(named:))
          return .from(thread, population.name(thread))
        }
        for (name, codes) in MemoryTest.codes where words.skip(name) { return .code(codes, name) }
        throw words.error(
          (MemoryTest.codes.map(\.name) + ["word", "from", "interrupt"]).joined(separator: ", "))
      }, not: { .not($0) }, both: { .both($0, $1) }, either: { .either($0, $1) })
  }
}

extension MemoryTest {
  /// The codes of a result by their names, of the send phase and of the receive phase. (IPC-41)
  static let codes: [(name: String, codes: [UInt8])] = {
    func both(_ code: ErrorCode) -> [UInt8] { [code.rawValue, code.atSender] }
    return [
      ("ok", [ErrorCode.ok.rawValue]),
      ("error", ErrorCode.all.filter { $0 != ErrorCode.ok.rawValue }),
      ("not-existent", both(.notExistent)), ("timeout", both(.timeout)),
      ("cancelled", both(.cancelled)), ("map-failed", both(.mapFailed)),
      ("fault-timeout", both(.sendPageFaultTimeout) + both(.receivePageFaultTimeout)),
      ("aborted", both(.aborted)), ("cut", both(.messageCut)),
      ("sent", ErrorCode.all.filter { $0 & 0x10 == 0 }),
    ]
  }()
}
