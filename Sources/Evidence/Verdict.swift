/// What a run found out. There are more answers than two, and a caller can tell them apart by the
/// exit status alone. (design.md, section 4)
public enum Verdict: String, Sendable, Hashable, CaseIterable, Codable {
  /// Every state, or every obligation, was looked at, and the statement holds.
  case holds
  /// It holds as far as was looked, and the bound was asked for (a depth, a number of programs).
  case holdsBounded = "holds (bounded)"
  /// A reachable counterexample was found and replayed.
  case violated
  /// A kernel answered what the specification does not allow.
  case deviates
  /// Induction fails from a state that can be reached.
  case notInductiveReachable = "not inductive (reachable)"
  /// Induction fails, but from a state that no run reaches: the invariant needs strengthening.
  case notInductiveUnreachable = "not inductive (unreachable)"
  /// Induction fails from a state of which it is not known whether a run reaches it.
  case notInductive = "not inductive (reachability unknown)"
  /// Nothing could have gone wrong: an action that never fires, a goal that is never reached.
  case vacuous
  /// The solver gave up.
  case unknown
  /// Time, memory or disk ran out before everything was looked at.
  case incomplete

  /// The exit status of a command whose verdict this is. 0 is for `holds` only.
  public var exitStatus: Int32 {
    switch self {
    case .holds: 0
    case .holdsBounded: 10
    case .violated: 11
    case .deviates: 12
    case .notInductiveReachable: 13
    case .notInductiveUnreachable: 14
    case .notInductive: 15
    case .vacuous: 16
    case .unknown: 17
    case .incomplete: 18
    }
  }
}

/// Exit statuses of runs that came to no verdict. The numbers up to 78 are those of sysexits.h.
public enum Failure {
  /// The verdict is not the one that the run file expects.
  public static let unexpectedVerdict: Int32 = 20
  /// A page that is printed by a command is not what the command prints any more.
  public static let outdated: Int32 = 21
  /// Everything holds, but a deviation that a file declares did not occur.
  public static let declaredUnseen: Int32 = 22
  /// A flag or an argument is wrong. (EX_USAGE)
  public static let usage: Int32 = 64
  /// An input file is malformed, truncated, or says what cannot be. (EX_DATAERR)
  public static let badInput: Int32 = 65
  /// An input file cannot be opened. (EX_NOINPUT)
  public static let noInput: Int32 = 66
  /// Something that the run needs is missing on this machine, as libz3. (EX_UNAVAILABLE)
  public static let unavailable: Int32 = 69
  /// The tool contradicts itself, as when a counterexample does not replay. (EX_SOFTWARE)
  public static let toolError: Int32 = 70
  /// A file that was asked for cannot be written. (EX_CANTCREAT)
  public static let cannotCreate: Int32 = 73
}
