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
    return (result, recorder.pointee.decisions(since: mark))
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
  static func keep(_ name: PathName) {
    names.withLock { names in
      let known = names.updateValue(name, forKey: name.id)
      precondition(known == nil || known == name, "two paths have the id \(name.id)")
    }
  }
}
