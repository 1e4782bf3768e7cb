"""Captions and credits: the two halves of the line below a picture."""

from __future__ import annotations

import re

from plugins.importing.labels import CAPTION, CREDIT
from plugins.newsroom.record import record

_MARK = re.compile(CREDIT, re.IGNORECASE)
_IN_BRACKETS = re.compile(rf"[(\[]\s*(?P<credit>{CREDIT}[^()\[\]]+(?:\([^()]*\))?[^()\[\]]*)[)\]]\.?", re.IGNORECASE)
_LABEL = re.compile(
    r"^(?:[^\W\d_]{0,20}\s?(?:foto'?s?|fotos?|photos?|bild(?:er|nachweis|quelle|rechte)?|fotonachweis|fotograf(?:in|ie)?|"
    r"photograph(?:er|y)?(?:\s+by)?|photo\s+credits?|picture\s+credits?|credits?|copyright|beeld|fotograaf|abbildung|quelle)"
    r"\s*:\s*)?(?:©|\(c\)|ⓒ|copyright\b:?)?\s*",
    re.IGNORECASE,
)
_CAPITALS = "[A-ZÀ-ÖØ-Þ][A-ZÀ-ÖØ-Þ-]*"
_FILE_NAME = re.compile(rf"(?:^|[_\- ])({_CAPITALS}(?:[_ ]{_CAPITALS})+)$")


@record
class Words:
    """What a line below a picture says."""

    caption: str = ""
    credit: str = ""
    left_out: str = ""
    """Labels such as “Foto:”."""


def split(text: str) -> Words:
    """Caption and credit apart; all of it is the caption where no credit is marked."""
    line = " ".join(text.split())
    bracketed = list(_IN_BRACKETS.finditer(line))
    if bracketed:
        found = bracketed[-1]
        caption = f"{line[: found.start()].rstrip()} {line[found.end() :].lstrip()}".strip()
        return _made(caption, found["credit"])
    marks = list(_MARK.finditer(line))
    if not marks:
        return _made(line, "")
    at = _first_of_run(line, marks)
    before = line[:at].rstrip(" |/–—-,;")
    return _made(before, line[at:])


def is_credit(text: str) -> bool:
    """Whether a line is a credit and nothing else."""
    line = text.strip().lstrip("([")
    return bool(_MARK.match(line)) and not split(text).caption


def has_credit(text: str) -> bool:
    """Whether a credit is marked in a text."""
    return bool(_MARK.search(text))


def _first_of_run(line: str, marks: list[re.Match[str]]) -> int:
    """Where the credit begins: at the last mark, or at the first of marks that stand together (“Foto: © X”)."""
    at = marks[-1].start()
    for mark in reversed(marks[:-1]):
        between = line[mark.end() : at].strip()
        if len(between) > 60 or "." in between.rstrip("."):
            break
        at = mark.start()
    return at


def _made(caption: str, credit: str) -> Words:
    label = _LABEL.match(credit)
    name = credit[label.end() :] if label else credit
    left = credit[: label.end()] if label else ""
    head = CAPTION.match(caption)
    if head:
        left = f"{head[0]} {left}"
        caption = caption[head.end() :]
    return Words(caption.strip(), name.strip(" .;|").strip() if name.strip(" .;|") else "", " ".join(left.split()))


def from_file_name(stem: str) -> str:
    """A photographer named in capitals at the end of a file's name: ``0815_ERIKA_M_MUSTER`` is Erika M. Muster."""
    found = _FILE_NAME.search(stem)
    if found is None:
        return ""
    parts = [part for part in re.split(r"[_ ]", found[1]) if part]
    if len(parts) < 2 or len(parts) > 4 or all(len(part) < 3 for part in parts):
        return ""
    return " ".join(f"{part}." if len(part) == 1 else part.title() for part in parts)
