import Foundation
import Proving

/// A solver that is a shell script, and does what a comment in the question tells it to: it says
/// `unsat`, but for a comment that begins with another word.
final class FakeSolver {
  let folder: URL
  let solver: ExternalSolver

  init() throws {
    folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("solver-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let program = folder.appendingPathComponent("solver")
    let script = """
      #!/bin/sh
      # Anybody who started us can see that we are gone.
      echo $$ >> '\(folder.path)/started'
      answer=unsat
      while read -r line; do
        case "$line" in
          "; lie") answer=sat ;;
          "; unknown") answer=unknown ;;
          "; nothing") answer="" ;;
          "; twice") echo unsat ;;
          "; error") echo '(error "line 1")' ;;
          "; hang") sleep 86399 & echo $! >> '\(folder.path)/started'; wait ;;
          "; crash") echo unsat; echo 'out of order' >&2; kill -SEGV $$ ;;
          "; babble") yes "$answer" ;;
          "; complain") echo 'no such logic' >&2; exit 3 ;;
          "(check-sat)") [ -z "$answer" ] || echo "$answer" ;;
        esac
      done < "$1"

      """
    try script.write(to: program, atomically: true, encoding: .utf8)
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o755], ofItemAtPath: program.path)
    solver = ExternalSolver("fake", program: program.path)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  /// A question for each comment.
  func questions(_ comments: [String]) throws -> [URL] {
    try comments.enumerated().map { number, comment in
      let file = folder.appendingPathComponent(String(format: "%04d.smt2", number))
      let text = "(set-logic QF_BV)\n(set-info :status unsat)\n; \(comment)\n(check-sat)\n(exit)\n"
      try text.write(to: file, atomically: true, encoding: .utf8)
      return file
    }
  }

  /// All that was started, by number.
  var started: [Int32] {
    let text = try? String(contentsOf: folder.appendingPathComponent("started"), encoding: .utf8)
    return (text ?? "").split(separator: "\n").compactMap { Int32($0) }
  }

  /// What was started and has not ended, or was not waited for. What our program has started itself
  /// waits for whoever adopts it.
  var left: [Int32] {
    started.filter { id in
      guard kill(id, 0) == 0 else { return false }
      guard let text = try? String(contentsOfFile: "/proc/\(id)/stat", encoding: .utf8),
        let fields = text.split(separator: ")").last?.split(separator: " "), fields.count > 1
      else { return false }
      return fields[0] != "Z" || Int32(fields[1]) == getpid()
    }
  }
}
