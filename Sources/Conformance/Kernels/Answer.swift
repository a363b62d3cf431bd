import AddressSpaces
import Vocabulary

/// What an access reaches. (AS21)
public enum Reach: Hashable, Sendable {
  case fault
  case frame(Frame)
  /// Something, but no frame or port of the universe; the number is the kernel's own name for it.
  case elsewhere(UInt32)
}

/// What a kernel says when it has done an operation, or the specification in its place.
public enum Answer: Hashable, Sendable {
  /// What both partners of a message find: the result codes, the receiver's where there is a
  /// receiver, and the m bit. (IPC-41, IPC-54)
  case message(sender: UInt8, receiver: UInt8?, mapped: Bool)
  /// Done, by a call that has no result of its own. (UM7)
  case done
  /// Nothing happened: the task to create is there, the one to delete is not or cannot go. (TN2)
  case refused
  /// The access of a thread.
  case reached(Reach)
}

extension Answer {
  /// What the specification's outcome of an operation looks like to those concerned.
  init(_ outcome: Outcome, of operation: Operation, reaching reach: Reach) {
    switch operation {
    case .transfer:
      switch outcome {
      case .done(let mapped): self = .message(sender: 0, receiver: 0, mapped: mapped)
      case .cut: self.init(.messageCut)
      case .mapFailed: self.init(.mapFailed)
      case .notExistent: self.init(.notExistent)
      case .accessed, .fault: self = .reached(reach)
      }
    case .unmap: self = .done
    case .delete(let task):
      self = outcome == .notExistent || task == .sigma0 ? .refused : .done  // I-AS2
    case .create: self = outcome == .notExistent ? .refused : .done
    case .access: self = .reached(outcome == .fault ? .fault : reach)
    }
  }

  private init(_ code: ErrorCode) {
    self = .message(
      sender: code.atSender, receiver: code == .notExistent ? nil : code.rawValue, mapped: false)
  }

  /// Whether a kernel that gives `observed` does what this answer says. A receiver that does not
  /// exist sees nothing, and the m bit means something only in a message that arrived.
  func allows(_ observed: Answer) -> Bool {
    guard case .message(let sender, let receiver, let mapped) = self,
      case .message(let observedSender, let observedReceiver, let observedMapped) = observed
    else { return self == observed }
    return sender == observedSender && (receiver == nil || receiver == observedReceiver)
      && (sender != 0 || mapped == observedMapped)
  }
}

extension Shape {
  /// What is reached, as a person writes it.
  func describe(_ reach: Reach) -> String {
    switch reach {
    case .fault: "fault"
    case .frame(let frame): name(frame)
    case .elsewhere(let number):
      "something outside of the universe (0x\(String(number, radix: 16)))"
    }
  }

  func describe(_ answer: Answer) -> String {
    switch answer {
    case .message(let sender, let receiver, let mapped):
      "sender 0x\(String(sender, radix: 16)), "
        + (receiver.map { "receiver 0x\(String($0, radix: 16))" } ?? "no receiver")
        + (sender == 0 ? ", m bit \(mapped ? 1 : 0)" : "")
    case .done: "done"
    case .refused: "refused"
    case .reached(let reach): describe(reach)
    }
  }
}
