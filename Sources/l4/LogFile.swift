import Foundation
import KernelConformance
import KernelPrograms
import Microkernel
import Synchronization

/// A log that is written while programs run, by any worker: every program with a header of its own, for
/// it begins at boot. (docs/log-files.md)
final class LogFile: Sendable {
  private let path: String
  private let file: FileHandle
  private let isBroken = Mutex(false)

  init(path: String) throws {
    self.path = path
    let url = URL(fileURLWithPath: path)
    try OutputFolder(path: url.deletingLastPathComponent().path(percentEncoded: false))
      .write("", as: url.lastPathComponent)
    do { file = try FileHandle(forWritingTo: url) } catch { throw OutputError(path: path) }
  }

  func add(
    _ program: KernelProgram, _ transcript: Transcript, of kernel: String, _ profile: KernelProfile
  ) {
    let operations = program.stage.setup + program.operations
    let lines = LogWriter.lines(
      LogHeader(program, transcript, kernel: kernel, profile: profile), operations, transcript)
    let text = lines.map { $0 + "\n" }.joined()
    // One program is never written into the middle of another one.
    isBroken.withLock { isBroken in
      do { try file.write(contentsOf: Data(text.utf8)) } catch { isBroken = true }
    }
  }

  /// Everything was written.
  func check() throws {
    if isBroken.withLock({ $0 }) { throw OutputError(path: path) }
  }
}
