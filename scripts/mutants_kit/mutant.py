"""Reading mutant files.

A mutant file says what the bug is, then how the text changes:

    title: unmap stops at granted nodes
    origin: section R (SYN)
    property: T-AS5
    kills: explorer I-AS2; prover T-AS4
    scenario: S maps to A, A grants to B, S unmaps.
    note: why the kill comes from another check than the property.

    @ specs/AddressSpaces/AddressSpaces.swift
         let derived = below[at: source]
    -    below.insert(destination, intoRowsMeeting: source)
         holders.insert(destination, intoRowsMeeting: source)

A change has, after the path, the lines as in a unified diff: with a blank in front what stays, with
`-` what goes and with `+` what comes. What stays and what goes must be found in the file exactly
once.
"""

import hashlib
import re
from dataclasses import dataclass, field
from pathlib import Path

SIDES = ("spec", "kernel")
CHECKS = ("explorer", "prover", "conformance")
# What can tell anything of a mutant: the kernel does not know the specification.
CHECKS_OF = {"spec": CHECKS, "kernel": ("conformance",)}
KEYS = ("title", "origin", "property", "scenario", "note", "kills", "survives", "equivalent")
# Exactly one of these says what should come out: who kills the mutant; that none of the checks can
# as they are, and why; that nobody can, for there is no difference to be seen, and why.
EXPECTATIONS = ("kills", "survives", "equivalent")
PREFIXES = {"spec": "specs/", "kernel": "Sources/ReferenceKernel/"}


class MutantError(Exception):
    """A mutant file that cannot be used, with the file's name in the message."""


@dataclass(frozen=True)
class Change:
    path: str
    original: str
    mutated: str


@dataclass(frozen=True, eq=False)
class Mutant:
    side: str
    name: str
    keys: dict
    changes: tuple
    expected: tuple = field(default=())
    # Of the file's text: what was found of another text is not of this mutant.
    digest: str = ""

    @property
    def id(self):
        return f"{self.side}/{self.name}"

    @property
    def title(self):
        return self.keys["title"]

    @property
    def is_from_section_r(self):
        return self.keys["origin"].startswith("section R")

    @property
    def is_about_memory(self):
        """Whether programs about memory alone are the first to be tried."""
        return self.name.startswith(("M-AS", "K")) or any(
            change.path.startswith("specs/AddressSpaces/") for change in self.changes)

    @property
    def expectation(self):
        """The one of EXPECTATIONS that the file has."""
        return next(key for key in EXPECTATIONS if key in self.keys)

    @property
    def checks(self):
        return CHECKS_OF[self.side]


def read_all(folder):
    """All mutants of a folder, those of section R first, by number."""
    mutants = []
    for side in SIDES:
        paths = sorted((Path(folder) / side).glob("*.mutant"), key=lambda path: _order(path.stem))
        mutants += [read(path, side) for path in paths]
    return mutants


def _order(name):
    parts = re.split(r"(\d+)", name)
    group = 0 if name.startswith("M-") else 2 if name.startswith("E") else 1
    return group, [int(part) if part.isdigit() else part for part in parts]


def read(path, side):
    text = path.read_text()
    head, _, rest = text.partition("\n@ ")
    keys = _keys(head, path)
    for key in ("title", "origin", "scenario"):
        if key not in keys:
            raise MutantError(f"{path}: '{key}:' is missing")
    if sum(key in keys for key in EXPECTATIONS) != 1:
        raise MutantError(f"{path}: there must be one of {', '.join(EXPECTATIONS)}")
    if not rest:
        raise MutantError(f"{path}: there is no change ('@ PATH')")
    changes = tuple(_change(text, path, side) for text in rest.split("\n@ "))
    digest = hashlib.sha256(text.encode()).hexdigest()[:16]
    return Mutant(side, path.stem, keys, changes, _expected(keys, path, side), digest)


def _keys(head, path):
    keys, last = {}, None
    for number, line in enumerate(head.splitlines(), 1):
        if not line.strip():
            continue
        match = re.match(r"(\w+): (.*)", line)
        if match and match.group(1) in KEYS:
            last = match.group(1)
            keys[last] = match.group(2).strip()
        elif line.startswith("  ") and last:
            keys[last] += " " + line.strip()
        else:
            raise MutantError(f"{path}:{number}: neither 'KEY: …' ({', '.join(KEYS)}) nor more of one")
    return keys


def _expected(keys, path, side):
    """The checks that must kill the mutant, each with a property or None."""
    expected = []
    for part in filter(None, keys.get("kills", "").split(";")):
        check, _, name = part.strip().partition(" ")
        if check not in CHECKS_OF[side]:
            raise MutantError(
                f"{path}: '{check}' is no check of a {side} mutant: {', '.join(CHECKS_OF[side])}")
        expected.append((check, name.strip() or None))
    return tuple(expected)


def _change(text, path, side):
    target, _, body = text.partition("\n")
    target = target.strip()
    if not target.startswith(PREFIXES[side]):
        raise MutantError(f"{path}: {target} is not in {PREFIXES[side]}")
    original, mutated = [], []
    for line in body.rstrip("\n").split("\n"):
        mark, rest = line[:1], line[1:]
        if mark not in ("", " ", "-", "+"):
            raise MutantError(f"{path}: a line of a change begins with ' ', '-' or '+': {line}")
        if mark != "+":
            original.append(rest)
        if mark != "-":
            mutated.append(rest)
    if original == mutated:
        raise MutantError(f"{path}: the change of {target} changes nothing")
    return Change(target, "\n".join(original) + "\n", "\n".join(mutated) + "\n")
