/// What was asked for on the command line.
struct Arguments {
  var size = Size.mid
  var workers = 1
  var isWide = false
  var isJSON = false
  var showsProgress = false

  static let usage = """
    usage: mapping-benchmark tiny|small|mid|big [--workers N] [--format text|json] [--wide] [--progress]
      --wide      store 16 bytes a state instead of 8
      --progress  report on the way
    """

  /// Nil if an argument is not understood.
  init?(_ arguments: [String]) {
    var rest = arguments[...]
    guard let name = rest.popFirst(), let size = Size(rawValue: name) else { return nil }
    self.size = size
    while let option = rest.popFirst() {
      switch option {
      case "--workers":
        guard let count = rest.popFirst().flatMap({ Int($0) }), count > 0 else { return nil }
        workers = count
      case "--format":
        guard let format = rest.popFirst(), ["text", "json"].contains(format) else { return nil }
        isJSON = format == "json"
      case "--wide": isWide = true
      case "--progress": showsProgress = true
      default: return nil
      }
    }
  }
}
