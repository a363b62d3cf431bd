import KernelPrograms
import Microkernel
import Processes

/// Whether what a kernel answers can be an answer at all, before anybody asks whether it is right: of
/// this program and step, about who is on the stage, and about calls that were made.
struct AnswerCheck {
  private let stage: Stage
  private let operations: [KernelOperation]
  /// Who is in an ipc call, as far as it was seen.
  private var callers: Set<Int> = []
  /// Whose read or write has not been executed yet, as far as it was seen.
  private var accessing: Set<Int> = []
  /// The sources that an id can be of: those of the stage, and others that the program names.
  private let sources: Set<Int>
  /// The next step.
  private(set) var step = 0

  init(_ program: KernelProgram) {
    stage = program.stage
    operations = program.stage.setup + program.operations
    sources = Set(0..<program.stage.sources).union(operations.compactMap(\.namedSource))
  }

  var isComplete: Bool { step == operations.count }
  var steps: Int { operations.count }

  /// Takes the answer to the next step; what is in order of threads is put so.
  mutating func take(
    _ answer: Observation, step: Int
  ) throws(Transcript.Failure) -> Observation {
    guard step == self.step, !isComplete else {
      throw .init(
        .garbled,
        isComplete
          ? "it answers step \(step) of \(operations.count) steps that have been answered"
          : "it answers step \(step); step \(self.step) is next")
    }
    let operation = operations[step]
    try checkForm(answer, of: operation)
    if !answer.isSkipped { begin(operation) }
    try checkPeople(answer)
    for answer in answer.returns { callers.remove(answer.thread) }
    for access in answer.accesses { accessing.remove(access.thread) }
    self.step += 1
    var sorted = answer
    sorted.returns.sort { $0.thread < $1.thread }
    sorted.accesses.sort { $0.thread < $1.thread }
    for index in sorted.returns.indices {
      sorted.returns[index].damage = sorted.returns[index].damage.map {
        ByteLine.shown(Array($0.utf8))
      }
    }
    return sorted
  }

  private mutating func begin(_ operation: KernelOperation) {
    guard let actor = operation.actor.map({ Int($0.rawValue) }) else { return }
    switch operation {
    case .ipc: callers.insert(actor)
    case .access, .fault: accessing.insert(actor)
    default: break
    }
  }

  private func checkForm(
    _ answer: Observation, of operation: KernelOperation
  ) throws(Transcript.Failure) {
    func wrong(_ text: String) -> Transcript.Failure { .init(.garbled, "step \(step): \(text)") }
    if answer.isSkipped,
      !answer.returns.isEmpty || !answer.accesses.isEmpty || answer.reply != nil
    {
      throw wrong("it was skipped, and yet something came of it")
    }
    for answer in answer.returns where answer.code & 0xF != 0 {
      throw wrong("0x\(String(answer.code, radix: 16)) is not the error field of a result")
    }
    if let reply = answer.reply, !reply.answers(operation) {
      throw wrong("the reply is that of another call")
    }
    if let memory = answer.memory, memory.count != stage.shape.slots {
      throw wrong("the memory has \(memory.count) places; there are \(stage.shape.slots)")
    }
  }

  private func checkPeople(_ answer: Observation) throws(Transcript.Failure) {
    func forged(_ text: String) -> Transcript.Failure { .init(.forged, "step \(step): \(text)") }
    let threads = stage.population.threads
    let frames = stage.shape.frames + stage.shape.ports
    func check(_ id: SeenID?) throws(Transcript.Failure) {
      switch id {
      case .thread(let thread), .former(let thread):
        if !(0..<threads).contains(thread) {
          throw forged("an id of thread \(thread); the stage has \(threads)")
        }
      case .interrupt(let source):
        if !sources.contains(source) {
          throw forged("an id of interrupt \(source); the stage has \(stage.sources) sources")
        }
      case .nobody, .invalid, .unknown, nil: break
      }
    }
    var seen: Set<Int> = []
    for answer in answer.returns {
      guard seen.insert(answer.thread).inserted else {
        throw forged("thread \(answer.thread) returns from two calls at once")
      }
      guard callers.contains(answer.thread) else {
        throw forged("thread \(answer.thread) returns from a call that it did not make")
      }
      try check(answer.source)
      try check(answer.destination)
    }
    seen = []
    for access in answer.accesses {
      guard seen.insert(access.thread).inserted else {
        throw forged("thread \(access.thread) executes two accesses at once")
      }
      guard accessing.contains(access.thread) else {
        throw forged("thread \(access.thread) executes an access that it did not begin")
      }
      if let frame = access.frame, !(0..<frames).contains(frame) {
        throw forged("frame \(frame); the stage has \(frames) frames and ports")
      }
    }
    switch answer.reply {
    case .nearest(_, let id):
      // What is asked for is the answer where nothing is nearer, on the stage or not. (CC-8)
      if case .idNearest(.interrupt(let source), _) = operations[step],
        id == .interrupt(Int(source.rawValue))
      {
        break
      }
      try check(id)
    case .scheduled(_, _, let preempter): try check(preempter)
    case .registers(_, let pager, let preempter):
      try check(pager)
      try check(preempter)
    case .created, nil: break
    }
    if case .thread(let thread) = answer.running, !(0..<threads).contains(thread) {
      throw forged("thread \(thread) runs; the stage has \(threads)")
    }
    for holding in answer.memory ?? [] {
      if let frame = holding.frame, !(-1..<frames).contains(frame) {
        throw forged("frame \(frame) is mapped; the stage has \(frames) frames and ports")
      }
    }
  }
}

extension KernelOperation {
  /// The source of interrupts that a call names; it need not be there. (INT-4, CC-8)
  fileprivate var namedSource: Int? {
    switch self {
    case .ipc(let call):
      if case .interrupt(let source) = call.partner { Int(source.rawValue) } else { nil }
    case .idNearest(.interrupt(let source), _): Int(source.rawValue)
    default: nil
    }
  }
}
