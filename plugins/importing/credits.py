"""Captions and credits: the two halves of the line below a picture."""

from __future__ import annotations

import re

from plugins.importing.labels import CAPTION, CREDIT
from plugins.newsroom.record import record

_MARK = re.compile(CREDIT, re.IGNORECASE)
_IN_BRACKETS = re.compile(rf"[(\[]\s*(?P<credit>{CREDIT}[^()\[\]]+(?:\([^()]*\))?[^()\[\]]*)[)\]]\.?", re.IGNORECASE)
_LABEL = re.compile(
    r"^(?:[^\W\d_]{0,20}\s?(?:foto'?s?|fotos?|photos?|bild(?:er|nachweis|quelle|rechte)?|fotonachweis|fotograf(?:in|ie)?|"
    r"photograph(?:er|y)?(?:\s+by)?|photo\s+credits?|picture\s+credits?|credits?|pictures?|images?|copyright|beeld|fotograaf|abbildung|quelle)"
    r"\s*:\s*)?(?:©|\(c\)|ⓒ|copyright\b:?)?\s*",
    re.IGNORECASE,
)
_NAME = r"(?:[A-ZÀ-ÖØ-Þ][\w.'’-]*|(?:von|van|de|der|den|und|and|en)\b)"
_NAMES = rf"{_NAME}(?:(?:\s+|\s*[/|,&]\s*){_NAME})"
"""To be followed by how often; what parts two names is no part of one, so that a line can be read in one way only."""
_BY = re.compile(
    r"(|.*?[.!?)|/–—-]\s*|.*?[(\[]\s*)((?:(?i:photo(?:graph)?s?|pictures?|images?)(?i:\s+(?:taken\s+)?by)|(?i:fotos?|bild(?:er)?|aufnahmen?)"
    rf"(?i:\s+von)|(?i:foto'?s?|beeld)(?i:\s+door)|(?i:fotografiert\s+von|gefotografeerd\s+door))\s+)({_NAMES}{{0,8}})[.)\]]*",
)
_BARE = re.compile(rf"()((?i:fotos?|photos?|bild|beeld|picture)\s+)({_NAMES}{{0,3}})")
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
        by = _by(line)
        return Words(by[1].rstrip(" |/–—-,;(["), by[3].strip(" .)]"), by[2].strip()) if by else _made(line, "")
    at = _first_of_run(line, marks)
    before = line[:at].rstrip(" |/–—-,;")
    return _made(before, line[at:])


def is_credit(text: str) -> bool:
    """Whether a line is a credit and nothing else."""
    line = text.strip().lstrip("([")
    return bool(_MARK.match(line) or _by(line)) and not split(text).caption


def has_credit(text: str) -> bool:
    """Whether a credit is marked in a text."""
    return bool(_MARK.search(text) or _by(" ".join(text.split())))


def _by(line: str) -> re.Match[str] | None:
    """A credit without a colon: “Photo by X” as a line or at its end, or “Foto X” as a whole line."""
    found = _BY.fullmatch(line) or _BARE.fullmatch(line)
    return found if found and 1 <= len(re.findall(r"[^\W\d_]{2,}", found[3])) <= 8 else None


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
