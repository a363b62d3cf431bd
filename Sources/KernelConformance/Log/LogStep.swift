import KernelPrograms
import Microkernel

/// A line of a log.
struct LogPlace: Hashable, Sendable {
  var line: Int
  var text: String
}

/// What a log says of one step of a kernel: an operation, and the events up to the next one.
struct LogStep {
  var operation: KernelOperation
  /// The events, in the order of the log, with their lines; the operation itself is not among them.
  var events: [(event: LogEvent, place: LogPlace)] = []
  /// Where the operation is.
  var place: LogPlace
  /// Whether events of the step can have been lost.
  var hasGap = false
  /// Who runs and what is where afterwards, as far as that is known.
  var running: Running?
  var memory: [Holding]?

  init(_ operation: KernelOperation, at place: LogPlace) {
    self.operation = operation
    self.place = place
  }

  /// Where the last event is.
  var last: LogPlace { events.last?.place ?? place }

  /// What the step shows, in order of threads; of the first events only what they say themselves.
  func seen(_ count: Int? = nil) -> Observation {
    var seen = Observation()
    for (event, _) in events.prefix(count ?? events.count) {
      switch event {
      case .returned(let result): seen.returns.append(result)
      case .accessed(let access): seen.accesses.append(access)
      case .replied(let reply): seen.reply = reply
      case .runs(let running): if count != nil { seen.running = running }
      case .memory: if count != nil { seen.memory = memory }
      case .operation, .gap: break
      }
    }
    if count == nil {
      seen.running = running
      seen.memory = memory
    }
    seen.sort()
    return seen
  }
}
