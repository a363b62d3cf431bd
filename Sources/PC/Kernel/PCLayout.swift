import PCHardware

/// Where things lie in memory.
///
///     0x0010_0000  the kernel's image, then the modules as the loader has put them
///     0x0040_0000  sigma0's memory: its own image, the root task's image, free frames
///     end - 8 MB   the kernel's pools and page tables
enum PCLayout {
  /// How many task numbers there are.
  static let taskLimit = 32
  /// Physical memory in the kernel area. (AS17)
  static let kernelArea: UInt32 = 0xC000_0000
  /// The first frame that sigma0 owns.
  static let firstFrame: UInt32 = 0x40_0000
  /// How much at the end of memory the kernel keeps.
  static let kernelMemory: UInt32 = 0x80_0000
  /// How many page tables there are besides the directories and sigma0's.
  static let tableLimit = 256
  /// How many mapping nodes.
  static let nodeLimit = 16384

  /// As in layout.h.
  static let portWindow: UInt32 = 0xFFC0_0000
  static let taskState: UInt32 = portWindow + 0x1000 - 104
  static let kernelCode: UInt32 = 0x08
  static let kernelData: UInt32 = 0x10

  /// The kernel's own address of a physical one.
  static func virtual(_ physical: UInt32) -> UInt32 { physical &+ kernelArea }
  /// The physical address of one in the kernel area.
  static func physical(_ virtual: UInt32) -> UInt32 { virtual &- kernelArea }
}

/// Rounds up to whole pages.
func roundedToPages(_ bytes: UInt32) -> UInt32 { (bytes &+ 0xFFF) & ~0xFFF }
