"""What the gate has to say about one line or segment."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from enum import StrEnum

from plugins.translation.gate.patterns import HOLE


class Level(StrEnum):
    """How much a finding weighs."""

    BLOCK = "block"
    """Never published: retried, split, then left to a person."""
    ANSWER = "answer"
    """Somebody must say that it is right."""
    HINT = "hint"
    """Worth a look."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing the gate found.

    ``line`` counts from 1 (0: the text as a whole); ``check`` is the stable name of the rule, listed in
    docs/gate.md; ``evidence`` is a sentence for people; ``words`` are the words concerned, the source's first.
    """

    line: int
    check: str
    level: Level
    evidence: str
    words: tuple[str, ...] = ()

    @property
    def key(self) -> str:
        """Sixteen digits that stay the same while the check and its words do: an answer refers to them.

        Neither the line nor the level is part of it, and the sentence only where no words are named.
        """
        said = self.words or (self.evidence,)
        flat = "\0".join(" ".join(word.split()) for word in (self.check, *said))
        return hashlib.sha256(flat.encode()).hexdigest()[:16]


def quote(text: str, limit: int = 80) -> str:
    """What a reader sees of the text in quotation marks, on one line, shortened to about ``limit`` characters."""
    flat = " ".join(text.replace(HOLE, "").split())
    if len(flat) > limit:
        half = limit // 2 - 1
        flat = f"{flat[:half]} … {flat[-half:]}"
    return f"“{flat}”"
