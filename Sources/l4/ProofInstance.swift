import AddressSpacesProofs
import ClansAndChiefsProofs
import IPCProofs
import Proving
import ThreadsProofs
import Universes

/// A proof that can be asked for by name, of whichever chapter.
struct ProofInstance {
  let name: String
  let prove: (InductionOptions, ReachabilitySearch) throws -> [ProofResult]

  /// All of them, chapter by chapter.
  static var all: [ProofInstance] { addressSpaces + clansAndChiefs + threads + ipc }

  private static var addressSpaces: [ProofInstance] {
    Proof.instances.map { name, proof in
      ProofInstance(name: name) { options, search in
        var induction = proof.induction { step in
          try search.run(to: step.wideBefore, in: step.shape).0
        }
        induction.options = options
        return ProofResult.all(try induction.run(), instance: name, search)
      }
    }
  }

  private static var clansAndChiefs: [ProofInstance] {
    ClanProof.instances.map { name, proof in
      ProofInstance(name: name) { options, _ in
        var induction = proof.induction()
        induction.options = options
        return ProofResult.all(try induction.run(), instance: name)
      }
    } + [
      ProofInstance(name: "every clan tree") { _, _ in ClanTrees.everyTree("every clan tree") },
      ProofInstance(name: "every clan run") { _, _ in ClanTrees.everyRun("every clan run") },
    ]
  }

  private static var threads: [ProofInstance] {
    ThreadsProof.instances.map { name, proof in
      ProofInstance(name: name) { options, _ in
        var induction = proof.induction()
        induction.options = options
        return ProofResult.all(try induction.run(), instance: name)
      }
    }
  }

  private static var ipc: [ProofInstance] {
    IPCProof.instances.map { name, proof in
      ProofInstance(name: name) { options, _ in
        var induction = proof.induction()
        let portion = induction.options.portion
        induction.options = options
        induction.options.portion = portion
        return ProofResult.all(try induction.run(), instance: name)
      }
    }
  }
}
