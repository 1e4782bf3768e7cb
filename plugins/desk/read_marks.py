"""Which paragraphs of a translation somebody has read so far; nothing of it counts before it is signed."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from plugins.translation.catalogue import digest
from plugins.translation.run.keep import data_of, replaced


@dataclass(frozen=True, slots=True)
class ReadMarks:
    """Digests of the pairs that were read; a change of either side makes a paragraph unread again."""

    pairs: frozenset[str] = frozenset()
    answers: tuple[tuple[str, str], ...] = ()
    """(key, why) of findings in a version that somebody wrote: they are recorded when it is signed."""

    def has(self, source: str, target: str) -> bool:
        """Whether these two were read together."""
        return mark(source, target) in self.pairs

    def with_pairs(self, pairs: Iterable[str], *, read: bool) -> ReadMarks:
        """The same with these pairs read, or unread."""
        return replace(self, pairs=self.pairs | set(pairs) if read else self.pairs - set(pairs))

    def with_answer(self, key: str, why: str) -> ReadMarks:
        """The same with a finding answered."""
        return replace(self, answers=tuple({**dict(self.answers), key: why}.items()))


def mark(source: str, target: str) -> str:
    """What a pair is known by."""
    return digest(f"{source}\x1f{target}")


def path_of(cache: Path, report: str, lang: str) -> Path:
    """Where the marks of a version are kept: on this machine alone."""
    return cache / "desk" / "read" / f"{report}.{lang}.json"


def read_marks(path: Path) -> ReadMarks:
    """The marks; none where there are none, or they were damaged."""
    try:
        found = json.loads(data_of(path) or b"{}")
        answers = tuple((str(key), str(why)) for key, why in found.get("answers", []))
        return ReadMarks(frozenset(map(str, found.get("pairs", []))), answers)
    except (ValueError, AttributeError, TypeError):
        return ReadMarks()


def write_marks(path: Path, marks: ReadMarks) -> None:
    """Keeps them. Raises ``NoSpace``, ``NotWritable``."""
    told = {"pairs": sorted(marks.pairs), "answers": marks.answers}
    replaced(path, json.dumps(told).encode(), data_of(path))
