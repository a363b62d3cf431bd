import AddressSpaces
import KernelPrograms
import Microkernel
import ReferenceKernel
import Vocabulary

extension ReferenceSession {
  /// What every slot of the stage holds, by the tables; that the translation buffer knows no more is
  /// for the audit.
  func holdings() -> [Holding] {
    let shape = stage.shape
    var holdings: [Holding] = []
    holdings.reserveCapacity(shape.slots)
    for task in shape.allTasks {
      let number = layout.number(of: task)
      for page in 0..<shape.pages {
        let address = layout.address(ofPage: page)
        guard let found = kernel.translation(of: number, page: address >> 12) else {
          holdings.append(Holding())
          continue
        }
        holdings.append(Holding(frame: frame(found.frame) ?? -1, isWritable: found.isWritable))
      }
      for port in 0..<shape.ports {
        let granularity = UInt32(shape.profile.portGranularity)
        let isHeld = kernel.holdsPort(number, UInt32(port) << granularity)
        holdings.append(
          isHeld ? Holding(frame: shape.frames + port, isWritable: true) : Holding())
      }
    }
    return holdings
  }
}

extension ReferenceKernel.KernelProfile {
  init(_ profile: Profile) {
    self.init()
    switch profile.grantWithoutWrite {
    case .restricts: grantWithoutWrite = .restrict
    case .ignored: grantWithoutWrite = .ignore
    }
    switch profile.overmapping {
    case .keeps: overmapping = .keep
    case .replaces: overmapping = .replace
    }
    switch profile.selfMapping {
    case .skipped: selfMapping = .skip
    case .cut: selfMapping = .cut
    case .aliases: selfMapping = .alias
    }
    switch profile.readOnlyUnmapOfPorts {
    case .noEffect: portReadOnlyUnmap = .noEffect
    case .unmaps: portReadOnlyUnmap = .unmap
    }
    portGranularity = UInt32(profile.portGranularity)
  }
}
