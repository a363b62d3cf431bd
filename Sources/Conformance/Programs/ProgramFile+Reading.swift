import AddressSpaces
import Evidence

extension ProgramFile {
  /// Reads the text of a program file.
  public init(reading text: String, file: String) throws(InputError) {
    var reader = ProgramReader(text, file: file)
    self = try reader.read()
  }

  /// Reads the bytes of a program file, which must be UTF-8.
  public init(reading bytes: [UInt8], file: String) throws(InputError) {
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw InputError(file: file, message: "this is not UTF-8 text")
    }
    try self.init(reading: text, file: file)
  }
}

/// Reads a program file line by line.
private struct ProgramReader {
  let file: String
  let lines: [Substring]
  var position = 0

  init(_ text: String, file: String) {
    self.file = file
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    while lines.last?.isEmpty == true { lines.removeLast() }
    self.lines = lines
  }

  mutating func read() throws(InputError) -> ProgramFile {
    try heading()
    let kernel = try value(.kernel)
    let origin = try value(.origin)
    let finding = try value(.finding)
    let shape = try shape()
    let probing: Program.Probing = try choice(.probes)
    let count = try number(.operations, atMost: ProgramFile.limit)
    var program = Program(shape, [], probing: probing)
    for number in 0..<count {
      program.operations.append(try operation(number + 1, of: count, in: shape))
    }
    guard try line("\"end\" after the operations") == "end" else {
      position -= 1
      throw error("there are \(count) operations, so \"end\" must be here")
    }
    guard position == lines.count else { throw error("nothing can follow \"end\"") }
    return ProgramFile(
      program, kernel: kernel, origin: origin, finding: finding == "none" ? "" : finding)
  }

  private mutating func heading() throws(InputError) {
    if lines.isEmpty { throw InputError(file: file, message: "the file is empty") }
    let words = try line("the heading").split(separator: " ")
    position = 0
    guard words.count == 3, words[0] == "l4", words[1] == "program", let version = Int(words[2])
    else { throw error("a program file begins with \"l4 program \(ProgramFile.version)\"") }
    guard version == ProgramFile.version else {
      throw error("version \(version) of the format is not known, only \(ProgramFile.version)")
    }
    position = 1
  }

  private mutating func shape() throws(InputError) -> Shape {
    let start = position
    let capacity = Shape.capacity
    let tasks = try number(.tasks, atMost: capacity)
    let pages = try number(.pages, atMost: capacity)
    let userPages = try number(.userPages, atMost: capacity)
    let frames = try number(.frames, atMost: Shape.frameCapacity)
    let ports = try number(.ports, atMost: Shape.frameCapacity)
    let nodes = try number(.nodes, atMost: 255)
    var profile = Profile()
    profile.grantWithoutWrite = try choice(.grantWithoutWrite)
    profile.overmapping = try choice(.overmapping)
    profile.selfMapping = try choice(.selfMapping)
    profile.portGranularity = UInt8(try number(.portGranularity, atMost: 16))
    profile.readOnlyUnmapOfPorts = try choice(.readOnlyUnmapOfPorts)
    let shape = Shape(
      tasks: tasks, pages: pages, frames: frames, userPages: userPages, ports: ports,
      nodes: nodes, profile: profile)
    if let defect = shape.defect {
      position = start
      throw error("there is no such universe: \(defect)")
    }
    return shape
  }

  private mutating func operation(
    _ number: Int, of count: Int, in shape: Shape
  ) throws(InputError) -> Operation {
    let line = try line("operation \(number) of \(count)")
    let text = line.drop { $0 == " " }
    let indent = line.unicodeScalars.count - text.unicodeScalars.count
    position -= 1
    let operation: Operation
    do {
      operation = try Operation(parsing: String(text))
    } catch {
      var failure = self.error("operation \(number): \(error.message)")
      failure.column = indent + error.column
      throw failure
    }
    if let defect = shape.defect(naming: operation) {
      throw error("operation \(number), \(operation): \(defect)")
    }
    position += 1
    return operation
  }

  private mutating func value(_ key: ProgramKey) throws(InputError) -> String {
    let line = try line("\"\(key.rawValue): …\"")
    guard line.hasPrefix("\(key.rawValue): ") else {
      position -= 1
      throw error("\"\(key.rawValue): …\" must be here, not \"\(line)\"")
    }
    return String(line.dropFirst(key.rawValue.count + 2))
  }

  private mutating func number(
    _ key: ProgramKey, atMost limit: Int
  ) throws(InputError) -> Int {
    let text = try value(key)
    guard text.utf8.allSatisfy({ (48...57).contains($0) }), let number = Int(text), number <= limit
    else {
      position -= 1
      throw error("\(key.rawValue) must be a number from 0 to \(limit), not \"\(text)\"")
    }
    return number
  }

  private mutating func choice<Choice: RawRepresentable<String> & CaseIterable>(
    _ key: ProgramKey
  ) throws(InputError) -> Choice {
    let text = try value(key)
    guard let choice = Choice(rawValue: text) else {
      position -= 1
      throw error(
        "\(key.rawValue) cannot be \"\(text)\"", allowed: Choice.allCases.map(\.rawValue))
    }
    return choice
  }

  private mutating func line(_ expected: String) throws(InputError) -> Substring {
    guard position < lines.count else {
      throw error("the file is cut off: \(expected) is missing")
    }
    position += 1
    return lines[position - 1]
  }

  private func error(_ message: String, allowed: [String] = []) -> InputError {
    InputError(file: file, line: position + 1, message: message, allowed: allowed)
  }
}
