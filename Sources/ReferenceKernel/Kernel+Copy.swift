/// Messages in memory: first the dwords, then the strings, then pages are mapped. (IPC-55, U24)
extension Kernel where Hardware: ~Copyable {
  /// Moves what remains of a message, piece by piece, and looks for interrupts between the pieces. What fits
  /// is transferred up to the first thing that does not. (IPC-44)
  mutating func move(from sender: Block, to receiver: Block) -> Movement {
    do throws(Movement) {
      if sender.pointee.progress.stage != .items { try copyParts(sender, receiver) }
      if sender.pointee.registers.maps { try giveItems(from: sender, to: receiver) }
      return .done(0)
    } catch {
      return error
    }
  }

  private mutating func copyParts(_ sender: Block, _ receiver: Block) throws(Movement) {
    let message = try message(of: sender)
    let place = receiver.pointee.registers.buffer ?? 0
    guard let buffer = MessageHeader(place, of: task(receiver), in: self) else {
      throw .receiverFault(place)
    }
    if sender.pointee.progress.stage == .words {
      try copyWords(sender, message, receiver, buffer)
    }
    try copyStrings(sender, message, receiver, buffer)
    sender.pointee.progress.stage = .items
    sender.pointee.progress.index = 0
  }

  /// The head of the message that a thread sends, which is one in memory.
  func message(of sender: Block) throws(Movement) -> MessageHeader {
    let place = sender.pointee.registers.message ?? 0
    guard let message = MessageHeader(place, of: task(sender), in: self) else {
      throw .senderFault(place)
    }
    return message
  }

  /// A word of a message, or of the buffer for it.
  func word(of sender: Block, _ place: UInt32) throws(Movement) -> UInt32 {
    guard let word = userWord(task(sender), place) else { throw .senderFault(place) }
    return word
  }

  private func word(ofReceiver receiver: Block, _ place: UInt32) throws(Movement) -> UInt32 {
    guard let word = userWord(task(receiver), place) else { throw .receiverFault(place) }
    return word
  }

  private mutating func setWord(
    ofReceiver receiver: Block, _ place: UInt32, to word: UInt32
  ) throws(Movement) {
    guard setUserWord(task(receiver), place, to: word) else { throw .receiverFault(place | 2) }
  }

  /// The dwords behind the first two, which are in registers. (IPC-47, IPC-50)
  private mutating func copyWords(
    _ sender: Block, _ message: MessageHeader, _ receiver: Block, _ buffer: MessageHeader
  ) throws(Movement) {
    let count = min(message.dwordsSent, buffer.dwordCapacity)
    if count > 2 {
      try copy(sender, message.dword(2), receiver, buffer.dword(2), (count - 2) << 2)
    }
    sender.pointee.progress.sent = message.dwordsSent
    sender.pointee.progress.dwords = count
    if message.dwordsSent > count { throw .done(Code.cut) }
    sender.pointee.progress.stage = .strings
    sender.pointee.progress.offset = 0
  }

  /// The i-th string goes to the i-th place; then the send part of its dope at the receiver describes it,
  /// so that it can be passed on. (IPC-51)
  private mutating func copyStrings(
    _ sender: Block, _ message: MessageHeader, _ receiver: Block, _ buffer: MessageHeader
  ) throws(Movement) {
    while sender.pointee.progress.index < message.stringsSent {
      let index = sender.pointee.progress.index
      if index >= buffer.stringCapacity { throw .done(Code.cut) }
      let (from, to) = (message.string(index), buffer.string(index))
      let size = try word(of: sender, from)
      let source = try word(of: sender, from &+ 4)
      let room = try word(ofReceiver: receiver, to &+ 8)
      let place = try word(ofReceiver: receiver, to &+ 12)
      let count = min(size, room)
      try copy(sender, source, receiver, place, count)
      try setWord(ofReceiver: receiver, to, to: count)
      try setWord(ofReceiver: receiver, to &+ 4, to: place)
      if size > room { throw .done(Code.cut) }
      sender.pointee.progress.index = index &+ 1
      sender.pointee.progress.strings = index &+ 1
      sender.pointee.progress.offset = 0
    }
  }

  /// Copies bytes from one space to another, in ascending order, up to the ends of pages at a time. (IPC-56,
  /// IPC-57)
  private mutating func copy(
    _ sender: Block, _ source: UInt32, _ receiver: Block, _ place: UInt32, _ count: UInt32
  ) throws(Movement) {
    while sender.pointee.progress.offset < count {
      let offset = sender.pointee.progress.offset
      let (from, to) = (source &+ offset, place &+ offset)
      guard let origin = physicalAddress(task(sender), from, isWrite: false) else {
        throw .senderFault(from & ~3)
      }
      guard let target = physicalAddress(task(receiver), to, isWrite: true) else {
        throw .receiverFault(to & ~3 | 2)
      }
      let piece = min(count - offset, 4096 - (from & 0xFFF), 4096 - (to & 0xFFF))
      machine.copyPhysical(from: origin, to: target, count: piece)
      sender.pointee.progress.offset = offset + piece
      if machine.isInterruptPending { throw .interrupted }
    }
  }
}
