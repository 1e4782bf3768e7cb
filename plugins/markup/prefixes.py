"""Finds out with which characters a match of a regular expression must begin."""

from __future__ import annotations

import re
from collections.abc import Iterable
from re import _constants as code  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any


def prefixes(pattern: re.Pattern[str]) -> frozenset[str] | None:
    """Strings with one of which every match begins; ``None`` where that cannot be told.

    A text that contains none of them contains no match: looking for a character costs a hundredth
    of looking for a pattern. Worked out from the expression as ``re`` parses it.
    """
    if pattern.flags & re.IGNORECASE:
        return None
    found = _of(parser.parse(pattern.pattern, pattern.flags))
    return frozenset(found) if found else None


def _of(parts: Iterable[tuple[Any, Any]]) -> set[str]:
    """The beginnings of a sequence; nothing where they cannot be told."""
    literal = ""
    for kind, value in parts:
        if kind is code.LITERAL:
            literal += chr(value)
        elif literal:
            break
        elif kind not in (code.ASSERT, code.ASSERT_NOT, code.AT):
            return _of_one(kind, value)
    return {literal} if literal else set()


def _of_one(kind: Any, value: Any) -> set[str]:
    if kind is code.SUBPATTERN:
        return _of(value[-1])
    if kind is code.BRANCH:
        each = [_of(branch) for branch in value[1]]
        return set().union(*each) if all(each) else set()
    if kind is code.IN and all(inner is code.LITERAL for inner, _ in value):
        return {chr(character) for _, character in value}
    if kind is code.MAX_REPEAT and value[0] > 0:
        return _of(value[2])
    return set()
