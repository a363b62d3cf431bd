import Evidence
package import Yams

/// A YAML text whose every mistake has a place.
package struct YAMLText {
  package let file: String
  package let text: String

  package init(file: String, text: String) {
    self.file = file
    self.text = text
  }

  /// The one document in the text.
  package func root() throws(InputError) -> Node {
    let root: Node?
    do {
      root = try Yams.compose(yaml: text)
    } catch let error as YamlError {
      throw self.error(for: error)
    } catch {
      throw InputError(file: file, message: "not YAML: \(error)")
    }
    guard let root else { throw InputError(file: file, message: "the file is empty") }
    return root
  }

  package func error(_ node: Node, _ message: String, allowed: [String] = []) -> InputError {
    InputError(
      file: file, line: node.mark?.line, column: node.mark?.column, message: message,
      allowed: allowed)
  }

  private func error(for error: YamlError) -> InputError {
    switch error {
    case .scanner(let context, let problem, let mark, _),
      .parser(let context, let problem, let mark, _),
      .composer(let context, let problem, let mark, _):
      let context = context.map { "\($0.text) from \($0.mark.line):\($0.mark.column) on: " } ?? ""
      return InputError(
        file: file, line: mark.line, column: mark.column, message: "not YAML: \(context)\(problem)")
    case .duplicatedKeysInMapping(let keys, let context):
      let names = keys.map { "\"\($0)\"" }.joined(separator: ", ")
      return InputError(
        file: file, line: context.mark.line, column: context.mark.column,
        message: "there is more than one key \(names)")
    case .reader(let problem, let offset, _, _):
      let before = text.prefix(offset ?? 0)
      let line = before.split(separator: "\n", omittingEmptySubsequences: false)
      return InputError(
        file: file, line: line.count, column: (line.last?.unicodeScalars.count ?? 0) + 1,
        message: "not YAML: \(problem)")
    case .no, .memory, .writer, .emitter, .representer, .dataCouldNotBeDecoded:
      return InputError(file: file, message: "not YAML: \(error)")
    }
  }
}

/// A mapping of a YAML text, all of whose keys are known.
package struct Section<Key: Keys> {
  package let yaml: YAMLText
  package let node: Node
  private var values: [Key: Node] = [:]

  /// `keys` are those that are allowed, if not all of them are.
  package init(
    _ node: Node, in yaml: YAMLText, as name: String, keys: [Key] = Array(Key.allCases)
  ) throws(InputError) {
    self.yaml = yaml
    self.node = node
    let names = keys.map(\.rawValue)
    guard let mapping = node.mapping else {
      throw yaml.error(node, "\(name) must be \(Form.mapping(names)), not \(node.whatItIs)")
    }
    for (keyNode, value) in mapping {
      guard let key = keyNode.scalar.flatMap({ Key(rawValue: $0.string) }), keys.contains(key)
      else { throw yaml.error(keyNode, "unknown key \(keyNode.whatItIs)", allowed: names) }
      values[key] = value
    }
  }

  package subscript(_ key: Key) -> Item? {
    values[key].map { Item(yaml: yaml, node: $0, name: key.rawValue, form: key.form) }
  }

  /// The keys that are there, in the order of the file.
  package var keys: [Key] { Key.allCases.filter { values[$0] != nil } }

  package func required(_ key: Key) throws(InputError) -> Item {
    guard let item = self[key] else {
      throw yaml.error(node, "missing key \"\(key.rawValue)\": \(key.form)")
    }
    return item
  }
}

/// The value of a key, or an item of its list.
package struct Item {
  package let yaml: YAMLText
  package let node: Node
  package let name: String
  package let form: Form

  /// `tasks must be a whole number from 1 to 32, not "four"`
  package var wrong: InputError {
    if case .choice(let choices) = form {
      return yaml.error(node, "\(name) cannot be \(node.whatItIs)", allowed: choices)
    }
    return yaml.error(node, "\(name) must be \(form), not \(node.whatItIs)")
  }

  package func error(_ message: String, allowed: [String] = []) -> InputError {
    yaml.error(node, message, allowed: allowed)
  }

  package func text() throws(InputError) -> String {
    guard let scalar = node.scalar, !scalar.string.isEmpty else { throw wrong }
    return scalar.string
  }

  /// A number in the range of the form: decimal digits, which may be grouped as in 10_000.
  package func number() throws(InputError) -> Int {
    let digits = try text().filter { $0 != "_" }
    guard
      case .number(let range) = form, digits.utf8.allSatisfy({ (48...57).contains($0) }),
      let number = Int(digits), range.contains(number)
    else { throw wrong }
    return number
  }

  package func choice<Choice: RawRepresentable<String>>(
    _: Choice.Type = Choice.self
  ) throws(InputError) -> Choice {
    guard let choice = Choice(rawValue: try text()) else { throw wrong }
    return choice
  }

  package func truth() throws(InputError) -> Bool {
    switch try text() {
    case "true": true
    case "false": false
    default: throw wrong
    }
  }

  /// The items of a list, at least one; what is no list is a list of one.
  package func items() throws(InputError) -> [Item] {
    switch node {
    case .scalar, .mapping: return [self]
    case .sequence(let nodes) where !nodes.isEmpty:
      return nodes.map { Item(yaml: yaml, node: $0, name: name, form: form) }
    default: throw wrong
    }
  }

  /// The values of the items of a list, in which nothing is there twice.
  package func list<Value: Hashable>(
    _ value: (Item) throws(InputError) -> [Value]
  ) throws(InputError) -> [Value] {
    var values: [Value] = []
    var seen: Set<Value> = []
    for item in try items() {
      for value in try value(item) {
        guard seen.insert(value).inserted else {
          throw item.error("\(name) has \(item.node.whatItIs) twice")
        }
        values.append(value)
      }
    }
    return values
  }
}

extension Node {
  /// A scalar in quotes; otherwise what kind of value it is.
  package var whatItIs: String {
    switch self {
    case .scalar(let scalar): scalar.string.isEmpty ? "nothing" : "\"\(scalar.string)\""
    case .mapping: "a mapping"
    case .sequence(let nodes): nodes.isEmpty ? "an empty list" : "a list"
    case .alias: "an alias"
    }
  }
}
