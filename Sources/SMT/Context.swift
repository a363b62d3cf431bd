import CZ3
import Synchronization

/// A world of terms: all terms, solvers and models that meet each other belong to one context.
///
/// A context is used by one thread at a time; what is shared by accident is slow, not unsafe, for
/// every call of Z3 holds the context's lock. An operation that Z3 refuses (operands of different
/// widths, say) does not stop the program: the context remembers the first error, and every later
/// check throws it, so that no verdict comes from a context with an ill-formed term.
public final class Context: Sendable {
  let library: Library
  /// Used under `state`'s lock only, but for `interrupt`, which Z3 allows at any time.
  nonisolated(unsafe) let handle: OpaquePointer
  let state = Mutex(State())
  /// What was given up by a `deinit`, on whichever thread; returned to Z3 by a later call.
  let abandoned = Mutex<[Abandoned]>([])
  let exploration = Mutex<PathExploration?>(nil)

  struct State {
    var failure: SMTError?
    /// The names of the symbolic values; each is declared once.
    var names: Set<String> = []
    /// How many constants were made to be bound.
    var quantifiers = 0
  }

  /// What holds a reference in Z3, by kind.
  enum Abandoned {
    case term(Z3Object)
    case solver(Z3Object)
    case model(Z3Object)
  }

  /// A context of the libz3 at `libraryPath`; of the one that the environment names in `LIBZ3` or
  /// that the system finds, where `libraryPath` is nil.
  public init(libraryPath: String? = nil) throws(SMTError) {
    library =
      if let libraryPath { try Library(path: libraryPath) } else { try Library.standard.get() }
    let z3 = library.functions
    let configuration = z3.pointee.mk_config()
    defer { z3.pointee.del_config(configuration) }
    guard let handle = z3.pointee.mk_context_rc(configuration) else {
      throw .refused("no context")
    }
    self.handle = handle
    // Without a handler of its own, Z3 may end the process; the codes are read after each call.
    z3.pointee.set_error_handler(handle) { _, _ in }
  }

  deinit {
    takeBackAbandoned()
    library.functions.pointee.del_context(handle)
  }

  /// The version of the loaded library.
  public var version: String {
    library.functions.pointee.get_full_version().map { String(cString: $0) } ?? "unknown"
  }

  /// Makes the check that is under way, on another thread, end soon and answer "unknown".
  public func interrupt() { library.functions.pointee.interrupt(handle) }

  /// The first error of the context, if there was one.
  public var failure: SMTError? { state.withLock { $0.failure } }

  /// Calls Z3 with the lock held, and remembers the error if there is one.
  func perform<R: Sendable>(
    _ body: (UnsafePointer<CZ3_functions>, OpaquePointer) -> R
  ) -> (result: R, error: SMTError?) {
    state.withLock { state in
      takeBackAbandoned()
      let result = body(library.functions, handle)
      let code = library.functions.pointee.get_error_code(handle)
      guard code != Z3_OK else { return (result, nil) }
      let message = library.functions.pointee.get_error_msg(handle, code)
      let error = SMTError.refused(message.map { String(cString: $0) } ?? "error \(code.rawValue)")
      state.failure = state.failure ?? error
      return (result, error)
    }
  }

  /// Calls Z3, and throws the context's first error if there is or was one.
  func attempt<R: Sendable>(
    _ body: (UnsafePointer<CZ3_functions>, OpaquePointer) -> R
  ) throws(SMTError) -> R {
    let result = perform(body).result
    if let failure { throw failure }
    return result
  }

  /// Remembers an error that makes all verdicts of this context void.
  func fail(_ error: SMTError) { state.withLock { $0.failure = $0.failure ?? error } }

  func abandon(_ object: Abandoned) { abandoned.withLock { $0.append(object) } }

  private func takeBackAbandoned() {
    let objects = abandoned.withLock { list in
      defer { list.removeAll(keepingCapacity: true) }
      return list
    }
    for object in objects {
      switch object {
      case .term(let term): library.functions.pointee.dec_ref(handle, term.pointer)
      case .solver(let solver): library.functions.pointee.solver_dec_ref(handle, solver.pointer)
      case .model(let model): library.functions.pointee.model_dec_ref(handle, model.pointer)
      }
    }
  }
}

/// A handle of something of Z3's: only its context's lock makes it useful, so it may go anywhere.
struct Z3Object: Hashable, @unchecked Sendable {
  let pointer: OpaquePointer
}
