import ClansAndChiefs
import Logic
import Vocabulary

/// A thread, or a task, as an id names it.
///
/// Ids are unique in time: the version in them changes whenever a task is deleted or created. Versions
/// are not counted here; an id is either of now, or of a former incarnation, which exists no more and
/// never will again. (A1, A6, TN12)
public struct Reference<V: Values>: Sendable {
  /// The one that the id names; nobody where it is nil.
  public var who: V.Bits
  /// Whether the id has the version of a former incarnation.
  public var isFormer: V.Truth

  @inlinable
  public init(_ who: V.Bits, isFormer: V.Truth = V.Truth(false)) {
    self.who = who
    self.isFormer = isFormer
  }

  /// The nil id. (A4)
  @inlinable
  public static var nobody: Self { Self(.empty) }

  /// The one that exists now and is named; nobody where there is none.
  @inlinable
  public var current: V.Bits { who.when(!isFormer) }
}

extension Reference: Equatable where V.Bits: Equatable, V.Truth: Equatable {}
extension Reference: Hashable where V.Bits: Hashable, V.Truth: Hashable {}

// What threads know of others, and what becomes of that.
extension Threads {
  /// The reference as it is stored: nobody is of no incarnation. The id of a thread of an inactive task
  /// is of now, and its chief gets what is sent to it (CC-17), until the task is created, or deleted again.
  @inlinable
  func stored(_ reference: Reference<V>) -> Reference<V> {
    Reference(reference.who, isFormer: reference.isFormer && !reference.who.isEmpty)
  }

  @inlinable
  mutating func setPager(
    of thread: V.Bits, to reference: Reference<V>
  ) {
    let new = stored(reference)
    pager.clearRows(of: thread)
    pager.insert(new.who, intoRowsOf: thread)
    formerPager = (formerPager - thread) | thread.when(new.isFormer)
  }

  @inlinable
  mutating func setPreempter(
    of thread: V.Bits, to reference: Reference<V>
  ) {
    let new = stored(reference)
    preempter.clearRows(of: thread)
    preempter.insert(new.who, intoRowsOf: thread)
    formerPreempter = (formerPreempter - thread) | thread.when(new.isFormer)
  }

  @inlinable
  mutating func setExternalPreempter(
    of thread: V.Bits, to reference: Reference<V>
  ) {
    let new = stored(reference)
    externalPreempter.clearRows(of: thread)
    externalPreempter.insert(new.who, intoRowsOf: thread)
    formerExternalPreempter = (formerExternalPreempter - thread) | thread.when(new.isFormer)
  }

  /// Whoever refers to one of `stale` refers to a former incarnation from now on. (A6, TN12)
  @inlinable
  mutating func outdate(_ stale: V.Bits) {
    formerPager |= pager.ids(meeting: stale)
    formerPreempter |= preempter.ids(meeting: stale)
    formerExternalPreempter |= externalPreempter.ids(meeting: stale)
  }

  /// The pager of a thread. (A8)
  @inlinable
  public func pager(of thread: V.Bits) -> Reference<V> {
    Reference(pager[at: thread], isFormer: formerPager.contains(thread))
  }

  /// The internal preempter of a thread. (A8)
  @inlinable
  public func preempter(of thread: V.Bits) -> Reference<V> {
    Reference(preempter[at: thread], isFormer: formerPreempter.contains(thread))
  }

  /// The external preempter of a thread. (A8, SC6)
  @inlinable
  public func externalPreempter(of thread: V.Bits) -> Reference<V> {
    Reference(externalPreempter[at: thread], isFormer: formerExternalPreempter.contains(thread))
  }
}
