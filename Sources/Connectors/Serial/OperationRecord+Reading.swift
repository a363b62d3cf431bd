import KernelPrograms
import Microkernel
import Vocabulary

extension KernelOperation {
  /// Reads the bytes of an operation; those that were not sent are 0.
  package init(record bytes: some Collection<UInt8>) throws(MessageError) {
    var record = OperationRecord()
    guard (1...OperationRecord.size).contains(bytes.count) else {
      throw MessageError("an operation has 1 to \(OperationRecord.size) bytes")
    }
    for (place, byte) in bytes.enumerated() { record.bytes[place] = byte }
    self = try record.operation()
    // What is not used must be 0, or a field was put in a wrong place.
    guard OperationRecord(self) == record else {
      throw MessageError("an operation has bytes that its kind does not use")
    }
  }
}

extension OperationRecord {
  fileprivate func operation() throws(MessageError) -> KernelOperation {
    guard let kind = Kind(rawValue: self[.kind]) else {
      throw MessageError("\(self[.kind]) is no kind of operation")
    }
    let by = Thread(rawValue: self[.by])
    let flags = self[.flags]
    let hasFirst = flags & Flag.first != 0
    let hasSecond = flags & Flag.second != 0
    switch kind {
    case .ipc: return .ipc(try call())
    case .nearest: return .idNearest(try partner(), by: by)
    case .unmap:
      return .unmap(
        page: Int(self[.page]), .init(isComplete: hasFirst, includesOwn: hasSecond), by: by)
    case .threadSwitch: return .threadSwitch(try thread(.partnerKind, .partner), by: by)
    case .schedule:
      return .threadSchedule(
        try someThread(.partnerKind, .partner), priority: hasFirst ? self[.priority] : nil,
        slice: hasSecond ? self[.slice] : nil,
        preempter: self[.preempterKind] == ID.absent
          ? nil : try someThread(.preempterKind, .preempter), by: by)
    case .exRegs:
      return .exRegs(
        Thread(rawValue: self[.partner]), registers: hasFirst ? self[.word] : nil,
        pager: self[.pagerKind] == ID.absent ? nil : .some(try thread(.pagerKind, .pager)),
        preempter: self[.preempterKind] == ID.absent
          ? nil : .some(try thread(.preempterKind, .preempter)), by: by)
    case .create:
      return .create(
        try task(.partnerKind, .partner), mcp: self[.mcp], registers: self[.word],
        pager: try someThread(.pagerKind, .pager), by: by)
    case .donate:
      return .donate(
        try task(.partnerKind, .partner), to: try task(.pagerKind, .pager), by: by)
    case .access:
      return .access(page: Int(self[.page]), write: flags & Flag.write != 0, by: by)
    case .fault: return .fault(write: flags & Flag.write != 0, of: by)
    case .exception: return .exception(of: by)
    case .loadExceptionTable: return .loadExceptionTable(isValid: hasFirst, of: by)
    case .copy:
      return .copy(
        from: Thread(rawValue: self[.partner]), senderFaults: hasFirst,
        receiverFaults: hasSecond)
    case .expire: return .expire(Thread(rawValue: self[.partner]))
    case .tick: return .tick
    case .interrupt: return .interrupt(Source(rawValue: self[.partner]))
    }
  }

  private func thread(
    _ kind: Field, _ number: Field
  ) throws(MessageError) -> KernelOperation.NamedThread? {
    switch self[kind] {
    case ID.current: return .init(Thread(rawValue: self[number]))
    case ID.former: return .init(Thread(rawValue: self[number]), isFormer: true)
    case ID.nobody: return nil
    default: throw MessageError("\(self[kind]) is no kind of thread here")
    }
  }

  private func someThread(
    _ kind: Field, _ number: Field
  ) throws(MessageError) -> KernelOperation.NamedThread {
    guard let thread = try thread(kind, number) else {
      throw MessageError("nobody is named where a thread must be")
    }
    return thread
  }

  private func task(
    _ kind: Field, _ number: Field
  ) throws(MessageError) -> KernelOperation.NamedTask {
    guard self[kind] == ID.current || self[kind] == ID.former else {
      throw MessageError("\(self[kind]) is no kind of task")
    }
    return .init(Task(rawValue: self[number]), isFormer: self[kind] == ID.former)
  }

  private func partner() throws(MessageError) -> KernelOperation.NamedPartner {
    switch self[.partnerKind] {
    case ID.interrupt: return .interrupt(Source(rawValue: self[.partner]))
    case ID.invalid: return .invalid
    default:
      guard let thread = try thread(.partnerKind, .partner) else { return .nobody }
      return .thread(thread)
    }
  }

  private func timeout(_ field: Field) throws(MessageError) -> KernelOperation.Timeout {
    switch self[field] {
    case 0: .never
    case 1: .zero
    default: .ticks(self[field] - 1)
    }
  }

  private func call() throws(MessageError) -> KernelOperation.ThreadCall {
    let flags = self[.flags]
    var call = KernelOperation.ThreadCall(Thread(rawValue: self[.by]), try partner())
    if flags & Flag.send != 0 {
      var send = KernelOperation.Sending(
        virtual: self[.virtualSender] == 0 ? nil : Thread(rawValue: self[.virtualSender] - 1),
        word: self[.word] == 1, parts: self[.parts], isHeaderInPage: flags & Flag.header != 0)
      send.timeout = try timeout(.sendTimeout)
      send.faultTimeout = try timeout(.sendFaultTimeout)
      if flags & Flag.item != 0 {
        send.item = .init(
          page: Int(self[.page]), order: Int(self[.order]), base: Int(self[.base]),
          isSmall: flags & Flag.small != 0, isGrant: flags & Flag.grant != 0,
          write: flags & Flag.write != 0)
      }
      call.send = send
    }
    if flags & Flag.receive != 0 {
      var receive = KernelOperation.Receiving(isOpen: flags & Flag.open != 0)
      switch self[.window] {
      case 0: break
      case 1: receive.window = .all
      default: receive.window = .page(Int(self[.window]) - 2)
      }
      switch self[.buffer] {
      case 0: break
      case 1: receive.buffer = .large
      case 2: receive.buffer = .short
      default: throw MessageError("\(self[.buffer]) is no kind of buffer")
      }
      receive.timeout = try timeout(.receiveTimeout)
      receive.faultTimeout = try timeout(.receiveFaultTimeout)
      call.receive = receive
    }
    return call
  }
}
