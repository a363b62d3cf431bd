"""The table and what is said below it."""

from collections import Counter

from .mutant import CHECKS


def text(verdicts, statements=()):
    """The whole report. `statements` are the numbers of all properties that there are."""
    parts = [_table(verdicts), _figures(verdicts, statements)]
    for title, chosen in (
        ("survivors", [v for v in verdicts if not v.is_killed and _expects(v, "kills", "survives")]),
        ("equivalent, hence not killed", [v for v in verdicts if _expects(v, "equivalent")]),
        ("not as expected", [v for v in verdicts if v.surprises]),
    ):
        parts.append(_list(title, chosen))
    return "\n\n".join(part for part in parts if part)


def _expects(verdict, *expectations):
    return verdict.mutant.expectation in expectations


def _table(verdicts):
    rows = [["mutant", *CHECKS, "as expected", "what"]]
    for verdict in verdicts:
        cells = [_cell(verdict, check) for check in CHECKS]
        expected = "yes" if not verdict.surprises else "NO"
        rows.append([verdict.mutant.id, *cells, expected, verdict.mutant.title])
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    return "\n".join(
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths)).rstrip() for row in rows)


def _cell(verdict, check):
    if check not in verdict.mutant.checks:
        return ""
    if check not in verdict.outcomes:
        return "not run"
    finding = verdict.best(check)
    if finding is None:
        return "?" if verdict.outcomes[check].doubts else "-"
    return cell(finding)


def cell(finding, with_steps=True):
    """What a table says of a finding."""
    if finding.length is not None:
        return f"{finding.name}, {_steps(finding.length)}" if with_steps else finding.name
    if "(" in finding.remark:
        return f"{finding.name}, {finding.remark.partition('(')[2].rstrip(')')}"
    return finding.name


def _steps(length):
    return f"{length} step" + ("" if length == 1 else "s")


def _figures(verdicts, statements):
    counted = [v for v in verdicts if not _expects(v, "equivalent")]
    killed = [v for v in counted if v.is_killed]
    section = [v for v in counted if v.mutant.is_from_section_r]
    lines = [
        f"{len(killed)} of {len(counted)} mutants killed; of section R "
        f"{sum(v.is_killed for v in section)} of {len(section)}"]
    accidents = [v.mutant.id for v in killed if v.is_killed_by_accident_only]
    if accidents:
        lines.append(f"killed by nothing but a crash or a hang: {', '.join(accidents)}")
    for check in CHECKS:
        seen = [v for v in counted if check in v.outcomes]
        if not seen:
            continue
        best = [v.best(check) for v in seen if v.outcomes[check].killed]
        lengths = [finding.length for finding in best if finding.length is not None]
        longest = f", counterexamples of at most {max(lengths)} steps" if lengths else ""
        lines.append(f"{check}: {len(best)} of {len(seen)}{longest}")
    found = Counter(
        finding.name for v in counted for outcome in v.outcomes.values()
        for finding in outcome.findings)
    idle = [number for number in statements if number not in found]
    if idle:
        lines.append(f"statements that caught no mutant: {', '.join(idle)}")
    return "\n".join(lines)


def _list(title, verdicts):
    if not verdicts:
        return ""
    lines = [f"{title}:"]
    for verdict in verdicts:
        lines.append(f"  {verdict.mutant.id}  {verdict.mutant.title}")
        why = verdict.mutant.keys.get(verdict.mutant.expectation)
        if verdict.mutant.expectation != "kills":
            lines.append(f"    {why}")
        lines += [f"    {surprise}" for surprise in verdict.surprises]
        lines += [f"    {d}" for outcome in verdict.outcomes.values() for d in outcome.doubts]
    return "\n".join(lines)
