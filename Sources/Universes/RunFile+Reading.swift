import AddressSpaces
import Evidence
import Forms
import Logic
import Vocabulary

import struct Foundation.Data
import struct Foundation.URL

extension RunFile {
  /// Reads the run file at `path`; a file that cannot be opened is an error of the system's own.
  public init(contentsOf path: String, catalogue: Catalogue) throws {
    try self.init(parsing: try Self.text(of: path), file: path, catalogue: catalogue)
  }

  /// The text of the file at `path`.
  package static func text(of path: String) throws -> String {
    let data = try Data(contentsOf: URL(fileURLWithPath: path))
    guard let text = String(validating: data, as: UTF8.self) else {
      throw InputError(file: path, message: "the file is not UTF-8 text")
    }
    return text
  }

  /// Reads the text of a run file. `file` is what errors call it.
  public init(
    parsing text: String, file: String, catalogue: Catalogue
  ) throws(InputError) {
    let yaml = YAMLText(file: file, text: text)
    let section = try Section<RunKey>(yaml.root(), in: yaml, as: "a run file")
    self.file = file
    self.text = text
    name = try section.required(.name).text()
    about = try section[.about]?.text() ?? ""
    shape = try Shape(section)
    granularity = try Granularity(section)
    operations = try OperationReader(section.required(.operations), in: shape).operations
    offersIdleCalls = try section[.idleCalls]?.choice(IdleCalls.self) != .leftOut
    properties =
      try section[.properties]?.numbers(in: catalogue.properties, "property")
      ?? catalogue.properties.map(\.number)
    goals = try section[.goals]?.numbers(in: catalogue.goals, "goal") ?? []
    limits = try section[.limits].map { item throws(InputError) in try Limits(item) } ?? Limits()
    expect = try section[.expect]?.choice() ?? .holds
  }
}

extension Shape {
  fileprivate init(_ section: Section<RunKey>) throws(InputError) {
    self.init(
      tasks: try section.required(.tasks).number(), pages: try section[.pages]?.number() ?? 0,
      frames: try section[.frames]?.number() ?? 0,
      userPages: try section[.userPages]?.number(), ports: try section[.ports]?.number() ?? 0,
      profile: try section[.profile].map { item throws(InputError) in try Profile(item) } ?? .v2)
    if let item = section[.nodes] {
      nodes = try item.number()
    } else {
      nodes = min(nodes, 255)  // More than every slot of the largest state.
    }
    if let defect {
      // Shown at the size that the message speaks of first.
      let places = RunKey.allCases.compactMap { key in
        defect.firstRange(of: key.rawValue.replacing("-", with: " ")).flatMap { range in
          section[key].map { (range.lowerBound, $0.node) }
        }
      }
      let node = places.min { $0.0 < $1.0 }?.1 ?? section.node
      throw section.yaml.error(node, defect)
    }
  }
}

extension Profile {
  fileprivate init(_ item: Item) throws(InputError) {
    func named(_ item: Item) throws(InputError) -> Profile {
      let name = try item.text()
      guard let profile = Profile.named.first(where: { $0.name == name })?.profile else {
        throw item.error("there is no profile \"\(name)\"", allowed: ProfileKey.bases)
      }
      return profile
    }
    guard item.node.mapping != nil else {
      guard item.node.scalar != nil else { throw item.wrong }
      self = try named(item)
      return
    }
    let section = try Section<ProfileKey>(item.node, in: item.yaml, as: "profile")
    self = try section[.base].map(named) ?? .v2
    if let option = section[.grantWithoutWrite] { grantWithoutWrite = try option.choice() }
    if let option = section[.overmapping] { overmapping = try option.choice() }
    if let option = section[.selfMapping] { selfMapping = try option.choice() }
    if let option = section[.portGranularity] { portGranularity = UInt8(try option.number()) }
    if let option = section[.readOnlyUnmapOfPorts] { readOnlyUnmapOfPorts = try option.choice() }
  }
}

extension RunFile.Granularity {
  fileprivate init(_ section: Section<RunKey>) throws(InputError) {
    let concurrent = section[.concurrent]
    switch try section[.granularity]?.choice(Plan<Concrete<UInt32>>.Granularity.self) ?? .atomic {
    case .atomic:
      if let concurrent { throw concurrent.error("concurrent needs granularity: page by page") }
      self = .atomic
    case .page: self = .page(concurrent: try concurrent?.number() ?? 2)
    }
  }
}

extension RunFile.Limits {
  package init(_ item: Item) throws(InputError) {
    let section = try Section<LimitKey>(item.node, in: item.yaml, as: "limits")
    self.init(
      states: try section[.states]?.number(), memory: try section[.memory]?.bytes(),
      seconds: try section[.seconds]?.number(), depth: try section[.depth]?.number())
  }
}

extension Item {
  /// Numbers of entries, which may be given by number or by name; `all` and `none` stand alone.
  package func numbers(
    in entries: [RunFile.Catalogue.Entry], _ what: String
  ) throws(InputError) -> [String] {
    switch node.scalar?.string {
    case "all": return entries.map(\.number)
    case "none": return []
    default: break
    }
    return try list { item throws(InputError) -> [String] in
      let text = try item.text()
      guard let entry = entries.first(where: { $0.number == text || $0.name == text }) else {
        throw item.error(
          "there is no \(what) \"\(text)\"", allowed: ["all", "none"] + entries.map(\.number))
      }
      return [entry.number]
    }
  }

  /// `512 MB` are 512 million bytes, `4 GiB` are 4 · 2^30; a number alone is in bytes.
  fileprivate func bytes() throws(InputError) -> Int {
    let text = try text()
    let digits = text.prefix { "0123456789_".contains($0) }
    let unit = text[digits.endIndex...].drop { $0 == " " }
    let units = [
      "": 1, "KB": 1_000, "MB": 1_000_000, "GB": 1_000_000_000, "KiB": 1 << 10, "MiB": 1 << 20,
      "GiB": 1 << 30,
    ]
    guard let number = Int(digits.filter { $0 != "_" }), number > 0,
      let factor = units[String(unit)]
    else { throw wrong }
    let (bytes, overflow) = number.multipliedReportingOverflow(by: factor)
    guard !overflow else { throw wrong }
    return bytes
  }
}
