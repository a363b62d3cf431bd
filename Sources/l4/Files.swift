import Evidence
import Foundation

/// A folder that results are written into.
struct OutputFolder {
  let path: String

  /// Makes the folder, so that a mistake is found before hours of work.
  func prepare() throws {
    do {
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    } catch {
      try check()
      throw OutputError(path: path, because: error)
    }
  }

  /// Whether the folder is there or can be made, without making it: nothing may ever be written.
  func check() throws {
    if let obstacle { throw OutputError(path: path, reason: obstacle) }
  }

  /// Why nothing can be written there; nil if nothing is known against it.
  var obstacle: String? {
    var folder = URL(fileURLWithPath: path).standardizedFileURL.path
    var name = path
    var isFolder: ObjCBool = false
    while !FileManager.default.fileExists(atPath: folder, isDirectory: &isFolder), folder != "/" {
      folder = folder.parentPath
      name = name.parentPath
    }
    if !isFolder.boolValue {
      return "\(name) is a file, not a folder"
    }
    return access(folder, W_OK | X_OK) == 0 ? nil : OutputError.sentence(errno)
  }

  /// Writes a file, and says where it is.
  @discardableResult
  func write(_ text: String, as name: String) throws -> String {
    try prepare()
    let file = path.hasSuffix("/") ? path + name : "\(path)/\(name)"
    do {
      try Data(text.utf8).write(to: URL(fileURLWithPath: file))
    } catch { throw OutputError(path: file, because: error) }
    return file
  }
}

/// A file that a result is written into, by the name that the user gave it.
struct OutputFile {
  let path: String

  /// - Parameter kernel: A name that comes before the ending, where there are files of several kernels.
  init(_ path: String, of kernel: String? = nil) {
    guard let kernel else {
      self.path = path
      return
    }
    let name = path[(path.lastIndex(of: "/").map(path.index(after:)) ?? path.startIndex)...]
    let end = name.dropFirst().lastIndex(of: ".") ?? path.endIndex
    self.path = path[..<end] + "-" + kernel.inFileName + path[end...]
  }

  private var folder: OutputFolder {
    let folder = path.parentPath
    return OutputFolder(path: folder.isEmpty ? "." : folder)
  }

  /// Whether the file can be written, without writing it: so that a mistake is found before hours of
  /// work.
  func check() throws {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      if path.isEmpty || path.hasSuffix("/") {
        throw OutputError(path: path, reason: "this is no name of a file")
      }
      if let obstacle = folder.obstacle { throw OutputError(path: path, reason: obstacle) }
      return
    }
    if isFolder.boolValue { throw OutputError(path: path, reason: "this is a folder, not a file") }
    guard access(path, W_OK) == 0 else {
      throw OutputError(path: path, reason: OutputError.sentence(errno))
    }
  }

  func write(_ text: String) throws {
    try check()
    try folder.prepare()
    do {
      try Data(text.utf8).write(to: URL(fileURLWithPath: path))
    } catch { throw OutputError(path: path, because: error) }
  }
}

extension String {
  /// The path without its last part; empty if that is all. NSString's traps on names of one letter.
  fileprivate var parentPath: String {
    let end = lastIndex { $0 != "/" } ?? startIndex
    guard let slash = self[..<end].lastIndex(of: "/") else { return hasPrefix("/") ? "/" : "" }
    return slash == startIndex ? "/" : String(self[..<slash])
  }
}

extension StringProtocol {
  /// The name as a part of the name of a file: a kernel can call itself what it likes.
  var inFileName: String {
    let letters = prefix(60).map { letter in
      letter.isASCII && (letter.isLetter || letter.isNumber || "-_.".contains(letter))
        ? letter : "-"
    }
    return String(letters.drop { $0 == "." })
  }
}

/// The system does not let the command write where it was told to.
struct OutputError: Error, CustomStringConvertible {
  let path: String
  /// Why; nil if it is not known.
  var reason: String?

  var description: String { "\(path): this cannot be written\(reason.map { ": \($0)" } ?? "")" }

  init(path: String, reason: String? = nil) {
    self.path = path
    self.reason = reason
  }

  init(path: String, because error: any Error) {
    let code = ((error as? CocoaError)?.underlying as? POSIXError)?.code.rawValue
    self.init(path: path, reason: code.map(Self.sentence))
  }

  /// Goes on where something cannot be written: what else there is to say is still said.
  static func collect(_ errors: inout [OutputError], _ body: () throws -> Void) throws {
    do {
      try body()
    } catch let error as OutputError {
      errors.append(error)
    }
  }

  static func sentence(_ code: Int32) -> String {
    let text = String(cString: strerror(code))
    return text.prefix(1).lowercased() + text.dropFirst()
  }
}

/// There is nothing where the input should be.
struct MissingInput: Error, CustomStringConvertible {
  let description: String
}

/// A program that the command needs is not on this machine.
struct MissingProgram: Error, CustomStringConvertible {
  let description: String
}

extension CocoaError {
  /// A folder that was named where a file is read: who opens one as a file is told of it late, and not
  /// of its name.
  static func checkIsFile(_ path: String) throws {
    var isFolder: ObjCBool = false
    if FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue {
      throw CocoaError(.fileReadUnknown, userInfo: [NSFilePathErrorKey: path])
    }
  }

  /// Which file cannot be read, as the user named it, and why: one sentence.
  var sentence: String {
    guard let path = filePath ?? url?.path else { return localizedDescription }
    let folder = FileManager.default.currentDirectoryPath + "/"
    let name = path.hasPrefix(folder) ? String(path.dropFirst(folder.count)) : path
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      return "\(name): there is no such file or folder"
    }
    return isFolder.boolValue
      ? "\(name): this is a folder, not a file" : "\(name): this cannot be read"
  }
}
