import Forms

extension RunFile {
  /// The reference of run files, as Markdown: every key with what it is for, what it may be, and what
  /// holds without it. It is made of the tables that the parser reads by.
  public static var reference: String {
    [
      table("A run file", RunKey.self), table("`profile`", ProfileKey.self),
      table("`limits`", LimitKey.self), table("An item of `operations`", FamilyKey.self),
      table("`map` and `grant`", TransferKey.self), table("`unmap`", UnmapKey.self),
      table("`delete` and `create`", LifetimeKey.self), table("`access`", AccessKey.self),
    ].joined(separator: "\n")
  }

  /// A table of the keys of one kind of mapping.
  package static func table<Key: Keys>(
    _ title: String, _: Key.Type, _ keys: [Key] = Array(Key.allCases)
  ) -> String {
    var text =
      "### \(title)\n\n| key | what it is for | what it may be | without it |\n|---|---|---|---|\n"
    for key in keys {
      text += "| `\(key.rawValue)` | \(key.meaning) | \(key.form) | \(key.absent ?? "an error") |\n"
    }
    return text
  }
}
