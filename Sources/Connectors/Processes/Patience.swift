/// How long a kernel may take, and how much it may say.
public struct Patience: Hashable, Sendable {
  /// From its start until it says what it is.
  public var boot: Duration
  /// From one sign of life to the next while it has a program.
  public var step: Duration
  /// For a whole program, whatever signs of life it gives.
  public var program: Duration
  /// How much longer is waited, to tell a late answer from none.
  public var grace: Duration
  /// How long after garbage is listened whether it is the beginning of a flood.
  public var listening: Duration
  /// How long after it has closed its output it may take to end: so long it is not known how it ends.
  public var ending: Duration
  /// The longest line, in bytes.
  public var longestLine: Int
  /// What it may say about one program besides its answers, in bytes; and what makes garbage a flood.
  public var mostOutput: Int
  /// Signs of life between two answers.
  public var mostHeartbeats: Int

  public init(
    boot: Duration = .seconds(10), step: Duration = .seconds(5),
    program: Duration = .seconds(10), grace: Duration = .seconds(2),
    listening: Duration = .milliseconds(300), ending: Duration = .seconds(2),
    longestLine: Int = 1 << 20,
    mostOutput: Int = 1 << 20, mostHeartbeats: Int = 1000
  ) {
    self.boot = boot
    self.step = step
    self.program = program
    self.grace = grace
    self.listening = listening
    self.ending = ending
    self.longestLine = longestLine
    self.mostOutput = mostOutput
    self.mostHeartbeats = mostHeartbeats
  }
}

extension Duration {
  /// `2.5 s`.
  var inSeconds: String {
    let tenths = Int((self / .milliseconds(100)).rounded())
    return tenths % 10 == 0 ? "\(tenths / 10) s" : "\(tenths / 10).\(tenths % 10) s"
  }
}
