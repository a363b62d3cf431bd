/// The user registers of a thread, in the order in which the processor and an entry stub push them: the
/// last one lies at the lowest address.
public struct Registers: Equatable, Sendable, BitwiseCopyable {
  public var edi: UInt32 = 0
  public var esi: UInt32 = 0
  public var ebp: UInt32 = 0
  public var ebx: UInt32 = 0
  public var edx: UInt32 = 0
  public var ecx: UInt32 = 0
  public var eax: UInt32 = 0
  public var eip: UInt32 = 0
  public var cs: UInt32 = 0
  public var eflags: UInt32 = 0
  public var esp: UInt32 = 0
  public var ss: UInt32 = 0

  /// All zero.
  public init() {}
}
