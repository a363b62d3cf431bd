import ReferenceKernel

/// A memory fpage word: address of its first byte, exponent of its size, rights.
func fpage(_ address: UInt32, _ size: UInt32 = 12, write: Bool = true, grant: Bool = false)
  -> UInt32
{
  address | size << 2 | (write ? 2 : 0) | (grant ? 1 : 0)
}

/// An I/O fpage word.
func ports(_ base: UInt32, _ exponent: UInt32 = 0, grant: Bool = false) -> UInt32 {
  0xF000_0000 | base << 12 | exponent << 2 | (grant ? 1 : 0)
}

/// The window that accepts everything. (FP8)
let everywhere: UInt32 = 32 << 2

enum Mask {
  static let readOnly: UInt32 = 0
  static let flush: UInt32 = 2
  static let own: UInt32 = 0x8000_0000
}

/// A small kernel with tasks 1 … 5.
func makeKernel(
  frames: Int = 64, nodes: Int = 64, tables: Int = 16, large: Bool = false,
  tags: TranslationTags = .untagged, limit: UInt32 = 0xC000_0000,
  profile: KernelProfile = KernelProfile()
) -> HostedKernel {
  var configuration = KernelConfiguration()
  configuration.taskLimit = 8
  configuration.frameCount = frames
  configuration.nodeLimit = nodes
  configuration.tableLimit = tables
  configuration.usesLargePages = large
  configuration.userLimit = limit
  configuration.portCount = 256
  configuration.profile = profile
  let kernel = HostedKernel(configuration, tags: tags)
  for task in 1...5 { kernel.createTask(task) }
  return kernel
}

extension HostedKernel {
  /// Maps one page, at the address that the test names.
  @discardableResult
  func map(
    _ sender: Int, _ source: UInt32, to receiver: Int, _ target: UInt32, write: Bool = true,
    grant: Bool = false, size: UInt32 = 12
  ) -> TransferResult {
    transfer(
      from: sender, sendBase: target, fpage: fpage(source, size, write: write, grant: grant),
      to: receiver, window: everywhere)
  }

  /// The frame and the rights that a task meets at an address: nil, "0x5000 r", "0x5000 rw".
  func view(_ task: Int, _ address: UInt32) -> String? {
    guard case .hit(let physical) = access(task, address: address, write: false) else {
      return nil
    }
    let isWritable = access(task, address: address, write: true) != .fault
    return "0x" + String(physical, radix: 16) + (isWritable ? " rw" : " r")
  }
}
