/// Splits a command into its words as a shell does, but knows quotes and backslashes only: nothing is
/// ever run that was not written.
package enum CommandWords {
  package static func split(_ text: String) throws(ConnectionError) -> [String] {
    var words: [String] = []
    var word: String?
    var quote: Character?
    var isEscaped = false
    for character in text {
      if isEscaped {
        word = (word ?? "") + String(character)
        isEscaped = false
      } else if character == "\\", quote != "'" {
        isEscaped = true
      } else if let open = quote {
        if character == open { quote = nil } else { word = (word ?? "") + String(character) }
      } else if character == "'" || character == "\"" {
        quote = character
        word = word ?? ""
      } else if character == " " || character == "\t" {
        if let word { words.append(word) }
        word = nil
      } else {
        word = (word ?? "") + String(character)
      }
    }
    if let quote { throw ConnectionError("the quote \(quote) has no end in: \(text)") }
    if isEscaped { throw ConnectionError("there is nothing behind the last \\ in: \(text)") }
    if let word { words.append(word) }
    return words
  }
}
