import AddressSpaces
import Evidence
import Microkernel

extension Stage {
  /// Without the setup, which is beside it in the message. How the kernel ought to behave is not told
  /// to it.
  package var json: JSON {
    var object = Members()
    object.add("name", name)
    object.add("threads", .array(population.threadsOfTask.map { .number($0) }))
    if !population.names.isEmpty {
      object.add("names", .array(population.names.map { .string($0) }))
    }
    object.add("pages", shape.pages)
    object.add("user_pages", shape.userPages)
    object.add("frames", shape.frames)
    object.add("ports", shape.ports)
    object.add("nodes", shape.nodes)
    object.add("sources", sources)
    object.add("buffers", .array(buffers.map { $0.map { .number($0) } ?? JSON(.null) }))
    object.add("schedules", always: schedules)
    object.add("slice", slice)
    object.add("depth", depth)
    object.add("version", version == 1 ? nil : version)
    return object.json
  }

  /// Reads a stage without its setup; what it does not say is as little as can be. `profile` is what
  /// the reader knows of the kernel.
  package init(_ json: JSON, profile: Profile = .v2) throws(MessageError) {
    var fields = try Fields(json, "the stage")
    func number(
      _ key: String, _ absent: Int, _ fields: inout Fields
    ) throws(MessageError) -> Int { try fields.integer(key, 0...255) ?? absent }
    var threads: [Int] = []
    for item in try fields.need("threads", try fields.list("threads")) {
      threads.append(try item.number(in: 0...128, "the threads of a task"))
    }
    var names: [String] = []
    for item in try fields.list("names") ?? [] {
      guard case .string(let name) = item.content else {
        throw fields.error("names", "a list of strings")
      }
      names.append(name)
    }
    var buffers: [Int?] = []
    for item in try fields.list("buffers") ?? [] {
      if case .null = item.content {
        buffers.append(nil)
      } else {
        buffers.append(try item.number(in: 0...63, "the page of a buffer"))
      }
    }
    let pages = try number("pages", 1, &fields)
    self.init(
      name: try fields.string("name") ?? "",
      population: Population(threadsOfTask: threads, names: names),
      shape: Shape(
        tasks: threads.count, pages: pages, frames: try number("frames", pages, &fields),
        userPages: try number("user_pages", pages, &fields),
        ports: try number("ports", 0, &fields), nodes: try fields.integer("nodes", 0...255),
        profile: profile),
      sources: try number("sources", 0, &fields), buffers: buffers,
      schedules: try fields.truth("schedules") ?? false, slice: try fields.byte("slice") ?? 0,
      depth: try fields.byte("depth"), version: try fields.integer("version", 1...0x3FFF) ?? 1)
    try fields.end()
    guard (1...255).contains(population.threads) else {
      throw MessageError("the stage must have 1 to 255 threads")
    }
    if let defect = shape.defect { throw MessageError("the stage: \(defect)") }
  }
}

extension JSON {
  package func number(in range: ClosedRange<Int>, _ what: String) throws(MessageError) -> Int {
    guard case .number(let digits) = content, let number = Int(digits), range.contains(number)
    else {
      throw MessageError(
        "\(what) must be a whole number from \(range.lowerBound) to \(range.upperBound)")
    }
    return number
  }
}

extension KernelDescription {
  package func write(to object: inout Members) {
    object.add("name", name)
    object.add("profile", profile)
    object.add(
      "lacks", .array(Feature.allCases.filter(lacks.contains).map { .string($0.rawValue) }))
    object.add("tasks", greatestTasks)
    object.add("threads", greatestThreads)
    object.add("pages", greatestPages)
    object.add("fault_ticks", .array(faultTicks.map { .number(Int($0)) }))
  }

  package init(_ fields: inout Fields) throws(MessageError) {
    self.init(name: try fields.need("name", try fields.string("name")))
    if let profile = try fields.string("profile") { self.profile = profile }
    for item in try fields.list("lacks") ?? [] {
      guard case .string(let name) = item.content, let feature = Feature(rawValue: name) else {
        throw MessageError(
          "\"lacks\" can have: \(Feature.allCases.map(\.rawValue).joined(separator: ", "))")
      }
      lacks.insert(feature)
    }
    greatestTasks = try fields.integer("tasks", 0...255) ?? greatestTasks
    greatestThreads = try fields.integer("threads", 0...255) ?? greatestThreads
    greatestPages = try fields.integer("pages", 0...255) ?? greatestPages
    if let list = try fields.list("fault_ticks") {
      faultTicks = []
      for item in list {
        faultTicks.append(
          UInt8(try item.number(in: 1...KernelOperation.Timeout.longest, "a fault tick")))
      }
    }
  }
}
