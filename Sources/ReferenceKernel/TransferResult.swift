/// How a transfer ended, in the codes of the manual, phase bit included. (IPC-41, IPC-42)
public struct TransferCodes: Equatable, Sendable {
  /// What the sender finds in its result.
  public var sender: UInt8
  /// What the receiver finds in its result.
  public var receiver: UInt8

  /// All pages were treated.
  public static let ok = TransferCodes(sender: 0x00, receiver: 0x00)
  /// A partner does not exist; nothing happened.
  public static let notExistent = TransferCodes(sender: 0x10, receiver: 0x10)
  /// No node or no page table was left; the pages before remain. (AS15)
  public static let mapFailed = TransferCodes(sender: 0x70, receiver: 0x60)
  /// A partner was deleted in the middle; the pages before remain. (TN10)
  public static let aborted = TransferCodes(sender: 0xD0, receiver: 0xC0)
  /// The receiver did not accept a mapping. (IPC-44)
  public static let cut = TransferCodes(sender: 0xF0, receiver: 0xE0)
}

/// The outcome of transferring one send fpage.
public struct TransferResult: Equatable, Sendable {
  /// The error codes of both partners.
  public var codes = TransferCodes.ok
  /// The m bit: the receiver accepted the mapping, which says nothing of the pages. (IPC-54)
  public var mapBit = false
  /// The send fpage was invalid, which ends the list in its message. (FP7)
  public var endsList = false

  /// A transfer that has nothing to tell.
  public init(codes: TransferCodes = .ok, mapBit: Bool = false, endsList: Bool = false) {
    self.codes = codes
    self.mapBit = mapBit
    self.endsList = endsList
  }
}
