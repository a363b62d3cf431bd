import Connectors
import Foundation
import KernelPrograms
import Testing

extension ConnectorsTests {
  /// What a kernel has started ends with it, wherever it went.
  @Suite struct DescendantTests {
    private let kernels: Kernels
    /// In the command line of all that is started.
    private let mark: String
    /// A shell by a name that no other test has.
    private let shell: String

    init() throws {
      kernels = try Kernels()
      mark = kernels.folder.appendingPathComponent("sleep").path
      shell = kernels.folder.appendingPathComponent(kernels.name).path
      for (link, program) in [(mark, "/bin/sleep"), (shell, "/bin/sh")] {
        try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: program)
      }
    }

    /// A kernel that starts something when it is asked, and then does something.
    private func start(_ daemon: String, then: String) throws -> any ProgramRunner {
      let script = """
        echo '{"message": "hello", "protocol": 1, "name": "sh", "profile": "v2", "lacks": [], \
        "tasks": 8, "threads": 16, "pages": 8, "fault_ticks": []}'
        read line
        \(daemon.replacing("sleep", with: mark))
        \(then)

        """
      let file = try kernels.write(script, as: "kernel.sh")
      return try Connection("json:\(shell) \(file)").makeRunner(
        patience: Patience(
          boot: .seconds(60), step: .seconds(3), program: .seconds(3), grace: .milliseconds(100)))
    }

    /// The last of them is known by nothing that it has been given: no group, no session, no parent, no
    /// environment.
    @Test(
      arguments: [
        "sleep 600 & sleep 600 &", "setsid sleep 600 &", "(sleep 600 & sleep 600 &) &",
        "env -i setsid sh -c 'setsid sh -c \"sleep 600 & sleep 600 &\" &'",
      ], [("sleep 600", "hung"), ("exit 3", "crashed"), ("kill -9 $$", "crashed")])
    func `nothing that it has started is left`(
      daemon: String, end: (then: String, kind: String)
    ) throws {
      var runner = try start(daemon, then: end.then)
      for _ in 0..<2 {
        let transcript = runner.run(.small)
        #expect(transcript.failure.map { "\($0.kind)" } == end.kind, "\(transcript)")
        #expect(try processes(running: mark).isEmpty)
      }
      #expect(try children(named: kernels.name).isEmpty)
    }

    @Test func `what it has started lives as long as it does`() throws {
      let runner = try start("", then: "sleep 600")
      defer { _ = runner }
      #expect(try children(named: kernels.name).count == 1)
    }

    @Test func `how it ended is told`() throws {
      for (then, says) in [("exit 3", "exit status 3"), ("kill -6 $$", "signal 6")] {
        var runner = try start("", then: then)
        let failure = runner.run(.small).failure
        #expect(failure?.detail.contains(says) == true, "\(String(describing: failure))")
      }
    }
  }
}
