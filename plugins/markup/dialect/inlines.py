"""Finds the edits inside lines: stars in words, angle brackets around words, addresses, ends of lines."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence

from plugins.markup.addresses import WEB
from plugins.markup.dialect.edits import Edit
from plugins.markup.dialect.html import NAMES
from plugins.markup.dialect.signs import Sign

Span = tuple[int, int]

_TRIGGER = re.compile(
    r"[*<\\\]](?:(?<=[^\W_]\*)(?=[^\W_])|(?<=[^\s\\]\*)(?=[^\w\s*])|(?<=<)(?=[A-Za-z/!?])"
    r"|(?<=\\)(?:[\n<]|\\(?=\w))|(?<=\])[ \u00a0]?\()"
)
"""Something that may need an edit. One class of signs first: so it is searched for five times as fast."""
_TICKS = re.compile(r"(?<![`\\])`+|(?<=\\\\)`+")
_BLANK_LINE = re.compile(r"\n[ \t>]*\n")
_ADDRESS = re.compile(
    r"(?:https?://|mailto:|tel:|report:|page:|photo:)|(www\.)|([^\s()@<>]+@[^\s()@<>]+\.\w)", re.IGNORECASE
)
"""What may stand as the destination of a link: there an @ alone makes a mailbox, whatever it is called."""
_START = re.compile(r"\\|<|\]|\*|http|Http|HTTP|ftp|Ftp|FTP|www|Www|WWW")
"""How each part begins: plain letters, which are searched for four times as fast as what follows them."""
_SIGN = re.compile(r"[\\<\]*]")
"""The same where no address stands without brackets."""
_BARE = re.compile(r"://|www\.", re.IGNORECASE)
_PART = re.compile(
    r"(?P<escape>\\(?:\n|.))"
    r"|(?P<auto><(?:[a-z][a-z0-9+.-]{1,31}:[^\s<>]*|[^\s<>@]+@[^\s<>]+)>)"
    r"|(?P<www><www\.[^\s<>]+>)"
    r"|(?P<tag></?(?P<name>[A-Za-z][A-Za-z0-9-]*)(?:\s[^<>]*|/)?>)"
    r"|(?P<open><(?=[A-Za-z/!?]))"
    rf"|(?P<bare>{WEB})"
    r"|(?P<dest>\](?P<gap>[ \u00a0]?)\()"
    r"|(?P<star>\*+)",
    re.IGNORECASE,
)

_ENDS_WORD = tuple(")]%€$£°²³")
"""Signs that end a word as letters do."""
_WITH_BLANKS = ("photo:", "tel:", "mailto:")
"""Addresses in which people type blanks: in names of files, in numbers, in the subject of a mail."""
_SHARE = re.compile(r"(?<![^\s(„“\"'])\\\\[\w.-]+\\\w")
"""The beginning of a path on a server of Windows."""
_CLOSER = re.compile(r"\*(?<=[^\s*\\]\*)(?![\w*])")


def find_inlines(text: str, raw: Sequence[Span]) -> tuple[list[Edit], list[Sign]]:
    """The edits inside the lines of a text, outside the stretches that are raw; and what was seen."""
    triggers = [match.start() for match in _TRIGGER.finditer(text)]
    if not triggers:
        return [], []
    reader = _Reader(text)
    for start, end in _paragraphs(text, raw):
        following = bisect_left(triggers, start)
        if following < len(triggers) and triggers[following] < end:
            reader.read(start, end)
    return reader.edits, reader.signs


def _paragraphs(text: str, raw: Sequence[Span]) -> Iterator[Span]:
    """The stretches between blank lines and what is raw."""
    at = 0
    for start, end in (*sorted(raw), (len(text), len(text))):
        while at < start:
            blank = _BLANK_LINE.search(text, at, start)
            stop = blank.start() if blank else start
            if stop > at:
                yield at, stop
            at = blank.end() - 1 if blank else start
        at = max(at, end)


class _Reader:
    """Reads one paragraph after the other."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.edits: list[Edit] = []
        self.signs: list[Sign] = []
        self.end = 0
        self.codes: list[Span] = []
        self.opened = {1: 0, 2: 0}
        """How many runs of so many stars have opened an emphasis that is not closed yet."""

    def read(self, start: int, end: int) -> None:
        """Reads one paragraph."""
        self.end = end
        self.opened = {1: 0, 2: 0}
        self.codes = list(_codes(self.text, start, end))
        starts = [code[0] for code in self.codes]
        closers = _closers(self.text, start, end)
        begins = _START if _BARE.search(self.text, start, end) else _SIGN
        at = start
        while sign := begins.search(self.text, at, end):
            number = bisect_right(starts, sign.start()) - 1
            if number >= 0 and sign.start() < self.codes[number][1]:
                at = self.codes[number][1]
                continue
            found = _PART.match(self.text, sign.start(), end)
            at = self._part(found, closers) if found else sign.start() + 1

    def _part(self, found: re.Match[str], closers: list[int]) -> int:
        """Takes up one thing; where to go on."""
        kind, start, end = found.lastgroup, found.start(), found.end()
        if found["escape"]:
            if found["escape"] == "\\\n" and self._is_broken(start, end):
                self.edits.append(Edit(start, start + 1, "  "))
            elif found["escape"] == "\\\\" and _SHARE.match(self.text, start):
                self.edits.append(Edit(start, start, "\\\\"))
            elif found["escape"] == "\\<":
                self.edits.append(Edit(start, end, "&lt;"))
        elif found["www"]:
            self.edits.append(Edit(start + 1, start + 1, "https://"))
        elif found["tag"]:
            if found["name"].lower() not in NAMES:
                self.edits.append(Edit(start, start + 1, "&lt;"))
                return start + 1
        elif found["open"]:
            return self._angle(start)
        elif found["dest"]:
            return self._target(found)
        elif found["star"] and not (end - start == 1 and self._is_in_word(start)):
            self._run_of_stars(start, end)
        elif found["star"]:
            self._star(start, closers)
        del kind
        return end

    def _is_broken(self, start: int, end: int) -> bool:
        """Whether a backslash at the end of a line breaks it: words stand before it, and on the next line."""
        before = self.text[self.text.rfind("\n", 0, start) + 1 : start]
        after = self.text[end : self.text.find("\n", end) % (self.end + 1)]
        return any(map(str.isalnum, before)) and any(map(str.isalnum, after))

    def _angle(self, start: int) -> int:
        """A bracket that closes nowhere, or holds a comment."""
        for sign, ending in (("<!--", "-->"), ("<?", "?>"), ("<!", ">")):
            if self.text.startswith(sign, start):
                end = self.text.find(ending, start + len(sign), self.end)
                if end >= 0:
                    return end + len(ending)
                break
        self.edits.append(Edit(start, start + 1, "&lt;"))
        return start + 1

    def _is_in_word(self, start: int) -> bool:
        return self.text[start - 1 : start].isalnum() and self.text[start + 1 : start + 2].isalnum()

    def _run_of_stars(self, start: int, end: int) -> None:
        """Stars behind a word that close nothing are those of a note: ``Kinder*, Gäste**``."""
        before, after = self.text[start - 1 : start] if start else "", self.text[end : end + 1]
        behind_word = before.isalnum() or before in _ENDS_WORD
        opens = bool(after.strip()) and (after.isalnum() or not behind_word)
        closes = bool(before.strip()) and (behind_word or not after.isalnum())
        lengths = [length for length in (1, 2) if end - start in (length, 3)]
        if closes and any(self.opened[length] for length in lengths):
            for length in lengths:
                self.opened[length] = max(self.opened[length] - 1, 0)
        elif opens:
            for length in lengths:
                self.opened[length] += 1
        elif closes and after.strip():
            self.edits += [Edit(at, at, "\\") for at in range(start, end)]

    def _star(self, start: int, closers: list[int]) -> None:
        """A star between two letters belongs to the word: ``Autor*innen``."""
        word = start
        while word and (self.text[word - 1].isalnum() or self.text[word - 1] in "*\\"):
            word -= 1
            if start - word > 60:
                break
        opens = self.text[word] == "*" and self.text[word + 1 : word + 2] != "*"
        if opens and bisect_right(closers, start) == len(closers) and self.text.count("*", word + 1, start) == 0:
            return
        self.edits.append(Edit(start, start, "\\"))

    def _target(self, found: re.Match[str]) -> int:
        """The address of a link: one with blanks gets brackets, a gap before it is closed."""
        start = found.end()
        if found["gap"]:
            if not _ADDRESS.match(self.text, start, self.end) or not self._has_words(found.start()):
                return found.start() + 1
            self.edits.append(Edit(found.start() + 1, found.start() + 2, ""))
        if self.text[start : start + 1] == "<":
            close = self.text.find(">", start, self.end)
            return close + 1 if close >= 0 else start
        end = _closing(self.text, start, self.end)
        if end < 0:
            return start
        title = re.compile(r"\s+(?:\"[^\"]*\"|'[^']*')\s*$").search(self.text, start, end)
        last = title.start() if title else end
        typed = self.text[start:last]
        known = _ADDRESS.match(typed)
        if known and known[1]:
            self.edits.append(Edit(start, start, "https://"))
        elif known and known[2] and not re.match(r"[a-z]+:", typed, re.IGNORECASE):
            self.edits.append(Edit(start, start, "mailto:"))
        elif typed.lower().startswith(_WITH_BLANKS) and re.search(r"\s", typed.strip()):
            self.edits += (Edit(start, start, "<"), Edit(last, last, ">"))
        return end + 1

    def _has_words(self, bracket: int) -> bool:
        """Whether a bracket with words opens before this one, which is no number of a note."""
        opening = self.text.rfind("[", max(0, bracket - 300), bracket)
        words = self.text[opening + 1 : bracket]
        return opening >= 0 and "]" not in words and any(char.isalpha() for char in words)


