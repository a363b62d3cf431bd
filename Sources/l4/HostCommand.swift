import ArgumentParser
import Connectors
import Foundation

/// The other end of a connection: a kernel in a process of its own.
struct HostCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "host",
    abstract: "Serve a kernel on the standard streams, to a kit that may outlive it.",
    shouldDisplay: false)

  @Argument(help: "A shared library that implements l4_conformance.h, or reference.")
  var kernel: String
  @Option(
    parsing: .unconditional,
    help: "After how many steps the reference kernel looks at its own structures; 0 is never.")
  var audit = 0

  func validate() throws {
    if audit < 0 { throw ValidationError("--audit must be at least 0, not \(audit)") }
  }

  func run() {
    guard kernel == "reference" else { Foundation.exit(LibraryHost.serve(kernel)) }
    var options = ReferenceRunner.Options()
    options.auditInterval = audit
    Foundation.exit(LibraryHost.serve(ReferenceRunner(options)))
  }
}
