import AddressSpaces
import Evidence
import KernelPrograms
import Microkernel
import Vocabulary

/// One line of a log as JSON, whose mistakes have a place in the file.
struct LogLine {
  let file: String
  let number: Int
  let bytes: [UInt8]
  let json: JSON
  let members: [JSON.Member]

  init(_ bytes: [UInt8], file: String, number: Int) throws(InputError) {
    self.file = file
    self.number = number
    self.bytes = bytes
    do { json = try JSONReader.read(bytes, named: file) } catch {
      var error = error
      error.line = number
      // A string that has no end is told with the place where it begins, of which the line is not known.
      error.message = error.message.replacing("begins at 1:", with: "begins at \(number):")
      throw error
    }
    guard case .object(let members) = json.content else {
      throw InputError(
        file: file, line: number, column: 1, message: "a line of a log is an object in braces")
    }
    self.members = members
  }

  /// The text of the line.
  var text: String { String(decoding: bytes, as: UTF8.self) }

  subscript(_ key: String) -> JSON? { members.first { $0.key == key }?.value }

  /// A mistake at a value. Columns are counted in Unicode scalars.
  func error(
    _ value: JSON, _ message: String, allowed: [String] = [], offset: Int = 0
  ) -> InputError {
    let before = bytes.prefix(value.offset)
    let column = before.count { $0 & 0xC0 != 0x80 } + 1 + offset
    return InputError(
      file: file, line: number, column: column, message: message, allowed: allowed)
  }

  /// Only these keys may be there, and `time`, which means nothing here.
  func allow(_ keys: String...) throws(InputError) {
    for member in members where !keys.contains(member.key) && member.key != "time" {
      // The place of a key is not kept; its value is close enough.
      throw error(member.value, "unknown key \"\(member.key)\"", allowed: keys + ["time"])
    }
  }

  func required(_ key: String, _ form: String) throws(InputError) -> JSON {
    guard let value = self[key] else {
      throw error(json, "missing key \"\(key)\": \(form)")
    }
    return value
  }

  func text(_ value: JSON, _ form: String) throws(InputError) -> String {
    guard case .string(let text) = value.content else {
      throw error(value, "expected \(form)")
    }
    return text
  }

  func truth(_ value: JSON, _ key: String) throws(InputError) -> Bool {
    guard case .truth(let truth) = value.content else {
      throw error(value, "\(key) is true or false")
    }
    return truth
  }

  /// A number in decimal digits, or in a string as `0x30`.
  func number(
    _ value: JSON, _ key: String, _ range: ClosedRange<Int>
  ) throws(InputError) -> Int {
    var number: Int?
    switch value.content {
    case .number(let digits): number = Int(digits)
    case .string(let text) where text.hasPrefix("0x"): number = Int(text.dropFirst(2), radix: 16)
    default: break
    }
    guard let number, range.contains(number) else {
      throw error(
        value, "\(key) is a whole number from \(range.lowerBound) to \(range.upperBound)")
    }
    return number
  }

  /// A number, or null for what is not known.
  func optionalNumber(
    _ value: JSON?, _ key: String, _ range: ClosedRange<Int>
  ) throws(InputError) -> Int? {
    guard let value else { return nil }
    if case .null = value.content { return nil }
    return try number(value, key, range)
  }

  func items(_ value: JSON, _ form: String) throws(InputError) -> [JSON] {
    guard case .array(let items) = value.content else { throw error(value, "expected \(form)") }
    return items
  }

  /// An operation: in the fields that the protocol has for it, or in its text form.
  func operation(_ value: JSON, on stage: Stage) throws(InputError) -> KernelOperation {
    let operation: KernelOperation
    switch value.content {
    case .string(let text):
      do { operation = try KernelOperation(parsing: text, in: stage.population) } catch {
        // The column is behind the quotation mark, as long as nothing is escaped.
        throw self.error(value, error.message, offset: error.column)
      }
    case .object:
      do { operation = try KernelOperation(value, "the operation") } catch {
        throw self.error(value, error.description)
      }
      if let defect = operation.defect(on: stage) {
        throw error(value, "the operation \(defect)")
      }
    default: throw error(value, "expected an operation: its fields, or \"t2.0 send t3.0\"")
    }
    if let defect = stage.defect(of: operation) { throw error(value, defect) }
    return operation
  }

  func operations(_ value: JSON, on stage: Stage) throws(InputError) -> [KernelOperation] {
    var operations: [KernelOperation] = []
    for item in try items(value, "a list of operations") {
      operations.append(try operation(item, on: stage))
    }
    return operations
  }
}
