import CProcesses
import Foundation

// One thread has to wait for three pipes and a clock at once, all that a child has started must be ended
// with it, and it must be seen to have ended before it is reaped. Neither Foundation's Process nor a
// library of tasks offers all of that to callers that are not asynchronous.

/// A program with a process that watches it, and adopts what it has started. Its end is the end of this
/// value: nothing that it has started stays, and no zombie.
package struct ChildProcess: ~Copyable {
  /// The watcher's, which ends as the program has ended.
  package let id: pid_t
  /// Our ends of its standard streams, which do not block; -1 where it has none of ours.
  package private(set) var input: Int32
  package let output: Int32
  package let errors: Int32
  /// How it ended, once it is reaped; then its number may be that of another process.
  private var ending: Ending?

  /// How a program ended.
  package enum Ending: Hashable, Sendable, CustomStringConvertible {
    case exited(Int32)
    case signalled(Int32)
    /// Somebody else has waited for it.
    case gone

    package var description: String {
      switch self {
      case .exited(let status): "exit status \(status)"
      case .signalled(let signal): "signal \(signal) (\(String(cString: strsignal(signal))))"
      case .gone: "it is gone"
      }
    }
  }

  /// Starts a program; `words` are its name and its arguments.
  package init(_ words: [String]) throws(ConnectionError) {
    ChildProcess.ignoresBrokenPipes
    let program = try ChildProcess.file(of: words.first ?? "")
    ChildProcess.starting.lock()
    defer { ChildProcess.starting.unlock() }
    let pipes = try ChildProcess.pipes(3)
    let (input, output, errors) = (pipes[0], pipes[1], pipes[2])
    var arguments = words.map { strdup($0) }
    arguments.append(nil)
    var environment = ChildProcess.environment.map { strdup("\($0)=\($1)") }
    environment.append(nil)
    defer { for text in arguments + environment { free(text) } }
    CProcesses_starts()
    let id = CProcesses_spawn(
      program, arguments, environment, [input.read, output.write, errors.write])
    CProcesses_started(max(id, 0))
    for end in [input.read, output.write, errors.write] { close(end) }
    guard id > 0 else {
      for end in [input.write, output.read, errors.read] { close(end) }
      throw ConnectionError("cannot start \(program): \(String(cString: strerror(-id)))")
    }
    self.id = id
    self.input = input.write
    self.output = output.read
    self.errors = errors.read
    for end in [self.input, self.output, self.errors] {
      _ = fcntl(end, F_SETFL, fcntl(end, F_GETFL) | O_NONBLOCK)
    }
  }

  deinit {
    if ending == nil { _ = reap() }
    for stream in [input, output, errors] where stream >= 0 { close(stream) }
  }

  /// Whether it has ended; it is not reaped, so that its number is not that of another process.
  package var hasEnded: Bool {
    guard ending == nil else { return true }
    var info = siginfo_t()
    return waitid(P_PID, id_t(id), &info, WEXITED | WNOHANG | WNOWAIT) != 0
      || info.si_signo != 0
  }

  /// Tells it that nothing more will come.
  package mutating func closeInput() {
    if input >= 0 { close(input) }
    input = -1
  }

  /// Ends whatever it has started. Gives how the child ended, before or because of this.
  package mutating func end() -> Ending {
    if let ending { return ending }
    let how = reap()
    ending = how
    return how
  }

  private func reap() -> Ending {
    CProcesses_end(id)
    CProcesses_forget(id)
    var status: Int32 = 0
    while waitpid(id, &status, 0) < 0 {
      if errno != EINTR { return .gone }
    }
    let signal = status & 0x7F
    return signal == 0 ? .exited(status >> 8 & 0xFF) : .signalled(signal)
  }

  /// Ends this process and all its children, of whose end nobody is told.
  package static func exit(_ status: Int32) -> Never { CProcesses_exit(status) }

  /// Writing to a child that is gone shall be an error, and not the end of this process.
  private static let ignoresBrokenPipes: Void = { _ = signal(SIGPIPE, SIG_IGN) }()

  /// That of this process; but what a kernel says before it crashes shall be the last that is heard, and it
  /// shall be over soon, so that there is no backtrace where nobody asked for one.
  private static var environment: [String: String] {
    ProcessInfo.processInfo.environment.merging(["SWIFT_BACKTRACE": "enable=no"]) { own, _ in own }
  }

  /// Held while a child is started: another one must not inherit pipes that are not yet closed to it,
  /// or the end of one child cannot be seen while the other runs.
  private static let starting = NSLock()

  private static func pipes(
    _ count: Int
  ) throws(ConnectionError) -> [(read: Int32, write: Int32)] {
    var pipes: [(read: Int32, write: Int32)] = []
    for _ in 0..<count {
      var ends: [Int32] = [-1, -1]
      guard pipe(&ends) == 0 else {
        let why = String(cString: strerror(errno))
        for pipe in pipes { for end in [pipe.read, pipe.write] { close(end) } }
        throw ConnectionError("cannot make a pipe: \(why)")
      }
      for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
      pipes.append((ends[0], ends[1]))
    }
    return pipes
  }

  /// The file of a program: a path, or the first with that name in PATH.
  package static func file(of name: String) throws(ConnectionError) -> String {
    guard !name.isEmpty else { throw ConnectionError("there is no command") }
    guard !name.contains("/") else {
      try checkExecutable(name)
      return name
    }
    let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
    for folder in path.split(separator: ":") where access("\(folder)/\(name)", X_OK) == 0 {
      return "\(folder)/\(name)"
    }
    throw ConnectionError("there is no program \(name) in PATH; write ./\(name) for one here")
  }

  package static func checkExecutable(_ path: String) throws(ConnectionError) {
    var status = stat()
    guard stat(path, &status) == 0 else { throw ConnectionError("there is no file \(path)") }
    guard status.st_mode & S_IFMT == S_IFREG else {
      throw ConnectionError("\(path) is no program")
    }
    guard access(path, X_OK) == 0 else { throw ConnectionError("\(path) is not executable") }
  }
}

/// Why a program, or what is at the other end of a line, cannot be reached.
public struct ConnectionError: Error, Hashable, Sendable, CustomStringConvertible {
  /// A sentence without a capital and without a full stop.
  public var description: String
  /// What it did instead of saying what it is; nil if it is not there.
  public var failure: String?

  public init(_ description: String, failure: String? = nil) {
    self.description = description
    self.failure = failure
  }
}
