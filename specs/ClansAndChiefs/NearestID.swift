import Logic

/// What id_nearest can be asked about. (CC-8)
public enum NamedID<V: Values>: Sendable {
  /// The id of which all bits are 0.
  case nobody
  /// The id of which all bits are 1.
  case invalid
  /// A task or a thread of it, by the task's number; the empty set if there is no such number.
  case task(V.Bits)
}

/// Which case of id_nearest applied.
public enum NearestCase: UInt8, Sendable, CaseIterable, Hashable {
  /// The nil id was asked about: the answer is the caller's own thread. (CC-8)
  case oneself
  /// Messages go there directly, or nobody knows where: the answer is the id that was asked about.
  case direct
  /// It is reached through the head of a clan below or beside: the answer is that chief.
  case innerClan
  /// It is outside: the answer is the own chief.
  case outerClan

  /// The type that the call returns. (CC-8)
  public var type: UInt8 {
    switch self {
    case .oneself, .direct: 0x0
    case .outerClan: 0x4
    case .innerClan: 0xC
    }
  }
}

/// What id_nearest returns.
public struct NearestID<V: Values>: Sendable {
  public var isCase: NearestCase
  /// The task that messages go to. Empty where the answer is an id of no task, which is then the id
  /// that was asked about.
  public var task: V.Bits
  /// Whether a direct answer is the id of the task, which is that of its lthread 0, instead of the
  /// one that was asked about. (OBS13)
  public var isOfTask: Bool

  @inlinable
  public init(_ isCase: NearestCase, _ task: V.Bits, isOfTask: Bool = false) {
    self.isCase = isCase
    self.task = task
    self.isOfTask = isOfTask
  }
}

extension Clans {
  /// The call id_nearest: the partner that the kernel would send to if a thread of `task` sent to
  /// this id. (CC-8, CC-9)
  @inlinable
  public func idNearest(
    _ named: NamedID<V>, for task: V.Bits, _ profile: ClansProfile
  ) -> NearestID<V> {
    switch named {
    case .nobody: return NearestID(.oneself, task)
    case .invalid: return idNearest(.empty, for: task)
    case .task(let number):
      if profile.nearestIDs == .chief { return NearestID(.outerClan, chief(of: task)) }
      let hasPlace = profile.unknownIDs == .byNumber ? number : number & active  // U32
      let answer = idNearest(hasPlace, for: task)
      guard answer.isCase == .direct else { return answer }
      return NearestID(.direct, number, isOfTask: profile.nearestIDs == .task)
    }
  }

  /// The same for the number of a task, or the empty set for what has no place in the tree.
  @inlinable
  func idNearest(_ destination: V.Bits, for task: V.Bits) -> NearestID<V> {
    let hop = nearest(from: task, to: destination)
    guard V.holds(hop.isRedirected, "messages to this id are redirected") else {
      return NearestID(.direct, destination)
    }
    guard V.holds(hop.isInward, "it is in a clan below or beside") else {
      return NearestID(.outerClan, hop.next)
    }
    return NearestID(.innerClan, hop.next)
  }
}
