import Connectors

/// Loads the kernel under test from a shared library and speaks the protocol on standard input and
/// output: a process of its own, so that it may crash.
@main
enum Host {
  static func main() {}
}
