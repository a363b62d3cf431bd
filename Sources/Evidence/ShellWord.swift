extension String {
  /// The text as one word of a command for a shell: as it is where nothing in it means anything to a
  /// shell, and in quotes otherwise. (POSIX.1-2017, Shell Command Language, 2.2)
  public var shellWord: String {
    let plain = Set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_@%+=:,./-".utf8)
    if !isEmpty, utf8.allSatisfy(plain.contains) { return self }
    return "'" + split(separator: "'", omittingEmptySubsequences: false).joined(separator: #"'\''"#)
      + "'"
  }
}
