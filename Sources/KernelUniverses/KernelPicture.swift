import AddressSpaces
import Logic
import Microkernel
import Universes
import Vocabulary

/// A state of a kernel as a person draws it: what every thread does and is, the tree of clans, who
/// has the processor, the interrupts, and the memory. Different states have different pictures.
public struct KernelPicture: Hashable, Sendable {
  /// What a statement is about.
  public enum Section: String, Hashable, Sendable, CaseIterable {
    case threads, attributes, tasks, processor, interrupts, memory
  }

  /// One statement: of whom, and what.
  public struct Line: Hashable, Sendable {
    public let section: Section
    /// As `t2.0`, or `task3`.
    public let subject: String
    /// As `pending at t3.0, word 1, 2 ticks left`; empty where there is nothing to say.
    public let text: String
  }

  /// The same subjects in the same order for all states of a universe.
  public let lines: [Line]

  public init<S, let h: Int, let k: Int, let q: Int, let s: Int, let f: Int>(
    _ state: Microkernel<Concrete<S>, h, k, q, s, f>, in universe: KernelUniverse
  ) {
    let sketch = KernelSketch(state: state, universe: universe)
    var lines: [Line] = []
    func add(_ section: Section, _ subject: String, _ text: String) {
      lines.append(Line(section: section, subject: subject, text: text))
    }
    let threads = 0..<universe.population.threads
    for thread in threads { add(.threads, sketch.name(thread), sketch.activity(of: thread)) }
    for thread in threads {
      for (key, text) in sketch.attributes(of: thread) {
        add(.attributes, "\(sketch.name(thread)) \(key)", text)
      }
    }
    for task in 0..<universe.population.tasks {
      add(.tasks, "task\(task)", sketch.description(ofTask: task))
    }
    if universe.profile.threads.schedules {
      add(.processor, "processor", sketch.processor)
      add(.processor, "rings", sketch.rings)
    }
    for source in 0..<universe.sources {
      add(.interrupts, "irq\(source)", sketch.description(ofSource: source))
    }
    if universe.shape.pages > 0 {
      let memory = Picture(state.spaces, in: universe.shape)
      for slot in memory.nodes.indices.map({ Slot($0) }) {
        let text = memory.describe(slot)
        add(.memory, universe.shape.name(slot), text == "∅" ? "" : text)
      }
      add(.memory, "free nodes", "\(memory.free)")
    }
    self.lines = lines
  }

  /// Everything, on one line.
  public var description: String {
    lines.filter { !$0.text.isEmpty && $0.subject != "free nodes" }
      .map { "\($0.subject): \($0.text)" }.joined(separator: "; ")
  }

  /// What is different in `after`, a line each: `t2.0: ready → pending at t3.0`.
  public func changes(to after: KernelPicture) -> [String] {
    zip(lines, after.lines).filter { $0 != $1 && $0.subject != "free nodes" }.map { old, new in
      "\(old.subject): \(old.text.isEmpty ? "∅" : old.text) → \(new.text.isEmpty ? "∅" : new.text)"
    }
  }
}
