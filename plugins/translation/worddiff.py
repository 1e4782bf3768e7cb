"""Shows the difference of two texts word by word."""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import SequenceMatcher

_TOKEN = re.compile(r"\w+|[^\w\s]|\s+")


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of text: in both (``=``), in the old one alone (``-``) or in the new one alone (``+``)."""

    sign: str
    text: str


def word_diff(old: str, new: str) -> tuple[Stretch, ...]:
    """The stretches that make the old text (``=`` and ``-``) and the new one (``=`` and ``+``)."""
    a, b = _TOKEN.findall(old), _TOKEN.findall(new)
    out: list[Stretch] = []
    for kind, i, j, k, m in SequenceMatcher(None, a, b, autojunk=False).get_opcodes():
        if kind == "equal":
            out.append(Stretch("=", "".join(a[i:j])))
            continue
        if i < j:
            out.append(Stretch("-", "".join(a[i:j])))
        if k < m:
            out.append(Stretch("+", "".join(b[k:m])))
    return tuple(out)


def as_text(stretches: tuple[Stretch, ...]) -> str:
    """The difference in the manner of ``git diff --word-diff``: ``[-old-]{+new+}``."""
    sides = {"=": ("", ""), "-": ("[-", "-]"), "+": ("{+", "+}")}
    return "".join(f"{sides[s.sign][0]}{s.text}{sides[s.sign][1]}" for s in stretches)
