/// What happens when a sender and a receiver have found each other. (IPC-20)
extension Kernel where Hardware: ~Copyable {
  /// The message moves. In registers only that is one step (IPC-24); otherwise it begins here, and the
  /// kernel goes on with it when the present step is done. (IPC-62)
  mutating func transfer(from sender: Block, to receiver: Block) {
    leaveQueue(sender)  // IPC-26, IPC-31
    disarm(sender)
    disarm(receiver)
    guard sender.pointee.call == .none else { return end(from: sender, to: receiver, 0) }
    if hasParts(sender) {
      if receiver.pointee.call == .none && receiver.pointee.registers.buffer != nil {
        lock(sender, receiver)
        return continueLater(sender)
      }
      // A window alone accepts pages, however many fpages they are in. (IPC-4, IPC-44)
      guard hasOnlyItems(sender) else { return end(from: sender, to: receiver, Code.cut) }
      sender.pointee.progress.sent = TransferProgress.unknown
    }
    guard sender.pointee.registers.maps else { return end(from: sender, to: receiver, 0) }
    sender.pointee.progress.stage = .items
    let movement = move(from: sender, to: receiver)
    if case .done(let code) = movement { return end(from: sender, to: receiver, code) }
    lock(sender, receiver)
    suspend(sender, receiver, movement)
  }

  /// Both partners are in a transfer that takes time: nobody else can have to do with them. (IPC-25,
  /// IPC-63, I-IPC2)
  private mutating func lock(_ sender: Block, _ receiver: Block) {
    sender.pointee.state = .sending
    sender.pointee.partner = number(receiver)
    let number = number(sender)
    if receiver.pointee.call == .none {
      receiver.pointee.state = .receiving
      receiver.pointee.partner = number
    } else {
      receiver.pointee.call = .answered
      receiver.pointee.pagerPartner = number
    }
  }

  /// A transfer has ended: the receiver returns, or has the answer to a call of the kernel; the sender
  /// returns, or begins to receive. (IPC-8, IPC-9, IPC-42)
  mutating func end(from sender: Block, to receiver: Block, _ code: UInt32) {
    if code == 0 || code == Code.cut { eventCounters.otherMessages &+= 1 }
    if sender == current { step.direct = receiver }
    if receiver.pointee.call == .none {
      tell(receiver, of: sender, code)
      wake(receiver)
    } else {
      endCall(receiver)
    }
    if sender.pointee.call != .none {
      sender.pointee.call = .waiting
      arrive(sender)
    } else if code == 0 && sender.pointee.registers.hasReceivePhase {
      arrive(sender)
    } else {
      complete(sender, code == 0 ? 0 : code | Code.atSender)
    }
  }

  /// What the result of a receive phase says of a message; nothing but the code if none came. (IPC-21,
  /// IPC-40, IPC-46)
  private mutating func tell(_ receiver: Block, of sender: Block, _ code: UInt32) {
    guard code == 0 || code == Code.cut else {
      receiver.pointee.registers.eax = code
      return
    }
    let isCall = sender.pointee.call != .none
    let message = sender.pointee.registers
    let visible = visibleID(of: sender)
    let destination = isCall ? sender.pointee.pagerAsked : message.partner
    let progress = isCall ? TransferProgress() : sender.pointee.progress
    var dope = code | progress.strings << 8 | progress.dwords << 13
    if visible != sender.pointee.id { dope |= Code.deceived }
    if progress.mapBit && code == 0 { dope |= Code.mapped }
    let isRedirected = number(of: destination) != task(receiver)  // CC-10
    if isRedirected { dope |= Code.redirected }
    if isRedirected && pools.tasks[task(sender)].chief == task(receiver) { dope |= Code.inner }
    receiver.pointee.registers.receive(
      dope, isCall ? (sender.pointee.fault, message.eip) : (message.edx, message.ebx),  // PF-2, U25
      from: visible, destination: isRedirected ? destination : .none)
  }
}
