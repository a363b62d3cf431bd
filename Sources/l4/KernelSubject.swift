import Connectors
import Evidence
import Foundation
import KernelConformance
import KernelPrograms
import Microkernel

/// A kernel to be tested, with what it is compared with.
struct KernelSubject: Sendable {
  var name: String
  var profile: KernelProfile
  /// How it is reached, as a person writes it; nil if it is in this process.
  var connection: String?
  /// What can be asked of it.
  var abilities: Abilities
  var isInProcess: Bool
  /// Whether several of it can run at the same time.
  var isShareable: Bool
  /// Whether it is a kernel with other choices, of which a part of the programs is enough.
  var isChoice = false
  private let make: @Sendable (_ isHasty: Bool) throws -> any ProgramRunner

  /// The size of the corpus where nothing is said.
  var corpus: String { isInProcess ? "medium" : "small" }

  /// A kernel of its own, for one worker; one that is waited for less, to make programs shorter that
  /// hang.
  func makeRunner(isHasty: Bool = false) -> BoxedRunner {
    do {
      return BoxedRunner(try make(isHasty))
    } catch {
      return BoxedRunner(Unreachable(name: name, reason: "\(error)"))
    }
  }

  /// The kernels that a name means: the reference kernel with its variants, or one that is elsewhere.
  ///
  /// - Parameters:
  ///   - profile: What a kernel is compared with, instead of what it says.
  ///   - patience: Seconds for the answer to one step, of a kernel that is elsewhere; a program has twice as
  ///     long. nil for some.
  ///   - audit: After how many steps the reference kernel looks at its own structures.
  static func all(
    _ text: String, isEmulated: Bool, alone: Bool, profile: String?, patience: Double?,
    audit: Int
  ) throws -> [KernelSubject] {
    if text == "reference", !isEmulated {
      return try variants(alone: alone, audit: audit).map { try subject($0, profile) }
    }
    let text = try isEmulated ? emulated() : text
    let connection = try Connection(text)
    let isSerial = if case .serial = connection { true } else { false }
    let seconds = patience ?? (isSerial ? 7 : 5)
    let patience = Patience(
      step: .seconds(seconds), program: .seconds(2 * seconds),
      grace: .seconds(min(2, seconds)))
    var hasty = patience
    hasty.step = .seconds(min(seconds, isSerial ? 2 : 1))
    hasty.program = hasty.step * 2
    hasty.grace = .milliseconds(200)
    let (patient, impatient) = (patience, hasty)
    let description = try connection.makeRunner(patience: patience).description
    let profile = try named(profile ?? description.profile)
    var abilities = Abilities(description, profile: profile)
    var first = try connection.makeRunner(patience: hasty)
    abilities.probe(&first)
    return [
      KernelSubject(
        name: description.name, profile: profile, connection: text, abilities: abilities,
        isInProcess: false, isShareable: connection.isShareable,
        make: { try connection.makeRunner(patience: $0 ? impatient : patient) })
    ]
  }

  /// The reference kernel with every other combination of the choices that it can be built with.
  static func choices(audit: Int) -> [KernelSubject] {
    var options = ReferenceRunner.Options()
    options.auditInterval = audit
    let name = ReferenceRunner(options).description.name
    return ReferenceRunner.memoryRules.filter { $0 != KernelProfile.v2.spaces }.map { rules in
      var profile = KernelProfile.v2
      profile.spaces = rules
      return KernelSubject(
        name: name, profile: profile, abilities: Abilities(profile: profile), isInProcess: true,
        isShareable: true, isChoice: true,
        make: { [options] _ in ReferenceRunner(options) })
    }
  }

  private static func variants(alone: Bool, audit: Int) -> [ReferenceRunner.Options] {
    var plain = ReferenceRunner.Options()
    plain.auditInterval = audit
    var tagged = plain
    tagged.tags = .tagged
    var slow = plain
    slow.usesFastPath = false
    return alone ? [plain] : [plain, tagged, slow]
  }

  private static func subject(
    _ options: ReferenceRunner.Options, _ profile: String?
  ) throws -> KernelSubject {
    let description = ReferenceRunner(options).description
    let profile = try named(profile ?? description.profile)
    return KernelSubject(
      name: description.name, profile: profile,
      abilities: Abilities(description, profile: profile), isInProcess: true, isShareable: true,
      make: { _ in ReferenceRunner(options) })
  }

  private static func named(_ name: String) throws -> KernelProfile {
    do { return try KernelProfile(parsing: name) } catch {
      throw InputError(
        file: name, message: "the kernel names a profile that there is not: \(error)",
        allowed: KernelProfile.named.map(\.name))
    }
  }

  /// The reference kernel on a PC, with the agent as its root task.
  private static func emulated() throws -> String {
    let files = [".build/pc/kernel.elf", ".build/pc/sigma0.elf", ".build/agent/agent.elf"]
    for file in files where !FileManager.default.fileExists(atPath: file) {
      throw InputError(file: file, message: "there is no such file: 'make agent' builds it")
    }
    // As scripts/agent.sh starts it, but without a look at whether something is to be built.
    return
      "serial:qemu-system-i386 -cpu pentium3 -m 32 -display none -monitor none -nodefaults "
      + "-no-reboot -serial stdio -serial null "
      + "-chardev null,id=third -device isa-serial,chardev=third,index=2,iobase=0x3e8,irq=5 "
      + "-chardev null,id=fourth -device isa-serial,chardev=fourth,index=3,iobase=0x2e8,irq=7 "
      + "-icount shift=0,sleep=off -rtc clock=vm "
      + "-device isa-debug-exit,iobase=0xf4,iosize=4 "
      + "-kernel \(files[0]) -initrd \(files[1]),\(files[2])"
  }
}

/// Any runner.
struct BoxedRunner: ProgramRunner {
  private var runner: any ProgramRunner

  init(_ runner: any ProgramRunner) { self.runner = runner }

  var description: KernelDescription { runner.description }

  mutating func run(_ program: KernelProgram) -> Transcript { runner.run(program) }
}

/// A kernel that could be reached when it was first asked, and not again.
private struct Unreachable: ProgramRunner {
  let name: String
  let reason: String

  var description: KernelDescription { KernelDescription(name: name) }

  mutating func run(_ program: KernelProgram) -> Transcript {
    Transcript([], failure: .init(.crashed, "it could not be started again: \(reason)"))
  }
}
