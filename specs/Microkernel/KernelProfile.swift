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

  public init(
    spaces: Profile = .v2, threads: ThreadsProfile = .v2, clans: ClansProfile = .v2,
    ipc: IPCProfile = IPCProfile()
  ) {
    self.spaces = spaces
    self.threads = threads
    self.clans = clans
    self.ipc = ipc
  }
}

extension KernelProfile {
  /// The recommendations of section P.
  public static let v2 = KernelProfile()

  /// What section V saw Fiasco answer, and what its sources say where they were asked.
  public static let fiasco = KernelProfile(
    spaces: .fiasco, threads: .fiasco,
    ipc: {
      var ipc = IPCProfile()
      ipc.redirection = .none
      ipc.sendingToSelf = .isBusy  // OBS10
      ipc.emptyCall = .ok  // U18, OBS11
      ipc.queueOrder = .priority  // U19
      ipc.faultTimeoutCode = .byPhase  // U22
      return ipc
    }())

  /// What section V saw Hazelnut answer, and what its sources say where they were asked.
  public static let hazelnut = KernelProfile(
    spaces: .hazelnut, threads: .hazelnut,
    ipc: {
      var ipc = IPCProfile()
      ipc.redirection = .none
      ipc.sendersToDeleted = .stay  // OBS12
      ipc.emptyCall = .timeout  // OBS11
      ipc.failedAssociation = .losesOld  // U29
      ipc.cutReport = .receiver  // OBS4
      return ipc
    }())

  /// What section O says differs in Version X.0: virtual senders of one's own task.
  public static let x0 = KernelProfile(
    clans: {
      var clans = ClansProfile()
      clans.ownSenders = .propagated  // U35, O1
      return clans
    }())

  /// The profiles that have a name.
  public static let named: [(name: String, profile: KernelProfile)] = [
    ("v2", .v2), ("x0", .x0), ("fiasco", .fiasco), ("hazelnut", .hazelnut),
  ]
}
