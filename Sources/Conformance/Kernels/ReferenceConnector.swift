import AddressSpaces
import ReferenceKernel

/// The reference kernel on a machine in memory, driven by the words of Version 2.
public struct ReferenceConnector: Connector {
  /// How many bytes of the kernel's memory one page of the universe is.
  public enum PageSize: Sendable, CaseIterable {
    case small
    /// 4 MB, which the kernel maps by single entries where it can. (AS19)
    case large
    /// 2 MB: two pages are mapped by a single entry where they can, which is split where they part. (AS19)
    case half

    var bits: UInt32 {
      switch self {
      case .small: 12
      case .large: 22
      case .half: 21
      }
    }

    var suffix: String {
      switch self {
      case .small: ""
      case .large: "-large"
      case .half: "-half"
      }
    }
  }

  public var tags: TranslationTags
  public var pageSize: PageSize

  public init(tags: TranslationTags = .untagged, pageSize: PageSize = .small) {
    self.tags = tags
    self.pageSize = pageSize
  }

  /// All that there are.
  public static let all = [
    ReferenceConnector(), ReferenceConnector(tags: .tagged),
    ReferenceConnector(pageSize: .large), ReferenceConnector(tags: .tagged, pageSize: .large),
    ReferenceConnector(tags: .tagged, pageSize: .half),
  ]

  /// The connector of a name, as program files have it.
  public init?(named name: String) {
    guard let found = Self.all.first(where: { $0.name == name }) else { return nil }
    self = found
  }

  public var name: String {
    "reference" + (tags == .tagged ? "-tagged" : "") + pageSize.suffix
  }

  public func defect(of shape: Shape) -> String? {
    if shape.frames == 0 { return "the reference kernel has at least one frame" }
    if shape.ports << Int(shape.profile.portGranularity) > 65536 {
      return "there are only 65536 ports of single granularity (IO1)"
    }
    if shape.ports > 0 && shape.nodes < shape.slots - shape.frames - shape.ports {
      return "the reference kernel maps ports without nodes, so a shortage of nodes differs (AS15)"
    }
    return nil
  }

  public func boot(_ shape: Shape) -> ReferenceKernelUnderTest {
    ReferenceKernelUnderTest(shape, tags: tags, pageBits: pageSize.bits)
  }

  static func configuration(_ shape: Shape, pageBits: UInt32) -> KernelConfiguration {
    let scale = 1 << Int(pageBits - 12)
    var configuration = KernelConfiguration()
    configuration.taskLimit = shape.tasks
    configuration.frameCount = shape.frames * scale
    configuration.nodeLimit = shape.nodes * scale
    configuration.tableLimit = shape.slots
    configuration.usesLargePages = scale > 1
    configuration.userLimit = UInt32(shape.userPages) << pageBits
    configuration.portCount = shape.ports << Int(shape.profile.portGranularity)
    configuration.profile = KernelProfile(shape.profile)
    return configuration
  }
}

extension KernelProfile {
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
