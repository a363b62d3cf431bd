import ArgumentParser
import Evidence
import Foundation
import Manual

struct ManualCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "manual",
    abstract: "Print the reference manual: every system call and event, case by case.",
    discussion: """
      The cases are the paths through the rules of the specification, as the solver finds them. With \
      --check nothing is printed; the exit status is 0 if the file is what would be printed, and \
      \(Failure.outdated) if it is not.
      """)

  @Option(help: "Compare with a file, as docs/manual.md.")
  var check: String?
  @Flag(help: "Print how many paths each rule has instead.")
  var figures = false

  func validate() throws {
    if figures, check != nil { throw ValidationError("--figures checks nothing") }
  }

  func run() throws {
    // A file that is not there is found before the solver has worked for it.
    let known = try check.map { try String(contentsOfFile: $0, encoding: .utf8) }
    let catalogue = try Catalogue()
    if figures { return showFigures(catalogue) }
    let manual = catalogue.markdown
    guard let check, let known else { return print(manual, terminator: "") }
    guard known != manual else { return }
    let lines = zip(
      known.split(separator: "\n", omittingEmptySubsequences: false),
      manual.split(separator: "\n", omittingEmptySubsequences: false))
    let same = lines.prefix { $0 == $1 }.count
    Report.note(
      "l4: \(check):\(same + 1): this is not what the rules say; 'l4 manual > \(check)' writes it again"
    )
    Foundation.exit(Failure.outdated)
  }

  private func showFigures(_ catalogue: Catalogue) {
    var table = Table(["call or event", "rules", "paths"], figures: [1, 2])
    for (section, cases) in catalogue.sections {
      table.add([section.title, "\(cases.count)", "\(cases.reduce(0) { $0 + $1.count })"])
    }
    table.add(["all", "\(catalogue.forms)", "\(catalogue.paths)"])
    table.show()
  }
}
