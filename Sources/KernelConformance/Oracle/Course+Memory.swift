import AddressSpaces
import KernelPrograms
import Logic
import Microkernel

extension Course {
  /// For every slot: the frame that is mapped there, or -1.
  private func frames() -> InlineArray<32, Int8> {
    var frames = InlineArray<32, Int8>(repeating: -1)
    for frame in 0..<16 {
      moment.kernel.spaces.holders[row: frame].forEach { frames[$0] = Int8(frame) }
    }
    return frames
  }

  /// What all slots hold.
  func memory(on model: StageModel<V>) -> [Holding] {
    let frames = frames()
    let writable = moment.kernel.spaces.writable
    return (0..<model.slots).map {
      frames[$0] < 0
        ? Holding() : Holding(frame: Int(frames[$0]), isWritable: writable.has($0))
    }
  }

  func isMemory(_ seen: [Holding], on model: StageModel<V>) -> Bool {
    guard seen.count == model.slots else { return false }
    let frames = frames()
    let writable = moment.kernel.spaces.writable.mask | model.ports
    for slot in 0..<seen.count {
      let holding = seen[slot]
      guard let frame = holding.frame else {
        if frames[slot] >= 0 { return false }
        continue
      }
      guard frame == Int(frames[slot]) && frame >= 0 else { return false }
      let bit = UInt32(1) << UInt32(slot)
      // Of a port there is no right to write, that could be seen. (IO4)
      if model.ports & bit == 0, holding.isWritable != (writable & bit != 0) { return false }
    }
    return true
  }

  /// The slots that hold something else than they should.
  func differing(_ seen: [Holding], on model: StageModel<V>) -> [Int] {
    let own = memory(on: model)
    return (0..<max(own.count, seen.count)).filter { slot in
      guard slot < own.count, slot < seen.count else { return true }
      if own[slot].frame != seen[slot].frame { return true }
      let isPort = model.ports >> UInt32(slot) & 1 == 1
      return own[slot].frame != nil && !isPort && own[slot].isWritable != seen[slot].isWritable
    }
  }
}
