/// The open points of the chapter: where the sources disagree, a universe names its choice. The
/// numbers are those of section P of the facts; the defaults are its recommendations, but for U34.
public struct ClansProfile: Hashable, Sendable {
  /// U10 (TN4): to whom a task number can be given.
  public enum Donation: String, Sendable, CaseIterable {
    /// To active tasks.
    case toActive = "to active tasks"
    /// To whatever number, as in the assembly kernel: whoever is created there will have it.
    case toAnybody = "to anybody"
  }

  /// U11 (TN9): what becomes of the task numbers of a clan whose chief is deleted.
  public enum NumbersOfDeleted: String, Sendable, CaseIterable {
    /// They go to the one who deleted it, as in Fiasco.
    case revert
    /// Nobody can create these tasks ever again.
    case lost
  }

  /// U26 (PF-7): whether the message of a page fault goes by the chiefs as any other.
  public enum PageFaults: String, Sendable, CaseIterable {
    case redirected, direct
  }

  /// U32 (CC-9): what id_nearest says of a task that does not exist, but whose number does.
  public enum UnknownIDs: String, Sendable, CaseIterable {
    /// The number has a chief, and so a place.
    case byNumber = "by number"
    /// It is outside.
    case outside
  }

  /// U33 (CC-11): whether a chief is told for whom a redirected message was.
  public enum TrueDestination: String, Sendable, CaseIterable {
    case told, withheld
  }

  /// U34 (CC-12): in whose name a message can be sent if that task does not exist.
  public enum UnknownSenders: String, Sendable, CaseIterable {
    /// A number without a task is where its chief is; an id without a number is outside.
    case byNumber = "by number"
    /// Both are outside, as in the assembly kernel. A chief can then send to a member of its clan in
    /// the name of another that was deleted, which is against T-CC3.
    case outside
    /// In nobody's.
    case refused
  }

  /// U35: whether a message can be sent in the name of another thread of the sender's own task.
  public enum OwnSenders: String, Sendable, CaseIterable {
    case refused
    /// As in X.0, where deceit is a case of propagation.
    case propagated
  }

  /// CC-8: what id_nearest answers of whom messages reach directly. (OBS13)
  public enum NearestIDs: String, Sendable, CaseIterable {
    /// The id that was asked about.
    case asked
    /// The id of its task, as in Fiasco.
    case task
    /// The own chief, as in Hazelnut, whomever it was asked about.
    case chief
  }

  /// The greatest depth of a task. (TN6)
  public var greatestDepth: UInt8
  public var donation: Donation
  public var numbersOfDeleted: NumbersOfDeleted
  public var pageFaults: PageFaults
  public var unknownIDs: UnknownIDs
  public var trueDestination: TrueDestination
  public var unknownSenders: UnknownSenders
  public var ownSenders: OwnSenders
  public var nearestIDs: NearestIDs

  public init(
    greatestDepth: UInt8 = 15, donation: Donation = .toActive,
    numbersOfDeleted: NumbersOfDeleted = .revert, pageFaults: PageFaults = .redirected,
    unknownIDs: UnknownIDs = .byNumber, trueDestination: TrueDestination = .told,
    unknownSenders: UnknownSenders = .byNumber, ownSenders: OwnSenders = .refused,
    nearestIDs: NearestIDs = .asked
  ) {
    self.greatestDepth = greatestDepth
    self.donation = donation
    self.numbersOfDeleted = numbersOfDeleted
    self.pageFaults = pageFaults
    self.unknownIDs = unknownIDs
    self.trueDestination = trueDestination
    self.unknownSenders = unknownSenders
    self.ownSenders = ownSenders
    self.nearestIDs = nearestIDs
  }

  /// The recommendations of section P, but for U34: that the virtual sender is treated as outside
  /// contradicts the recommendation of U32, and breaks T-CC2 and T-CC3, so it is where its number is.
  public static let v2 = ClansProfile()
  /// What section P says of the assembly kernel, where it says anything.
  public static let assembly = ClansProfile(
    donation: .toAnybody, unknownIDs: .outside, unknownSenders: .outside)
}
