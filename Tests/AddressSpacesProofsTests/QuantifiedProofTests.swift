import AddressSpaces
import AddressSpacesProofs
import SMT
import Testing

@Suite("Proofs for any number of tasks, pages and frames")
struct QuantifiedProofTests {
  /// The cases of the rules that change something.
  static let effects = [
    "map widened", "map replaced", "map mapped", "grant granted", "grant grantedReplacing",
    "unmap unmapped", "delete deleted", "create created",
  ]

  @Test("every obligation is proved")
  func everyObligationIsProved() throws {
    for obligation in try Quantified.obligations() {
      let decision = try obligation.decide()
      #expect(decision.outcome == .proved, "\(obligation.name): \(obligation.sentence)")
    }
  }

  @Test("every part of every invariant is proved of boot and of every case that changes something")
  func nothingIsLeftOut() throws {
    let all = try Quantified.obligations()
    #expect(Set(all.map(\.name)).count == all.count)
    let initial = all.filter { $0.kind == .initial }.map(\.sentence)
    #expect(Set(initial).count == initial.count)
    for effect in Self.effects {
      let own = all.filter { $0.rule?.description == effect }
      #expect(own.filter { $0.kind == .preservation }.map(\.sentence) == initial)
      #expect(own.filter { $0.kind == .possible }.count == 1)
    }
    #expect(Set(all.compactMap { $0.rule?.description }) == Set(Self.effects))
    for property in StepProperty.quantified {
      #expect(all.contains { $0.number == property.number }, "\(property.number)")
    }
  }

  @Test("an obligation is a script that other solvers read")
  func scripts() throws {
    for obligation in try Quantified.obligations() where obligation.rule?.result == .mapped {
      let script = try obligation.smtlib()
      #expect(script.contains(obligation.expectsModel ? ":status sat" : ":status unsat"))
      #expect(script.contains("(set-logic UF)"))
      #expect(script.contains("(check-sat)"))
    }
  }
}
