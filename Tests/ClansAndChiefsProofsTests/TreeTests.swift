import ClansAndChiefs
import ClansAndChiefsProofs
import Testing

@Suite("Every clan tree")
struct TreeTests {
  @Test("of up to six tasks")
  func everyTree() {
    let clock = ContinuousClock()
    let start = clock.now
    let report = EveryTree(upTo: 6).check()
    let time = clock.now - start
    print(time, report)
    #expect(report.failures.isEmpty)
  }

  @Test("that a run comes to", arguments: ClanProof.instances.map(\.name))
  func everyRun(instance: String) throws {
    let proof = try #require(ClanProof.instances.first { $0.name == instance }).proof
    for numbers in 3...6 {
      let clock = ContinuousClock()
      let start = clock.now
      let report = EveryRun(numbers: numbers, proof.profile).check()
      let time = clock.now - start
      print(instance, numbers, time, report)
      #expect(report.failures.isEmpty)
    }
  }
}
