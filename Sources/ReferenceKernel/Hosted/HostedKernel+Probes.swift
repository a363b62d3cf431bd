/// What can be seen and set from outside without a trace in the machine.
extension HostedKernel {
  /// The frame and the rights that the tables have for a page of a task; nil if there is nothing.
  public func translation(
    of task: TaskNumber, page: UInt32
  ) -> (frame: UInt32, isWritable: Bool)? {
    kernel.machine.translation(of: page, directory: kernel.directoryAddress(of: task))
  }

  /// Whether the bitmap of a task has a port.
  public func holdsPort(_ task: TaskNumber, _ port: UInt32) -> Bool {
    kernel.machine.portWord(task: task, index: Int(port >> 5)) & 1 << (port & 31) == 0
  }

  /// Writes an aligned word of a frame; nothing happens outside the frames.
  public func pokePhysical(_ address: UInt32, _ word: UInt32) {
    kernel.machine.setPhysicalWord(at: address, to: word)
  }

  /// An access of the current thread that does not lead into the kernel: it says whether it would.
  public func tryAccess(_ address: UInt32, write: Bool) -> Access {
    kernel.machine.access(address, write: write)
  }

  /// A port instruction of the current thread that does not lead into the kernel.
  public func tryPort(_ port: UInt32) -> Bool { kernel.machine.portAccess(port) }
}
