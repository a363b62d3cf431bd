import AddressSpaces
import Evidence
import Forms
import Microkernel
import Universes
import Vocabulary

extension KernelRunFile {
  /// Reads the text of a run file. `file` is what errors call it.
  public init(parsing text: String, file: String) throws(InputError) {
    let yaml = YAMLText(file: file, text: text)
    let section = try Section<KernelRunKey>(yaml.root(), in: yaml, as: "a run file for a kernel")
    self.file = file
    self.text = text
    about = try section[.about]?.text() ?? ""
    universe = try KernelUniverse(section)
    let catalogue = RunFile.Catalogue.kernel
    properties =
      try section[.properties]?.numbers(in: catalogue.properties, "property")
      ?? catalogue.properties.map(\.number)
    goals = try section[.goals]?.numbers(in: catalogue.goals, "goal") ?? []
    limits =
      try section[.limits].map { item throws(InputError) in try RunFile.Limits(item) }
      ?? RunFile.Limits()
    expect = try section[.expect]?.choice() ?? .holds
  }
}

extension KernelUniverse {
  fileprivate init(_ section: Section<KernelRunKey>) throws(InputError) {
    let population = try Population(section.required(.threads))
    self.init(
      name: try section.required(.name).text(), population: population,
      pages: try section[.pages]?.number() ?? 0, frames: try section[.frames]?.number() ?? 0,
      ports: try section[.ports]?.number() ?? 0,
      profile: try section[.profile].map { item throws(InputError) in try KernelProfile(item) }
        ?? .v2,
      operations: [], sources: try section[.sources]?.number() ?? 0,
      slice: UInt8(try section[.slice]?.number() ?? 0))
    profile.threads.schedules = try section[.scheduling]?.choice(Scheduling.self) == .kept
    if let nodes = section[.nodes] {
      shape.nodes = try nodes.number()
    } else {
      shape.nodes = min(shape.nodes, 255)
    }
    if shape.slots > 0, let defect = shape.defect {
      throw (section[.frames] ?? section[.pages] ?? section[.ports])?.error(defect)
        ?? section.yaml.error(section.node, defect)
    }
    if !hasRoom {
      throw section.yaml.error(
        section.node,
        "\(population.tasks) tasks of \(shape.slotsPerTask) pages and ports are "
          + "\(shape.slots) slots; at most \(Capacity.slots) fit")
    }
    if let buffers = section[.buffers] { self.buffers = try readBuffers(buffers) }
    let reader = KernelOperationReader(self)
    if let setup = section[.setup] { self.setup = try reader.single(in: setup) }
    try checkSetup(section)
    operations = try reader.all(in: section.required(.operations))
  }

  private func readBuffers(_ item: Item) throws(InputError) -> [Int?] {
    var pages = [Int?](repeating: nil, count: population.threads)
    for item in try item.items() {
      let words = try item.text().split(separator: " ").map(String.init)
      guard words.count == 2, let thread = population.thread(named: words[0]),
        words[1].hasPrefix("p"), let page = Int(words[1].dropFirst()), page < shape.pages
      else { throw item.wrong }
      guard pages[Int(thread.rawValue)] == nil else {
        throw item.error("\(words[0]) has a buffer already")
      }
      pages[Int(thread.rawValue)] = page
    }
    return pages
  }

  /// Each operation of the setup must be possible when it is its turn.
  private func checkSetup(_ section: Section<KernelRunKey>) throws(InputError) {
    do {
      try withModel(for: SetupCheck())
    } catch let error as SetupError {
      let items = try section[.setup]?.items() ?? []
      throw (items.indices.contains(error.position) ? items[error.position] : section[.setup])?
        .error("\(error)") ?? section.yaml.error(section.node, "\(error)")
    } catch { throw section.yaml.error(section.node, "\(error)") }
  }
}

private struct SetupCheck: KernelModelVisitor {
  func visit(_ model: some KernelModelling) {}
}

extension Population {
  fileprivate init(_ item: Item) throws(InputError) {
    var threads: [Int] = []
    for item in try item.items() {
      guard let number = Int(try item.text()),
        (1...KernelUniverse.Capacity.threads).contains(number)
      else { throw item.wrong }
      threads.append(number)
    }
    self.init(threadsOfTask: threads)
    if threads.count < 2 {
      throw item.error("there must be two tasks at least: sigma0 and the root task")
    }
    if tasks > KernelUniverse.Capacity.tasks {
      throw item.error("\(tasks) tasks are too many: at most \(KernelUniverse.Capacity.tasks) fit")
    }
    if self.threads > KernelUniverse.Capacity.threads {
      throw item.error(
        "\(self.threads) threads are too many: at most \(KernelUniverse.Capacity.threads) fit")
    }
  }
}

extension KernelProfile {
  fileprivate init(_ item: Item) throws(InputError) {
    guard item.node.mapping != nil else {
      do {
        try self.init(parsing: try item.text())
        return
      } catch let error as InputError {
        throw error
      } catch { throw item.error("\(error)") }
    }
    let section = try Section<KernelProfileKey>(item.node, in: item.yaml, as: "profile")
    let base = try section[.base]?.text() ?? "v2"
    guard let named = Self.named.first(where: { $0.name == base }) else {
      throw item.error(
        "there is no profile \"\(base)\"", allowed: Self.named.map(\.name))
    }
    self = named.profile
    for key in section.keys {
      guard let value = section[key], let option = key.option else { continue }
      let text = try value.text()
      guard option.alternatives.contains(where: { $0.name == text }) else { throw value.wrong }
      self = option.set(text, in: self)
    }
    if let depth = section[.greatestDepth] { clans.greatestDepth = UInt8(try depth.number()) }
    if let slice = section[.longestSlice] { threads.longestSlice = UInt8(try slice.number()) }
  }
}
