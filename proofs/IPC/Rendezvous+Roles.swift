import ClansAndChiefs
import IPC
import Logic
import Threads
import Vocabulary

// What threads are doing, in the terms of the statements.
extension Rendezvous {
  /// The threads with a message of their own, which waits or moves.
  @inlinable
  public var messages: V.Bits { (pending - calledFor) | sending }

  /// The threads with a receive phase of their own, which has begun or will follow the send phase.
  @inlinable
  public var receptions: V.Bits { (waiting - calledFor) | receiving | (messages & receives) }

  /// The threads in a call of their own.
  @inlinable
  public var inCall: V.Bits { ((pending | waiting) - calledFor) | transferring }

  /// The threads in a transfer for which the kernel calls a pager.
  @inlinable
  public var nested: V.Bits { calledFor & transferring }

  /// The messages of the kernel that wait: page faults and preemptions.
  @inlinable
  public var requests: V.Bits { pending & calledFor }
}

extension Table {
  /// The ids whose rows are not empty.
  @inlinable
  var filled: V.Bits {
    var found = V.Bits.empty
    for position in 0..<count { found |= V.Bits(id: position).when(!self[row: position].isEmpty) }
    return found
  }

  /// The ids whose rows have more than one member.
  @inlinable
  var crowded: V.Bits {
    var found = V.Bits.empty
    for position in 0..<count {
      found |= V.Bits(id: position).when(V.Count(1) < self[row: position].count)
    }
    return found
  }

  /// The ids whose rows are different in another table.
  @inlinable
  func difference(from other: Self) -> V.Bits {
    var found = V.Bits.empty
    for position in 0..<count {
      found |= V.Bits(id: position).when(self[row: position] != other[row: position])
    }
    return found
  }
}

extension Numbers {
  /// The ids whose numbers are not 0.
  @inlinable
  var filled: V.Bits {
    var found = V.Bits.empty
    for position in 0..<count {
      found |= V.Bits(id: position).when(self[row: position] != V.Count(0))
    }
    return found
  }

  /// The ids whose numbers are different in another table.
  @inlinable
  func difference(from other: Self) -> V.Bits {
    var found = V.Bits.empty
    for position in 0..<count {
      found |= V.Bits(id: position).when(self[row: position] != other[row: position])
    }
    return found
  }
}

extension World {
  /// The threads that a message of a thread can reach without a chief: those of its task, of its
  /// clan, of its chief, and of the clan that its task heads. (CC-3, CC-5)
  @inlinable
  public func neighbours(of thread: V.Bits) -> V.Bits {
    let task = roster.task[at: thread]
    let near = task | clans.clan(of: task) | clans.chief(of: task) | clans.members(of: task)
    return roster.members.union(over: near)
  }

  /// Whether the kernel's own messages go through chiefs. (U26)
  @inlinable
  public var redirectsFaults: Bool {
    profile.redirection == .byClans && clansProfile.pageFaults == .redirected
  }
}
