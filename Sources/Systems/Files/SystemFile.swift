import AddressSpaces
import Microkernel
import Vocabulary

/// A small system, as a file describes it: threads that run little programs over the system calls,
/// and what is to be found out about them.
public struct SystemFile: Sendable {
  /// The largest system that there is room for.
  public enum Capacity {
    public static let threads = 8
    public static let tasks = 8
    public static let sources = 2
    public static let slots = 16
    public static let frames = 4
  }

  /// Who executes the next instruction.
  public enum Scheduling: String, Sendable, CaseIterable {
    /// Any thread that could: whatever the kernel's scheduler does, and whatever else runs.
    case inAnyOrder = "in any order"
    /// The kernel keeps who runs, by priorities and time slices. (SC1, SC2)
    case byPriority = "by priority"
  }

  /// The profiles that can be named.
  static let profiles = KernelProfile.named.map(\.name)

  /// A thread of the system.
  struct Member: Sendable {
    var thread: Thread
    var pager: Thread?
    var buffer: Int?
    var priority: UInt8
    /// In ticks; 255 is endless.
    var slice: UInt8
    var program: Program
  }

  /// What must be reached by some run.
  struct Goal: Hashable, Sendable {
    var claim: Claim
    /// As in the file.
    var text: String
  }

  /// A page that is passed on before the threads begin.
  struct Passing: Hashable, Sendable {
    var from: Thread
    var page: Int
    var to: Thread
    var place: Int
    var isGrant: Bool
    var write: Bool
    /// As in the file, and where it is there.
    var text: String
    var line: Int?
  }

  /// The file as the user named it.
  public var file: String
  /// The text of the file, to be embedded in traces.
  public var text: String
  public var name: String
  public var about: String
  public var profile: KernelProfile
  public var scheduling: Scheduling
  public var pages: Int
  public var frames: Int
  public var interrupts: Int
  /// Who is there, sigma0 and root included, with their names.
  public var population: Population
  /// In the order of the file.
  var members: [Member]
  var setup: [Passing]
  /// What must be so.
  var checks: [Statement]
  /// What is not so.
  var hazards: [Statement]
  var goals: [Goal]
  public var maxStates: Int?
  public var maxSeconds: Int?

  /// The program of a thread; nil of sigma0 or root, where the file says nothing of them.
  func program(of thread: Thread) -> Program? {
    members.first { $0.thread == thread }?.program
  }

  /// The system with which a text of this form begins, or nil: of run files there are several kinds.
  public static func isSystem(_ text: String) -> Bool {
    text.split(separator: "\n").contains { $0.hasPrefix("system:") }
  }
}
