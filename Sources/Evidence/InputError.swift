/// What is wrong with something that a person wrote, or a file that was cut off: where, what, and what
/// could stand there instead.
public struct InputError: Error, Hashable, Sendable {
  /// The file as the user named it.
  public var file: String
  /// The line, from 1; nil where the mistake is not at one place.
  public var line: Int?
  /// The column in Unicode scalars, from 1.
  public var column: Int?
  /// The mistake, as a sentence without a capital and without a full stop.
  public var message: String
  /// What is allowed there; empty where the message says it all.
  public var allowed: [String]

  public init(
    file: String, line: Int? = nil, column: Int? = nil, message: String, allowed: [String] = []
  ) {
    self.file = file
    self.line = line
    self.column = column
    self.message = message
    self.allowed = allowed
  }
}

extension InputError: CustomStringConvertible {
  /// `my.yaml:12:3: unknown key "tsks"; allowed here: tasks, pages`
  public var description: String {
    var text = file
    if let line { text += ":\(line)" }
    if line != nil, let column { text += ":\(column)" }
    text += ": \(message)"
    return allowed.isEmpty ? text : text + "; allowed here: \(allowed.joined(separator: ", "))"
  }
}
