"""The values of a catalogue: what was translated, from which words, by whom."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from plugins.newsroom.model import Lang, State
from plugins.newsroom.problem import Problem
from plugins.translation.inlines import Inside
from plugins.translation.keys import kind_of
from plugins.translation.segment import Segment, Tag


class Origin(StrEnum):
    """Whose words an entry's translation is."""

    NOBODY = "nobody"
    """There is none yet."""
    MACHINE = "machine"
    """A machine wrote it and nobody has touched it since."""
    PERSON = "person"
    """A person wrote it, changed it or took the fuzzy mark away. Never overwritten."""
    STALE = "stale"
    """It belongs to earlier words of the source, and stands here for comparison until it is replaced.
    The earlier pair itself is kept in the memory."""
    UNFINISHED = "unfinished"
    """Marked fuzzy by somebody else than our machine: kept, but neither published nor overwritten."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One segment and its translation (both inner forms)."""

    key: str
    source: str
    target: str = ""
    fuzzy: bool = False
    engine: str = ""
    model: str = ""
    date: str = ""
    """Day of the machine's answer, ISO 8601."""
    findings: tuple[str, ...] = ()
    """What the gate said of it, one sentence each."""
    mark: str = ""
    """Digest of what the machine wrote, so that a change by hand is seen."""
    seen: str = ""
    """Digest of what a reviewer has seen and approved."""
    previous: str = ""
    """The source this translation was made from, where that has changed since."""
    tags: tuple[Tag, ...] = ()
    """The tags of the source."""
    glue: str = ""
    """What stands before the segment in the body it was cut from."""
    inside: Inside | None = None
    note: str = ""
    """Comments of translators, kept as they are."""
    broken: str = ""
    """Why the translation cannot be used, as a sentence; empty if it can."""
    line: int = 0
    """Of the PO file."""

    @property
    def origin(self) -> Origin:
        """Whose words the translation is."""
        if not self.target:
            return Origin.NOBODY
        if not self.fuzzy:
            return Origin.PERSON
        if not self.mark:
            return Origin.UNFINISHED
        if self.mark != digest(self.target):
            return Origin.PERSON
        return Origin.STALE if self.previous else Origin.MACHINE

    @property
    def stale(self) -> bool:
        """Whether the translation belongs to earlier words of the source."""
        return self.origin is Origin.STALE

    @property
    def usable(self) -> bool:
        """Whether the translation may be shown to readers."""
        return self.origin in (Origin.MACHINE, Origin.PERSON) and not self.broken

    @property
    def reviewed(self) -> bool:
        """Whether a reviewer has seen exactly these words."""
        return bool(self.seen) and self.seen == digest(self.target)

    @property
    def segment(self) -> Segment:
        """The segment it translates."""
        return Segment(self.key, kind_of(self.key), self.source, self.tags)


@dataclass(frozen=True, slots=True)
class Header:
    """What a catalogue says of itself."""

    report: str
    """The report's id, or ``shared``."""
    source_lang: Lang
    lang: Lang
    slug: str = ""
    """The address of the edition, kept from the first translation on so that links stay good."""
    tail: str = "\n"
    """What stands after the last segment of the body."""
    revised: str = ""
    """Day of the last change, ISO 8601."""
    translator: str = ""
    """A human translator or agency."""
    reviewer: str = ""
    office: str = ""
    reviewed_on: str = ""
    watches: str = ""
    """Digest of the written edition this catalogue stands beside; empty if it fills one itself."""
    other: tuple[tuple[str, str], ...] = ()
    """Fields of other programs, kept as they are."""


@dataclass(frozen=True, slots=True)
class Standing:
    """The last good edition of a catalogue some of whose translations are missing now."""

    state: State
    words: tuple[tuple[str, str], ...]
    """(key, text) of the fields."""
    body: str
    """Markdown."""
    engine: str = ""
    model: str = ""
    date: str = ""


@dataclass(frozen=True, slots=True)
class Catalogue:
    """The translations of one report (or of the shared words) into one language."""

    header: Header
    entries: tuple[Entry, ...] = ()
    """In the order of the source."""
    memory: tuple[Entry, ...] = ()
    """Obsolete pairs, kept because somebody wrote or paid for them."""
    standing: Standing | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """What was made of a PO file: a catalogue unless it could not be read at all, and what is wrong."""

    catalogue: Catalogue | None
    problems: tuple[Problem, ...] = ()


def digest(text: str) -> str:
    """A short digest of a text: the first 48 bits of its SHA-256, in hexadecimal."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:12]


def source_digest(texts: Iterable[tuple[str, str]]) -> str:
    """A digest of the words of an edition: the keys and texts of its segments in order."""
    return digest("\x1e".join(f"{key}\x1f{text}" for key, text in texts))
