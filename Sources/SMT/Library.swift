import CZ3
import Foundation

/// A loaded libz3.
final class Library: Sendable {
  /// Functions of a library that is never unloaded: constant from the first moment to the last.
  nonisolated(unsafe) let functions: UnsafePointer<CZ3_functions>

  /// The library that the system finds, or that the environment names in `LIBZ3`; looked for once,
  /// when it is first needed.
  static let standard = Result { () throws(SMTError) in
    try Library(path: ProcessInfo.processInfo.environment["LIBZ3"])
  }

  init(path: String?) throws(SMTError) {
    var reason: UnsafePointer<CChar>?
    guard let functions = CZ3_load(path, &reason) else {
      throw .missingLibrary(reason: reason.map { String(cString: $0) } ?? "unknown reason")
    }
    self.functions = functions
  }

  deinit { free(UnsafeMutableRawPointer(mutating: functions)) }
}
