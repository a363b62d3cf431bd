/// What a kernel did with a program.
public struct Transcript: Hashable, Sendable {
  /// One observation for every operation of the setup, then one for every operation of the program: all
  /// of them, or those before the failure.
  public var observations: [Observation]
  /// Why there are no more; nil if the program was run to its end.
  public var failure: Failure?

  public init(_ observations: [Observation], failure: Failure? = nil) {
    self.observations = observations
    self.failure = failure
  }

  /// What a kernel under test does instead of answering.
  public struct Failure: Error, Hashable, Sendable, Codable {
    public enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
      /// It ended, by a signal or an exit.
      case crashed
      /// No answer, and no sign of life, in the time that it has.
      case hung
      /// An answer came after its time was over.
      case late
      /// More was sent than an answer can be.
      case flooded
      /// What was sent is no answer: not of the form, or of another program or step.
      case garbled
      /// An answer names what is not on the stage, or a thread that made no call.
      case forged
      /// The kernel found its own structures broken.
      case audit
      /// The kernel says that it gave up, and why.
      case refused
    }

    public var kind: Kind
    /// One line: what was seen, with the signal, the line, or the kernel's own words.
    public var detail: String

    public init(_ kind: Kind, _ detail: String) {
      self.kind = kind
      self.detail = detail
    }
  }
}

/// What a kernel that is driven from outside cannot do, so that programs are left out which need it.
public enum Feature: String, Hashable, Sendable, Codable, CaseIterable {
  case clans, deceit, strings, ports, interrupts, ticks, exceptions, preempters, donation
  /// Flexpages of more than one page, or less.
  case largeItems = "large items"
  case smallItems = "small items"
  /// Programs about who runs.
  case schedules
  /// The token of registers in the answer of lthread_ex_regs.
  case registers
  case tasks
  /// Calls that are executed again when the header of their message was missing.
  case headers
  /// Limits of its own that are as a stage says: where the kernel's area begins, how deep clans can
  /// be, and with which version ids begin.
  case limits
}

/// What a kernel under test says of itself before programs are run on it.
public struct KernelDescription: Hashable, Sendable, Codable {
  public var name: String
  /// The profile of the specification that it is to be compared with: v2, x0, fiasco, hazelnut.
  public var profile: String
  /// What it does not have.
  public var lacks: Set<Feature>
  public var greatestTasks: Int
  public var greatestThreads: Int
  public var greatestPages: Int
  /// What a page fault timeout can be besides never and zero, in ticks. (IPC-28)
  public var faultTicks: [UInt8]

  public init(
    name: String, profile: String = "v2", lacks: Set<Feature> = [], greatestTasks: Int = 8,
    greatestThreads: Int = 16, greatestPages: Int = 16, faultTicks: [UInt8] = [1, 4, 16, 64]
  ) {
    self.name = name
    self.profile = profile
    self.lacks = lacks
    self.greatestTasks = greatestTasks
    self.greatestThreads = greatestThreads
    self.greatestPages = greatestPages
    self.faultTicks = faultTicks
  }
}

/// A kernel that programs are run on, however it is reached. It knows nothing of the specification.
public protocol ProgramRunner {
  var description: KernelDescription { get }
  /// Boots, or goes back to the state after boot, does the setup, and runs the program. It never traps:
  /// whatever the kernel does instead of answering is in the transcript.
  mutating func run(_ program: KernelProgram) -> Transcript
}
