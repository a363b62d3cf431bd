extension KernelOption {
  /// A point of section P about which a state has nothing to say.
  public struct Excused: Sendable {
    public let number: String
    public let question: String
    public let reason: String
  }

  /// The points of section P that are no options.
  public static let excused = [
    Excused(
      number: "U5", question: "how many I/O ports a mapping has at least",
      reason: "a port of a universe is a granule, however large: the rules are the same"),
    Excused(
      number: "U21", question: "the base of the exponent of a timeout",
      reason: "how a number of ticks is written in a word is layout; 16 is a misprint"),
    Excused(
      number: "U23", question: "how long a string can be",
      reason: "a string is one part of a message; what does not fit is cut in any case"),
    Excused(
      number: "U25", question: "the instruction pointer in the message of a page fault",
      reason: "of the two words only the write bit is kept; nothing depends on the other"),
    Excused(
      number: "U31", question: "edge or level, and masking of interrupts",
      reason: "a matter of the device and its driver: an interrupt can occur at any time here"),
  ]
}
