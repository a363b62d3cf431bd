import KernelPrograms

extension KernelProgramFile {
  /// The line of the file, from 1, in which a step stands. The setup of a built-in stage is not in
  /// the file: then it is the line that names the stage.
  package func line(of step: Int, isInSetup: Bool) -> Int {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    func line(_ start: String) -> Int? { lines.firstIndex { $0.hasPrefix(start) } }
    let operations = (line("operations:") ?? 0) + 1
    guard isInSetup else {
      return min(operations + max(step, 1), operations + max(program.operations.count, 1))
    }
    if let setup = line("setup:") { return setup + 1 + step }
    return (line("stage:") ?? 0) + 1
  }
}
