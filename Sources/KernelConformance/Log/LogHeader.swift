import KernelPrograms
import Microkernel
import Vocabulary

/// The first line of a log: what kernel it is of, and what is in it.
package struct LogHeader: Hashable, Sendable {
  /// What a kernel writes into its log. What it does not write can have been anything.
  package enum Record: String, Hashable, Sendable, CaseIterable {
    case returns, accesses, replies, running, memory
  }

  /// The version of the format.
  package static let version = 1

  package var kernel: String
  /// As `KernelProfile(parsing:)` takes it.
  package var profile: String
  package var stage: Stage
  package var records: Set<Record>
  /// Whether nothing was lost.
  package var isComplete: Bool
  /// Whether the log begins behind the setup of the stage, and not at boot.
  package var beginsAfterSetup: Bool
  /// What can have been lost besides the operations of the log itself; nil if that is not known.
  package var operations: [KernelOperation]?

  package init(
    _ stage: Stage, kernel: String = "", profile: String = "v2",
    records: Set<Record> = Set(Record.allCases), isComplete: Bool = true,
    beginsAfterSetup: Bool = false, operations: [KernelOperation]? = nil
  ) {
    self.kernel = kernel
    self.profile = profile
    self.stage = stage
    self.records = records
    self.isComplete = isComplete
    self.beginsAfterSetup = beginsAfterSetup
    self.operations = operations
  }
}

extension LogHeader {
  /// The header of what a kernel showed of a program: it records what can be seen of that kernel.
  package init(
    _ program: KernelProgram, _ transcript: Transcript, kernel: String, profile: KernelProfile
  ) {
    let seen = transcript.observations
    var records: Set<Record> = [.returns, .accesses, .replies]
    if seen.contains(where: { $0.running != nil }) { records.insert(.running) }
    if seen.contains(where: { $0.memory != nil }) { records.insert(.memory) }
    self.init(program.stage, kernel: kernel, profile: profile.settings, records: records)
  }
}

/// One line of a log behind the header.
package enum LogEvent: Hashable, Sendable {
  /// What a thread, the clock or a device does; so many times one after the other.
  case operation(KernelOperation, times: Int = 1)
  /// The ipc of a thread ends.
  case returned(Return)
  case accessed(Access)
  case replied(Reply)
  case runs(Running)
  /// What places hold now, by the numbers of their slots; with `all`, those that are not named hold
  /// nothing, otherwise what they held before.
  case memory([Int: Holding], all: Bool)
  /// So many events were lost; nil if it is not known how many.
  case gap(Int?)
}
