/// The sizes that a kernel is built with, and the choices that it makes where the manual is silent.
///
/// Addresses are bytes. Every pool has its final size at construction; nothing is allocated later.
public struct KernelConfiguration: Sendable {
  /// How many task numbers there are, sigma0 (number 0) included: 1 … 64.
  public var taskLimit = 16
  /// The physical address of the first frame that sigma0 owns, a multiple of 4 KB.
  public var frameAddress: UInt32 = 0
  /// How many frames sigma0 owns; all of them lie below the user limit, for sigma0 is idempotent. (AS1)
  public var frameCount = 1024
  /// How many nodes there may be besides sigma0's own. (AS15)
  ///
  /// A 4 MB node counts as its 1024 pages, so that splitting it can never fail. (AS19, UM14)
  public var nodeLimit = 4096
  /// How many page tables there may be besides the directories and sigma0's tables at boot. (AS15)
  public var tableLimit = 64
  /// The physical address of the memory of the page tables, a multiple of 4 KB.
  public var tableAddress: UInt32 = 0xC000_0000
  /// The first address that belongs to the kernel, a multiple of 4 KB. (AS17)
  public var userLimit: UInt32 = 0xC000_0000
  /// How many I/O ports sigma0 owns, from port 0 on: 0 … 65536. (IO5)
  public var portCount = 65536
  /// Whether aligned, contiguous 4 MB are mapped by one directory entry. (AS19)
  public var usesLargePages = false
  /// The greatest depth of a clan: at most 15, the greatest that an id can have. (TN6, A2)
  public var greatestDepth: UInt32 = 15
  /// How many lists the queue of timeouts has, a power of two up to 256. (IPC-36)
  public var timeoutLists = 256
  /// How many interrupt lines there are, and those that are the kernel's own, as bits. (INT-15)
  public var lineCount = 16
  public var reservedLines: UInt32 = 1 << 0
  /// The selectors and flags that user threads begin with.
  public var userCode: UInt32 = 0x1B
  public var userData: UInt32 = 0x23
  public var userFlags: UInt32 = 0x202
  /// Whether messages in registers may take the short way; without it they come to the same. (IPC-24)
  public var usesFastPath = true
  /// The choices where the manual is silent.
  public var profile = KernelProfile()

  /// The defaults, to be changed member by member.
  public init() {}
}

/// What the kernel does where the sources leave it open. (U2 … U6)
public struct KernelProfile: Sendable {
  /// What becomes of a mapping onto a page that is in use.
  public enum Overmapping: Sendable {
    /// The old mapping stays.
    case keep
    /// The old mapping and all that is derived from it go.
    case replace
  }

  /// What becomes of a mapping within one task.
  public enum SelfMapping: Sendable {
    /// Nothing, silently: the map bit stays clear.
    case skip
    /// The page appears a second time in the same space.
    case alias
    /// Nothing, and both partners hear that the message was cut.
    case cut
  }

  /// What a grant without the write bit does.
  public enum GrantWithoutWrite: Sendable {
    /// The page and all that is derived from it become read-only.
    case restrict
    /// The rights stay as they are.
    case ignore
  }

  /// What setting an I/O fpage to read-only does.
  public enum PortReadOnlyUnmap: Sendable {
    /// Nothing: an I/O right cannot be halved.
    case noEffect
    /// The same as unmapping it.
    case unmap
  }

  /// Mapping onto a page in use; either way the rights of a direct child are widened in place. (U3, AS11)
  public var overmapping = Overmapping.keep
  /// Mapping within one task. (U4, AS13)
  public var selfMapping = SelfMapping.skip
  /// Grant with a clear write bit. (U2, AS9)
  public var grantWithoutWrite = GrantWithoutWrite.restrict
  /// The smallest I/O fpage as an exponent of two: 0 for single ports, 4 for sixteen. (U5, IO3)
  public var portGranularity: UInt32 = 0
  /// Read-only unmap of I/O fpages. (U6, IO4)
  public var portReadOnlyUnmap = PortReadOnlyUnmap.noEffect

  /// The choices that the manual suggests.
  public init() {}
}
