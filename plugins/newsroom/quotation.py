"""Straight and foreign quotation marks in an edition's words; they are reported, never changed.

What each language writes: Duden K 8–12 and DIN 5008; Taalunie, „aanhalingstekens“ (taaladvies.net);
New Hart's Rules 9; Lexique des règles typographiques for French.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import islice
from typing import TYPE_CHECKING

from plugins.newsroom.codes import Code
from plugins.newsroom.front_matter import Halves
from plugins.newsroom.model import Lang
from plugins.newsroom.problem import Level, Problem
from plugins.newsroom.source import MOST, Text

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
    """A notice for each straight and each foreign mark of the body, and of each short text."""
    base = lang.split("-")[0]
    if base not in _OPENING:
        return
    start = len(text.text) - len(halves.body)
    found = _found(base, halves.body)
    for code, offset, sign in islice(found, MOST):
        yield _problem(base, code, f": {sign}", text, text.position(start + offset))
    if rest := next(found, None):
        more = f", the first of {1 + sum(1 for _ in found)} more: {rest[2]}"
        yield _problem(base, rest[0], more, text, text.position(start + rest[1]))
    for path, words in short_texts(doc):
        for code in dict.fromkeys(code for code, _, _ in _found(base, words)):
            signs = dict.fromkeys(sign for other, _, sign in _found(base, words) if other is code)
            yield _problem(base, code, f": {' '.join(signs)}", text, doc.at(path))


def is_clean(lang: Lang, body: str) -> bool:
    """Whether there is nothing to say of the marks in a body."""
    base = lang.split("-")[0]
    return base not in _OPENING or next(_found(base, body), None) is None


def short_texts(doc: Doc) -> Iterator[tuple[tuple[str | int, ...], str]]:
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
    if '"' in prose or "'" in prose:
        yield from ((Code.STRAIGHT_QUOTES, place, prose[place]) for place in _straight(prose))
    yield from ((Code.FOREIGN_QUOTES, place, prose[place]) for place in _other(prose, base))


def _straight(prose: str) -> Iterator[int]:
    """Where a passage between straight marks begins; a mark without a second one in its paragraph counts too."""
    opened = -1
    for match in _STRAIGHT.finditer(prose):
        closes = match.group() == '"' and opened >= 0 and "\n\n" not in prose[opened : match.start()]
        if not closes:
            yield match.start()
        opened = match.start() if match.group() == '"' and not closes else -1


def _other(prose: str, base: str) -> Iterator[int]:
    """Where a passage between another language's marks begins; a mark that closes what another opened counts too."""
    opening = {match.start() for match in _others(prose, base, is_opening=True)}
    closing = {match.start() for match in _others(prose, base, is_opening=False)}
    opened = -1
    for place in sorted(opening | closing):
        closes = place not in opening and opened >= 0 and "\n\n" not in prose[opened:place]
        if not closes:
            yield place
        opened = place if place in opening else -1


def _others(prose: str, base: str, *, is_opening: bool) -> Iterator[re.Match[str]]:
    """The marks that open or close something and do not do so in that language."""
    marks, pattern = _foreign(base, is_opening=is_opening)
    if any(mark in prose for mark in marks):
        yield from (m for m in pattern.finditer(prose) if not is_opening or _opens(prose, m.start()))


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
        f"{kind}{sign}",
        f"the marks this language uses: {_SHOWN[base]}",
        "Write them so; marks are never changed by the build.",
        Level.NOTICE,
    )
