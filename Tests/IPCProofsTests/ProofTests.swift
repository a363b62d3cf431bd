import Evidence
import IPCProofs
import Proving
import Testing

@Suite struct IPCProofTests {
  /// All states of four threads, in any world, by any event.
  @Test(arguments: IPCProof.instances.indices)
  func everythingIsProved(_ index: Int) throws {
    let (name, proof) = IPCProof.instances[index]
    let report = try proof.induction().run()
    let failures = report.properties.filter { $0.verdict != .holds }.map { property in
      "\(property.name): \(property.verdict) \(property.counterexamples.first.map { "\($0.witness)" } ?? "")"
    }
    #expect(report.verdict == .holds, "\(name): \(report.vacuity) \(failures)")
  }
}
