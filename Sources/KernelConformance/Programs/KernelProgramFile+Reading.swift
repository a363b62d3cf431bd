import AddressSpaces
import Evidence
import KernelPrograms
import Microkernel
import Vocabulary

extension KernelProgramFile {
  /// Something in a file that is no program.
  package struct Mistake: Error, CustomStringConvertible, Hashable {
    /// The line, from 1.
    package let line: Int
    package let text: String

    package var description: String { "line \(line): \(text)" }
  }

  /// Reads what `text` writes.
  package init(parsing text: String) throws(Mistake) {
    var reader = Reader()
    var number = 0
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      number += 1
      try reader.read(String(line), number)
    }
    self = try reader.file(lastLine: number)
  }
}

/// Goes through a file line by line.
private struct Reader {
  typealias Mistake = KernelProgramFile.Mistake

  private enum Part { case start, header, setup, operations }

  private var part = Part.start
  /// The header: what was said, and where.
  private var values: [String: (text: String, line: Int)] = [:]
  private var setup: [(text: String, line: Int)] = []
  private var operations: [(text: String, line: Int)] = []

  private static let keys: Set<String> = [
    "kernel", "profile", "origin", "finding", "stage", "own stage", "threads", "pages",
    "user pages", "frames", "ports", "nodes", "sources", "buffers", "schedules", "slice", "depth",
    "version",
  ]

  mutating func read(_ line: String, _ number: Int) throws(Mistake) {
    let text = line.trimmed
    if text.isEmpty || text.hasPrefix("#") { return }
    switch part {
    case .start:
      guard text == KernelProgramFile.firstLine else {
        throw Mistake(line: number, text: "a program begins with \"l4 kernel program\"")
      }
      part = .header
    case _ where text == "setup:": part = .setup
    case _ where text == "operations:": part = .operations
    case .header:
      guard let colon = text.firstIndex(of: ":") else {
        throw Mistake(line: number, text: "\"\(text)\" has no colon, and is no header")
      }
      let key = String(text[..<colon])
      guard Self.keys.contains(key) else {
        throw Mistake(line: number, text: "\"\(key)\" is nothing that a program says")
      }
      guard values[key] == nil else {
        throw Mistake(line: number, text: "\"\(key)\" is said twice")
      }
      values[key] = (String(text[text.index(after: colon)...]).trimmed, number)
    case .setup: setup.append((text, number))
    case .operations: operations.append((text, number))
    }
  }

  func file(lastLine: Int) throws(Mistake) -> KernelProgramFile {
    guard part == .operations else {
      throw Mistake(line: lastLine, text: "there are no operations")
    }
    var stage = try stage(lastLine)
    if let (text, line) = values["profile"] {
      do { stage.shape.profile = try KernelProfile(parsing: text).spaces } catch {
        throw Mistake(line: line, text: "\(error)")
      }
    }
    let program = KernelProgram(stage, try parse(operations, on: stage))
    func value(_ key: String) -> String { values[key]?.text ?? "" }
    return KernelProgramFile(
      program, kernel: value("kernel"),
      profile: values["profile"] == nil ? "v2" : value("profile"), origin: value("origin"),
      finding: value("finding"))
  }

  private func stage(_ lastLine: Int) throws(Mistake) -> Stage {
    if let (name, line) = values["stage"] {
      guard let stage = Stages.named(name) else {
        let known = Stages.names.joined(separator: ", ")
        throw Mistake(line: line, text: "there is no stage \"\(name)\"; there are \(known)")
      }
      return stage
    }
    guard let (name, line) = values["own stage"] else {
      throw Mistake(line: lastLine, text: "it is not said which stage it is")
    }
    let threads = try numbers("threads", line)
    let pages = try number("pages", line)
    let shape = Shape(
      tasks: threads.count, pages: pages, frames: try number("frames", line),
      userPages: values["user pages"] == nil ? nil : try number("user pages", line),
      ports: try number("ports", line), nodes: try number("nodes", line))
    var stage = Stage(
      name: name, population: Population(threadsOfTask: threads), shape: shape,
      sources: try number("sources", line), buffers: try buffers(),
      schedules: try schedules(),
      slice: UInt8(clamping: try number("slice", line)),
      depth: values["depth"] == nil ? nil : UInt8(clamping: try number("depth", line)),
      version: values["version"] == nil ? 1 : try number("version", line, atMost: 0x3FFF))
    if let defect = stage.defect { throw Mistake(line: line, text: "the stage: \(defect)") }
    stage.setup = try parse(setup, on: stage)
    return stage
  }

  private func parse(
    _ lines: [(text: String, line: Int)], on stage: Stage
  ) throws(Mistake) -> [KernelOperation] {
    var all: [KernelOperation] = []
    for (text, line) in lines {
      let operation: KernelOperation
      do { operation = try KernelOperation(parsing: text, in: stage.population) } catch {
        throw Mistake(line: line, text: "\(error)")
      }
      if let defect = stage.defect(of: operation) { throw Mistake(line: line, text: defect) }
      all.append(operation)
    }
    return all
  }

  private func numbers(
    _ key: String, _ line: Int, atMost limit: Int = 255
  ) throws(Mistake) -> [Int] {
    guard let (text, line) = values[key] else {
      throw Mistake(line: line, text: "the stage has no \(key)")
    }
    var all: [Int] = []
    for word in text.split(separator: " ") {
      guard let number = Int(word), (0...limit).contains(number) else {
        throw Mistake(line: line, text: "\"\(word)\" is no number from 0 to \(limit)")
      }
      all.append(number)
    }
    return all
  }

  private func number(
    _ key: String, _ line: Int, atMost limit: Int = 255
  ) throws(Mistake) -> Int {
    let all = try numbers(key, line, atMost: limit)
    guard let number = all.first, all.count == 1 else {
      throw Mistake(line: values[key]?.line ?? line, text: "\(key) is one number")
    }
    return number
  }

  private func schedules() throws(Mistake) -> Bool {
    guard let (text, line) = values["schedules"] else { return false }
    guard let schedules = ["yes": true, "no": false][text] else {
      throw Mistake(line: line, text: "schedules is yes or no, not \"\(text)\"")
    }
    return schedules
  }

  private func buffers() throws(Mistake) -> [Int?] {
    guard let (text, line) = values["buffers"] else { return [] }
    var all: [Int?] = []
    for word in text.split(separator: " ") {
      if word == "-" {
        all.append(nil)
      } else if let page = Int(word), page >= 0 {
        all.append(page)
      } else {
        throw Mistake(line: line, text: "\"\(word)\" is no page")
      }
    }
    return all
  }
}

extension String {
  fileprivate var trimmed: String {
    var part = self[...]
    while part.first?.isWhitespace == true { part.removeFirst() }
    while part.last?.isWhitespace == true { part.removeLast() }
    return String(part)
  }
}
