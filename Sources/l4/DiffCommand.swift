import ArgumentParser
import Differences
import Evidence
import Foundation
import Microkernel

struct DiffCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: "Tell two kernels apart: a shortest program for every option in which they differ.",
    discussion: """
      A profile is one of \(KernelProfile.named.map(\.name).joined(separator: ", ")), or one with \
      settings, as v2,overmapping=replaces or v2,u3=replaces; 'l4 diff --options' lists them. For \
      every option in which the profiles differ a kernel of the first one is compared with one that \
      differs in this option only, breadth first in a small universe made for it. The exit status is \
      0 if the profiles are the same, \(Verdict.holdsBounded.exitStatus) if they differ and no program shows it, and \
      \(Verdict.deviates.exitStatus) if one does.
      """)

  @Argument(help: "A profile.")
  var first: String?
  @Argument(help: "The profile that it is compared with.")
  var second: String?
  @Flag(help: "List all options, with their alternatives, and which profile has chosen which.")
  var options = false
  @Option(parsing: .unconditional, help: "The most operations that a program can have.")
  var length = 16
  @OptionGroup var output: OutputOptions

  func validate() throws {
    guard (1...64).contains(length) else {
      throw ValidationError("--length must be 1 to 64, not \(length)")
    }
    if options {
      if first != nil { throw ValidationError("--options compares no profiles") }
    } else {
      guard let first, let second else { throw ValidationError("name two profiles to compare") }
      _ = try [first, second].map(Self.profile)
    }
  }

  func run() throws {
    guard let first, let second else { return try listOptions() }
    let differences = try ProfileDifference.all(
      from: Self.profile(first), to: Self.profile(second), bound: length)
    switch output.format {
    case .text:
      let texts = differences.map { $0.text(first) }
      print((texts + [Self.summary(differences)]).joined(separator: "\n\n"))
    case .json: try Report.json(differences.map(DiffResult.init))
    }
    if let verdict = Self.verdict(differences), verdict != .holds {
      Foundation.exit(verdict.exitStatus)
    }
  }

  private static func profile(_ text: String) throws -> KernelProfile {
    do {
      return try KernelProfile(parsing: text)
    } catch {
      throw ValidationError(error.description)
    }
  }

  private static func verdict(_ differences: [ProfileDifference]) -> Verdict? {
    if differences.isEmpty { return .holds }
    return differences.contains { $0.program != nil } ? .deviates : .holdsBounded
  }

  private static func summary(_ differences: [ProfileDifference]) -> String {
    let options = Set(differences.map(\.option.number))
    let seen = Set(differences.filter { $0.program != nil }.map(\.option.number))
    if options.isEmpty { return "the profiles are the same" }
    return "\(options.count) \(options.count == 1 ? "option differs" : "options differ"), "
      + "\(seen.count) of them can be seen"
  }

  private func listOptions() throws {
    switch output.format {
    case .text:
      for option in KernelOption.all { print(option.text) }
      for point in KernelOption.excused {
        print("\(point.number) is no option: \(point.question): \(point.reason)")
      }
    case .json: try Report.json(KernelOption.all.map(OptionResult.init))
    }
  }
}
