import Connectors
import Testing

/// A process that is asked one text after the other.
extension ConnectorsTests {
  @Suite struct AnsweringChildTests {
    private func child(_ script: String) -> AnsweringChild {
      AnsweringChild(["/bin/sh", "-c", script], patience: .milliseconds(300))
    }

    @Test func textsAreAnsweredInTurn() {
      let child = child("while read a && read b; do echo $a of $$; done")
      guard case .line(let first) = child.ask("1\nend\n") else { return #expect(Bool(false)) }
      let process = first.dropFirst("1 of ".count)
      #expect(child.ask("2\nend\n") == .line("2 of \(process)"))
    }

    @Test func whoCrashesIsStartedAgain() {
      let child = child("read a; echo oh no >&2; if [ $a = 1 ]; then kill -SEGV $$; fi; echo $a")
      guard case .crashed(let how) = child.ask("1\nend\n") else { return #expect(Bool(false)) }
      #expect(how.contains("Segmentation fault") && how.contains("oh no"))
      #expect(child.ask("2\nend\n") == .line("2"))
    }

    @Test func whoHangsIsEnded() {
      let child = child("read a; [ $a = 1 ] && exec sleep 1000; echo $a")
      let start = ContinuousClock.now
      #expect(child.ask("1\nend\n") == .hung)
      #expect(ContinuousClock.now - start < .seconds(20))
      #expect(child.ask("2\nend\n") == .line("2"))
    }

    @Test func whoCannotBeStartedHasCrashed() {
      let child = AnsweringChild(["/nowhere/at/all"], patience: .seconds(1))
      guard case .crashed = child.ask("end\n") else { return #expect(Bool(false)) }
    }
  }
}
