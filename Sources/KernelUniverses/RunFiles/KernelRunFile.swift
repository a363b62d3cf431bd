import Evidence
import Forms
import Microkernel
import Universes

/// A run in a whole kernel, as a file describes it: a universe, what is asked of it, and how far the
/// search may go.
public struct KernelRunFile: Sendable {
  /// The file as the user named it.
  public var file: String
  /// The text of the file, to be embedded in traces.
  public var text: String
  public var about: String
  public var universe: KernelUniverse
  /// Numbers of the properties to check.
  public var properties: [String]
  /// Names of the goals to reach.
  public var goals: [String]
  public var limits: RunFile.Limits
  /// The verdict that the run should come to.
  public var expect: Verdict

  public var name: String { universe.name }
}

/// A run file of either kind.
public enum AnyRunFile: Sendable {
  case spaces(RunFile)
  case kernel(KernelRunFile)

  public var name: String {
    switch self {
    case .spaces(let file): file.name
    case .kernel(let file): file.name
    }
  }

  /// Reads the run file at `path`; a file that cannot be opened is an error of the system's own.
  public init(contentsOf path: String) throws {
    self = try AnyRunFile(parsing: try RunFile.text(of: path), file: path)
  }

  /// Reads the text of a run file; one that speaks of threads is for a whole kernel.
  public init(parsing text: String, file: String) throws(InputError) {
    let root = try? YAMLText(file: file, text: text).root()
    let keys = root?.mapping?.keys.compactMap { $0.scalar?.string } ?? []
    if keys.contains(where: { KernelRunFile.marks.contains($0) }) {
      self = .kernel(try KernelRunFile(parsing: text, file: file))
    } else {
      self = .spaces(try RunFile(parsing: text, file: file, catalogue: .addressSpaces))
    }
  }
}

extension KernelRunFile {
  /// The keys that only run files for kernels have.
  static let marks = [KernelRunKey.threads, .setup].map(\.rawValue)
}
