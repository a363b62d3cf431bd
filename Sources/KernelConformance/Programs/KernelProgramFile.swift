import AddressSpaces
import KernelPrograms
import Microkernel
import Vocabulary

/// A program of a kernel under test as a file that a person can read and write, and `l4 replay` runs.
///
///     l4 kernel program
///     kernel: reference
///     profile: v2
///     origin: random, seed 1, program 17
///     finding: send: 0x30 send timeout instead of 0x10 not existent
///     stage: rendezvous
///     operations:
///       t2.0 wait
///       t3.0 send t2.0 word 1 now
///
/// A stage that is none of `Stages` is written in full: its sizes, and its setup.
package struct KernelProgramFile: Hashable, Sendable {
  package var program: KernelProgram
  package var kernel: String
  /// The profile that the kernel is compared with, as `KernelProfile(parsing:)` takes it.
  package var profile: String
  package var origin: String
  package var finding: String

  package init(
    _ program: KernelProgram, kernel: String = "", profile: String = "v2", origin: String = "",
    finding: String = ""
  ) {
    self.program = program
    self.kernel = kernel
    self.profile = profile
    self.origin = origin
    self.finding = finding
  }

  static let firstLine = "l4 kernel program"

  package var text: String {
    var lines = [Self.firstLine]
    func add(_ key: String, _ value: String) {
      if !value.isEmpty {
        lines.append("\(key): \(value.split(whereSeparator: \.isNewline).joined(separator: " "))")
      }
    }
    add("kernel", kernel)
    add("profile", profile)
    add("origin", origin)
    add("finding", finding)
    let stage = program.stage
    let population = stage.population
    var plain = stage
    plain.shape.profile = .v2  // that is said by the profile
    if Stages.named(stage.name) == plain {
      add("stage", stage.name)
    } else {
      add("own stage", stage.name)
      add("threads", list(population.threadsOfTask))
      let shape = stage.shape
      add("pages", "\(shape.pages)")
      if shape.userPages != shape.pages { add("user pages", "\(shape.userPages)") }
      if let depth = stage.depth { add("depth", "\(depth)") }
      if stage.version != 1 { add("version", "\(stage.version)") }
      add("frames", "\(shape.frames)")
      add("ports", "\(shape.ports)")
      add("nodes", "\(shape.nodes)")
      add("sources", "\(stage.sources)")
      add("buffers", stage.buffers.map { $0.map { "\($0)" } ?? "-" }.joined(separator: " "))
      add("schedules", stage.schedules ? "yes" : "no")
      add("slice", "\(stage.slice)")
      lines.append("setup:")
      lines += stage.setup.map { "  " + $0.text(in: population) }
    }
    lines.append("operations:")
    lines += program.operations.map { "  " + $0.text(in: population) }
    return lines.map { $0 + "\n" }.joined()
  }

  private func list(_ numbers: [Int]) -> String {
    numbers.map { "\($0)" }.joined(separator: " ")
  }
}