def _codes(text: str, start: int, end: int) -> Iterator[Span]:
    """The spans of code: from a run of backticks to the next of the same length."""
    if text.find("`", start, end) < 0:
        return
    runs = [match.span() for match in _TICKS.finditer(text, start, end)]
    places: dict[int, list[int]] = defaultdict(list)
    for number, (first, last) in enumerate(runs):
        places[last - first].append(number)
    number = 0
    while number < len(runs):
        first, last = runs[number]
        same = places[last - first]
        following = bisect_right(same, number)
        if following < len(same):
            yield first, runs[same[following]][1]
            number = same[following]
        number += 1


def _closers(text: str, start: int, end: int) -> list[int]:
    """The places of the single stars that can only close an emphasis."""
    if text.find("*", start, end) < 0:
        return []
    return [match.start() for match in _CLOSER.finditer(text, start, end)]


def _closing(text: str, start: int, end: int) -> int:
    """Where the bracket of an address closes, on its line; -1 if it does not."""
    if text.find(")", start, min(end, start + 2000)) < 0:
        return -1
    depth = 1
    for match in re.compile(r"\\.|[()\n]").finditer(text, start, min(end, start + 2000)):
        sign = match[0]
        depth += {"(": 1, ")": -1}.get(sign, 0)
        if sign == "\n":
            return -1
        if depth == 0:
            return match.start()
    return -1
