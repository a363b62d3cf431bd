import KernelPrograms
import Processes

/// A connection to a kernel that has been started and said hello: how messages get there and back.
protocol KernelLink: AnyObject {
  func send(_ id: UInt32, _ program: KernelProgram) throws(Transcript.Failure)
  /// The next message; nil if none came in time. What cannot be a message is thrown.
  func receive(until deadline: ContinuousClock.Instant) throws(Transcript.Failure) -> KernelMessage?
  /// Reads on for a moment and says whether more comes than anybody could want to say.
  func isFlooding(_ patience: Patience) -> Bool
  /// Ends the kernel at once. Otherwise it ends with this object, and has a moment to clean up.
  func kill()
  /// What was said since the program was sent that is nobody's message: of a kernel's own console on the
  /// same line.
  var nonsense: String? { get }
  /// What else was heard, that may tell a person what happened.
  var overheard: String? { get }
}

/// Why there is no connection to a kernel.
enum StartError: Error {
  /// Nothing was started: the program or the device is not there.
  case unreachable(ConnectionError)
  /// It was, and did not say what it is.
  case failed(Transcript.Failure)

  var failure: Transcript.Failure {
    switch self {
    case .unreachable(let error): .init(.crashed, error.description)
    case .failed(let failure): failure
    }
  }
}

/// Runs programs on a kernel that may do anything at all: it is started when it is needed, watched, and
/// ended and started again after every failure. (docs/conformance-protocol.md)
///
/// Everything the kernel does is in the transcripts; no call takes longer than `Patience` allows.
final class Supervisor<Link: KernelLink>: ProgramRunner {
  let description: KernelDescription
  private let patience: Patience
  private let start: () throws(StartError) -> (Link, KernelDescription)
  private var link: Link?
  private var programs: UInt32 = 0
  /// More than all that the kit says itself, with a quotation.
  private static var longestDetail: Int { 500 }

  /// Starts the kernel, to hear what it is.
  init(
    _ patience: Patience,
    _ start: @escaping () throws(StartError) -> (Link, KernelDescription)
  ) throws(ConnectionError) {
    self.patience = patience
    self.start = { () throws(StartError) in
      let (link, description) = try start()
      guard description.name.contains(where: { !$0.isWhitespace }) else {
        throw .failed(.init(.garbled, "its name is empty"))
      }
      return (link, description)
    }
    do {
      let (link, description) = try self.start()
      self.link = link
      self.description = description.shown
    } catch {
      var failure = error.failure
      failure.detail = ByteLine.shown(Array(failure.detail.utf8), most: Self.longestDetail)
      guard case .failed = error else { throw ConnectionError(failure.detail) }
      throw ConnectionError(failure.detail, failure: failure.kind.rawValue)
    }
  }

  func run(_ program: KernelProgram) -> Transcript {
    var transcript = Transcript([])
    do throws(Transcript.Failure) {
      let link = try begin()
      do throws(Transcript.Failure) {
        try converse(link, program, &transcript)
      } catch {
        let isLost = error.kind != .refused
        if isLost { self.link = nil }
        defer { if isLost { link.kill() } }
        if error.kind == .garbled, link.isFlooding(patience) {
          throw .init(
            .flooded, "output without end, of which the first is no answer: \(error.detail)")
        }
        throw error
      }
    } catch {
      let detail = ByteLine.shown(Array(error.detail.utf8), most: Self.longestDetail)
      transcript.failure = .init(error.kind, detail)
    }
    return transcript
  }

  /// The kernel as it is, or started again.
  private func begin() throws(Transcript.Failure) -> Link {
    if let link { return link }
    let link: Link
    let again: KernelDescription
    do { (link, again) = try start() } catch { throw error.failure }
    guard again.shown == description else {
      throw .init(.garbled, "started again, it says that it is another kernel: \(again.name)")
    }
    self.link = link
    return link
  }

