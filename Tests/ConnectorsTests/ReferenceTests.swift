import Connectors
import KernelPrograms
import Testing

extension ConnectorsTests {
  /// The reference kernel in a process of its own is the reference kernel.
  @Suite struct ReferenceTests {
    @Test(arguments: 0..<4 as Range<UInt64>)
    func `what comes through the pipe is what it did`(seed: UInt64) throws {
      var here: any ProgramRunner = ReferenceRunner()
      var there = try Connection("json:'\(Kernels.host)' --reference").makeRunner()
      #expect(there.description == here.description)
      var random = RandomPrograms(seed: seed)
      var answered = 0
      for number in 0..<100 {
        var program = random.program()
        program.stage.name = "random \(seed).\(number)"
        let expected = here.run(program)
        let seen = there.run(program)
        let place = "program \(number): \(String(describing: seen.failure))"
        #expect(seen.failure?.kind == expected.failure?.kind, "\(place)")
        let isEqual = seen.observations == expected.observations
        #expect(isEqual, "\(place)")
        answered += expected.observations.count { !$0.isSkipped }
      }
      #expect(answered > 100)
    }
  }
}
