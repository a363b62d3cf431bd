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
