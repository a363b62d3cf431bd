/// A set of task numbers below 64, in two words: 32-bit machines have no 64-bit shifts of their own.
struct TaskSet: Equatable {
  private var low: UInt32 = 0
  private var high: UInt32 = 0

  init(_ task: TaskNumber) { insert(task) }

  func contains(_ task: TaskNumber) -> Bool {
    (task < 32 ? low : high) & 1 << (UInt32(task) & 31) != 0
  }

  mutating func insert(_ task: TaskNumber) {
    let bit: UInt32 = 1 << (UInt32(task) & 31)
    if task < 32 { low |= bit } else { high |= bit }
  }
}
