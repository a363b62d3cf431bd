/// Map messages: pairs of a send base and an fpage, in order, until the words end or an fpage is none. The
/// first pair is in registers. (IPC-52)
extension Kernel where Hardware: ~Copyable {
  /// Maps or grants what remains of the pairs of a message, page by page.
  mutating func giveItems(from sender: Block, to receiver: Block) throws(Movement) {
    let window = try window(of: receiver)
    if sender.pointee.progress.sent == TransferProgress.unknown {
      sender.pointee.progress.sent = try message(of: sender).dwordsSent
    }
    while let (base, fpage) = try item(sender, sender.pointee.progress.index) {
      // All of a space has one window for memory, and one for ports. (IO2)
      let everything: UInt32 = fpage >> 28 == 0xF ? 0xF000_0000 | 16 << 2 : 32 << 2
      var continuation = beginTransfer(
        from: task(sender), sendBase: base, fpage: fpage, to: task(receiver),
        window: window ?? everything)
      guard finish(&continuation, for: sender) else { throw .interrupted }
      let result = continuation.result
      if result.mapBit { sender.pointee.progress.mapBit = true }
      if result.codes.receiver != 0 { throw .done(UInt32(result.codes.receiver)) }
      if result.endsList { return }
      sender.pointee.progress.index &+= 1
      let isLast = (sender.pointee.progress.index << 1 | 1) >= sender.pointee.progress.sent
      if !isLast && machine.isInterruptPending { throw .interrupted }
    }
  }

  /// Where pages may go: nil is all of the space of a thread with a page fault, be it memory or ports (PF-3,
  /// PF-6), else what the descriptor or the buffer says. (IPC-53)
  private func window(of receiver: Block) throws(Movement) -> UInt32? {
    if receiver.pointee.call != .none { return nil }
    let call = receiver.pointee.registers
    if call.buffer == nil && call.ebp & 2 == 0 { throw .done(Code.cut) }  // IPC-44
    guard let buffer = call.buffer else { return call.ebp }
    guard let word = userWord(task(receiver), buffer) else { throw .receiverFault(buffer) }
    guard Flexpage(word: word, portGranularity: profile.portGranularity) != nil else {
      throw .done(Code.cut)
    }
    return word
  }

  private func item(
    _ sender: Block, _ index: UInt32
  ) throws(Movement) -> (base: UInt32, fpage: UInt32)? {
    let call = sender.pointee.registers
    if index == 0 { return (call.edx, call.ebx) }
    // How many there are is known: the head may be in a page that this very message has granted.
    guard (index << 1 | 1) < sender.pointee.progress.sent else { return nil }
    let place = try message(of: sender).dword(index << 1)
    return (try word(of: sender, place), try word(of: sender, place &+ 4))
  }
}
