import Evidence
import Exploration
import KernelUniverses
import Testing

@Suite("Secrecy: pairs of runs")
struct SecrecyTests {
  @Test("nobody learns a secret, and there is something to learn", arguments: SecrecyUniverse.all)
  func secretsAreKept(_ secret: SecrecyUniverse) throws {
    let result = try secret.search(Options())
    #expect(result.verdict == .holds)
    #expect(result.unreachedGoals == [])
    #expect(result.leak == [])
  }

  /// A kernel that redirects nothing, as those of section V, lets every secret out.
  @Test("without redirection the same secret leaks", arguments: SecrecyUniverse.all)
  func secretsLeakWithoutChiefs(_ secret: SecrecyUniverse) throws {
    var universe = secret.universe
    universe.profile.ipc.redirection = .none
    let leaking = SecrecyUniverse(
      name: secret.name, claim: secret.claim, universe: universe, secrecy: secret.secrecy)
    let result = try leaking.search(Options())
    #expect(result.verdict == .violated)
    #expect(result.leak.count == 2, "\(result.leak)")
  }

  /// A chief that waits for its clan lets outsiders see that it does.
  @Test("a chief that receives from its clan leaks by being ready")
  func chiefsLeakByWaiting() throws {
    var universe = SecrecyUniverse.confinement.universe
    universe.operations.append(
      try .init(parsing: "t2.0 wait", in: universe.population))
    let result = try SecrecyUniverse(
      name: "open chief", claim: "", universe: universe,
      secrecy: SecrecyUniverse.confinement.secrecy
    ).search(Options())
    #expect(result.verdict == .violated)
  }
}
