"""Tests of reading mutants and of putting them into one source.

    python3 -m unittest discover -s scripts -p 'test_*.py'
"""

import tempfile
import unittest
from pathlib import Path

from mutants_kit import checks, coverage, mutant, schemata, swift, verdicts

SOURCE = '''import Logic

/// A { in a comment, and "one in a string" too.
struct Thing {
  static let names = ["a", "b"].map { $0 + "}" }
  var size: Int { free - reserved }
  var both: Int {
    get { 1 }
    set { _ = "\\(newValue) { \\("}")" }
  }

  /// What it is called.
  func name() -> String { "thing \\(size)" }

  mutating func grow(by count: Int) -> Bool {
    guard count > 0 else { return false }
    size += count
    return true
  }
}
'''


def read(text, side="spec"):
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "X1.mutant"
        path.write_text(text)
        return mutant.read(path, side)


def make(change, kills="kills: prover I-AS8"):
    return read(f"title: t\norigin: own\nscenario: s\n{kills}\n\n@ specs/Thing.swift\n{change}")


def build(*mutants):
    return schemata.build(list(mutants), lambda path: SOURCE)["specs/Thing.swift"]


class BodiesTests(unittest.TestCase):
    def test_bodies_are_found_around_comments_and_strings(self):
        texts = [SOURCE[body.start : body.end].strip() for body in swift.bodies(SOURCE)]
        self.assertEqual(
            [text.split("\n")[0] for text in texts],
            ["free - reserved", "1", '_ = "\\(newValue) { \\("}")"', '"thing \\(size)"',
             "guard count > 0 else { return false }"])

    def test_what_returns_by_itself_is_told(self):
        self.assertTrue(swift.returns_implicitly(" size - 1 // no return "))
        self.assertFalse(swift.returns_implicitly(" return size "))
        self.assertEqual(swift.with_return("\n  // why\n  size\n"), "\n  // why\n  return size\n")


class ReadingTests(unittest.TestCase):
    def test_a_file_has_its_parts(self):
        found = make("-    size += count\n+    size -= count\n     return true\n")
        self.assertEqual(found.id, "spec/X1")
        self.assertEqual(found.expected, (("prover", "I-AS8"),))
        self.assertEqual(found.changes[0].original, "    size += count\n    return true\n")
        self.assertEqual(found.changes[0].mutated, "    size -= count\n    return true\n")

    def test_mistakes_are_told(self):
        for kills, change, message in (
            ("", "-a\n+b\n", "one of kills"),
            ("kills: prover\nequivalent: no", "-a\n+b\n", "one of kills"),
            ("kills: nobody", "-a\n+b\n", "no check"),
            ("kills: prover", " a\n", "changes nothing"),
            ("kills: prover", "*a\n", "begins with"),
            ("why: prover", "-a\n+b\n", "neither"),
        ):
            with self.assertRaisesRegex(mutant.MutantError, message):
                make(change, kills)


class SchemataTests(unittest.TestCase):
    def test_a_function_chooses_among_its_texts(self):
        text = build(
            make("-    size += count\n+    size -= count\n     return true\n"),
            make("     size += count\n-    return true\n+    return false\n"))
        self.assertIn("if activeMutant == 1 {  // spec/X1", text)
        self.assertIn("} else if activeMutant == 2 {  // spec/X1", text)
        self.assertEqual(text.count("guard count > 0"), 3)
        self.assertEqual(text.count("size -= count"), 1)

    def test_expressions_stay_expressions_where_all_are(self):
        text = build(make("-  var size: Int { free - reserved }\n+  var size: Int { free }\n"))
        self.assertNotIn("return free", text)
        text = build(
            make("-  var size: Int { free - reserved }\n+  var size: Int { return free }\n"))
        self.assertIn("return free - reserved", text)

    def test_what_does_not_fit_is_told(self):
        for change, message in (
            ("-    size *= count\n+    size /= count\n", "found 0 times"),
            ("-struct Thing {\n+struct Things {\n", "not inside one function"),
        ):
            with self.assertRaisesRegex(mutant.MutantError, message):
                build(make(change))

    def test_new_declarations_are_for_all(self):
        text = build(make("   /// What it is called.\n+  var other = 0\n"
                          '   func name() -> String { "thing \\(size)" }\n'))
        self.assertIn("var other = 0", text)
        self.assertNotIn("activeMutant", text)


class CoverageTests(unittest.TestCase):
    """The table of section R, and what is kept between runs."""

    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.results = coverage.Results(Path(folder.name) / "results.json")
        self.mutant = self.make("M-AS1", "size -= count")

    def make(self, name, line):
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / f"{name}.mutant"
            path.write_text(
                "title: t\norigin: section R (SYN)\nscenario: s\nkills: explorer I-AS8\n\n"
                f"@ specs/Thing.swift\n-    size += count\n+    {line}\n")
            return mutant.read(path, "spec")

    def found(self, of, check, *findings):
        outcome = checks.Outcome(list(findings))
        self.results.add([verdicts.Verdict(of, {check: outcome}, {check: 0.1})])

    def row(self):
        text = coverage.text([self.mutant], {}, self.results)
        line = next(line for line in text.splitlines() if line.startswith("| M-AS1 "))
        return [cell.strip() for cell in line.split("|")[1:-1]]

    def test_a_row_says_which_check_found_what(self):
        self.found(
            self.mutant, "explorer", checks.Finding("I-AS3", "u", 2), checks.Finding("I-AS8", "u", 3))
        self.found(self.mutant, "prover")
        self.assertEqual(self.row(), ["M-AS1", "t", "I-AS8", "–", "not run", "3", ""])

    def test_what_no_check_finds_survives(self):
        self.found(self.mutant, "prover")
        self.assertEqual(self.row()[-1], "**survives**")

    def test_results_are_kept_for_the_same_text_only(self):
        self.found(self.mutant, "explorer", checks.Finding("I-AS8", "u", 3))
        self.results.write({})
        self.results = coverage.Results(self.results.path)
        self.assertEqual(self.row()[2], "I-AS8")
        self.mutant = self.make("M-AS1", "size = 0")
        self.assertEqual(self.row()[2], "not run")

    def test_a_table_of_other_mutants_is_told(self):
        missing = {("M-AS2", "kernel"): "no such thing"}
        text = coverage.text([self.mutant], missing, self.results)
        self.assertIsNone(coverage.defect(text, [self.mutant], missing))
        self.assertIn("M-AS2", coverage.defect(text, [self.mutant], {}))
        other = self.make("M-AS4", "size -= count")
        self.assertIn("M-AS4", coverage.defect(text, [self.mutant, other], missing))
        self.mutant.keys["title"] = "another"
        self.assertIn("M-AS1", coverage.defect(text, [self.mutant], missing))

    def test_reasons_are_read(self):
        path = self.results.path.with_name("missing")
        path.write_text("# why\nM-PF7 spec: there are no bytes\n")
        self.assertEqual(
            coverage.read_missing(path), {("M-PF7", "spec"): "there are no bytes"})
        path.write_text("M-PF7: there are no bytes\n")
        self.assertRaisesRegex(mutant.MutantError, "missing:1", coverage.read_missing, path)


if __name__ == "__main__":
    unittest.main()
