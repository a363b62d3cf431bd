import CProcesses
import Foundation
import Processes

/// Where a serial line is.
enum SerialPlace {
  /// A program that has it as its standard streams; or, where `{socket}` is in its words, as a socket
  /// that it connects to.
  case program([String])
  /// A device of this machine; nobody can boot the other side of it.
  case device(String)

  static let socket = "{socket}"

  var isDevice: Bool { if case .device = self { true } else { false } }

  func open(_ patience: Patience) throws(ConnectionError) -> ByteLine {
    switch self {
    case .device(let path):
      let descriptor = Foundation.open(path, O_RDWR | O_NOCTTY | O_NONBLOCK | O_CLOEXEC)
      guard descriptor >= 0 else { throw Self.error("cannot open \(path)") }
      var mode = termios()
      if tcgetattr(descriptor, &mode) == 0 {
        cfmakeraw(&mode)
        tcsetattr(descriptor, TCSANOW, &mode)
      }
      return ByteLine(descriptor: descriptor)
    case .program(let words):
      guard words.contains(where: { $0.contains(Self.socket) }) else {
        return try ByteLine(program: words, grace: patience.ending)
      }
      return try Self.connect(words, patience)
    }
  }

  /// Makes a socket, starts the program with its path, and waits until it is there. The socket's file is
  /// gone when this returns.
  private static func connect(
    _ words: [String], _ patience: Patience
  ) throws(ConnectionError) -> ByteLine {
    var address = sockaddr_un()
    let room = MemoryLayout.size(ofValue: address.sun_path)
    let pattern = NSTemporaryDirectory() + "/l4-XXXXXX"
    guard pattern.utf8.count + "/line".utf8.count < room else {
      throw ConnectionError("the path of a socket in \(NSTemporaryDirectory()) is too long")
    }
    var template = Array(pattern.utf8CString)
    guard mkdtemp(&template) != nil else { throw error("cannot make a folder for a socket") }
    let folder = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    let path = folder + "/line"
    CProcesses_rememberSocket(path)
    defer { CProcesses_removeSocket(path) }
    let listener = Foundation.socket(AF_UNIX, streamSocket, 0)
    guard listener >= 0 else { throw error("cannot make a socket") }
    defer { close(listener) }
    _ = fcntl(listener, F_SETFD, FD_CLOEXEC)
    address.sun_family = sa_family_t(AF_UNIX)
    withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path.utf8) }
    let size = socklen_t(MemoryLayout<sockaddr_un>.size)
    let status = withUnsafePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { bind(listener, $0, size) }
    }
    guard status == 0, listen(listener, 1) == 0 else { throw error("cannot listen at \(path)") }
    let child = try ChildProcess(words.map { $0.replacingOccurrences(of: socket, with: path) })
    let end = ContinuousClock.now + patience.boot
    while !child.hasEnded, ContinuousClock.now < end {
      var polled = pollfd(fd: listener, events: Int16(POLLIN), revents: 0)
      guard poll(&polled, 1, 50) > 0 else { continue }
      let descriptor = accept(listener, nil, nil)
      guard descriptor >= 0 else { throw error("cannot accept the program at \(path)") }
      _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
      return ByteLine(descriptor: descriptor, child: child, grace: patience.ending)
    }
    throw ConnectionError("\(words[0]) did not connect to its socket")
  }

  private static func error(_ what: String) -> ConnectionError {
    ConnectionError("\(what): \(String(cString: strerror(errno)))")
  }

  #if os(Linux)
    private static let streamSocket = Int32(SOCK_STREAM.rawValue)
  #else
    private static let streamSocket = SOCK_STREAM
  #endif
}
