/// How far a transfer came at one go: what ends it, or keeps it from going on.
enum Movement: Error {
  /// To its end, with this code.
  case done(UInt32)
  /// A page of the sender is missing.
  case senderFault(UInt32)
  /// A page of the receiver is missing; bit 1 tells a write. (PF-2)
  case receiverFault(UInt32)
  /// An interrupt waits. (N4)
  case interrupted
}

/// Transfers that take time. Between two pieces they are in a queue of the kernel, unless a page is
/// missing: then they wait for a pager. Both partners are locked meanwhile. (N1, IPC-62)
extension Kernel where Hardware: ~Copyable {
  private var transfers: UInt32 { head(ListHead.transfers) }

  var hasTransfers: Bool { links(transfers).pointee.next != transfers }

  /// A transfer can go on when the present step is done.
  mutating func continueLater(_ sender: Block) {
    append(place(sender) &+ ThreadControlBlock.queueLink, to: transfers)
  }

  /// What becomes of a transfer that is not done.
  mutating func suspend(_ sender: Block, _ receiver: Block, _ movement: Movement) {
    switch movement {
    case .done(let code): end(from: sender, to: receiver, code)
    case .senderFault(let fault): beginFault(sender, inTransfer: fault)
    case .receiverFault(let fault): beginFault(receiver, inTransfer: fault)
    case .interrupted: continueLater(sender)
    }
  }

  /// Goes on with transfers, each until it is done, misses a page, or an interrupt waits. A transfer has the
  /// priority of its sender: who is above it comes first.
  mutating func continueTransfers() {
    while let sender = nextTransfer(), !machine.isInterruptPending {
      leaveQueue(sender)
      let receiver = partner(of: sender)
      suspend(sender, receiver, move(from: sender, to: receiver))
      endStep()
    }
  }

  private func nextTransfer() -> Block? {
    var place = links(transfers).pointee.next
    while place != transfers {
      let sender = block(of: place, ThreadControlBlock.queueLink)
      if current == idle || sender.pointee.priority >= current.pointee.priority { return sender }
      place = links(place).pointee.next
    }
    return nil
  }

  /// Whether a message has parts that are not in registers; one whose head is gone has. (IPC-48)
  func hasParts(_ sender: Block) -> Bool {
    guard let message = sender.pointee.registers.message else { return false }
    return MessageHeader(message, of: task(sender), in: self)?.hasParts ?? true
  }

  /// Whether a message is a map message without strings: of one whose head is gone nobody knows. (IPC-52)
  func hasOnlyItems(_ sender: Block) -> Bool {
    let call = sender.pointee.registers
    guard call.maps, let message = call.message else { return false }
    return MessageHeader(message, of: task(sender), in: self)?.stringsSent == 0
  }
}
