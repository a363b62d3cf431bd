import CConformance
import KernelPrograms
import Microkernel

// Between the structures of l4_conformance.h and ours.

extension l4c_operation {
  init(_ record: OperationRecord) {
    self.init()
    withUnsafeMutableBytes(of: &self) { $0.copyBytes(from: record.bytes) }
  }
}

extension l4c_stage {
  /// Nil if the header has not room for it.
  init?(_ program: KernelProgram) {
    let stage = program.stage
    let shape = stage.shape
    let threads = stage.population.threads
    let steps = stage.setup.count + program.operations.count
    guard stage.population.tasks <= Int(L4C_MAX_TASKS), threads <= Int(L4C_MAX_THREADS),
      shape.slots <= Int(L4C_MAX_SLOTS), steps <= 0xFFFF
    else { return nil }
    self.init()
    tasks = UInt8(stage.population.tasks)
    self.threads = UInt8(threads)
    pages = UInt8(shape.pages)
    user_pages = UInt8(shape.userPages)
    frames = UInt8(shape.frames)
    ports = UInt8(shape.ports)
    nodes = UInt8(shape.nodes)
    sources = UInt8(stage.sources)
    schedules = stage.schedules ? 1 : 0
    slice = stage.slice
    depth = stage.depth ?? 0
    version = UInt16(clamping: stage.version)
    self.steps = UInt16(steps)
    setup = UInt16(stage.setup.count)
    withUnsafeMutableBytes(of: &threads_of_task) {
      $0.copyBytes(from: stage.population.threadsOfTask.map { UInt8($0) })
    }
    withUnsafeMutableBytes(of: &buffers) { bytes in
      for thread in 0..<Int(L4C_MAX_THREADS) {
        let page = thread < stage.buffers.count ? stage.buffers[thread] : nil
        bytes[thread] = UInt8(page ?? 255)
      }
    }
  }
}

extension KernelDescription {
  init(_ raw: l4c_description) throws(MessageError) {
    guard raw.version == UInt16(L4C_VERSION) else {
      throw MessageError("the kernel describes itself in version \(raw.version)")
    }
    guard raw.fault_tick_count <= UInt8(L4C_MAX_FAULT_TICKS) else {
      throw MessageError("fault_tick_count is \(raw.fault_tick_count)")
    }
    self.init(
      name: text(raw.name), profile: text(raw.profile), greatestTasks: Int(raw.tasks),
      greatestThreads: Int(raw.threads), greatestPages: Int(raw.pages),
      faultTicks: withUnsafeBytes(of: raw.fault_ticks) {
        Array($0.prefix(Int(raw.fault_tick_count)))
      })
    for (bit, feature) in Feature.allCases.enumerated() where raw.lacks >> bit & 1 != 0 {
      lacks.insert(feature)
    }
  }
}

/// A text in an array of characters, up to its NUL.
private func text<Characters>(_ characters: Characters) -> String {
  withUnsafeBytes(of: characters) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
}

extension SeenID {
  /// Nil where there is none.
  fileprivate static func read(_ raw: l4c_seen) throws(MessageError) -> SeenID? {
    let number = Int(raw.number)
    switch UInt32(raw.kind) {
    case L4C_ABSENT.rawValue: return nil
    case L4C_CURRENT.rawValue: return .thread(number)
    case L4C_FORMER.rawValue: return .former(number)
    case L4C_INTERRUPT.rawValue: return .interrupt(number)
    case L4C_NOBODY.rawValue: return .nobody
    case L4C_INVALID.rawValue: return .invalid
    case L4C_UNKNOWN.rawValue: return .unknown(raw.value)
    default: throw MessageError("\(raw.kind) is no kind of id")
    }
  }
}

extension Observation {
  /// Reads what a kernel wrote, which may be anything.
  init(_ raw: UnsafePointer<l4c_observation>) throws(MessageError) {
    func items<Item>(
      _ path: PartialKeyPath<l4c_observation>, _ type: Item.Type, _ count: UInt8, _ most: Int32,
      _ name: String
    ) throws(MessageError) -> [Item] {
      guard count <= UInt8(most), let offset = MemoryLayout<l4c_observation>.offset(of: path) else {
        throw MessageError("\(name) is \(count); \(most) are the most")
      }
      let first = UnsafeRawPointer(raw).advanced(by: offset).assumingMemoryBound(to: type)
      return Array(UnsafeBufferPointer(start: first, count: Int(count)))
    }
    let head = raw.pointee
    self.init(isSkipped: head.skipped != 0)
    for item in try items(
      \.returns, l4c_return.self, head.return_count, L4C_MAX_THREADS, "return_count")
    {
      let flags = Int32(item.flags)
      let damage = text(item.damage)
      returns.append(
        Return(
          thread: Int(item.thread), code: item.code, source: try SeenID.read(item.source),
          isDeceived: flags & L4C_DECEIVED != 0, isMapped: flags & L4C_MAPPED != 0,
          isRedirected: flags & L4C_REDIRECTED != 0, isFromInside: flags & L4C_FROM_INSIDE != 0,
          word: flags & L4C_WORD != 0, destination: try SeenID.read(item.destination),
          damage: damage.isEmpty ? nil : damage))
    }
    for item in try items(
      \.accesses, l4c_access.self, head.access_count, L4C_MAX_THREADS, "access_count")
    {
      accesses.append(
        Access(
          thread: Int(item.thread),
          frame: item.frame == UInt8(L4C_NO_FRAME) ? nil : Int(item.frame)))
    }
    reply = try Reply.read(head.reply)
    if head.has_running != 0 {
      running = head.running == UInt8(L4C_IDLE) ? .idle : .thread(Int(head.running))
    }
    if head.holding_count > 0 {
      memory = try items(
        \.holdings, l4c_holding.self, head.holding_count, L4C_MAX_SLOTS, "holding_count"
      ).map { item in
        switch Int32(item.frame) {
        case L4C_NOTHING: Holding()
        case L4C_FOREIGN: Holding(frame: -1, isWritable: item.writable != 0)
        default: Holding(frame: Int(item.frame), isWritable: item.writable != 0)
        }
      }
    }
  }
}

extension Reply {
  fileprivate static func read(_ raw: l4c_reply) throws(MessageError) -> Reply? {
    let has = Int32(raw.has)
    switch UInt32(raw.kind) {
    case L4C_NO_REPLY.rawValue: return nil
    case L4C_REPLY_NEAREST.rawValue:
      guard let id = try SeenID.read(raw.id) else {
        throw MessageError("a reply of id_nearest has no id")
      }
      return .nearest(type: raw.type, id)
    case L4C_REPLY_SCHEDULED.rawValue:
      return .scheduled(
        priority: has & L4C_PRIORITY != 0 ? raw.priority : nil,
        slice: has & L4C_SLICE != 0 ? raw.slice : nil, preempter: try SeenID.read(raw.id))
    case L4C_REPLY_REGISTERS.rawValue:
      return .registers(
        has & L4C_REGISTERS != 0 ? raw.registers : nil, pager: try SeenID.read(raw.id),
        preempter: try SeenID.read(raw.preempter))
    case L4C_REPLY_CREATED.rawValue: return .created(raw.created == 1)
    default: throw MessageError("\(raw.kind) is no kind of reply")
    }
  }
}
