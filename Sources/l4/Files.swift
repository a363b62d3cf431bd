import Evidence
import Foundation

/// A folder that results are written into.
struct OutputFolder {
  let path: String

  /// Makes the folder, so that a mistake is found before hours of work.
  func prepare() throws {
    do {
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    } catch { throw OutputError(path: path) }
  }

  /// Writes a file, and says where it is.
  @discardableResult
  func write(_ text: String, as name: String) throws -> String {
    try prepare()
    let file = "\(path)/\(name)"
    do {
      try Data(text.utf8).write(to: URL(fileURLWithPath: file))
    } catch { throw OutputError(path: file) }
    return file
  }
}

extension String {
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
  var description: String { "\(path): this cannot be written" }
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
