/// How translations behave at a switch of spaces.
public enum TranslationTags: Sendable {
  /// Loading a space forgets all translations, as on the Pentium.
  case untagged
  /// Translations name their space and survive, as with small spaces or address space numbers.
  case tagged
}

/// What a memory access of user code meets. (AS21)
public enum Access: Equatable, Sendable {
  /// Memory, at this physical address.
  case hit(physicalAddress: UInt32)
  /// A page fault.
  case fault
}

/// A machine in memory: a processor that walks i386 page tables, its translation buffer, frames, ports.
public struct HostedMachine: Machine, ~Copyable {
  /// What a switch of spaces does to the translation buffer.
  public let tags: TranslationTags

  let tableAddress: UInt32
  let tables: UnsafeMutableBufferPointer<UInt32>
  let frameAddress: UInt32
  let frames: UnsafeMutableBufferPointer<UInt32>
  /// The frames that were ever written since the last reset.
  let dirtyFrames: UnsafeMutableBufferPointer<Bool>
  let portBitmaps: UnsafeMutableBufferPointer<UInt32>
  var buffer = TranslationBuffer()
  var directory: UInt32 = 0
  var portTask = 0
  /// What `isInterruptPending` says: a test sets it to cut long operations.
  public var isInterruptPending = false
  /// The lines that are masked, as bits.
  public private(set) var maskedLines: UInt32 = 0
  /// The masked lines with an edge that the controller remembers: a test sets them.
  public var rememberedLines: UInt32 = 0

  static let portWords = 65536 / 32

  /// A machine with the memory that a kernel of this configuration needs.
  public init(_ configuration: KernelConfiguration, tags: TranslationTags) {
    self.tags = tags
    let layout = Layout(configuration)
    tableAddress = configuration.tableAddress
    frameAddress = configuration.frameAddress
    tables = .allocate(capacity: layout.tableCount * 1024)
    tables.initialize(repeating: 0)
    frames = .allocate(capacity: configuration.frameCount * 1024)
    frames.initialize(repeating: 0)
    dirtyFrames = .allocate(capacity: configuration.frameCount)
    dirtyFrames.initialize(repeating: false)
    portBitmaps = .allocate(capacity: layout.taskCount * Self.portWords)
    portBitmaps.initialize(repeating: ~0)
  }

  deinit {
    tables.deallocate()
    frames.deallocate()
    dirtyFrames.deallocate()
    portBitmaps.deallocate()
    buffer.deallocate()
  }

  /// True with tags.
  public var keepsOtherSpaces: Bool { tags == .tagged }
  public var hasTimeBetweenTicks: Bool { false }

  /// Reads one word of a page table.
  public func tableWord(at address: UInt32) -> UInt32 {
    tables[Int(address - tableAddress) >> 2]
  }

  /// Writes one word of a page table.
  public mutating func setTableWord(at address: UInt32, to word: UInt32) {
    tables[Int(address - tableAddress) >> 2] = word
  }

  /// Loads a space; without tags, this forgets all translations.
  public mutating func loadSpace(directory: UInt32) {
    self.directory = directory
    if tags == .untagged { buffer.dropAll() }
  }

  /// Forgets one page of a space.
  public mutating func invalidatePage(_ address: UInt32, directory: UInt32) {
    buffer.drop(address >> 12, directory: directory)
  }

  /// Forgets a space.
  public mutating func invalidateSpace(directory: UInt32) { buffer.drop(directory: directory) }

  /// Points port checks to the bitmap of a task.
  public mutating func loadPortBitmap(task: Int) { portTask = task }

  /// Reads the bits of 32 ports.
  public func portWord(task: Int, index: Int) -> UInt32 {
    portBitmaps[task * Self.portWords + index]
  }

  /// Writes the bits of 32 ports.
  public mutating func setPortWord(task: Int, index: Int, to word: UInt32) {
    portBitmaps[task * Self.portWords + index] = word
  }

  /// Whether a port instruction in the current task is allowed. (IO6)
  public func portAccess(_ port: UInt32) -> Bool {
    portBitmaps[portTask * Self.portWords + Int(port >> 5)] & 1 << (port & 31) == 0
  }

  /// Reads a word of a frame; 0 outside the frames.
  public func physicalWord(at address: UInt32) -> UInt32 { load(physicalAddress: address) ?? 0 }

  /// Writes a word of a frame; nothing happens outside the frames.
  public mutating func setPhysicalWord(at address: UInt32, to word: UInt32) {
    store(word, physicalAddress: address)
  }

  /// Copies byte by byte, as frames are words here.
  public mutating func copyPhysical(from source: UInt32, to destination: UInt32, count: UInt32) {
    if (source | destination | count) & 3 == 0 {
      for offset in stride(from: 0, to: count, by: 4) {
        setPhysicalWord(at: destination + offset, to: physicalWord(at: source + offset))
      }
      return
    }
    for offset in 0..<count {
      let from = source + offset
      let to = destination + offset
      let byte = physicalWord(at: from & ~3) >> (from & 3 << 3) & 0xFF
      let word = physicalWord(at: to & ~3) & ~(0xFF << (to & 3 << 3))
      setPhysicalWord(at: to & ~3, to: word | byte << (to & 3 << 3))
    }
  }

  /// Masks a line.
  public mutating func maskInterrupt(line: Int) { maskedLines |= 1 << UInt32(line) }

  /// Takes what was remembered of a line.
  public mutating func takeInterrupt(line: Int) -> Bool {
    defer { rememberedLines &= ~(1 << UInt32(line)) }
    return rememberedLines & 1 << UInt32(line) != 0
  }

  /// Unmasks a line.
  public mutating func unmaskInterrupt(line: Int) { maskedLines &= ~(1 << UInt32(line)) }

  /// Forgets all translations and what was written to frames.
  mutating func reset() {
    buffer.dropAll()
    isInterruptPending = false
    maskedLines = 0
    rememberedLines = 0
    for frame in dirtyFrames.indices where dirtyFrames[frame] {
      dirtyFrames[frame] = false
      for word in frame << 10..<(frame + 1) << 10 { frames[word] = 0 }
    }
  }
}
