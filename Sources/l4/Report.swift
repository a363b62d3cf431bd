import ArgumentParser
import Connectors
import Evidence
import Exploration
import Foundation
import SMT

/// How a command says what it has to say.
enum Report {
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case text, json
  }

  /// Ends the process because of an error, with one message and the status that belongs to it.
  static func end(_ error: any Error) -> Never {
    let status: Int32
    switch error {
    case is InputError: status = Failure.badInput
    case SMTError.missingLibrary, is MissingProgram: status = Failure.unavailable
    case is SMTError: status = Failure.toolError
    case is ExplorationError: status = Failure.toolError
    case is OutputError: status = Failure.cannotCreate
    case is MissingInput, is CocoaError, is ConnectionError: status = Failure.noInput
    default: L4.exit(withError: error)
    }
    note("l4: \((error as? CocoaError)?.sentence ?? "\(error)")")
    Foundation.exit(status)
  }

  /// Says something to the person at the terminal, who may be reading the output elsewhere.
  static func note(_ text: String) {
    FileHandle.standardError.write(Data((text + "\n").utf8))
  }

  static func json(_ value: some Encodable) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    print(String(decoding: try encoder.encode(value), as: UTF8.self))
  }
}
