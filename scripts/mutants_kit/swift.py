"""Just enough of Swift's syntax to find the body of the function that a piece of text is in."""

import re
from dataclasses import dataclass


@dataclass(frozen=True)
class Body:
    """The body of a function, initialiser or accessor: the text between its braces."""

    start: int
    end: int
    returns_value: bool


_WORDS = re.compile(r"\b(struct|enum|extension|class|protocol|actor)\b")
_MEMBER = re.compile(r"\b(func|init|subscript|var|deinit|get|set)\b")
_ACCESSORS = re.compile(r"(mutating\s+|nonmutating\s+|@\w+\s+)*(get|set|_read|willSet|didSet)\b")


def blank(text):
    """The text with comments and the insides of strings as spaces, line ends kept."""
    out = list(text)
    _blank_code(text, out, 0, None)
    return "".join(out)


def _blank_code(text, out, at, closing):
    """Blanks from `at` on, up to the parenthesis that closes an interpolation if `closing`."""
    depth = 0
    while at < len(text):
        if text.startswith("//", at):
            end = text.find("\n", at)
            at = _spaces(text, out, at, len(text) if end < 0 else end)
        elif text.startswith("/*", at):
            at = _spaces(text, out, at, _comment_end(text, at))
        elif text.startswith('"""', at):
            at = _blank_string(text, out, at, '"""')
        elif text[at] == '"':
            at = _blank_string(text, out, at, '"')
        else:
            if closing and text[at] == "(":
                depth += 1
            elif closing and text[at] == ")":
                if depth == 0:
                    return at
                depth -= 1
            at += 1
    return at


def _comment_end(text, at):
    depth = 0
    while at < len(text):
        if text.startswith("/*", at):
            depth, at = depth + 1, at + 2
        elif text.startswith("*/", at):
            depth, at = depth - 1, at + 2
            if depth == 0:
                return at
        else:
            at += 1
    return at


def _blank_string(text, out, at, quote):
    at = _spaces(text, out, at, at + len(quote))
    while at < len(text) and not text.startswith(quote, at):
        if text.startswith("\\(", at):
            start = at
            at = _blank_code(text, out, at + 2, ")")
            at = _spaces(text, out, start, at)
        elif text[at] == "\\":
            at = _spaces(text, out, at, at + 2)
        else:
            at = _spaces(text, out, at, at + 1)
    return _spaces(text, out, at, at + len(quote))


def _spaces(text, out, start, end):
    for position in range(start, min(end, len(text))):
        if text[position] != "\n":
            out[position] = " "
    return end


def bodies(text):
    """All bodies of members of types, and of functions at the top level, in order."""
    return list(_members(blank(text), 0, len(text)))


def _members(code, start, end):
    at = header = start
    while at < end:
        character = code[at]
        if character == "{":
            close = _closing(code, at)
            yield from _declaration(code, code[header:at], at + 1, close)
            at = header = close + 1
        elif character in ";}":
            at += 1
            header = at
        else:
            at += 1


def _declaration(code, header, start, end):
    member = None
    for match in _MEMBER.finditer(header):
        member = match.group(1)
    kind = None
    for match in _WORDS.finditer(header):
        kind = match
    if kind and not any(m.start() > kind.start() for m in _MEMBER.finditer(header)):
        yield from _members(code, start, end)
    elif member is None or re.search(r"=\s*$", header):
        return
    elif member in ("var", "subscript") and _ACCESSORS.match(code[start:end].lstrip()):
        yield from _members(code, start, end)
    else:
        returns = "->" in header or member in ("var", "get")
        yield Body(start, end, returns)


def _closing(code, at):
    depth = 0
    for position in range(at, len(code)):
        if code[position] == "{":
            depth += 1
        elif code[position] == "}":
            depth -= 1
            if depth == 0:
                return position
    raise ValueError("a brace is not closed")


def returns_implicitly(body_text):
    """Whether the body of a function that returns something is one expression."""
    return not re.search(r"\breturn\b", blank(body_text))


def with_return(body_text):
    """The body with `return` written out, if it is one expression."""
    if not returns_implicitly(body_text):
        return body_text
    code = blank(body_text)
    first = len(code) - len(code.lstrip())
    return body_text[:first] + "return " + body_text[first:]
