import Evidence

/// Reads the members of an object of a message strictly: a key that is not known is an error, and not
/// a default where something else was meant. Keys that begin with `x_` are the sender's own.
package struct Fields {
  private let place: String
  private var members: [String: JSON]

  package init(_ json: JSON, _ place: String) throws(MessageError) {
    guard case .object(let members) = json.content else {
      throw MessageError("\(place) must be an object")
    }
    self.place = place
    self.members = Dictionary(members.map { ($0.key, $0.value) }) { first, _ in first }
  }

  /// Whether the key is there, be it null.
  package func has(_ key: String) -> Bool { members[key] != nil }

  /// The value of a key; nil where it is absent or null.
  package mutating func take(_ key: String) -> JSON? {
    guard let value = members.removeValue(forKey: key) else { return nil }
    if case .null = value.content { return nil }
    return value
  }

  package mutating func integer(_ key: String, _ range: ClosedRange<Int>) throws(MessageError)
    -> Int?
  {
    guard let value = take(key) else { return nil }
    guard case .number(let digits) = value.content, let number = Int(digits),
      range.contains(number)
    else {
      throw error(key, "a whole number from \(range.lowerBound) to \(range.upperBound)")
    }
    return number
  }

  package mutating func byte(_ key: String) throws(MessageError) -> UInt8? {
    try integer(key, 0...255).map { UInt8($0) }
  }

  package mutating func truth(_ key: String) throws(MessageError) -> Bool? {
    guard let value = take(key) else { return nil }
    guard case .truth(let truth) = value.content else { throw error(key, "true or false") }
    return truth
  }

  package mutating func string(_ key: String) throws(MessageError) -> String? {
    guard let value = take(key) else { return nil }
    guard case .string(let text) = value.content else { throw error(key, "a string") }
    return text
  }

  package mutating func list(_ key: String) throws(MessageError) -> [JSON]? {
    guard let value = take(key) else { return nil }
    guard case .array(let items) = value.content else { throw error(key, "a list") }
    return items
  }

  package mutating func fields(_ key: String) throws(MessageError) -> Fields? {
    guard let value = take(key) else { return nil }
    return try Fields(value, name(key))
  }

  /// A value that must be there.
  package func need<Wanted>(_ key: String, _ value: Wanted?) throws(MessageError) -> Wanted {
    guard let value else { throw MessageError("\(place) has no \"\(key)\"") }
    return value
  }

  package func error(_ key: String, _ expected: String) -> MessageError {
    MessageError("\(name(key)) must be \(expected)")
  }

  package func name(_ key: String) -> String { "\"\(key)\" of \(place)" }

  /// Every key was known.
  package func end() throws(MessageError) {
    let others = members.keys.filter { !$0.hasPrefix("x_") }.sorted()
    guard let first = others.first else { return }
    throw MessageError("\(place) has a \"\(first)\" that the protocol does not know")
  }
}

/// Makes an object without the members that say nothing.
package struct Members {
  private(set) var list: [JSON.Member] = []

  package init() {}

  package var json: JSON { .object(list) }

  package mutating func add(_ key: String, _ value: JSON?) {
    if let value { list.append(JSON.Member(key, value)) }
  }
  package mutating func add(_ key: String, _ text: String?) {
    add(key, text.map { JSON.string($0) })
  }
  package mutating func add(_ key: String, _ number: Int?) {
    add(key, number.map { JSON.number($0) })
  }
  package mutating func add(_ key: String, _ number: UInt8?) { add(key, number.map { Int($0) }) }
  /// A truth that is false where it is absent.
  package mutating func add(_ key: String, if truth: Bool) {
    if truth { add(key, JSON(.truth(true))) }
  }
  /// A truth that is always said.
  package mutating func add(_ key: String, always truth: Bool) { add(key, JSON(.truth(truth))) }
  /// A number, or null where there is none.
  package mutating func add(_ key: String, orNull number: Int?) {
    add(key, number.map { JSON.number($0) } ?? JSON(.null))
  }
}
