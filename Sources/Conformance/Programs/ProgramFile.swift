/// A program as it is kept: with the kernel that it was for, where it came from, and what it showed.
public struct ProgramFile: Hashable, Sendable {
  /// The version of the format; a reader refuses later ones.
  public static let version = 1
  /// A program has no more operations than this.
  public static let limit = 1_000_000

  /// The name of the connector, as `reference`.
  public var kernel: String
  /// Where the program came from, as `random, seed 1, program 17`.
  public var origin: String
  /// The deviation that the program shows, in one line; empty if it shows none.
  public var finding: String
  public var program: Program

  public init(_ program: Program, kernel: String, origin: String, finding: String = "") {
    self.program = program
    self.kernel = kernel
    self.origin = origin
    self.finding = finding
  }

  /// Whether a file means to be a program: it begins like one.
  public static func isProgram(_ bytes: [UInt8]) -> Bool { bytes.starts(with: "l4 program".utf8) }

  /// The text, which `init(reading:file:)` reads back.
  public var text: String {
    var lines = ["l4 program \(Self.version)"]
    for key in ProgramKey.allCases { lines.append("\(key.rawValue): \(key.value(in: self))") }
    lines += program.operations.map { "  \($0)" }
    lines.append("end")
    return lines.map { $0 + "\n" }.joined()
  }
}

/// The lines at the head of a program file, all of them there and in this order.
enum ProgramKey: String, CaseIterable {
  case kernel, origin, finding, tasks, pages
  case userPages = "user-pages"
  case frames, ports, nodes
  case grantWithoutWrite = "grant-without-write"
  case overmapping
  case selfMapping = "self-mapping"
  case portGranularity = "port-granularity"
  case readOnlyUnmapOfPorts = "read-only-unmap-of-ports"
  case probes, operations

  func value(in file: ProgramFile) -> String {
    let shape = file.program.shape
    return switch self {
    case .kernel: file.kernel
    case .origin: file.origin
    case .finding: file.finding.isEmpty ? "none" : file.finding
    case .tasks: "\(shape.tasks)"
    case .pages: "\(shape.pages)"
    case .userPages: "\(shape.userPages)"
    case .frames: "\(shape.frames)"
    case .ports: "\(shape.ports)"
    case .nodes: "\(shape.nodes)"
    case .grantWithoutWrite: shape.profile.grantWithoutWrite.rawValue
    case .overmapping: shape.profile.overmapping.rawValue
    case .selfMapping: shape.profile.selfMapping.rawValue
    case .portGranularity: "\(shape.profile.portGranularity)"
    case .readOnlyUnmapOfPorts: shape.profile.readOnlyUnmapOfPorts.rawValue
    case .probes: file.program.probing.rawValue
    case .operations: "\(file.program.operations.count)"
    }
  }
}
