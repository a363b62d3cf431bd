import ArgumentParser
import Connectors
import Foundation

/// The other end of a connection: a kernel in a process of its own.
struct HostCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "host",
    abstract: "Serve a kernel on the standard streams, to a kit that may outlive it.",
    shouldDisplay: false)

  @Argument(
    help: """
      A shared library that implements l4_conformance.h; reference; or memory:NAME for programs \
      about memory alone, on the reference kernel or a variant.
      """)
  var kernel: String
  @Option(
    parsing: .unconditional,
    help: "After how many steps the reference kernel looks at its own structures; 0 is never.")
  var audit = 0

  func validate() throws {
    if audit < 0 { throw ValidationError("--audit must be at least 0, not \(audit)") }
  }

  /// The program that runs.
  static let program =
    (Bundle.main.executableURL ?? URL(fileURLWithPath: CommandLine.arguments[0])).path

  /// The reference kernel in a process of its own, as the kit reaches it.
  static func reference(audit: Int) -> String {
    "json:\(program.shellWord) host reference --audit \(audit)"
  }

  func run() {
    if let connector = MemoryHost.connector(kernel) {
      return LibraryHost.serveLines { MemoryHost.answer($0, on: connector, audit: audit) }
    }
    guard kernel == "reference" else { Foundation.exit(LibraryHost.serve(kernel)) }
    var options = ReferenceRunner.Options()
    options.auditInterval = audit
    Foundation.exit(LibraryHost.serve(ReferenceRunner(options)))
  }
}
