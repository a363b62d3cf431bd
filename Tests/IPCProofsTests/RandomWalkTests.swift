import ClansAndChiefs
import IPC
import IPCProofs
import Testing

/// Every statement, on long random runs.
@Suite struct RandomWalkTests {
  static let profiles: [(String, IPCProfile, ClansProfile)] = {
    var fiasco = IPCProfile()
    fiasco.redirection = .none
    fiasco.sendingToSelf = .isBusy
    fiasco.emptyCall = .ok
    fiasco.queueOrder = .priority
    fiasco.faultTimeoutCode = .byPhase
    fiasco.inactiveThreads = .areBusy
    fiasco.receiversFromDeleted = .notExistent
    var hazelnut = IPCProfile()
    hazelnut.redirection = .none
    hazelnut.sendersToDeleted = .stay
    hazelnut.emptyCall = .timeout
    hazelnut.failedAssociation = .losesOld
    hazelnut.cutReport = .receiver
    hazelnut.foreignInterrupt = .waitsForOwn
    hazelnut.faultTimeoutCode = .byPlace
    var other = IPCProfile()
    other.sendersToDeleted = .cancelled
    other.receiversFromDeleted = .notExistent
    other.pendingSenders = .beginAnew
    other.transferOrder = .mapsFirst
    var assembly = IPCProfile()
    assembly.pendingSenders = .beginAnew
    assembly.receiversFromDeleted = .notExistent
    assembly.missingPager = .retries
    assembly.mapBit = .withheld
    return [
      ("v2", IPCProfile(), .v2), ("fiasco", fiasco, .v2), ("hazelnut", hazelnut, .v2),
      ("other", other, ClansProfile(pageFaults: .direct, trueDestination: .withheld)),
      (
        "propagation", IPCProfile(),
        ClansProfile(unknownSenders: .refused, ownSenders: .propagated)
      ),
      ("assembly", assembly, .assembly),
    ]
  }()

  @Test(arguments: 0..<6, [[1, 1, 1, 1, 1], [2, 1, 1, 1]])
  func allStatements(_ profile: Int, _ threads: [Int]) {
    let (name, ipc, clans) = Self.profiles[profile]
    for seed in 0..<40 {
      var walk = RandomWalk(seed: UInt64(seed), ipc, clans, threads: threads)
      walk.run(2000)
      let failure = walk.failures.first ?? ""
      #expect(walk.failures.isEmpty, "\(name), seed \(seed), step \(walk.steps)\n\(failure)")
      if !walk.failures.isEmpty { break }
    }
  }
}
