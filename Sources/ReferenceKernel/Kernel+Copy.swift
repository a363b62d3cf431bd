/// Messages in memory: first the dwords, then the strings, then pages are mapped. (IPC-55, U24)
extension Kernel where Hardware: ~Copyable {
  /// Moves what remains of a message, piece by piece, and looks for interrupts between the pieces. What fits
  /// is transferred up to the first thing that does not. (IPC-44)
  mutating func move(from sender: Block, to receiver: Block) -> Movement {
    let stage = sender.pointee.progress.stage
    if stage != .items {
      guard let message = header(sender, sender.pointee.registers.message) else {
        return .senderFault(sender.pointee.registers.message ?? 0)
      }
      guard let buffer = header(receiver, receiver.pointee.registers.buffer) else {
        return .receiverFault(receiver.pointee.registers.buffer ?? 0)
      }
      if stage == .words {
        if let stop = copyWords(sender, message, receiver, buffer) { return stop }
      }
      if let stop = copyStrings(sender, message, receiver, buffer) { return stop }
      sender.pointee.progress.stage = .items
      sender.pointee.progress.index = 0
    }
    return sender.pointee.registers.maps ? giveItems(from: sender, to: receiver) : .done(0)
  }

  func header(_ thread: Block, _ address: UInt32?) -> MessageHeader? {
    guard let address else { return nil }
    return MessageHeader(
      address, of: TaskNumber(truncatingIfNeeded: thread.pointee.task), in: self)
  }

  /// The dwords behind the first two, which are in registers. (IPC-47, IPC-50)
  private mutating func copyWords(
    _ sender: Block, _ message: MessageHeader, _ receiver: Block, _ buffer: MessageHeader
  ) -> Movement? {
    let count = min(message.dwordsSent, buffer.dwordCapacity)
    if count > 2 {
      let stop = copy(
        sender, message.dword(2), receiver, buffer.dword(2), (count - 2) << 2)
      if let stop { return stop }
    }
    sender.pointee.progress.dwords = count
    if message.dwordsSent > count { return .done(Code.cut) }
    sender.pointee.progress.stage = .strings
    sender.pointee.progress.offset = 0
    return nil
  }

  /// The i-th string goes to the i-th place; then the send part of its dope at the receiver describes it,
  /// so that it can be passed on. (IPC-51)
  private mutating func copyStrings(
    _ sender: Block, _ message: MessageHeader, _ receiver: Block, _ buffer: MessageHeader
  ) -> Movement? {
    while sender.pointee.progress.index < message.stringsSent {
      let index = sender.pointee.progress.index
      if index >= buffer.stringCapacity { return .done(Code.cut) }
      let from = message.string(index)
      let to = buffer.string(index)
      guard let size = userWord(task(sender), from) else { return .senderFault(from) }
      guard let source = userWord(task(sender), from &+ 4) else { return .senderFault(from &+ 4) }
      guard let room = userWord(task(receiver), to &+ 8) else { return .receiverFault(to &+ 8) }
      guard let place = userWord(task(receiver), to &+ 12) else { return .receiverFault(to &+ 12) }
      let count = min(size, room)
      if let stop = copy(sender, source, receiver, place, count) { return stop }
      guard setUserWord(task(receiver), to, to: count) else { return .receiverFault(to | 2) }
      guard setUserWord(task(receiver), to &+ 4, to: place) else {
        return .receiverFault((to &+ 4) | 2)
      }
      if size > room { return .done(Code.cut) }
      sender.pointee.progress.index = index &+ 1
      sender.pointee.progress.strings = index &+ 1
      sender.pointee.progress.offset = 0
    }
    return nil
  }

  /// Copies bytes from one space to another, in ascending order, up to the ends of pages at a time. (IPC-56,
  /// IPC-57)
  private mutating func copy(
    _ sender: Block, _ source: UInt32, _ receiver: Block, _ place: UInt32, _ count: UInt32
  ) -> Movement? {
    while sender.pointee.progress.offset < count {
      let offset = sender.pointee.progress.offset
      let from = source &+ offset
      let to = place &+ offset
      guard let origin = physicalAddress(task(sender), from, isWrite: false) else {
        return .senderFault(from & ~3)
      }
      guard let target = physicalAddress(task(receiver), to, isWrite: true) else {
        return .receiverFault(to & ~3 | 2)
      }
      let piece = min(count - offset, 4096 - (from & 0xFFF), 4096 - (to & 0xFFF))
      machine.copyPhysical(from: origin, to: target, count: piece)
      sender.pointee.progress.offset = offset + piece
      if machine.isInterruptPending { return .interrupted }
    }
    return nil
  }

  @inline(__always)
  func task(_ thread: Block) -> TaskNumber { TaskNumber(truncatingIfNeeded: thread.pointee.task) }
}
