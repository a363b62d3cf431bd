import AddressSpaces
import Evidence
import Forms
import Microkernel
import Vocabulary
import Yams

import struct Foundation.Data
import struct Foundation.URL

extension SystemFile {
  /// Reads the system file at `path`; a file that cannot be opened is an error of the system's own.
  public init(contentsOf path: String) throws {
    let data = try Data(contentsOf: URL(fileURLWithPath: path))
    guard let text = String(validating: data, as: UTF8.self) else {
      throw InputError(file: path, message: "the file is not UTF-8 text")
    }
    try self.init(parsing: text, file: path)
  }

  /// Reads the text of a system file. `file` is what errors call it.
  public init(parsing text: String, file: String) throws(InputError) {
    let yaml = YAMLText(file: file, text: text)
    let section = try Section<SystemKey>(yaml.root(), in: yaml, as: "a system file")
    self.file = file
    self.text = text
    name = try section.required(.system).text()
    about = try section[.about]?.text() ?? ""
    let profileName = try section[.profile]?.name(of: Self.profiles) ?? "v2"
    profile = KernelProfile.named.first { $0.name == profileName }?.profile ?? .v2
    scheduling = try section[.scheduling]?.choice() ?? .inAnyOrder
    profile.threads.schedules = scheduling == .byPriority
    pages = try section[.pages]?.number() ?? 0
    frames = try section[.frames]?.number() ?? min(pages, Capacity.frames)
    interrupts = try section[.interrupts]?.number() ?? 0

    let threads = try section.required(.threads)
    var reader = try MemberReader(threads, pages: pages)
    population = reader.population
    members = try reader.members()
    guard population.tasks * pages <= Capacity.slots else {
      throw (section[.pages] ?? threads).error(
        "\(population.tasks) tasks (sigma0 and root included) of \(pages) pages are "
          + "\(population.tasks * pages) places for mappings; at most \(Capacity.slots) fit")
    }
    if frames > pages {
      throw (section[.frames] ?? threads).error(
        "frames must be at most \(pages), the pages of sigma0")
    }
    setup = []
    checks = []
    hazards = []
    goals = []
    for item in try section[.setup]?.items() ?? [] {
      setup.append(try Passing(item, in: population, pages: pages))
    }
    let statements = StatementReader(system: self)
    if let item = section[.checks] { checks = try statements.statements(item) }
    if let item = section[.hazards] { hazards = try statements.statements(item) }
    if let item = section[.goals] { goals = try statements.goals(item) }
    if let item = section[.limits] {
      let limits = try Section<SystemLimitKey>(item.node, in: yaml, as: "limits")
      maxStates = try limits[.states]?.number()
      maxSeconds = try limits[.seconds]?.number()
    }
    guard !checks.isEmpty || !hazards.isEmpty else {
      throw yaml.error(section.node, "a system must have checks or hazards")
    }
  }
}

extension Item {
  /// One of some names.
  fileprivate func name(of names: [String]) throws(InputError) -> String {
    let name = try text()
    guard names.contains(name) else { throw wrong }
    return name
  }
}

extension SystemFile.Passing {
  fileprivate init(
    _ item: Item, in population: Population, pages: Int
  ) throws(InputError) {
    let text = try item.text()
    var words = WordScanner(text)
    func place(_ words: inout WordScanner) throws(WordError) -> (Thread, Int) {
      try words.take("a place: the name of a thread, and p0 to p\(max(pages, 1) - 1), as root.p0") {
        let parts = $0.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 2, let thread = population.thread(named: parts[0]),
          let page = (0..<pages).first(where: { "p\($0)" == parts[1] })
        else { return nil }
        return (thread, page)
      }
    }
    do throws(WordError) {
      isGrant = try words.take("map or grant") { ["map", "grant"].firstIndex(of: $0) } == 1
      (from, page) = try place(&words)
      guard words.skip("→") || words.skip("->") else { throw words.error("→") }
      (to, self.place) = try place(&words)
      write = try words.take("the rights: rw or r-") { ["r-", "rw"].firstIndex(of: $0) } == 1
      try words.end()
    } catch { throw item.error(at: error) }
    self.text = text
    line = item.node.mark?.line
  }
}
