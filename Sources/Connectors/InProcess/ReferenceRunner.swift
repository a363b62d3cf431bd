import AddressSpaces
import KernelPrograms
import Microkernel
import ReferenceKernel
import Vocabulary

/// The reference kernel in this process, on a machine in memory, driven by the registers of Version 2.
public struct ReferenceRunner: ProgramRunner {
  /// How the kernel is built, and looked at.
  public struct Options: Sendable {
    public var tags = TranslationTags.untagged
    /// Whether short messages take the short way.
    public var usesFastPath = true
    /// After how many operations the kernel looks at its own structures; 0 is never.
    public var auditInterval = 1
    /// Whether it is seen after each operation what all places hold.
    public var probesMemory = true

    public init() {}
  }

  /// The memory rules that the kernel can be built with: all combinations of its choices. (U2, U3, U4, U6)
  public static let memoryRules: [Profile] = {
    var all: [Profile] = []
    for grant in Profile.GrantWithoutWrite.allCases {
      for overmapping in Profile.Overmapping.allCases {
        for selfMapping in Profile.SelfMapping.allCases {
          for ports in Profile.ReadOnlyUnmapOfPorts.allCases {
            all.append(
              Profile(
                grantWithoutWrite: grant, overmapping: overmapping, selfMapping: selfMapping,
                readOnlyUnmapOfPorts: ports))
          }
        }
      }
    }
    return all
  }()

  private let options: Options
  private var session: ReferenceSession?

  public init(_ options: Options = Options()) { self.options = options }

  public var description: KernelDescription {
    KernelDescription(
      name: "reference" + (options.tags == .tagged ? "-tagged" : "")
        + (options.usesFastPath ? "" : "-slow"),
      lacks: [])
  }

  public mutating func run(_ program: KernelProgram) -> Transcript {
    var observations: [Observation] = []
    observations.reserveCapacity(program.stage.setup.count + program.operations.count)
    let failure = run(program) { observations.append($0) }
    return Transcript(observations, failure: failure)
  }
}

extension ReferenceRunner: StepwiseRunner {
  package mutating func run(
    _ program: KernelProgram, tell: (Observation) -> Void
  ) -> Transcript.Failure? {
    let session: ReferenceSession
    if let last = self.session, last.layout.stage == program.stage {
      session = last
      session.reset()
    } else {
      session = ReferenceSession(program.stage, options)
    }
    self.session = session
    for (step, operation) in (program.stage.setup + program.operations).enumerated() {
      guard let observation = session.perform(operation) else {
        return .init(.refused, "\(operation.text(in: program.stage.population)) has no words")
      }
      tell(observation)
      if options.auditInterval > 0, (step + 1) % options.auditInterval == 0,
        let failure = session.kernel.audit()
      {
        // What is broken may stay so when the kernel boots again in the same memory.
        self.session = nil
        return .init(.audit, "\(failure)")
      }
    }
    return nil
  }
}
