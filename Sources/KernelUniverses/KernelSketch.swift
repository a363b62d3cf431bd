import Logic
import Microkernel
import Vocabulary

/// The words for the parts of a state.
struct KernelSketch<S, let h: Int, let k: Int, let q: Int, let s: Int, let f: Int>
where S: FixedWidthInteger & UnsignedInteger & Sendable & BitwiseCopyable {
  typealias Bits = Concrete<S>.Bits

  let state: Microkernel<Concrete<S>, h, k, q, s, f>
  let universe: KernelUniverse

  func name(_ thread: Int) -> String { universe.population.name(Thread(thread)) }

  /// The threads in a set, or `nobody`.
  func names(_ set: Bits, isFormer: Bool = false) -> String {
    let names = set.ids.filter { $0 < universe.population.threads }.map(name)
    if names.isEmpty { return "nobody" }
    return (isFormer ? "former " : "") + names.joined(separator: ", ")
  }

  /// The page numbers of a set of slots, or `all`.
  func pages(_ slots: Bits) -> String {
    let perTask = max(universe.shape.slotsPerTask, 1)
    let pages = slots.ids.map { $0 % perTask }
    if pages.count == universe.shape.pages, pages.count > 1 { return "all" }
    return pages.map { "p\($0)" }.joined(separator: "+")
  }

  /// Attributes of a thread, all of them in the same order for every state.
  func attributes(of thread: Int) -> [(key: String, text: String)] {
    let it = state.threads
    func reference(_ set: Bits, _ former: Bits) -> String {
      set.isEmpty.value ? "" : names(set, isFormer: former.contains(id: thread).value)
    }
    func number(_ number: UInt8) -> String { number == 0 ? "" : "\(number)" }
    var all = [
      (key: "pager", text: reference(it.pager[row: thread], it.formerPager)),
      ("preempter", reference(it.preempter[row: thread], it.formerPreempter)),
      (
        "external preempter",
        reference(it.externalPreempter[row: thread], it.formerExternalPreempter)
      ),
      ("registers", number(it.registers[row: thread].value)),
      ("handler", it.handlesExceptions.contains(id: thread).value ? "valid" : ""),
    ]
    guard it.existing.contains(id: thread).value else {
      return all + [("priority", ""), ("slice", "")]
    }
    let slice = it.slice[row: thread].value
    let remaining = it.remaining[row: thread].value
    all.append(("priority", "\(it.priority[row: thread].value)"))
    let length = slice == 255 ? "endless" : "\(slice) ticks"
    all.append(("slice", remaining == 0 ? length : "\(length), \(remaining) left"))
    return universe.profile.threads.schedules ? all : Array(all.dropLast(2))
  }

  func description(ofTask task: Int) -> String {
    let clans = state.threads.clans
    let bit = Bits(id: task)
    let chief = clans.chief(of: bit).ids.map { "task\($0)" }
    let chiefs = chief.isEmpty ? "no chief" : "chief \(chief.joined(separator: ", "))"
    guard clans.active.contains(bit).value else { return "inactive, \(chiefs)" }
    return "active, \(chiefs), mcp \(state.threads.mcp[row: task].value)"
  }

  /// Who runs, and in whose slice.
  var processor: String {
    let it = state.threads
    if it.running.isEmpty.value { return "idle" }
    return names(it.running)
      + (it.spending.mask == it.running.mask
        ? "" : ", in the slice of \(names(it.spending))")
  }

  /// Who is ready, by priority, in order.
  var rings: String {
    let it = state.threads
    let queued = it.queued.ids.sorted {
      (it.priority[row: $1].value, it.ahead[row: $0].ids.count, $0)
        < (it.priority[row: $0].value, it.ahead[row: $1].ids.count, $1)
    }
    let rings = Dictionary(grouping: queued) { it.priority[row: $0].value }
    var parts = rings.keys.sorted(by: >).map { priority in
      "\(priority): \((rings[priority] ?? []).map(name).joined(separator: ", "))"
    }
    let others = it.ready - it.queued
    if !others.isEmpty.value { parts.append("without a slice: \(names(others))") }
    return parts.joined(separator: "; ")
  }

  func description(ofSource source: Int) -> String {
    let handler = state.ipc.handler[row: source]
    if handler.isEmpty.value { return "" }
    return "of \(names(handler))" + (state.ipc.raised.contains(id: source).value ? ", pending" : "")
      + (state.ipc.serving.contains(id: source).value ? ", in service" : "")
  }
}
