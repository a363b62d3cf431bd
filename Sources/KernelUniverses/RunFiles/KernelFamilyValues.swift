import AddressSpaces
import Evidence
import Forms
import Microkernel
import Universes
import Vocabulary

/// What the keys of a family name.
struct KernelFamilyValues {
  typealias Op = KernelOperation

  let section: Section<KernelKey>
  let universe: KernelUniverse

  private var everybody: [Thread] { (0..<universe.population.threads).map { Thread($0) } }

  /// The threads that one word names.
  private func threads(named text: String) -> [Thread]? {
    let population = universe.population
    switch text {
    case "all": return everybody
    case "outer": return everybody.filter { population.task(of: $0) != .sigma0 }
    default:
      for task in 0..<population.tasks where text == "task\(task)" {
        return population.threads(of: Task(task))
      }
      return population.thread(named: text).map { [$0] }
    }
  }

  private func noThread(_ item: Item, _ others: [String] = []) -> InputError {
    item.error(
      "\(item.name): there is no thread \(item.node.whatItIs)",
      allowed: others + ["all", "outer"] + (0..<universe.population.tasks).map { "task\($0)" }
        + everybody.map(universe.population.name))
  }

  func threads(_ key: KernelKey) throws(InputError) -> [Thread] {
    guard let item = section[key] else { return everybody }
    return try item.list { item throws(InputError) -> [Thread] in
      guard let threads = threads(named: try item.text()) else { throw noThread(item) }
      return threads
    }
  }

  /// Threads of now, and former ones.
  func named(_ key: KernelKey) throws(InputError) -> [Op.NamedThread] {
    guard let item = section[key] else { return everybody.map { .init($0) } }
    return try item.list { item throws(InputError) in try named(item) }
  }

  private func named(
    _ item: Item, _ others: [String] = []
  ) throws(InputError) -> [Op.NamedThread] {
    let text = try item.text()
    let isFormer = text.hasPrefix("former ")
    guard let threads = threads(named: isFormer ? String(text.dropFirst(7)) : text) else {
      throw noThread(item, others + ["former t2.0 and so on"])
    }
    return threads.map { .init($0, isFormer: isFormer) }
  }

  func partners(_ key: KernelKey) throws(InputError) -> [Op.NamedPartner] {
    guard let item = section[key] else { return everybody.map { .thread(.init($0)) } }
    return try item.list { item throws(InputError) -> [Op.NamedPartner] in
      let text = try item.text()
      if text.hasPrefix("irq") || text == "nobody" || text == "invalid" {
        return [
          try item.parsed { text throws(OperationTextError) in
            try Op.NamedPartner(parsing: text, in: universe.population)
          }
        ]
      }
      return try named(item, ["irq0 and so on", "nobody", "invalid"]).map { .thread($0) }
    }
  }

  /// Threads, or nobody.
  func references(_ key: KernelKey) throws(InputError) -> [Op.NamedThread?] {
    guard let item = section[key] else { return everybody.map { .init($0) } }
    return try item.list { item throws(InputError) -> [Op.NamedThread?] in
      try item.text() == "nobody" ? [nil] : try named(item, ["nobody"])
    }
  }

  /// Threads, nobody, or what leaves things as they are.
  func optionalReferences(
    _ key: KernelKey, allowsNobody: Bool = true
  ) throws(InputError) -> [Op.NamedThread??] {
    guard let item = section[key] else { return [nil] }
    return try item.list { item throws(InputError) -> [Op.NamedThread??] in
      switch try item.text() {
      case "unchanged": return [nil]
      case "nobody" where allowsNobody: return [.some(nil)]
      default:
        return try named(item, ["unchanged"] + (allowsNobody ? ["nobody"] : [])).map { .some($0) }
      }
    }
  }

  /// The pagers of threads that are created; nil is the creator.
  func pagersOfCreated() throws(InputError) -> [Op.NamedThread]? {
    section[.pagers] == nil ? nil : try named(.pagers)
  }

  func namesSelf() throws(InputError) -> Bool { try section[.toSelf]?.truth() ?? false }

  func tasks(_ key: KernelKey) throws(InputError) -> [Op.NamedTask] {
    let all = (0..<universe.population.tasks).map { Task($0) }
    guard let item = section[key] else {
      return (key == .tasks ? Array(all.dropFirst(2)) : all).map { .init($0) }
    }
    return try item.list { item throws(InputError) -> [Op.NamedTask] in
      switch try item.text() {
      case "all": return all.map { .init($0) }
      case "outer": return all.dropFirst(2).map { .init($0) }
      default:
        return [
          try item.parsed { text throws(OperationTextError) in
            try Op.NamedTask(parsing: text, in: universe.population)
          }
        ]
      }
    }
  }

  func numbers(_ key: KernelKey) throws(InputError) -> [UInt8]? {
    try section[key]?.list { item throws(InputError) -> [UInt8] in
      guard let number = UInt8(try item.text()) else { throw item.wrong }
      return [number]
    }
  }

  func numbersOrUnchanged(_ key: KernelKey) throws(InputError) -> [UInt8?] {
    guard let item = section[key] else { return [nil] }
    return try item.list { item throws(InputError) -> [UInt8?] in
      let text = try item.text()
      if text == "unchanged" { return [nil] }
      guard let number = UInt8(text) else { throw item.wrong }
      return [number]
    }
  }
}
