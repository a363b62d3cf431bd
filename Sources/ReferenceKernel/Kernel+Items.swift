/// Map messages: pairs of a send base and an fpage, in order, until the words end or an fpage is none. The
/// first pair is in registers. (IPC-52)
extension Kernel where Hardware: ~Copyable {
  /// Maps or grants what remains of the pairs of a message, page by page.
  mutating func giveItems(from sender: Block, to receiver: Block) -> Movement {
    let window = self.window(of: receiver)
    switch window {
    case .none: return .done(Code.cut)  // IPC-44
    case .missing(let fault): return .receiverFault(fault)
    case .everything, .some: break
    }
    while true {
      let pair: (base: UInt32, fpage: UInt32)
      switch item(sender, sender.pointee.progress.index) {
      case .end: return .done(0)
      case .missing(let fault): return .senderFault(fault)
      case .some(let base, let fpage): pair = (base, fpage)
      }
      var continuation = beginTransfer(
        from: task(sender), sendBase: pair.base, fpage: pair.fpage, to: task(receiver),
        window: window.word(for: pair.fpage))
      sender.pointee.progress.resume(&continuation)
      while step(&continuation) {
        if machine.isInterruptPending {
          sender.pointee.progress.hold(continuation)
          return .interrupted
        }
      }
      let result = continuation.result
      if result.mapBit { sender.pointee.progress.mapBit = true }
      if result.codes.receiver != 0 { return .done(UInt32(result.codes.receiver)) }
      if result.endsList { return .done(0) }
      sender.pointee.progress.index &+= 1
    }
  }

  private enum Window {
    case none
    case missing(UInt32)
    case everything
    case some(UInt32)

    /// The window as a word; all of a space has one for memory, and one for ports. (IO2)
    func word(for fpage: UInt32) -> UInt32? {
      switch self {
      case .none, .missing: nil
      case .everything: fpage >> 28 == 0xF ? 0xF000_0000 | 16 << 2 : 32 << 2
      case .some(let word): word
      }
    }
  }

  /// Where pages may go: to all of the space of a thread with a page fault, be it memory or ports (PF-3,
  /// PF-6), else what the descriptor or the buffer says. (IPC-53)
  private func window(of receiver: Block) -> Window {
    if receiver.pointee.call != .none { return .everything }
    let call = receiver.pointee.registers
    guard let buffer = call.buffer else { return call.ebp & 2 != 0 ? .some(call.ebp) : .none }
    guard let word = userWord(task(receiver), buffer) else { return .missing(buffer) }
    return Flexpage(word: word, portGranularity: profile.portGranularity) == nil
      ? .none : .some(word)
  }

  private enum Item {
    case end
    case missing(UInt32)
    case some(UInt32, UInt32)
  }

  private func item(_ sender: Block, _ index: UInt32) -> Item {
    let call = sender.pointee.registers
    if index == 0 { return .some(call.edx, call.ebx) }
    // How many there are is known: the header may be in a page that this very message has granted.
    let isLast = (index << 1 | 1) >= sender.pointee.progress.dwords
    if call.message == nil || isLast { return .end }
    guard let message = header(sender, call.message) else { return .missing(call.message ?? 0) }
    let place = message.dword(index << 1)
    guard let base = userWord(task(sender), place) else { return .missing(place) }
    guard let fpage = userWord(task(sender), place &+ 4) else { return .missing(place &+ 4) }
    return .some(base, fpage)
  }
}

extension TransferProgress {
  /// Keeps where an fpage was left.
  mutating func hold(_ continuation: Continuation) {
    isInItem = true
    position = continuation.position
    target = continuation.target
    remaining = continuation.remaining
  }

  /// Goes on where an fpage was left, if it was.
  mutating func resume(_ continuation: inout Continuation) {
    guard isInItem, !continuation.isFinished else { return }
    isInItem = false
    continuation.position = position
    continuation.target = target
    continuation.remaining = remaining
    continuation.isFinished = remaining == 0
  }
}
