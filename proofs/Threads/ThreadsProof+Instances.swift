import ClansAndChiefs
import Threads

extension ThreadsProof {
  /// The instances that are proved as a matter of course. Between them every option of the profile,
  /// and every case of every rule.
  public static let instances: [(name: String, proof: ThreadsProof)] = [
    ("tasks", ThreadsProof([1, 1, 1, 1], clansProfile: ClansProfile(greatestDepth: 1))),
    ("threads", ThreadsProof([1, 2, 1])),
    (
      "other choices",
      ThreadsProof(
        [1, 1, 2],
        profile: ThreadsProfile(
          pagerOfCreated: .creators, cancelling: .withRegisters, infiniteSlice: .capped,
          tooHighPriority: .setsPreempter, zeroPriority: .one, afterTransfer: .receiver,
          preemptionMessage: .whenPreempted),
        clansProfile: ClansProfile(donation: .toAnybody, numbersOfDeleted: .lost))
    ),
    ("unscheduled", ThreadsProof([1, 2, 1], profile: ThreadsProfile(schedules: false))),
  ]
}
