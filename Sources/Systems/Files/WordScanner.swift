/// The words of a text, and where they are: what a reader of sentences goes past from left to right.
struct WordScanner {
  struct Word: Hashable {
    var text: String
    /// In Unicode scalars, from 1.
    var column: Int
  }

  let words: [Word]
  private let endColumn: Int
  private var position = 0

  /// Blanks separate words; parentheses and commas are words.
  init(_ text: String) {
    var words: [Word] = []
    var isInWord = false
    var column = 0
    for scalar in text.unicodeScalars {
      column += 1
      switch scalar {
      case " ", "\t", "\n": isInWord = false
      case "(", ")", ",", "→":
        words.append(Word(text: String(scalar), column: column))
        isInWord = false
      default:
        if isInWord {
          words[words.count - 1].text.unicodeScalars.append(scalar)
        } else {
          words.append(Word(text: String(scalar), column: column))
        }
        isInWord = true
      }
    }
    self.words = words
    endColumn = column + 1
  }

  var next: String? { position < words.count ? words[position].text : nil }

  /// Goes past these words; stays where it is if others are there.
  mutating func skip(_ expected: String...) -> Bool {
    guard words[position...].prefix(expected.count).map(\.text) == expected else { return false }
    position += expected.count
    return true
  }

  /// Goes past one word that `value` knows.
  mutating func take<Value>(
    _ expected: @autoclosure () -> String, _ value: (String) -> Value?
  ) throws(WordError) -> Value {
    guard let found = next.flatMap(value) else { throw error(expected()) }
    position += 1
    return found
  }

  mutating func require(_ word: String) throws(WordError) {
    guard skip(word) else { throw error(word) }
  }

  func end() throws(WordError) {
    guard position == words.count else { throw error("nothing more") }
  }

  func error(_ expected: String) -> WordError {
    WordError(
      column: position < words.count ? words[position].column : endColumn,
      message: "expected \(expected), found \(next.map { "\"\($0)\"" } ?? "the end")")
  }
}

/// What is wrong with a sentence, and where.
struct WordError: Error, Hashable {
  var column: Int
  var message: String
}

extension WordScanner {
  /// A sentence made of others with `not`, `and`, `or` and parentheses; `and` binds more.
  mutating func connected<Sentence>(
    _ atom: (inout WordScanner) throws(WordError) -> Sentence,
    not: (Sentence) -> Sentence, both: (Sentence, Sentence) -> Sentence,
    either: (Sentence, Sentence) -> Sentence
  ) throws(WordError) -> Sentence {
    func factor(_ words: inout WordScanner) throws(WordError) -> Sentence {
      if words.skip("not") { return not(try factor(&words)) }
      guard words.skip("(") else { return try atom(&words) }
      let inner = try sum(&words)
      try words.require(")")
      return inner
    }
    func product(_ words: inout WordScanner) throws(WordError) -> Sentence {
      var sentence = try factor(&words)
      while words.skip("and") { sentence = both(sentence, try factor(&words)) }
      return sentence
    }
    func sum(_ words: inout WordScanner) throws(WordError) -> Sentence {
      var sentence = try product(&words)
      while words.skip("or") { sentence = either(sentence, try product(&words)) }
      return sentence
    }
    return try sum(&self)
  }
}
