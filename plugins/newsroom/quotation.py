"""Straight and foreign quotation marks in an edition's words; they are reported, never changed.

What each language writes: Duden K 8–12 and DIN 5008; Taalunie, „aanhalingstekens“ (taaladvies.net);
New Hart's Rules 9; Lexique des règles typographiques for French.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from plugins.newsroom.codes import Code
from plugins.newsroom.front_matter import Halves
from plugins.newsroom.model import Lang
from plugins.newsroom.problem import Level, Problem
from plugins.newsroom.source import Text

if TYPE_CHECKING:
    from plugins.newsroom.yaml_source import Doc

_OPENING: dict[str, str] = {"de": "„‚»›", "nl": "“‘„", "en": "“‘", "fr": "«“‹"}
_CLOSING: dict[str, str] = {"de": "“‘«‹’", "nl": "”’", "en": "”’", "fr": "»”›’"}
_SHOWN: dict[str, str] = {"de": "„…“", "nl": "‘…’ or “…”", "en": "“…” or ‘…’", "fr": "« … »"}

_NOT_PROSE = re.compile(
    r"^ {0,3}(```|~~~).*?(?:^ {0,3}\1|\Z)"  # fenced code
    r"|`+[^`\n]*`+"  # code in the text
    r"|<(\w+)[^>]*\slang=[^>]*>.*?</\2>"  # words in another language
    r"|<[^>\n]*>"  # tags and addresses
    r"|\]\([^)\n]*\)"  # a link's address and title
    r"|^ {0,3}\[[^\]\n]+\]:[^\n]*"  # a reference's address
    r"|\{[^}\n]*\}",  # attributes
    re.MULTILINE | re.DOTALL,
)
_WORDED = ("alt", "caption")
# Each pattern begins with the mark itself, which is rare, and looks back from there: that is quick.
# 's, 't, 'n, 'k and 'm are words of Dutch, cut off in front.
_STRAIGHT = re.compile(r"\"|'(?<!\w')(?=\w)(?![stnkm]\b)[^'\n]{1,80}(?<=\S)'(?!\w)")
_OPENS = "„“”‚‘»«›‹", r"(?=\w)"
_CLOSES = "„“”‚»«›‹", r"(?<=[\w.,!?…].)"
_BEFORE = re.compile(r"[\s(\[–—/]")


def quotation_problems(lang: Lang, text: Text, halves: Halves, doc: Doc) -> Iterator[Problem]:
    """A notice for the first straight and the first foreign mark of the body and of each short text."""
    base = lang.split("-")[0]
    if base not in _OPENING:
        return
    start = sum(len(line) + 1 for line in text.text.split("\n")[: halves.body_line - 1])
    for code, offset, sign in _found(base, halves.body):
        yield _problem(base, code, sign, text, text.position(start + offset))
    for path, words in _short_texts(doc):
        for code, _, sign in _found(base, words):
            yield _problem(base, code, sign, text, doc.at(path))


def is_clean(lang: Lang, body: str) -> bool:
    """Whether there is nothing to say of the marks in a body."""
    base = lang.split("-")[0]
    return base not in _OPENING or next(_found(base, body), None) is None


def _short_texts(doc: Doc) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """Everything in the front matter that readers read, each text with its place."""
    photos = doc.value.get("photos")
    named = [("photos", file, key) for file in photos for key in _WORDED] if isinstance(photos, dict) else []
    for key, inside in (("links", "label"), ("corrections", "text")):
        items = doc.value.get(key)
        named += [(key, place, inside) for place in range(len(items))] if isinstance(items, list) else []
    for path in (("title",), ("kicker",), ("teaser",), *named):
        yield from doc.strings(*path)


def _found(base: str, words: str) -> Iterator[tuple[Code, int, str]]:
    if next(_marks(base, words), None) is None:
        return
    yield from _marks(base, _NOT_PROSE.sub(lambda match: re.sub(r"[^\n]", " ", match.group()), words))


def _marks(base: str, prose: str) -> Iterator[tuple[Code, int, str]]:
    straight = _STRAIGHT.search(prose) if '"' in prose or "'" in prose else None
    if straight:
        yield Code.STRAIGHT_QUOTES, straight.start(), straight.group()[0]
    firsts = [match for match in (_first(prose, base, is_opening=True), _first(prose, base, is_opening=False)) if match]
    foreign = min(firsts, key=lambda match: match.start(), default=None)
    if foreign:
        yield Code.FOREIGN_QUOTES, foreign.start(), foreign.group()


def _first(prose: str, base: str, *, is_opening: bool) -> re.Match[str] | None:
    """The first mark that opens or closes something and does not do so in that language."""
    marks, pattern = _foreign(base, is_opening=is_opening)
    if not any(mark in prose for mark in marks):
        return None
    return next((m for m in pattern.finditer(prose) if not is_opening or _opens(prose, m.start())), None)


@cache
def _foreign(base: str, *, is_opening: bool) -> tuple[str, re.Pattern[str]]:
    """The marks that do not open (or close) in a language, and where they would."""
    own, (every, where) = (_OPENING[base], _OPENS) if is_opening else (_CLOSING[base], _CLOSES)
    marks = "".join(mark for mark in every if mark not in own)
    return marks, re.compile(f"[{marks}]{where}")


def _opens(prose: str, at: int) -> bool:
    return at == 0 or _BEFORE.match(prose, at - 1) is not None


def _problem(base: str, code: Code, sign: str, text: Text, at: tuple[int, int]) -> Problem:
    kind = "a straight quotation mark" if code is Code.STRAIGHT_QUOTES else "another language's quotation mark"
    return text.problem(
        code,
        at,
        f"{kind}: {sign}",
        f"the marks this language uses: {_SHOWN[base]}",
        "Write them so; marks are never changed by the build.",
        Level.NOTICE,
    )
