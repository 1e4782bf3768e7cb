"""A sentence of the source that nothing answers, or one of the translation that answers nothing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from plugins.translation.gate.beads import align
from plugins.translation.gate.finding import Finding, Level, quote
from plugins.translation.gate.length import surprise
from plugins.translation.gate.passage import Passage
from plugins.translation.gate.sentences import sentences

FEWER, EQUAL, MORE = -1.7, -4.7, -4.1
"""What the number of sentences says, in log odds: fewer than in the source, as many, more."""
FOR, AGAINST = 0.58, 1.06
"""Weights of what the alignment says for a dropped sentence, and against it (see docs/gate.md)."""
FAR = 30.0
"""The alignment says no more than this."""
THRESHOLD = -0.3
ADDED = 4.0
"""The threshold for a sentence of the translation that nothing answers, the highest that still finds 70 of 100."""
TORN = -0.5
"""A text that breaks off is also shorter than usual, in scatters of the length."""
_WORDS = 6
MANY = 60
"""Longer texts are not aligned: a segment is a paragraph."""


@dataclass(frozen=True, slots=True)
class Suspect:
    """A source sentence with the log odds that it was dropped."""

    sentence: str
    odds: float


def suspect(source: str, target: str, source_lang: str, target_lang: str) -> Suspect | None:
    """The likeliest dropped sentence; ``None`` where the source has one sentence only."""
    ours, theirs = sentences(source, source_lang), sentences(target, target_lang)
    if not 2 <= len(ours) <= MANY or not 1 <= len(theirs) <= MANY:
        return None
    found = align(ours, theirs, source_lang, target_lang)
    lead = max(-FAR, min(FAR, found.lead))
    odds = FEWER if len(theirs) < len(ours) else EQUAL if len(theirs) == len(ours) else MORE
    return Suspect(ours[found.dropped], odds + lead * (FOR if lead > 0 else AGAINST))


def check(source: Passage, target: Passage, source_lang: str, target_lang: str, line: int) -> Iterator[Finding]:
    """Ask about a sentence that seems to be missing, to be added, or to break off."""
    found = suspect(source.text, target.text, source_lang, target_lang)
    if found is not None and found.odds > THRESHOLD:
        yield Finding(line, "sentence", Level.ANSWER, f"no answer to {quote(found.sentence)}", (found.sentence, ""))
        return
    added = suspect(target.text, source.text, target_lang, source_lang)
    if added is not None and added.odds > ADDED:
        evidence = f"nothing in the source says {quote(added.sentence)}"
        yield Finding(line, "added", Level.ANSWER, evidence, ("", added.sentence))
    elif _torn(source.text, target.text, source_lang, target_lang):
        evidence = f"ends in the middle of a sentence: {quote(target.text[-40:])}"
        yield Finding(line, "sentence", Level.ANSWER, evidence, ("", target.text[-40:]))


def _torn(source: str, target: str, source_lang: str, target_lang: str) -> bool:
    """Whether the translation breaks off where the source has an end."""
    ended = source.rstrip('"“”‘’«») \n')[-1:] in tuple(".!?")
    short = surprise(len(source), len(target), source_lang, target_lang) < TORN
    return ended and short and target.rstrip()[-1:].isalpha() and len(target.split()) >= _WORDS
