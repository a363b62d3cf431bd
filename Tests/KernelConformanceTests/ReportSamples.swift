import Foundation
import KernelConformance
import KernelPrograms

/// Reports to be printed.
enum ReportSamples {
  /// What no writer may take for its own signs, and what XML has not at all.
  static let nasty = "a<b>&amp;\"'\t]]>\u{0}\u{1B}[31m\r\nä\u{FFFE}😀\\u0041"

  /// A report with one finding, as `l4 conform` prints it.
  static let json = #"""
    {"kernel": "k", "profile": "v2", "seed": 7, "steps": 3000, "seconds": 1.5, "void": 0,
     "largest": 2, "missing": [],
     "parts": [{"name": "random", "passed": 97, "failed": 3, "skipped": 5}],
     "chapters": [{"name": "ipc", "passed": 97, "failed": 3, "skipped": 0},
                  {"name": "clans", "passed": 0, "failed": 0, "skipped": 5}],
     "facts": [{"name": "CC-12", "passed": 0, "failed": 0, "skipped": 5},
               {"name": "INT-1", "passed": 0, "failed": 0, "skipped": 0},
               {"name": "IPC-13", "passed": 90, "failed": 3, "skipped": 0},
               {"name": "IPC-14", "passed": 60, "failed": 0, "skipped": 0}],
     "coverage": [{"name": "codes", "reached": 9, "known": 17}],
     "codes": {"0x00 done": 12}, "skipped": {"the kernel has no clans": 5}, "unseen": [],
     "findings": [
      {"group": "send: source", "facts": ["IPC-13", "IPC-21"], "chapters": ["ipc"],
       "programs": 3, "origin": "random, seed 7, program 17", "length": 30, "shrunkLength": 2,
       "isReproducible": true, "path": "out/find ings/k-1.program", "line": 8,
       "lines": ["stage rendezvous", " 1  t2.0 wait", " 2  t3.0 send t2.0     ← here",
        "    observed  t2.0: 0x00 done from t2.1", "    allowed   t2.0: 0x00 done from t3.0"],
       "file": "l4 kernel program\nkernel: k\nprofile: v2\nfinding: send: source\nstage: rendezvous\noperations:\n  t2.0 wait\n  t3.0 send t2.0\n"}]}
    """#

  static func report() throws -> KernelReport {
    try JSONDecoder().decode(KernelReport.self, from: Data(json.utf8))
  }

  /// A report with everything that comes from outside replaced by a nasty text.
  static func nastyReport() throws -> KernelReport {
    var report = try report()
    report.kernel += nasty
    report.stopped = nasty
    report.skipped = [nasty: 5]
    report.findings[0].group += nasty
    report.findings[0].lines.append(nasty)
    report.findings[0].file += nasty
    report.findings[0].origin = nasty
    report.findings[0].path = "/out/\(nasty.filter { $0 != "\u{0}" }).program"
    var other = report.findings[0]
    other.reason = nasty
    report.findings.append(other)
    var last = report.findings[0]
    last.failure = "crashed"
    report.findings.append(last)
    return report
  }

  static func known(_ text: String) throws -> KnownDeviations {
    try KnownDeviations(parsing: text, file: "known.yaml")
  }

  /// What a campaign finds on a specification that lies.
  static func lying(
    _ lie: Lie, programs: Int = 300, seed: UInt64 = 3
  ) -> KernelReport {
    var options = KernelCampaign<SpecificationRunner>.Options()
    options.seed = seed
    options.programs = programs
    options.stages = [Stages.rendezvous]
    return KernelCampaign(options: options) { _ in
      SpecificationRunner(lie: lie, isUsual: true)
    }.run()
  }
}
