import ClansAndChiefs
import IPC

extension IPCProof {
  /// The instances that are proved as a matter of course. Between them every option of the profile
  /// occurs, threads of one task and of several, and every case of every rule.
  public static let instances: [(name: String, proof: IPCProof)] = [
    ("ipc v2", IPCProof()),
    (
      "ipc, other choices",
      IPCProof(
        threads: [2, 1, 1],
        {
          var profile = IPCProfile()
          profile.inactiveThreads = .areBusy
          profile.sendersToDeleted = .cancelled
          profile.receiversFromDeleted = .notExistent
          profile.emptyCall = .ok
          profile.queueOrder = .priority
          profile.faultTimeoutCode = .byPhase
          profile.failedAssociation = .losesOld
          profile.foreignInterrupt = .waitsForOwn
          profile.sendingToSelf = .isBusy
          profile.cutReport = .receiver
          profile.pendingSenders = .beginAnew
          profile.transferOrder = .mapsFirst
          profile.missingPager = .retries
          profile.mapBit = .withheld
          return profile
        }(),
        ClansProfile(
          pageFaults: .direct, trueDestination: .withheld, unknownSenders: .refused,
          ownSenders: .propagated))
    ),
    (
      "ipc without redirection",
      IPCProof(
        threads: [2, 2],
        {
          var profile = IPCProfile()
          profile.sendersToDeleted = .stay
          profile.emptyCall = .timeout
          profile.faultTimeoutCode = .byPlace
          profile.redirection = .none
          return profile
        }())
    ),
  ]
}
