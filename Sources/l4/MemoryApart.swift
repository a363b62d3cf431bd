import Conformance
import Connectors
import Foundation

/// The reference kernel in a process of its own, for programs about memory alone.
struct MemoryApart: Isolation {
  private let name: String
  private let child: AnsweringChild

  /// - Parameter patience: How long a program may take.
  init(_ connector: ReferenceConnector, audit: Int, patience: Duration) {
    name = connector.name
    child = AnsweringChild(
      [HostCommand.program, "host", MemoryHost.prefix + connector.name, "--audit", "\(audit)"],
      patience: patience)
  }

  func run(_ program: Program) -> Deviation? {
    switch child.ask(ProgramFile(program, kernel: name, origin: "the campaign").text) {
    case .line(let line):
      let answer = try? JSONDecoder().decode(MemoryHost.Answer.self, from: Data(line.utf8))
      return answer.map(\.deviation) ?? .noAnswer(.crash, to: program, observed: line)
    case .crashed(let how): return .noAnswer(.crash, to: program, observed: how)
    case .hung: return .noAnswer(.hang, to: program, observed: "nothing")
    }
  }
}

/// The other end: runs the programs that it is given.
enum MemoryHost {
  struct Answer: Codable {
    var deviation: Deviation?
  }

  static let prefix = "memory:"

  /// The kernel that a name with the prefix means.
  static func connector(_ text: String) -> ReferenceConnector? {
    text.hasPrefix(prefix) ? ReferenceConnector(named: String(text.dropFirst(prefix.count))) : nil
  }

  /// A line of JSON: what came of the program of a text.
  static func answer(_ text: String, on connector: ReferenceConnector, audit: Int) -> String {
    do {
      let file = try ProgramFile(reading: text, file: "standard input")
      let found = try Trial(connector, auditInterval: audit).run(file.program)
      return String(decoding: try JSONEncoder().encode(Answer(deviation: found)), as: UTF8.self)
    } catch {
      return "\(error)"
    }
  }
}