  private func converse(
    _ link: Link, _ program: KernelProgram, _ transcript: inout Transcript
  ) throws(Transcript.Failure) {
    try expectSilence(of: link, "before it had a program")
    programs += 1
    let id = programs
    try link.send(id, program)
    var check = AnswerCheck(program)
    var watch = Watch(patience)
    while true {
      guard let message = try link.receive(until: watch.deadline) else {
        throw try overdue(link, watch, check)
      }
      switch message {
      case .observation(let number, let step, let observation):
        try expect(number, id)
        transcript.observations.append(try check.take(observation, step: step))
        watch.answered()
      case .done(let number):
        try expect(number, id)
        guard check.isComplete else {
          throw .init(.garbled, "it is done after \(check.step) of \(check.steps) steps")
        }
        return try expectSilence(of: link, "after it was done")
      case .refused(let number, let failure):
        try expect(number, id)
        throw .init(failure.kind, "step \(check.step): \(failure.detail)")
      case .heartbeat(let number):
        if let number { try expect(number, id) }
        try watch.beat()
      case .hello:
        throw .init(.crashed, "step \(check.step): it began anew" + heard(link))
      }
    }
  }

  private func expect(_ number: UInt32, _ id: UInt32) throws(Transcript.Failure) {
    guard number == id else {
      throw .init(.garbled, "it answers program \(number); program \(id) is under way")
    }
  }

  /// Nothing but signs of life is waiting to be read.
  private func expectSilence(of link: Link, _ when: String) throws(Transcript.Failure) {
    for _ in 0..<patience.mostHeartbeats {
      switch try link.receive(until: .now) {
      case nil: return
      case .heartbeat: continue
      case .hello: throw .init(.crashed, "it began anew \(when)" + heard(link))
      default: throw .init(.garbled, "it said more \(when)")
      }
    }
    throw .init(.flooded, "heartbeats without end \(when)")
  }

  /// Waits a little longer, to tell a late answer from none.
  private func overdue(
    _ link: Link, _ watch: Watch, _ check: AnswerCheck
  ) throws(Transcript.Failure) -> Transcript.Failure {
    let grace = ContinuousClock.now + patience.grace
    while let message = try link.receive(until: grace) {
      if case .heartbeat = message { continue }
      let time = watch.sinceAnswer.inSeconds
      return .init(
        .late,
        watch.isProgramOver
          ? "step \(check.step): an answer when the \(patience.program.inSeconds) of the program "
            + "are over"
          : "step \(check.step): an answer after \(time); it has \(patience.step.inSeconds)")
    }
    if let nonsense = link.nonsense {
      return .init(
        .garbled,
        "step \(check.step): no answer in \(watch.sinceAnswer.inSeconds), but not the agent is "
          + "heard: \(nonsense)")
    }
    let life = watch.heartbeats > 0 ? ", but \(watch.heartbeats) heartbeats" : ""
    return .init(
      .hung,
      "step \(check.step): no answer in \(watch.sinceAnswer.inSeconds)\(life)" + heard(link))
  }

  private func heard(_ link: Link) -> String {
    link.overheard.map { "; the last that it said: \($0)" } ?? ""
  }
}

/// The time that a program has, and its next answer.
private struct Watch {
  private let patience: Patience
  private let end: ContinuousClock.Instant
  private var lastAnswer = ContinuousClock.now
  private(set) var deadline: ContinuousClock.Instant
  /// Since the last answer.
  private(set) var heartbeats = 0

  init(_ patience: Patience) {
    self.patience = patience
    end = .now + patience.program
    deadline = min(end, .now + patience.step)
  }

  /// Whether it is the time of the program that ends next, and not that of its answer.
  var isProgramOver: Bool { deadline == end }

  var sinceAnswer: Duration { lastAnswer.duration(to: .now) }

  mutating func answered() {
    heartbeats = 0
    lastAnswer = .now
    deadline = min(end, .now + patience.step)
  }

  mutating func beat() throws(Transcript.Failure) {
    heartbeats += 1
    guard heartbeats <= patience.mostHeartbeats else {
      throw .init(.flooded, "\(heartbeats) heartbeats and no answer")
    }
    deadline = min(end, .now + patience.step)
  }
}

extension KernelDescription {
  /// With names that can be shown: a kernel can say anything.
  fileprivate var shown: KernelDescription {
    var shown = self
    shown.name = ByteLine.shown(Array(name.utf8), most: 60)
    shown.profile = ByteLine.shown(Array(profile.utf8), most: 60)
    return shown
  }
}
