import ClansAndChiefs
import Logic
import Vocabulary

/// One line a task and one a thread: what a counterexample shows.
extension Threads: CustomStringConvertible {
  public var description: String {
    var lines = ["active \(clans.active), running \(running) in the slice of \(spending)"]
    for task in 0..<tasks {
      lines.append("task \(task): mcp \(mcp[row: task]), below \(clans.below[row: task])")
    }
    for thread in 0..<threads {
      let name = V.Bits(id: thread)
      lines.append(
        "thread \(thread): priority \(priority[row: thread]), "
          + "slice \(remaining[row: thread]) of \(slice[row: thread]), "
          + "ahead \(ahead[row: thread]), registers \(registers[row: thread]), "
          + "pager \(pager[row: thread]), preempter \(preempter[row: thread]), "
          + "external \(externalPreempter[row: thread])"
          + ", exists \(existing & name), ready \(ready & name), halted \(halted & name)"
          + ", handles \(handlesExceptions & name), former \(formerPager & name)"
          + " \(formerPreempter & name) \(formerExternalPreempter & name)")
    }
    return lines.joined(separator: "\n")
  }
}
