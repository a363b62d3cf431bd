"""The table of section R: each of its bugs, which check kills it, and in how many steps.

It is made from what the runs have found, and kept in a file that `--list` compares with the mutants."""

import json
import re

from .checks import Finding
from .mutant import CHECKS_OF, SIDES, MutantError
from .table import cell

HEAD = """# The bugs of section R of the facts, and what kills them

Written by `scripts/mutants --table FILE` from what its runs found; not to be edited. `steps` is the
length of the shortest counterexample that any check came to. A check that had nothing to look for,
because the bug is known to be found by another, may have a dash.
"""
TITLES = {"spec": "## In the rules", "kernel": "## In the kernel"}


class Results:
    """What the last run of each check found, by mutant; forgotten as soon as the mutant is another."""

    def __init__(self, path):
        self.path = path
        self.found = {}
        if path.exists():
            self.found = {m["mutant"]: m for m in json.loads(path.read_text())["mutants"]}

    def add(self, verdicts):
        for verdict in verdicts:
            new = verdict.as_json()
            old = self.found.get(verdict.mutant.id)
            if old and old.get("digest") == new["digest"]:
                new["checks"] = {**old["checks"], **new["checks"]}
            self.found[verdict.mutant.id] = new

    def of(self, mutant):
        found = self.found.get(mutant.id)
        return found["checks"] if found and found.get("digest") == mutant.digest else {}

    def write(self, report):
        """All that is known, with the figures of the last run."""
        found = sorted(self.found.values(), key=lambda m: m["mutant"])
        self.path.write_text(json.dumps({**report, "mutants": found}, indent=2) + "\n")


def read_missing(path):
    """Bugs of section R that a side has not, each with the reason: lines `ID SIDE: REASON`."""
    missing = {}
    for number, line in enumerate(path.read_text().splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        match = re.fullmatch(r"(M-[A-Z]+\d+) (\w+): (.+)", line)
        if not match or match.group(2) not in SIDES:
            raise MutantError(f"{path}:{number}: not 'ID SIDE: REASON'")
        missing[match.group(1), match.group(2)] = match.group(3)
    return missing


def text(mutants, missing, results):
    parts = [HEAD]
    for side in SIDES:
        checks = CHECKS_OF[side]
        rows = [_row(m, results.of(m), checks) for m in mutants if _is_of(m, side)]
        rows += [
            [number, "", *["" for _ in checks], "", f"none here: {why}"]
            for (number, there), why in missing.items() if there == side]
        rows.sort(key=lambda row: _order(row[0]))
        head = ["bug", "what", *checks, "steps", "remark"]
        lines = ["| " + " | ".join(row) + " |" for row in [head, ["---"] * len(head), *rows]]
        parts.append("\n".join([TITLES[side], "", *lines]) + "\n")
    return "\n".join(parts)


def defect(table, mutants, missing):
    """Why a table is not of these mutants; None if it is."""
    stated = {}
    side = None
    for line in table.splitlines():
        side = next((s for s in SIDES if line == TITLES[s]), side)
        cells = [cell.strip() for cell in line.split("|")[1:-1]]
        if side and cells and cells[0].startswith("M-"):
            stated[f"{side}/{cells[0]}"] = cells[1]
    expected = {m.id: _plain(m.title) for m in mutants if m.is_from_section_r}
    expected.update({f"{side}/{number}": "" for number, side in missing})
    for name in expected.keys() | stated.keys():
        if expected.get(name) != stated.get(name):
            return f"{name} is not as in the table"
    return None


def _is_of(mutant, side):
    return mutant.side == side and mutant.is_from_section_r


def _row(mutant, found, checks):
    lengths, cells = [], []
    for check in checks:
        if check not in found:
            cells.append("not run")
            continue
        best = found[check]["best"]
        if best is None:
            cells.append("?" if found[check]["doubts"] else "–")
            continue
        finding = Finding(**best)
        cells.append(_plain(cell(finding, with_steps=False)))
        if finding.length is not None:
            lengths.append(finding.length)
    remark = ""
    if mutant.expectation != "kills":
        remark = f"{mutant.expectation}: {_plain(mutant.keys[mutant.expectation])}"
    elif found and not any(found[check]["killed"] for check in found):
        remark = "**survives**"
    shortest = str(min(lengths)) if lengths else ""
    return [mutant.name, _plain(mutant.title), *cells, shortest, remark]


def _plain(words):
    return words.replace("|", "/")


def _order(name):
    return [int(part) if part.isdigit() else part for part in re.split(r"(\d+)", name)]
