import CConformance
import Microkernel
import Vocabulary

/// The bytes of an operation, as a frame and the header for C have them: one byte a field of
/// `l4c_operation`.
struct OperationRecord: Hashable {
  static let size = MemoryLayout<l4c_operation>.size

  /// The fields, by their places.
  enum Field: Int {
    case kind, by, flags, partnerKind, partner, page, base, order, word
    case sendTimeout, receiveTimeout, window, sendFaultTimeout, receiveFaultTimeout, buffer, parts
    case virtualSender, priority, slice, mcp, pagerKind, pager, preempterKind, preempter
  }

  enum Flag {
    static let send: UInt8 = 0x01, receive: UInt8 = 0x02, open: UInt8 = 0x04, item: UInt8 = 0x08
    static let grant: UInt8 = 0x10, write: UInt8 = 0x20, small: UInt8 = 0x40
    static let header: UInt8 = 0x80
    static let first: UInt8 = 0x01, second: UInt8 = 0x02
  }

  var bytes = [UInt8](repeating: 0, count: size)

  subscript(_ field: Field) -> UInt8 {
    get { bytes[field.rawValue] }
    set { bytes[field.rawValue] = newValue }
  }

  /// Without the zeros at its end.
  var trimmed: ArraySlice<UInt8> {
    let last = bytes.lastIndex { $0 != 0 } ?? 0
    return bytes[...last]
  }

  /// `by` of an event.
  static let nobody: UInt8 = 0xFF

  enum Kind: UInt8 {
    case ipc = 1
    case nearest, unmap, threadSwitch, schedule, exRegs, create, donate, access, fault, exception
    case loadExceptionTable, copy, expire, tick, interrupt
  }

  enum ID {
    static let absent: UInt8 = 0, current: UInt8 = 1, former: UInt8 = 2, interrupt: UInt8 = 3
    static let nobody: UInt8 = 4, invalid: UInt8 = 5, unknown: UInt8 = 6
  }
}

extension OperationRecord {
  init(_ operation: KernelOperation) {
    self[.by] = operation.actor?.rawValue ?? Self.nobody
    func flags(_ first: Bool, _ second: Bool = false) -> UInt8 {
      (first ? Flag.first : 0) | (second ? Flag.second : 0)
    }
    switch operation {
    case .ipc(let call): put(call)
    case .idNearest(let partner, _):
      self[.kind] = Kind.nearest.rawValue
      put(partner)
    case .unmap(let page, let mask, _):
      self[.kind] = Kind.unmap.rawValue
      self[.page] = UInt8(page)
      self[.flags] = flags(mask.isComplete, mask.includesOwn)
    case .threadSwitch(let to, _):
      self[.kind] = Kind.threadSwitch.rawValue
      put(to, .partnerKind, .partner)
    case .threadSchedule(let thread, let priority, let slice, let preempter, _):
      self[.kind] = Kind.schedule.rawValue
      put(thread, .partnerKind, .partner)
      self[.flags] = flags(priority != nil, slice != nil)
      self[.priority] = priority ?? 0
      self[.slice] = slice ?? 0
      if let preempter { put(preempter, .preempterKind, .preempter) }
    case .exRegs(let thread, let registers, let pager, let preempter, _):
      self[.kind] = Kind.exRegs.rawValue
      put(.init(thread), .partnerKind, .partner)
      self[.flags] = flags(registers != nil)
      self[.word] = registers ?? 0
      if let pager { put(pager, .pagerKind, .pager) }
      if let preempter { put(preempter, .preempterKind, .preempter) }
    case .create(let task, let mcp, let registers, let pager, _):
      self[.kind] = Kind.create.rawValue
      put(task, .partnerKind, .partner)
      self[.mcp] = mcp
      self[.word] = registers
      put(pager, .pagerKind, .pager)
    case .donate(let task, let chief, _):
      self[.kind] = Kind.donate.rawValue
      put(task, .partnerKind, .partner)
      put(chief, .pagerKind, .pager)
    case .access(let page, let write, _):
      self[.kind] = Kind.access.rawValue
      self[.page] = UInt8(page)
      self[.flags] = write ? Flag.write : 0
    case .fault(let write, _):
      self[.kind] = Kind.fault.rawValue
      self[.flags] = write ? Flag.write : 0
    case .exception: self[.kind] = Kind.exception.rawValue
    case .loadExceptionTable(let isValid, _):
      self[.kind] = Kind.loadExceptionTable.rawValue
      self[.flags] = flags(isValid)
    case .copy(let from, let senderFaults, let receiverFaults):
      self[.kind] = Kind.copy.rawValue
      put(.init(from), .partnerKind, .partner)
      self[.flags] = flags(senderFaults, receiverFaults)
    case .expire(let thread):
      self[.kind] = Kind.expire.rawValue
      put(.init(thread), .partnerKind, .partner)
    case .tick: self[.kind] = Kind.tick.rawValue
    case .interrupt(let source):
      self[.kind] = Kind.interrupt.rawValue
      put(.interrupt(source))
    }
  }

  private mutating func put(_ named: KernelOperation.NamedThread?, _ kind: Field, _ number: Field) {
    guard let named else { return self[kind] = ID.nobody }
    self[kind] = named.isFormer ? ID.former : ID.current
    self[number] = named.thread.rawValue
  }

  private mutating func put(_ named: KernelOperation.NamedTask, _ kind: Field, _ number: Field) {
    self[kind] = named.isFormer ? ID.former : ID.current
    self[number] = named.task.rawValue
  }

  private mutating func put(_ partner: KernelOperation.NamedPartner) {
    switch partner {
    case .thread(let named): put(named, .partnerKind, .partner)
    case .interrupt(let source):
      self[.partnerKind] = ID.interrupt
      self[.partner] = source.rawValue
    case .nobody: self[.partnerKind] = ID.nobody
    case .invalid: self[.partnerKind] = ID.invalid
    }
  }

  private mutating func put(_ call: KernelOperation.ThreadCall) {
    self[.kind] = Kind.ipc.rawValue
    put(call.partner)
    if let send = call.send {
      self[.flags] |= Flag.send | (send.isHeaderInPage ? Flag.header : 0)
      self[.word] = send.word ? 1 : 0
      self[.parts] = send.parts
      self[.virtualSender] = send.virtual.map { $0.rawValue + 1 } ?? 0
      self[.sendTimeout] = UInt8(send.timeout.number)
      self[.sendFaultTimeout] = UInt8(send.faultTimeout.number)
      if let item = send.item {
        self[.flags] |=
          Flag.item | (item.isGrant ? Flag.grant : 0) | (item.write ? Flag.write : 0)
          | (item.isSmall ? Flag.small : 0)
        self[.page] = UInt8(item.page)
        self[.base] = UInt8(item.base)
        self[.order] = UInt8(item.order)
      }
    }
    if let receive = call.receive {
      self[.flags] |= Flag.receive | (receive.isOpen ? Flag.open : 0)
      switch receive.window {
      case .none: break
      case .all: self[.window] = 1
      case .page(let page): self[.window] = UInt8(2 + page)
      }
      switch receive.buffer {
      case .none: break
      case .large: self[.buffer] = 1
      case .short: self[.buffer] = 2
      }
      self[.receiveTimeout] = UInt8(receive.timeout.number)
      self[.receiveFaultTimeout] = UInt8(receive.faultTimeout.number)
    }
  }
}
