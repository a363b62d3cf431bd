import Connectors
import Foundation

/// Loads the kernel under test from a shared library and speaks the protocol on its standard streams:
/// a process of its own, so that the kernel may crash. It can also have the reference kernel, as an
/// example of one that speaks JSON lines.
@main
enum Host {
  static func main() {
    let arguments = CommandLine.arguments.dropFirst()
    guard let argument = arguments.first, arguments.count == 1 else {
      refuse("give one library, or --reference")
    }
    switch argument {
    case "--reference": exit(LibraryHost.serve(ReferenceRunner()))
    case "--help", "-h": print(usage, terminator: "")
    // A library whose name begins so is ./-name.so.
    case _ where argument.hasPrefix("-"): refuse("there is no option \(argument)")
    default: exit(LibraryHost.serve(argument))
    }
  }

  private static let usage = """
    usage: l4-host LIBRARY | --reference

      LIBRARY      a shared library that implements l4_conformance.h
      --reference  the reference kernel, as an example of one that speaks JSON lines

    Serves the kernel on the standard streams, as docs/conformance-protocol.md has it, until its input
    ends. 'l4 conform lib:LIBRARY' starts this by itself.

    """

  private static func refuse(_ what: String) -> Never {
    FileHandle.standardError.write(Data("l4-host: \(what)\n\(usage)".utf8))
    exit(EX_USAGE)
  }
}
