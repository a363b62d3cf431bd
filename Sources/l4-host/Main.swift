import Connectors
import Foundation

/// Loads the kernel under test from a shared library and speaks the protocol on its standard streams:
/// a process of its own, so that the kernel may crash. It can also have the reference kernel, as an
/// example of one that speaks JSON lines.
@main
enum Host {
  static func main() {
    guard CommandLine.arguments.count == 2 else {
      FileHandle.standardError.write(Data("usage: l4-host LIBRARY | --reference\n".utf8))
      exit(EX_USAGE)
    }
    if CommandLine.arguments[1] == "--reference" { exit(LibraryHost.serve(ReferenceRunner())) }
    exit(LibraryHost.serve(CommandLine.arguments[1]))
  }
}
