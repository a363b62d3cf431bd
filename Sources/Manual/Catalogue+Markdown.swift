import Vocabulary

extension Catalogue {
  /// The manual as a page. The same catalogue makes the same text.
  package var markdown: String {
    var lines = [
      "# Reference manual",
      "",
      "What every system call does, and every event of the hardware, case by case. This page is",
      "printed by `l4 manual`, from the rules in `specs` themselves: the cases are all paths through",
      "a rule that are feasible from any state in which the invariants of its chapter hold, as a",
      "solver finds them for four threads. Of the options, those of the profile v2 are taken.",
      "",
      "Of the conditions of a list the first that is true counts. Numbers of facts are those of the",
      "fact sheet; a code is the error field of a result (IPC-41).",
      "",
      "Who “goes on” had waited for an answer from its pager or preempter, and the message is the",
      "answer (PF-3, PR-1). Who begins to receive does so in the same step (IPC-9).",
      "",
      "There are \(sections.count) calls and events, with \(forms) rules and \(paths) paths.",
    ]
    for (section, cases) in sections {
      lines += ["", "## \(section.title)", "", "\(section.purpose) Facts: \(section.facts)."]
      var told: [[String]: String] = [:]
      for (form, cases) in zip(section.forms, cases) {
        lines += ["", "### \(section.title): \(form.title)", ""]
        let list = Decisions(cases).lines()
        if list.count > 1, let same = told[list] {
          lines.append("The same cases as of \u{201C}\(same)\u{201D}.")
        } else {
          lines += list
          told[list] = form.name
        }
      }
      lines += codes(of: section, cases)
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// The table of the codes that a call or an event can end an ipc with, and where.
  private func codes(of section: Section, _ cases: [[Case]]) -> [String] {
    var rows: [String] = []
    for code in ErrorCode.all {
      var whos: [String] = []
      var forms: [String] = []
      for (form, cases) in zip(section.forms, cases) {
        let ends = cases.flatMap(\.result.notices).filter { $0.code == code }
        if ends.isEmpty { continue }
        forms.append(form.name)
        for end in ends where !whos.contains(end.who) { whos.append(end.who) }
      }
      if forms.isEmpty { continue }
      rows.append(
        "| `\(ErrorCode.text(of: code))` | \(whos.joined(separator: ", ")) "
          + "| \(forms.joined(separator: "; ")) |")
    }
    if rows.isEmpty { return [] }
    return ["", "### \(section.title): codes", "", "| code | who | where |", "|---|---|---|"] + rows
  }
}
