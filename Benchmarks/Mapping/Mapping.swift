import Exploration

/// Spaces of pages that are mapped, granted and unmapped among each other: the model M1, for comparing checkers.
///
/// A cell is one page of one space. The cells of space 0 are the roots and never change, so that a state is a byte for
/// each of the outer cells: the cell that it was mapped from, its frame, and its rights.
struct Mapping: Model {
  typealias State = UInt64
  typealias Code = UInt64

  enum Action: Sendable, Hashable {
    case map(from: Int, to: Int, rights: UInt64)
    case grant(from: Int, to: Int)
    case unmap(Int, itself: Bool, onlyWrite: Bool)
  }

  let pages: Int
  let frames: Int
  let cells: Int

  /// At most 16 cells, 8 of them outer ones, and 4 frames.
  init?(spaces: Int, pages: Int, frames: Int) {
    guard spaces > 0, pages > 0, 1...min(pages, 4) ~= frames else { return nil }
    guard spaces * pages <= 16, (spaces - 1) * pages <= 8 else { return nil }
    self.pages = pages
    self.frames = frames
    cells = spaces * pages
  }

  static let read: UInt64 = 1
  static let readWrite: UInt64 = 3

  var initialStates: [State] { [0] }
  let actionKinds = ["map", "grant", "unmap"]

  func kind(of action: Action) -> Int {
    switch action {
    case .map: 0
    case .grant: 1
    case .unmap: 2
    }
  }

  /// The contents of a cell: rights in bits 0 and 1, frame in bits 2 and 3, parent in the bits above; 0 if unmapped.
  func cell(_ cell: Int, in state: State) -> UInt64 {
    if cell >= pages { return state >> shift(cell) & 0xff }
    return cell < frames ? UInt64(cell << 4 | cell << 2) | Self.readWrite : 0
  }

  /// Where the byte of an outer cell is.
  func shift(_ cell: Int) -> Int { 8 * (cell - pages) }
}

extension UInt64 {
  /// Of the contents of a cell.
  var rights: UInt64 { self & 3 }
  var frame: UInt64 { self >> 2 & 3 }
  var parent: Int { Int(self >> 4) }
}
