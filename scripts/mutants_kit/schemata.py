"""All mutants in one source tree: every function that some mutant changes chooses at run time which
text of it runs, by the number in the environment variable L4_MUTANT."""

import re
from collections import defaultdict

from . import swift
from .mutant import MutantError

VARIABLE = "L4_MUTANT"

ACTIVE = """#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// The number of the mutant that runs; 0 for the original.
%slet activeMutant: Int = getenv("L4_MUTANT").flatMap { Int(String(cString: $0)) } ?? 0
"""

# Where the choice comes from; the kernel does not know Logic.
ACTIVE_FILES = {
    "Sources/Logic/ActiveMutant.swift": ACTIVE % "public ",
    "Sources/ReferenceKernel/ActiveMutant.swift": ACTIVE % "",
}


def numbered(mutants):
    """The mutants by the number that selects each."""
    return dict(enumerate(mutants, 1))


def build(mutants, read):
    """The files of the tree that differ from the product's, by path. `read` gives a file's text."""
    files = dict(ACTIVE_FILES)
    edits = defaultdict(lambda: defaultdict(list))
    for number, mutant in numbered(mutants).items():
        for change in mutant.changes:
            edits[change.path][number].append((mutant, change))
    for path, by_number in edits.items():
        files[path] = _schema(path, read(path), by_number)
    return files


def _schema(path, text, by_number):
    bodies = swift.bodies(text)
    variants = defaultdict(dict)
    additions = []
    for number, changes in by_number.items():
        pieces = defaultdict(list)
        for mutant, change in changes:
            start, end, replacement, has_new_lines_only = _locate(mutant, change, text)
            body = next((b for b in bodies if b.start <= start and end <= b.end), None)
            if body:
                pieces[body].append((start, end, replacement))
            elif has_new_lines_only:
                # A new declaration: only mutants use it, so it does no harm in the others.
                additions.append((start, end, replacement))
            else:
                raise MutantError(
                    f"{mutant.id}: the change of {path} is not inside one function")
        for body, edits in pieces.items():
            variants[body][mutant] = (number, _apply(text, body.start, body.end, edits, mutant))
    whole = [
        (body.start, body.end, _choice(body, text[body.start : body.end], variants[body]))
        for body in variants
    ]
    result = _apply(text, 0, len(text), whole + additions, None)
    if "ReferenceKernel" not in path and not re.search(r"^import Logic$", result, re.MULTILINE):
        result = "import Logic\n" + result
    return result


def _locate(mutant, change, text):
    """The part of the text that changes, as short as possible, and what comes instead."""
    count = text.count(change.original)
    if count != 1:
        raise MutantError(
            f"{mutant.id}: the original is found {count} times in {change.path}, not once:\n"
            + change.original)
    start = text.index(change.original)
    old, new = change.original.splitlines(True), change.mutated.splitlines(True)
    head = _common(old, new)
    tail = _common(old[head:][::-1], new[head:][::-1])
    start += len("".join(old[:head]))
    old = "".join(old[head : len(old) - tail])
    new = "".join(new[head : len(new) - tail])
    has_new_lines_only = not old
    if old:
        head = _common(old, new)
        tail = _common(old[head:][::-1], new[head:][::-1])
        start += head
        old, new = old[head : len(old) - tail], new[head : len(new) - tail]
    return start, start + len(old), new, has_new_lines_only


def _common(left, right):
    """How long a beginning two sequences have in common."""
    count = 0
    while count < min(len(left), len(right)) and left[count] == right[count]:
        count += 1
    return count


def _apply(text, start, end, edits, mutant):
    """The part of the text from `start` to `end`, with replacements."""
    out, at = [], start
    for first, last, replacement in sorted(edits):
        if first < at:
            raise MutantError(f"{mutant.id}: two of its changes overlap" if mutant else "overlap")
        out += [text[at:first], replacement]
        at = last
    return "".join(out + [text[at:end]])


def _choice(body, original, variants):
    """A body that chooses one of the variants, or is the original."""
    texts = [text for _, text in variants.values()] + [original]
    if body.returns_value and not all(swift.returns_implicitly(text) for text in texts):
        texts = [swift.with_return(text) for text in texts]
    out = ["\n"]
    for (mutant, (number, _)), text in zip(variants.items(), texts):
        out.append(f"if activeMutant == {number} {{  // {mutant.id}\n{text}\n}} else ")
    return "".join(out + ["{\n", texts[-1], "\n}\n"])
