import AddressSpaces
import ClansAndChiefs
import IPC
import Threads

/// The open points of all chapters: where the sources disagree, a kernel has made its choice.
/// The numbers U1 to U35 are those of section P of the facts.
public struct KernelProfile: Hashable, Sendable {
  public var spaces: Profile
  public var threads: ThreadsProfile
  public var clans: ClansProfile
  public var ipc: IPCProfile
  public var items: ItemProfile

  public init(
    spaces: Profile = .v2, threads: ThreadsProfile = .v2, clans: ClansProfile = .v2,
    ipc: IPCProfile = IPCProfile(), items: ItemProfile = ItemProfile()
  ) {
    self.spaces = spaces
    self.threads = threads
    self.clans = clans
    self.ipc = ipc
    self.items = items
  }
}

extension KernelProfile {
  /// The recommendations of section P, but for U34, where it is `byNumber`. (see `ClansProfile.v2`)
  public static let v2 = KernelProfile()

  /// What section V saw Fiasco answer, and what its sources say where they were asked.
  public static let fiasco: KernelProfile = {
    var profile = KernelProfile(spaces: .fiasco, threads: .fiasco)
    profile.clans.nearestIDs = .task  // OBS13
    profile.ipc.redirection = .none  // CC-23
    profile.ipc.sendingToSelf = .isBusy  // OBS10
    profile.ipc.emptyCall = .ok  // OBS11
    profile.ipc.queueOrder = .priority  // IPC-15
    profile.ipc.faultTimeoutCode = .byPhase  // IPC-43
    profile.items.smallItems = .page  // OBS8
    return profile
  }()

  /// What section V saw Hazelnut answer, and what its sources say where they were asked.
  public static let hazelnut: KernelProfile = {
    var profile = KernelProfile(spaces: .hazelnut, threads: .hazelnut)
    profile.clans.nearestIDs = .chief  // OBS13
    profile.ipc.redirection = .none  // CC-23
    profile.ipc.sendersToDeleted = .stay  // OBS12
    profile.ipc.emptyCall = .timeout  // OBS11
    profile.ipc.failedAssociation = .losesOld  // INT-4
    profile.ipc.transferOrder = .mapsFirst  // IPC-55
    profile.ipc.cutReport = .receiver  // OBS4
    profile.ipc.mapBit = .withheld  // OBS1
    profile.items.oversizeItems = .cut  // OBS3
    profile.items.holes = .close  // OBS5
    profile.items.smallItems = .cut  // OBS8
    return profile
  }()

  /// What section O says differs in Version X.0, as far as a state can show it: messages in the name of
  /// other threads of one's own task. (O1)
  ///
  /// Left out are its ids and its third register, which are layout; that some threads propagate by
  /// themselves; strings in pieces, for a string is one part of a message here; and the table of
  /// redirections by pairs of tasks, which takes the place of clans.
  public static let x0: KernelProfile = {
    var profile = KernelProfile()
    profile.clans.ownSenders = .propagated  // U35
    return profile
  }()

  /// The profiles that have a name.
  public static let named: [(name: String, profile: KernelProfile)] = [
    ("v2", .v2), ("x0", .x0), ("fiasco", .fiasco), ("hazelnut", .hazelnut),
  ]
}
