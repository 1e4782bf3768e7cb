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
    UNKNOWN = "unknown"
    """Nothing says whose it is: shown as a machine's, and kept as a person's."""
    STALE = "stale"
    """It belongs to earlier words of the source, and stands here for comparison until it is replaced.
    The earlier pair itself is kept in the memory."""
    BEHIND = "behind"
    """A person's, for earlier words of the source: kept beside the new words until a person decides."""
    UNFINISHED = "unfinished"
    """Marked fuzzy by somebody else than our machine ("needs work"): kept, but neither published nor overwritten."""


@dataclass(frozen=True, slots=True)
class FindingAnswer:
    """What a person said to a finding of the gate."""

    finding: str
    """The finding as it stands in the catalogue."""
    by: str
    on: str
    """Day, ISO 8601."""
    office: str = ""
    words: str = ""
    """Why it is right as it stands; may be empty."""


@dataclass(frozen=True, slots=True)
class Review:
    """A record that a person has read exactly these paragraphs, on both sides. It is never changed."""

    by: str
    office: str
    on: str
    """Day, ISO 8601."""
    source: tuple[str, ...]
    """Digest of each text of the original, in order."""
    target: tuple[str, ...]
    """Digest of each text of the edition; of a filled one as many as of the original."""
    answers: tuple[FindingAnswer, ...] = ()
    """What was open, and how it was answered."""
    carried: str = ""
    """Day on which an earlier record was carried over: a slip was put right in the original, or the same words
    became a file."""

    def covers(self, pairs: Iterable[tuple[str, str]]) -> bool:
        """Whether each (source, translation) is one of those that were read together."""
        read = set(zip(self.source, self.target, strict=False))
        return all((digest(source), digest(target)) in read for source, target in pairs)


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
    answers: tuple[FindingAnswer, ...] = ()
    """What people said to that."""
    mark: str = ""
    """Digest of what the machine wrote, so that a change by hand is seen."""
    own: str = ""
    """Digest of a person's words that stand beside a changed source."""
    unsigned: bool = False
    """Nothing says whose words these are: comments and marks are gone."""
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
            return Origin.UNKNOWN if self.unsigned else Origin.PERSON
        words = digest(self.target)
        if self.previous and self.own == words:
            return Origin.BEHIND
        if self.mark != words:
            return Origin.UNFINISHED
        return Origin.STALE if self.previous else Origin.MACHINE

    @property
    def stale(self) -> bool:
        """Whether the translation belongs to earlier words of the source."""
        return self.origin in (Origin.STALE, Origin.BEHIND)

    @property
    def usable(self) -> bool:
        """Whether the translation may be shown to readers: not while a contradiction in it is unanswered."""
        sound = self.origin in (Origin.MACHINE, Origin.PERSON, Origin.UNKNOWN) and not self.broken
        return sound and not any(finding.startswith("block: ") for finding in self.open)

    @property
    def made_by_machine(self) -> bool:
        """Whether a machine had a hand in these words, or nobody knows."""
        return bool(self.target) and (bool(self.engine) or self.unsigned or self.mark == digest(self.target))

    @property
    def refused(self) -> bool:
        """Whether the findings are about a machine's answer that does not stand here."""
        return bool(self.engine) and not self.mark and not self.unsigned

    @property
    def waiting_for_words(self) -> bool:
        """Whether no answer of a machine passed the gate, so that a person must translate it."""
        blocked = any(finding.startswith("block: ") for finding in self.findings)
        return (bool(self.findings) and (self.refused and not self.target)) or (blocked and self.origin is Origin.STALE)

    @property
    def open(self) -> tuple[str, ...]:
        """The findings that nobody has answered; what was said of an answer that was refused is none."""
        if not self.target or self.refused:
            return ()
        answered = {answer.finding for answer in self.answers}
        return tuple(f for f in self.findings if f not in answered and not f.startswith("hint: "))

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
    reviews: tuple[Review, ...] = ()
    """Every review there has been, oldest first."""
    watches: str = ""
    """Digest of the written edition this catalogue stands beside; empty if it fills one itself."""
    adopted: str = ""
    """Day on which an edition that nobody had reviewed was adopted; empty once somebody has."""
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
    review: int = 0
    """Number of the review that read it, from 1; 0 where nobody has."""


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
