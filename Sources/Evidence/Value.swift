/// A value of a state variable, as the informal trace format has them. (Apalache, ADR-015)
public indirect enum Value: Hashable, Sendable {
  case truth(Bool)
  case integer(Int)
  /// Decimal digits of an integer that does not fit.
  case bigInteger(String)
  case text(String)
  case list([Value])
  case tuple([Value])
  /// The elements in the order of the file.
  case set([Value])
  case map([Pair])
  /// Names must not begin with `#`: the format keeps those for itself.
  case record([Field])
  /// What Apalache could not write as a value.
  case unserializable(String)

  public struct Pair: Hashable, Sendable {
    public var key: Value
    public var value: Value
    public init(_ key: Value, _ value: Value) {
      self.key = key
      self.value = value
    }
  }

  public struct Field: Hashable, Sendable {
    public var name: String
    public var value: Value
    public init(_ name: String, _ value: Value) {
      self.name = name
      self.value = value
    }
  }
}

extension Value: CustomStringConvertible {
  /// As the informal trace format writes it.
  public var description: String { "\(json)" }
}

extension Value {
  /// As the informal trace format writes it.
  var json: JSON {
    switch self {
    case .truth(let truth): JSON(.truth(truth))
    case .integer(let number): .object([.init("#bigint", .string(String(number)))])
    case .bigInteger(let digits): .object([.init("#bigint", .string(digits))])
    case .text(let text): .string(text)
    case .list(let items): .array(items.map(\.json))
    case .tuple(let items): .object([.init("#tup", .array(items.map(\.json)))])
    case .set(let items): .object([.init("#set", .array(items.map(\.json)))])
    case .map(let pairs):
      .object([.init("#map", .array(pairs.map { .array([$0.key.json, $0.value.json]) }))])
    case .record(let fields): .object(fields.map { .init($0.name, $0.value.json) })
    case .unserializable(let text): .object([.init("#unserializable", .string(text))])
    }
  }

  /// Reads what the informal trace format has; small integers may also be plain numbers.
  init(_ json: JSON, in source: Source) throws(InputError) {
    func values(_ items: JSON) throws(InputError) -> [Value] {
      var values: [Value] = []
      for item in try items.items(in: source) { values.append(try Value(item, in: source)) }
      return values
    }
    switch json.content {
    case .null: throw source.error(at: json.offset, "null is not a value of a trace")
    case .truth(let truth): self = .truth(truth)
    case .number(let digits): self = try Self.integer(digits, at: json.offset, source)
    case .string(let text): self = .text(text)
    case .array: self = .list(try values(json))
    case .object(let members):
      guard let special = members.first(where: { $0.key.hasPrefix("#") }) else {
        var fields: [Field] = []
        for member in members {
          fields.append(Field(member.key, try Value(member.value, in: source)))
        }
        self = .record(fields)
        return
      }
      guard members.count == 1 else {
        throw source.error(at: json.offset, "\(special.key) must be alone in its object")
      }
      let value = special.value
      switch special.key {
      case "#bigint":
        self = try Self.integer(value.string(in: source), at: value.offset, source)
      case "#tup": self = .tuple(try values(value))
      case "#set": self = .set(try values(value))
      case "#map":
        var pairs: [Pair] = []
        for pair in try value.items(in: source) {
          let sides = try values(pair)
          guard sides.count == 2 else {
            throw source.error(at: pair.offset, "an item of a #map must be a key and its value")
          }
          pairs.append(Pair(sides[0], sides[1]))
        }
        self = .map(pairs)
      case "#unserializable": self = .unserializable(try value.string(in: source))
      default:
        throw source.error(
          at: json.offset, "unknown kind of value \"\(special.key)\"",
          allowed: ["#bigint", "#tup", "#set", "#map", "#unserializable"])
      }
    }
  }

  private static func integer(
    _ digits: String, at offset: Int, _ source: Source
  ) throws(InputError) -> Value {
    if let number = Int(digits) { return .integer(number) }
    let magnitude = digits.utf8.drop { $0 == UInt8(ascii: "-") }
    let signs = digits.utf8.count - magnitude.count
    guard !magnitude.isEmpty, signs < 2, magnitude.allSatisfy({ (48...57).contains($0) }) else {
      throw source.error(at: offset, "\"\(digits)\" is not a whole number")
    }
    return .bigInteger(digits)
  }
}

extension JSON {
  func items(in source: Source) throws(InputError) -> [JSON] {
    guard case .array(let items) = content else {
      throw source.error(at: offset, "this must be a list")
    }
    return items
  }

  func string(in source: Source) throws(InputError) -> String {
    guard case .string(let text) = content else {
      throw source.error(at: offset, "this must be a string")
    }
    return text
  }

  func integer(in source: Source) throws(InputError) -> Int {
    guard case .number(let digits) = content, let number = Int(digits) else {
      throw source.error(at: offset, "this must be a whole number")
    }
    return number
  }

  func truth(in source: Source) throws(InputError) -> Bool {
    guard case .truth(let truth) = content else {
      throw source.error(at: offset, "this must be true or false")
    }
    return truth
  }
}
