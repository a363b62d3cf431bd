/// The place of a node in the kernel's table of nodes; 0 is no node.
typealias NodeIndex = UInt32

/// One mapping: a page (4 KB) or a large page (4 MB) of a task. (AS4)
///
/// A page's nodes form one tree per frame. A small node whose parent is large hangs in the list of its
/// frame's root, where it is found by frame; all others hang in the list of their parent.
struct Node {
  /// The node that this one was mapped from; 0 for sigma0's own.
  var parent: NodeIndex = 0
  var firstChild: NodeIndex = 0
  /// The next in the same list; in a free node, the next free one.
  var next: NodeIndex = 0
  var previous: NodeIndex = 0
  /// The (first) virtual page number.
  var page: UInt32 = 0
  /// The (first) frame number.
  var frame: UInt32 = 0
  /// How many small nodes have this large node as parent.
  var smallChildren: UInt32 = 0
  var task: UInt8 = 0
  var isLarge = false
  var isWritable = false
}

/// Large pages in units of small ones.
enum Large {
  static let pages: UInt32 = 1024
  static let mask: UInt32 = 1023

  /// Whether a page number starts a 4 MB region.
  static func starts(at page: UInt32) -> Bool { page & mask == 0 }
}
