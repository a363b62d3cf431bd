import CThread
import Synchronization

/// What rules ask on their way: recorded on the thread that runs them, where somebody wants to know.
///
/// `Traced` and the solver's values tell each question; `Concrete` does not, and costs nothing.
public enum Trail {
  /// The names of the paths that were recorded in this process.
  private static let names = Mutex<[PathID: PathName]>([:])

  /// Runs `body`, and says which path it took: nil if it asked a question without a sentence. An
  /// error of the body leaves no path. Recordings may be nested; a question belongs to the
  /// innermost one.
  @inlinable
  public static func record<R, Failure>(
    _ body: () throws(Failure) -> R
  ) throws(Failure) -> (result: R, path: PathID?) {
    let recorder = Recorder.ofThread()
    let mark = recorder.pointee.begin()
    defer { recorder.pointee.end(mark) }
    let result = try body()
    return (result, recorder.pointee.path(since: mark))
  }

  /// Runs `body`, and says all that it asked, as far as `Traced` or a solver's values were asked.
  public static func decisions<R, Failure>(
    _ body: () throws(Failure) -> R
  ) throws(Failure) -> (result: R, decisions: [Decision]) {
    let recorder = Recorder.ofThread()
    let mark = recorder.pointee.begin()
    defer { recorder.pointee.end(mark) }
    let result = try body()
    return (result, Array(recorder.pointee.decisions(since: mark)))
  }

  /// The name of a path that `record` gave the id of.
  public static func name(of id: PathID) -> PathName? { names.withLock { $0[id] } }

  /// What is asked along a path that `record` gave the id of, with the answers.
  public static func sentences(of id: PathID) -> [PathName.Case]? { name(of: id)?.cases }

  /// Tells a question and its answer to the recording that is under way on this thread, if any.
  @inlinable
  public static func note(_ decision: @autoclosure () -> Decision) {
    guard let recorder = Recorder.current, recorder.pointee.isActive else { return }
    recorder.pointee.append(decision())
  }

  /// Keeps a name. Two names of one id would make all that is said of paths void.
  fileprivate static func keep(_ name: PathName) {
    names.withLock { names in
      let known = names.updateValue(name, forKey: name.id)
      precondition(known == nil || known == name, "two paths have the id \(name.id)")
    }
  }
}

/// What a thread records with. A recording in a recording is the end of the same list.
@usableFromInline
struct Recorder {
  /// Where a recording begins, and what to go back to when it ends.
  @usableFromInline
  struct Mark {
    let start: Int
    let hash: UInt64
    let isActive: Bool
  }

  @usableFromInline var isActive = false
  @usableFromInline var decisions: [Decision] = []
  /// A hash of the innermost recording, for this process only: it takes where a sentence lies for
  /// what it says, and so needs not read it.
  @usableFromInline var hash = Self.seed
  /// The paths of this thread by their hashes; nil for those without a name.
  private var paths: [UInt64: PathID?] = [:]

  private static let seed: UInt64 = 0x9E37_79B9_7F4A_7C15

  /// The recorder of this thread, once there is one.
  @usableFromInline
  static var current: UnsafeMutablePointer<Self>? {
    @inlinable get { CThread_kept()?.assumingMemoryBound(to: Self.self) }
  }

  @usableFromInline
  static func ofThread() -> UnsafeMutablePointer<Self> {
    if let current { return current }
    let recorder = UnsafeMutablePointer<Self>.allocate(capacity: 1)
    recorder.initialize(to: Self())
    CThread_keep(recorder) { pointer in
      let recorder = pointer.assumingMemoryBound(to: Recorder.self)
      recorder.deinitialize(count: 1)
      recorder.deallocate()
    }
    return recorder
  }

  @usableFromInline
  mutating func begin() -> Mark {
    let mark = Mark(start: decisions.count, hash: hash, isActive: isActive)
    hash = Self.seed
    isActive = true
    return mark
  }

  @usableFromInline
  mutating func end(_ mark: Mark) {
    decisions.removeSubrange(mark.start...)
    hash = mark.hash
    isActive = mark.isActive
  }

  @inlinable
  mutating func append(_ decision: Decision) {
    decisions.append(decision)
    let sentence = decision.sentence
    let place =
      sentence.hasPointerRepresentation
      ? UInt64(UInt(bitPattern: sentence.utf8Start)) : UInt64(sentence.unicodeScalar.value)
    hash = (hash ^ (place << 1 | (decision.taken ? 1 : 0))) &* 0xD6E8_FEB8_6659_FD93
    hash ^= hash >> 32
  }

  func decisions(since mark: Mark) -> ArraySlice<Decision> { decisions[mark.start...] }

  /// The id of the innermost recording. Its sentences are read when they are first met only.
  @usableFromInline
  mutating func path(since mark: Mark) -> PathID? {
    if let known = paths[hash] { return known }
    let name = PathName(decisions(since: mark))
    if let name { Trail.keep(name) }
    paths[hash] = .some(name?.id)
    return name?.id
  }
}
