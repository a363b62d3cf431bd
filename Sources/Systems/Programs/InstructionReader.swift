import AddressSpaces
import Evidence
import Forms
import Microkernel
import Vocabulary

/// Reads an instruction, which is written like an operation of the kernel, without the thread that
/// executes it. What that thread remembers can stand in it: `sender` for whom the last message came
/// from, and `word received` for what it brought. Of the marks that it may name is not asked here.
struct InstructionReader {
  let thread: Thread
  let population: Population
  /// How many pages a task has.
  let pages: Int
  /// The words of the operation, each with the column of what stands there.
  private var words: [WordScanner.Word] = []
  private var reads: ThreadMemory.Parts = []
  private var entry: (target: Thread, mark: String)?

  init(thread: Thread, population: Population, pages: Int) {
    self.thread = thread
    self.population = population
    self.pages = pages
  }

  static let verbs = [
    "send", "receive", "wait", "call", "reply", "unmap", "thread_switch", "thread_schedule",
    "ex_regs", "task_new", "reads", "writes",
  ]

  /// Those that name whom they send to or receive from.
  private static let calls = ["send", "receive", "call", "reply"]

  mutating func instruction(_ item: Item) throws(InputError) -> Instruction {
    let text = try item.text()
    let all = WordScanner(text).words
    guard let verb = all.first, Self.verbs.contains(verb.text) else {
      throw item.error(
        at: all.first?.column ?? 1, "unknown instruction \(item.node.whatItIs)",
        allowed: Self.verbs + ["mark", "spin", "again", "leave"])
    }
    do throws(WordError) {
      var rest = all[...]
      while let word = rest.popFirst() { try add(word, &rest) }
    } catch { throw item.error(at: error) }
    var instruction = Instruction(
      text: text, words: words.map(\.text), entry: entry, sets: [], reads: reads)
    let operation = try example(instruction, item)
    instruction.sets = operation.resultParts
    if let page = operation.pages.first(where: { $0 >= pages }) {
      throw item.error(
        "in \"\(text)\": there is no page p\(page); a task has "
          + (pages == 0 ? "none" : "p0 to p\(pages - 1)"))
    }
    return instruction
  }

  /// Takes a word over, or what it stands for.
  private mutating func add(
    _ word: WordScanner.Word, _ rest: inout ArraySlice<WordScanner.Word>
  ) throws(WordError) {
    if word.text == "sender" {
      guard words.count == 1, Self.calls.contains(words[0].text) else {
        throw WordError(
          column: word.column, message: "\"sender\" can only be whom a message is to or from")
      }
      reads.insert(.source)
    }
    if word.text == "word", let next = rest.first, next.text == "received" {
      reads.insert(.word)
    }
    guard word.text == "to", words.first?.text == "ex_regs", let mark = rest.popFirst() else {
      words.append(word)
      return
    }
    guard words.count > 1, let target = population.thread(named: words[1].text) else {
      throw WordError(column: word.column, message: "expected a thread before \"to\"")
    }
    // The token of the registers does not matter: where the target goes on is the program's affair.
    entry = (target, mark.text)
    words.append(.init(text: "registers", column: word.column))
    words.append(.init(text: "0", column: mark.column))
  }

  /// The operation for some memory, to find out whether the words are right.
  private func example(
    _ instruction: Instruction, _ item: Item
  ) throws(InputError) -> KernelOperation {
    let other = (0..<population.threads).map { Thread($0) }.first { $0 != thread } ?? thread
    let source = ThreadMemory.Source.thread(other, isFormer: false)
    let example = instruction.words(source: source, word: true, population)
    let name = population.name(thread)
    do {
      return try KernelOperation(
        parsing: ([name] + example).joined(separator: " "), in: population)
    } catch {
      // The error is at a word of the example, or behind the last one.
      var column = name.unicodeScalars.count + 2
      var place = words.last.map { $0.column + $0.text.unicodeScalars.count } ?? 1
      for (text, word) in zip(example, words) {
        if error.column <= column {
          place = word.column
          break
        }
        column += text.unicodeScalars.count + 1
      }
      throw item.error(at: place, error.message)
    }
  }
}

extension Instruction {
  /// The words, with what is remembered in its place.
  fileprivate func words(
    source: ThreadMemory.Source, word: Bool, _ population: Population
  ) -> [String] {
    let name =
      switch source {
      case .nobody: "nobody"
      case .thread(let thread, let isFormer): (isFormer ? "former " : "") + population.name(thread)
      case .interrupt(let source): "irq\(source.rawValue)"
      }
    return words.enumerated().map { index, text in
      if text == "sender" { return name }
      return text == "received" && words[index - 1] == "word" ? (word ? "1" : "0") : text
    }
  }

  /// What a thread does that executes the instruction, with this memory.
  func operation(
    of thread: Thread, with memory: ThreadMemory, in population: Population
  ) -> KernelOperation? {
    let words = words(source: memory.source, word: memory.word, population)
    return try? KernelOperation(
      parsing: ([population.name(thread)] + words).joined(separator: " "), in: population)
  }
}

extension KernelOperation {
  /// What its result leaves in the memory of the thread that made it.
  fileprivate var resultParts: ThreadMemory.Parts {
    switch self {
    case .ipc(let call): call.receive == nil ? .code : .all
    case .threadSchedule, .create, .donate: .code
    default: []
    }
  }

  /// The pages that it names.
  fileprivate var pages: [Int] {
    switch self {
    case .ipc(let call):
      var pages: [Int] = []
      if let item = call.send?.item { pages += [item.page + (1 << item.order) - 1, item.base] }
      if case .page(let page) = call.receive?.window { pages.append(page) }
      return pages
    case .unmap(let page, _, _), .access(let page, _, _): return [page]
    default: return []
    }
  }
}
