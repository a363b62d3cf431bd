import Dispatch
import Foundation
import KernelConformance
import Processes

/// Control-C while a campaign runs: the first one ends it with a report of what was done, the next one
/// ends the process.
final class Interruption {
  let request = StopRequest()
  private let source: any DispatchSourceSignal

  init() {
    signal(SIGINT, SIG_IGN)
    let source = DispatchSource.makeSignalSource(
      signal: SIGINT, queue: DispatchQueue.global(qos: .userInteractive))
    self.source = source
    source.setEventHandler { [request] in
      if request.wasMade { ChildProcess.exit(128 + SIGINT) }
      request.make()
      Report.note("\nl4: stopping; once more ends it at once")
    }
    source.activate()
  }

  deinit {
    source.cancel()
    signal(SIGINT, SIG_DFL)
  }
}
