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
      "fact sheet; a code is the error field of a result (IPC-41), and flags stand beside it (IPC-40).",
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
      lines += flags(of: section, cases)
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// The table of the codes that a call or an event can end an ipc with, and where.
  private func codes(of section: Section, _ cases: [[Case]]) -> [String] {
    let rows = ErrorCode.all.compactMap { code in
      row("`\(ErrorCode.text(of: code))`", section, cases) { one in
        one.result.notices.filter { $0.code == code }
      }
    }
    return table("code", section, rows)
  }

  /// The table of the flags that a result can have beside its code, and where.
  private func flags(of section: Section, _ cases: [[Case]]) -> [String] {
    var flags: [String] = []
    for flag in cases.joined().flatMap(\.flags) where !flags.contains(flag.what) {
      flags.append(flag.what)
    }
    let rows = flags.sorted { Self.order($0) < Self.order($1) }.compactMap { flag in
      row(flag, section, cases) { $0.flags.filter { $0.what == flag } }
    }
    return table("flag", section, rows)
  }

  /// In the order of the bits of a result. (IPC-40)
  private static func order(_ flag: String) -> Int {
    ["d", "m", "r", "i"].firstIndex { flag.hasPrefix($0) } ?? 4
  }

  /// Who can have something told, and in which forms; nil if nobody.
  private func row(
    _ title: String, _ section: Section, _ cases: [[Case]], _ told: (Case) -> [Notice]
  ) -> String? {
    var whos: [String] = []
    var forms: [String] = []
    for (form, cases) in zip(section.forms, cases) {
      let notices = cases.flatMap(told)
      if notices.isEmpty { continue }
      forms.append(form.name)
      for notice in notices where !whos.contains(notice.who) { whos.append(notice.who) }
    }
    if forms.isEmpty { return nil }
    return "| \(title) | \(whos.joined(separator: ", ")) | \(forms.joined(separator: "; ")) |"
  }

  private func table(_ what: String, _ section: Section, _ rows: [String]) -> [String] {
    if rows.isEmpty { return [] }
    return [
      "", "### \(section.title): \(what)s", "", "| \(what) | who | where |", "|---|---|---|",
    ] + rows
  }
}
