import Forms

extension SystemFile {
  /// The reference of system files, as Markdown: every key with what it is for, what it may be, and
  /// what holds without it. It is made of the tables that the parser reads by.
  public static var reference: String {
    [
      table("A system file", SystemKey.self), table("A thread", ThreadKey.self),
      table("`limits` of a system", SystemLimitKey.self),
    ].joined(separator: "\n")
  }

  private static func table<Key: Keys>(_ title: String, _: Key.Type) -> String {
    var text =
      "### \(title)\n\n| key | what it is for | what it may be | without it |\n|---|---|---|---|\n"
    for key in Key.allCases {
      text += "| `\(key.rawValue)` | \(key.meaning) | \(key.form) | \(key.absent ?? "an error") |\n"
    }
    return text
  }
}
