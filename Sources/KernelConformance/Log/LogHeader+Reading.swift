import AddressSpaces
import Evidence
import KernelPrograms
import Microkernel
import Vocabulary

extension LogHeader {
  /// The key that only headers have.
  static let sign = "l4-log"

  /// Whether a line may be a header, before it is read.
  static func isThere(_ bytes: [UInt8]) -> Bool { bytes.firstRange(of: signBytes) != nil }

  private static let signBytes = Array("\"\(sign)\"".utf8)

  /// Reads the first line of a log.
  init(_ line: LogLine) throws(InputError) {
    let version = try line.required(Self.sign, "the version of the format, \(Self.version)")
    guard case .number("\(Self.version)") = version.content else {
      throw line.error(
        version, "this is no version of the format that is known", allowed: ["\(Self.version)"])
    }
    try line.allow(
      Self.sign, "kernel", "profile", "stage", "records", "complete", "from", "operations")
    let profileText = try line["profile"].map { value throws(InputError) in
      try line.text(value, "a profile")
    }
    let profile: KernelProfile
    do { profile = try KernelProfile(parsing: profileText ?? "v2") } catch {
      throw line.error(line["profile"] ?? line.json, "\(error)")
    }
    var stage = try Stage(line)
    stage.shape.profile = profile.spaces
    if let defect = stage.defect {
      throw line.error(line["stage"] ?? line.json, "the stage: \(defect)")
    }
    self.init(stage, profile: profileText ?? "v2")
    if let kernel = line["kernel"] { self.kernel = try line.text(kernel, "a name") }
    records = []
    let names = Record.allCases.map(\.rawValue)
    let list = try line.required("records", "a list of: \(names.joined(separator: ", "))")
    for item in try line.items(list, "a list of: \(names.joined(separator: ", "))") {
      guard case .string(let name) = item.content, let record = Record(rawValue: name) else {
        throw line.error(item, "this is nothing that a log records", allowed: names)
      }
      records.insert(record)
    }
    isComplete = try line.truth(try line.required("complete", "true or false"), "complete")
    if let from = line["from"] {
      guard case .string(let text) = from.content, ["boot", "setup"].contains(text) else {
        throw line.error(
          from, "a log begins at boot or behind the setup", allowed: ["boot", "setup"])
      }
      beginsAfterSetup = text == "setup"
    }
    if let list = line["operations"] {
      operations = try line.operations(list, on: stage)
    }
  }
}

extension Stage {
  fileprivate init(_ line: LogLine) throws(InputError) {
    let value = try line.required("stage", "the name of a built-in stage, or a stage in full")
    switch value.content {
    case .string(let name):
      guard let stage = Stages.named(name) else {
        throw line.error(
          value, "there is no stage \"\(name)\"", allowed: Stages.names)
      }
      self = stage
    case .object(let members):
      let shape = JSON.object(members.filter { $0.key != "setup" })
      do { try self.init(shape) } catch { throw line.error(value, error.description) }
      if name.isEmpty { name = "of a log" }
      // Before the setup is read, for it names who is there.
      if let defect { throw line.error(value, "the stage: \(defect)") }
      if let list = value["setup"] { setup = try line.operations(list, on: self) }
    default: throw line.error(value, "expected the name of a built-in stage, or a stage in full")
    }
  }
}
