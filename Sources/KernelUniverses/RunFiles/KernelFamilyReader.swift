import Evidence
import Forms
import Microkernel
import Universes
import Vocabulary

/// The operations of one family: all combinations of what its keys name.
struct KernelFamilyReader {
  typealias Op = KernelOperation

  let family: KernelFamily
  let universe: KernelUniverse
  let values: KernelFamilyValues

  init(_ family: KernelFamily, _ item: Item, in universe: KernelUniverse) throws(InputError) {
    self.family = family
    self.universe = universe
    values = KernelFamilyValues(
      section: try Section<KernelKey>(
        item.node, in: item.yaml, as: family.rawValue, keys: family.keys), universe: universe)
  }

  func operations() throws(InputError) -> [Op] {
    switch family {
    case .send, .call, .replyAndWait, .receive, .wait, .withoutPhases: return try calls()
    case .idNearest:
      let of = try values.partners(.of)
      return try each { by in of.map { .idNearest($0, by: by) } }
    case .unmap:
      let (pages, masks) = (try values.pages(), try values.masks())
      return try each { by in
        pages.flatMap { page in masks.map { .unmap(page: page, $0, by: by) } }
      }
    case .threadSwitch:
      let to = try values.references(.to)
      return try each { by in to.map { .threadSwitch($0, by: by) } }
    case .threadSchedule: return try schedules()
    case .exRegs: return try exRegs()
    case .create: return try creations()
    case .donate:
      let (tasks, chiefs) = (try values.tasks(.tasks), try values.tasks(.chiefs))
      return try each { by in
        tasks.flatMap { task in chiefs.map { .donate(task, to: $0, by: by) } }
      }
    case .delete:
      let tasks = try values.tasks(.tasks)
      return try each { by in
        tasks.map { .donate($0, to: .init(universe.population.task(of: by)), by: by) }
      }
    case .access:
      let (pages, writes) = (try values.pages(), try values.kinds("read", "write"))
      return try each { by in
        pages.flatMap { page in writes.map { .access(page: page, write: $0, by: by) } }
      }
    case .faults:
      let writes = try values.kinds("read", "write")
      return try each(.of) { of in writes.map { .fault(write: $0, of: of) } }
    case .lidt:
      let isInvalid = try values.kinds("valid", "invalid")
      return try each(.of) { of in
        isInvalid.map { .loadExceptionTable(isValid: !$0, of: of) }
      }
    case .exceptions: return try each(.of) { [.exception(of: $0)] }
    case .timeouts: return try each(.of) { [.expire($0)] }
    case .copy:
      let misses = try values.misses()
      return try each(.from) { from in
        misses.map { .copy(from: from, senderFaults: $0.sender, receiverFaults: $0.receiver) }
      }
    }
  }

  private func each(
    _ key: KernelKey = .by, _ operations: (Thread) -> [Op]
  ) throws(InputError) -> [Op] {
    try values.threads(key).flatMap(operations)
  }

  private func calls() throws(InputError) -> [Op] {
    let sends = try values.sendings(family)
    let receives = try values.receivings(family)
    let partners =
      switch family {
      case .wait, .withoutPhases: [Op.NamedPartner.nobody]
      case .receive: try values.partners(.from)
      default: try values.partners(.to)
      }
    let namesSelf = try values.namesSelf()
    return try each { by in
      partners.filter { namesSelf || $0 != .thread(.init(by)) }.flatMap { partner in
        sends.filter { $0?.virtual != by }.flatMap { send in
          receives.map { .ipc(.init(by, partner, send: send, receive: $0)) }
        }
      }
    }
  }

  private func schedules() throws(InputError) -> [Op] {
    let threads = try values.named(.of)
    let priorities = try values.numbersOrUnchanged(.priorities)
    let slices = try values.numbersOrUnchanged(.slices)
    let preempters = try values.optionalReferences(.preempters, allowsNobody: false)
    return try each { by in
      threads.flatMap { thread in
        priorities.flatMap { priority in
          slices.filter { ($0 == nil) == (priority == nil) }.flatMap { slice in
            preempters.map { preempter in
              .threadSchedule(
                thread, priority: priority, slice: slice, preempter: preempter ?? nil, by: by)
            }
          }
        }
      }
    }
  }

  private func exRegs() throws(InputError) -> [Op] {
    let targets = try values.threads(.of)
    let registers = try values.numbersOrUnchanged(.registers)
    let pagers = try values.optionalReferences(.pagers)
    let preempters = try values.optionalReferences(.preempters)
    return try each { by in
      targets.flatMap { target in
        registers.flatMap { registers in
          pagers.flatMap { pager in
            preempters.map {
              .exRegs(target, registers: registers, pager: pager, preempter: $0, by: by)
            }
          }
        }
      }
    }
  }

  private func creations() throws(InputError) -> [Op] {
    let tasks = try values.tasks(.tasks)
    let mcps = try values.numbers(.mcps) ?? [255]
    let registers = try values.numbers(.registers) ?? [0]
    let pagers = try values.pagersOfCreated()
    return try each { by in
      tasks.flatMap { task in
        mcps.flatMap { mcp in
          registers.flatMap { registers in
            (pagers ?? [.init(by)]).map {
              .create(task, mcp: mcp, registers: registers, pager: $0, by: by)
            }
          }
        }
      }
    }
  }
}
