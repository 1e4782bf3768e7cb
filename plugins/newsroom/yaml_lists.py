"""Entries of YAML's lists whose hyphen became a dash, or is not there."""

from __future__ import annotations

import re

from plugins.newsroom.codes import Code
from plugins.newsroom.yaml_complaint import Complaint, line_of


def dashed(text: str, line: int) -> Complaint | None:
    """An entry of a list behind a dash or a bullet, as Word makes one of a hyphen; it may be the line above."""
    near = (number for number in range(line, max(line - 3, -1), -1) if _DASHED.fullmatch(line_of(text, number)))
    number = next(near, -1)
    while number > 0 and _DASHED.fullmatch(line_of(text, number - 1)):
        number -= 1
    found = _DASHED.fullmatch(line_of(text, number)) if number >= 0 else None
    if found is None:
        return None
    sign, words = found.groups()
    fix = f"Write a hyphen (-) and a blank, here and in all lines of the list:\n- {words}"
    return Complaint(
        Code.YAML_INDENT, (number + 1, found.start(1) + 1), f"“{sign}” where a hyphen belongs", _NO_HYPHEN[1], fix
    )


_DASHED = re.compile(r"[ \t]*([–—•·])[ \t\u00a0]+(\S.*)")


def unlisted(sentence: str, text: str, line: int) -> Complaint | None:
    """An entry of a list that lacks its hyphen."""
    whole, above = line_of(text, line), line_of(text, line - 1) if line else ""
    entry = whole.strip()
    if "':'" in sentence and above.rstrip().endswith(":") and (glued := _GLUED.fullmatch(whole)):
        fix = f"Write a hyphen (-) and a blank, here and in all lines of the list:\n- {glued[1]}"
        return Complaint(Code.YAML_INDENT, (line + 1, whole.index("-") + 1), *_NO_BLANK, fix)
    if "':'" not in sentence or not above.lstrip().startswith("- ") or not entry:
        return None
    fix = f"Add it: - {entry}"
    return Complaint(Code.YAML_INDENT, (line + 1, len(whole) - len(whole.lstrip()) + 1), *_NO_HYPHEN, fix)


_GLUED = re.compile(r"[ \t]*-(\w[^:]*)")
_NO_BLANK = ("a hyphen without a blank behind it", "“- ” and then the entry")
_NO_HYPHEN = ("an entry without its hyphen", "“- ” at the same place as in the lines above")
