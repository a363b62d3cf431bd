import Microkernel
import Vocabulary

/// What a thread does: instructions, each of which is one step, and what to go on with afterwards.
struct Program: Sendable {
  /// A point of the program. Instructions take a step; a thread goes past the others at once.
  enum Node: Sendable {
    case instruction(Instruction, next: Int)
    /// A place with a name: a step that does nothing.
    case mark(String, next: Int)
    /// For ever.
    case spin
    /// The thread may go on with any of these.
    case choose([Int])
    case branch(MemoryTest, then: Int, otherwise: Int)
    case jump(Int)

    var takesStep: Bool {
      switch self {
      case .instruction, .mark, .spin, .choose: true
      case .branch, .jump: false
      }
    }
  }

  var nodes: [Node] = []
  /// The line of the file that each node comes from; nil of what no line says.
  var lines: [Int?] = []
  var entry = 0

  /// The nodes of the marks.
  var marks: [String: Int] {
    nodes.enumerated().reduce(into: [:]) { marks, node in
      if case .mark(let name, _) = node.element { marks[name] = node.offset }
    }
  }

  /// The instruction that a thread at `node` executes next, with this memory.
  func settle(_ node: Int, _ memory: ThreadMemory) -> Int {
    var node = node
    while true {
      switch nodes[node] {
      case .branch(let test, let then, let otherwise):
        node = test.holds(of: memory) ? then : otherwise
      case .jump(let target): node = target
      case .instruction, .mark, .spin, .choose: return node
      }
    }
  }

  /// Where a node leads to.
  func successors(of node: Int) -> [Int] {
    switch nodes[node] {
    case .instruction(_, let next), .mark(_, let next), .jump(let next): [next]
    case .spin: []
    case .choose(let targets): targets
    case .branch(_, let then, let otherwise): [then, otherwise]
    }
  }

  /// What is written at a node, as a reader of the file finds it.
  func text(of node: Int) -> String {
    switch nodes[node] {
    case .instruction(let instruction, _): instruction.text
    case .mark(let name, _): "mark \(name)"
    case .spin: "spin"
    case .choose: "choose"
    case .branch(let test, _, _): "if \(test)"
    case .jump: "go on"
    }
  }
}

/// A system call, or an access to memory.
struct Instruction: Sendable {
  /// As in the file.
  var text: String
  /// The words, in which `sender` and `word received` stand for what the thread remembers.
  var words: [String]
  /// The mark at which lthread_ex_regs lets its target go on, and the node of it. (EX4, EX6)
  var entry: (target: Thread, mark: String)?
  /// What the call leaves in the memory, whatever was there.
  var sets: ThreadMemory.Parts
  /// What it reads.
  var reads: ThreadMemory.Parts
}

/// A question about the last result.
indirect enum MemoryTest: Hashable, Sendable, CustomStringConvertible {
  /// Any of some codes; what they are called.
  case code([UInt8], String)
  case from(Thread, String)
  case interrupt
  case word
  case not(MemoryTest)
  case both(MemoryTest, MemoryTest)
  case either(MemoryTest, MemoryTest)

  func holds(of memory: ThreadMemory) -> Bool {
    switch self {
    case .code(let codes, _): codes.contains(memory.code)
    case .from(let thread, _): memory.source == .thread(thread, isFormer: false)
    case .interrupt: if case .interrupt = memory.source { true } else { false }
    case .word: memory.word
    case .not(let test): !test.holds(of: memory)
    case .both(let left, let right): left.holds(of: memory) && right.holds(of: memory)
    case .either(let left, let right): left.holds(of: memory) || right.holds(of: memory)
    }
  }

  var reads: ThreadMemory.Parts {
    switch self {
    case .code: .code
    case .from, .interrupt: .source
    case .word: .word
    case .not(let test): test.reads
    case .both(let left, let right), .either(let left, let right): left.reads.union(right.reads)
    }
  }

  var description: String {
    switch self {
    case .code(_, let name): name
    case .from(_, let name): "from \(name)"
    case .interrupt: "interrupt"
    case .word: "word"
    case .not(let test): "not \(test)"
    case .both(let left, let right): "\(left) and \(right)"
    case .either(let left, let right): "(\(left) or \(right))"
    }
  }
}
