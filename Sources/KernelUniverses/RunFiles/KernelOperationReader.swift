import AddressSpaces
import Evidence
import Forms
import Microkernel
import Universes
import Vocabulary

/// The operations of a run file, collected from its families and single operations.
struct KernelOperationReader {
  /// Operations are numbered in two bytes.
  static let limit = 1 << 16

  let universe: KernelUniverse
  var population: Population { universe.population }

  init(_ universe: KernelUniverse) { self.universe = universe }

  /// A list without families, in which an operation may be there twice.
  func single(in item: Item) throws(InputError) -> [KernelOperation] {
    var operations: [KernelOperation] = []
    for item in try item.items() { operations.append(try single(item)) }
    return operations
  }

  /// Families and single operations; what several of them have is there once.
  func all(in item: Item) throws(InputError) -> [KernelOperation] {
    var operations: [KernelOperation] = []
    var seen: Set<KernelOperation> = []
    var singles: Set<KernelOperation> = []
    for item in try item.items() {
      var new: [KernelOperation] = []
      if item.node.scalar != nil {
        new = [try single(item)]
        guard singles.insert(new[0]).inserted else {
          throw item.error("the operation \(item.node.whatItIs) is there twice")
        }
      } else {
        new = try family(item)
      }
      operations += new.filter { seen.insert($0).inserted }
      guard operations.count <= Self.limit else {
        throw item.error("with this there are more than \(Self.limit) operations")
      }
    }
    return operations
  }

  private func single(_ item: Item) throws(InputError) -> KernelOperation {
    let operation = try item.parsed { text throws(OperationTextError) in
      try KernelOperation(parsing: text, in: population)
    }
    if let defect = universe.defect(of: operation) {
      throw item.error("in \"\(try item.text())\": \(defect)")
    }
    return operation
  }

  private func family(_ item: Item) throws(InputError) -> [KernelOperation] {
    let section = try Section<KernelFamily>(item.node, in: item.yaml, as: "a family of operations")
    guard section.keys.count == 1, let key = section.keys.first, let value = section[key] else {
      throw item.error(
        section.keys.isEmpty
          ? "a family of operations must have a name" : "each family is an item of its own",
        allowed: KernelFamily.names)
    }
    let reader = try KernelFamilyReader(key, value, in: universe)
    let operations = try reader.operations()
    guard !operations.isEmpty else {
      throw value.error("this family has no operation in this universe")
    }
    if let defect = operations.lazy.compactMap(universe.defect).first {
      throw value.error(defect)
    }
    return operations
  }
}

extension Item {
  /// What a part of the text form of operations says, with errors at their place in it.
  func parsed<Value>(
    _ read: (String) throws(OperationTextError) -> Value
  ) throws(InputError) -> Value {
    let text = try text()
    do {
      return try read(text)
    } catch {
      let isQuoted = node.scalar.map { $0.style != .plain } ?? false
      throw self.error(at: error.column, isQuoted: isQuoted, "in \"\(text)\": \(error.message)")
    }
  }
}

extension KernelUniverse {
  /// What of an operation does not exist here, or nil.
  func defect(of operation: KernelOperation) -> String? {
    switch operation {
    case .ipc(let call):
      if let item = call.send?.item {
        return missing(item.page) ?? missing(item.base)
      }
      if case .page(let page) = call.receive?.window { return missing(page) }
      return nil
    case .unmap(let page, _, _), .access(let page, _, _): return missing(page)
    case .interrupt(let source):
      if source.rawValue < sources { return nil }
      return "there is no source \(source.rawValue) of interrupts, "
        + (sources == 0 ? "there are none" : "only 0 to \(sources - 1)")
    case .idNearest, .threadSwitch, .threadSchedule, .exRegs, .create, .donate, .fault, .exception,
      .loadExceptionTable, .copy, .expire, .tick:
      return nil
    }
  }

  private func missing(_ page: Int) -> String? {
    let port = page - KernelOperation.port(0)
    let (unit, number, count) = port < 0 ? ("p", page, shape.pages) : ("io", port, shape.ports)
    if number < count { return nil }
    return "there is no \(port < 0 ? "page" : "port") \(unit)\(number), "
      + (count == 0 ? "there are none" : "only \(unit)0 to \(unit)\(count - 1)")
  }
}
