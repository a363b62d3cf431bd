import Foundation
import Testing

/// What is left of kernels that hang when the command is ended by a signal: nothing.
@Suite(.serialized) struct SignalTests {
  /// A process and its state, as `ps` tells it.
  private struct Entry {
    var id: Int32
    var parent: Int32
    var isZombie: Bool

    static func all() throws -> [Entry] {
      let process = Process()
      let pipe = Pipe()
      process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
      process.arguments = ["ps", "-A", "-o", "pid=,ppid=,stat="]
      process.standardOutput = pipe
      try process.run()
      let text = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
      process.waitUntilExit()
      return text.split(separator: "\n").compactMap { line in
        let words = line.split(separator: " ")
        guard words.count == 3, let id = Int32(words[0]), let parent = Int32(words[1]) else {
          return nil
        }
        return Entry(id: id, parent: parent, isZombie: words[2].hasPrefix("Z"))
      }
    }

    /// All below a process.
    static func descendants(of id: Int32) throws -> Set<Int32> {
      let all = try all().filter { !$0.isZombie }
      var found: Set<Int32> = [id]
      var count = 0
      while count != found.count {
        count = found.count
        found.formUnion(all.filter { found.contains($0.parent) }.map(\.id))
      }
      return found.subtracting([id])
    }
  }

  private static let hanging = """
    #!/bin/sh
    sleep 600 &
    sleep 600

    """
  private static let greeting = """
    #!/bin/sh
    echo '{"message": "hello", "protocol": 1, "name": "hanging", "profile": "v2", "lacks": [], \
    "tasks": 8, "threads": 16, "pages": 8, "fault_ticks": []}'
    read line && touch asked
    sleep 600 &
    sleep 600

    """

  enum Kernel: String, CaseIterable {
    case silent, greeting, library, serial, socket
  }

  /// The kernel as the command is told of it, and how many processes it has at least.
  private func kernel(_ kernel: Kernel, in place: Workplace) throws -> (name: String, count: Int) {
    try place.write(Self.hanging, as: "hanging.sh")
    try place.write(Self.greeting, as: "greeting.sh")
    switch kernel {
    case .silent: return ("json:sh hanging.sh", 3)
    case .greeting: return ("json:sh greeting.sh", 3)
    case .serial: return ("serial:sh hanging.sh", 3)
    case .socket: return ("serial:sh hanging.sh {socket}", 3)
    case .library:
      let home = URL(fileURLWithPath: #filePath).appendingPathComponent("../../..").standardized
      let compiler = Process()
      compiler.executableURL = URL(fileURLWithPath: "/usr/bin/env")
      compiler.arguments = [
        "clang", "-shared", "-fPIC", "-DMODE=\"hang\"", "-I\(home.path)/Agent/include",
        home.appendingPathComponent("Tests/Kernels/library.c").path,
        "-o", place.folder.appendingPathComponent("hang.so").path,
      ]
      try compiler.run()
      compiler.waitUntilExit()
      try #require(compiler.terminationStatus == 0)
      return ("lib:./hang.so", 1)
    }
  }

  private func waits(_ seconds: Double, until isSo: () throws -> Bool) rethrows -> Bool {
    let end = Date.now.addingTimeInterval(seconds)
    while try !isSo() {
      if Date.now > end { return false }
      usleep(20_000)
    }
    return true
  }

  @Test(arguments: Kernel.allCases, [SIGTERM, SIGINT, SIGKILL])
  func `no child and no file outlives the command`(of kind: Kernel, signal: Int32) throws {
    let place = try Workplace()
    let temporary = place.folder.appendingPathComponent("temporary")
    let files = { try FileManager.default.contentsOfDirectory(atPath: temporary.path) }
    try FileManager.default.createDirectory(at: temporary, withIntermediateDirectories: true)
    let (name, count) = try kernel(kind, in: place)
    let process = Process()
    process.executableURL = Command.program
    process.arguments = [
      "conform", name, "--programs", "5", "--corpus", "none", "--jobs", "1", "--patience", "60",
    ]
    process.currentDirectoryURL = place.folder
    process.environment = ProcessInfo.processInfo.environment.merging(["TMPDIR": temporary.path]) {
      $1
    }
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.runWithSignals()
    let id = process.processIdentifier
    defer { kill(id, SIGKILL) }
    var children: Set<Int32> = []
    let hasStarted = try waits(20) {
      children = try Entry.descendants(of: id)
      return try children.count >= count && (kind != .socket || !files().isEmpty)
    }
    #expect(hasStarted, "\(children)")
    kill(id, signal)
    if signal == SIGINT {
      // The first one lets the program end that runs, and a report be made.
      usleep(300_000)
      #expect(process.isRunning)
      kill(id, signal)
    }
    let isOver = waits(10) { !process.isRunning }
    try #require(isOver)
    let isByItself = signal == SIGINT
    #expect(process.terminationReason == (isByItself ? .exit : .uncaughtSignal))
    #expect(process.terminationStatus == (isByItself ? 128 + signal : signal))
    let haveEnded = try waits(2) {
      try Entry.all().allSatisfy { !children.contains($0.id) || $0.isZombie }
    }
    #expect(haveEnded, "\(children)")
    // Who is killed at once leaves the socket.
    #expect(try signal == SIGKILL || files().isEmpty)
    for child in children { kill(child, SIGKILL) }
  }
}
