/// Rows of text in columns as wide as they need to be.
struct Table {
  private var rows: [[String]]
  /// The columns that are aligned to the right: figures.
  private let figures: Set<Int>

  init(_ header: [String], figures: Set<Int> = []) {
    rows = [header]
    self.figures = figures
  }

  mutating func add(_ row: [String]) { rows.append(row) }

  var lines: [String] {
    let widths = rows[0].indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
    return rows.map { row in
      zip(row.indices, widths).map { column, width in
        let padding = String(repeating: " ", count: width - row[column].count)
        return figures.contains(column) ? padding + row[column] : row[column] + padding
      }.joined(separator: "  ").trimmingSuffix(while: { $0 == " " }).description
    }
  }

  func show() { print(lines.joined(separator: "\n")) }
}

extension Collection where Self: BidirectionalCollection {
  fileprivate func trimmingSuffix(while condition: (Element) -> Bool) -> SubSequence {
    var end = endIndex
    while end > startIndex, condition(self[index(before: end)]) { end = index(before: end) }
    return self[..<end]
  }
}

/// A number with its thousands apart, as `1,817,581`.
func grouped(_ number: Int) -> String {
  var digits = String(number)
  var groups: [Substring] = []
  while digits.count > 3 {
    groups.insert(digits.suffix(3), at: 0)
    digits.removeLast(3)
  }
  return ([digits[...]] + groups).joined(separator: ",")
}
