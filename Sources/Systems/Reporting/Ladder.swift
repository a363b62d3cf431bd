/// A run as a drawing: one column a thread, time downwards, an arrow for every message.
///
/// `│` is a thread that can run, `┊` one that waits.
struct Ladder {
  /// An arrow from one column to another.
  struct Arrow: Hashable {
    var from: Int
    var to: Int
  }

  /// One line of the drawing, before long texts are folded.
  struct Row {
    /// The number of the action.
    var number = ""
    /// What the hardware did.
    var label = ""
    /// What is said in each column; empty where nothing is.
    var cells: [String]
    var arrow: Arrow?
    /// What a column shows where it says nothing.
    var lines: [Character]
    /// Whether the row is repeated for ever.
    var isRepeated = false
  }

  let names: [String]
  var rows: [Row]
  /// The widths of what stands left of the columns, of the labels there, and of a column.
  private let gutter: Int
  private let labelWidth: Int
  private let width: Int

  init(names: [String], rows: [Row], total: Int = 100) {
    self.names = names
    self.rows = rows
    labelWidth = rows.map(\.label.count).max() ?? 0
    gutter = 6 + (labelWidth > 0 ? labelWidth + 1 : 0)
    let longest = max(
      rows.flatMap(\.cells).map(\.count).max() ?? 0, names.map(\.count).max() ?? 0)
    width = min(max(longest + 4, 16), max(20, (total - gutter) / max(names.count, 1)))
  }

  var text: String {
    var lines = [String(repeating: " ", count: gutter) + header]
    for row in rows { lines += draw(row) }
    return lines.map { Self.trimmed($0) + "\n" }.joined()
  }

  private var header: String {
    names.map { $0.padding(to: width) }.joined()
  }

  private func draw(_ row: Row) -> [String] {
    let cells = row.cells.map { Self.fold($0, to: width - 4) }
    let count = max(1, cells.map(\.count).max() ?? 1)
    return (0..<count).map { line in
      var text = Array(repeating: Character(" "), count: width * names.count)
      for column in names.indices {
        text[column * width] = row.lines[column]
        guard line < cells[column].count else { continue }
        for (offset, character) in cells[column][line].enumerated() {
          text[column * width + offset] = character
        }
      }
      if line == 0, let arrow = row.arrow { draw(arrow, cells, in: &text) }
      let number = (line == 0 ? row.number : "").padding(to: 4, atEnd: false)
      let label = labelWidth > 0 ? " " + (line == 0 ? row.label : "").padding(to: labelWidth) : ""
      return number + label + (row.isRepeated ? "↻ " : "  ") + String(text)
    }
  }

  /// From the text of the sender to that of the receiver.
  private func draw(_ arrow: Arrow, _ cells: [[String]], in text: inout [Character]) {
    func end(_ column: Int) -> Int { column * width + (cells[column].first?.count ?? 0) }
    let isRight = arrow.from < arrow.to
    let first = isRight ? end(arrow.from) + 1 : end(arrow.to) + 1
    let last = (isRight ? arrow.to : arrow.from) * width - 2
    guard first <= last else { return }
    for position in first...last { text[position] = "─" }
    text[isRight ? last : first] = isRight ? "▶" : "◀"
  }

  /// The lines of a text, none wider than `width` where that can be.
  private static func fold(_ text: String, to width: Int) -> [String] {
    var lines: [String] = []
    for word in text.split(separator: " ") {
      if let last = lines.last, last.count + 1 + word.count <= width {
        lines[lines.count - 1] += " " + word
      } else {
        lines.append(String(word))
      }
    }
    return lines
  }

  private static func trimmed(_ line: String) -> Substring {
    line.lastIndex { $0 != " " }.map { line[...$0] } ?? ""
  }
}

extension String {
  fileprivate func padding(to width: Int, atEnd: Bool = true) -> String {
    let blanks = String(repeating: " ", count: Swift.max(0, width - count))
    return atEnd ? self + blanks : blanks + self
  }
}
