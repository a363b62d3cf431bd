import AddressSpaces
import Evidence
import KernelPrograms
import Microkernel
import Vocabulary

extension LogHeader {
  /// Reads the first line of a log.
  init(_ line: LogLine) throws(InputError) {
    let version = try line.required("l4-log", "the version of the format, \(Self.version)")
    guard case .number("\(Self.version)") = version.content else {
      throw line.error(
        version, "this is no version of the format that is known", allowed: ["\(Self.version)"])
    }
    try line.allow(
      "l4-log", "kernel", "profile", "stage", "records", "complete", "from", "operations")
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
      operations = []
      for item in try line.items(list, "a list of operations") {
        let operation = try line.operation(item, on: stage.population)
        if let defect = stage.defect(of: operation) { throw line.error(item, defect) }
        operations?.append(operation)
      }
    }
  }
}

extension Stage {
  fileprivate init(_ line: LogLine) throws(InputError) {
    let value = try line.required("stage", "the name of a built-in stage, or a stage in full")
    if case .string(let name) = value.content {
      guard let stage = Stages.named(name) else {
        throw line.error(
          value, "there is no stage \"\(name)\"", allowed: Stages.all.map(\.name))
      }
      self = stage
      return
    }
    guard case .object(let members) = value.content else {
      throw line.error(value, "expected the name of a built-in stage, or a stage in full")
    }
    let keys = [
      "name", "threads", "pages", "user pages", "frames", "ports", "nodes", "sources", "buffers",
      "schedules", "slice", "depth", "version", "setup",
    ]
    for member in members where !keys.contains(member.key) {
      throw line.error(member.value, "unknown key \"\(member.key)\"", allowed: keys)
    }
    func number(_ key: String, _ absent: Int) throws(InputError) -> Int {
      guard let found = value[key] else { return absent }
      return try line.number(found, key, 0...255)
    }
    guard let list = value["threads"] else {
      throw line.error(value, "missing key \"threads\": the number of threads of every task")
    }
    var threads: [Int] = []
    for item in try line.items(list, "a list of numbers") {
      threads.append(try line.number(item, "threads", 1...StageCapacity.threads))
    }
    guard threads.count >= 2, threads.reduce(0, +) <= StageCapacity.threads else {
      throw line.error(
        list, "there are at least 2 tasks and at most \(StageCapacity.threads) threads")
    }
    let pages = try number("pages", 1)
    var buffers: [Int?] = []
    for item in try value["buffers"].map({ found throws(InputError) in
      try line.items(found, "a list of pages and null")
    }) ?? [] {
      buffers.append(try line.optionalNumber(item, "a buffer", 0...255))
    }
    var name = "of a log"
    if let found = value["name"] { name = try line.text(found, "a name") }
    let hasNodes = value["nodes"] != nil
    self.init(
      name: name, population: Population(threadsOfTask: threads),
      shape: Shape(
        tasks: threads.count, pages: pages, frames: try number("frames", pages),
        userPages: value["user pages"] == nil ? nil : try number("user pages", pages),
        ports: try number("ports", 0), nodes: hasNodes ? try number("nodes", 0) : nil),
      sources: try number("sources", 0), buffers: buffers,
      schedules: try value["schedules"].map { found throws(InputError) in
        try line.truth(found, "schedules")
      } ?? false, slice: UInt8(clamping: try number("slice", 255)),
      depth: try line.optionalNumber(value["depth"], "depth", 0...15).map { UInt8($0) },
      version: try line.optionalNumber(value["version"], "version", 1...0x3FFF) ?? 1)
    for item in try value["setup"].map({ found throws(InputError) in
      try line.items(found, "a list of operations")
    }) ?? [] {
      setup.append(try line.operation(item, on: population))
    }
  }
}
