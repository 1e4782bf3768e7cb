"""The gate for an edition as a whole: what no single segment shows."""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from plugins.newsroom.model import Lang
from plugins.translation.gate import structure
from plugins.translation.gate.checks import Rules
from plugins.translation.gate.cognates import traces
from plugins.translation.gate.finding import Finding, Level, quote
from plugins.translation.gate.passage import from_inner
from plugins.translation.gate.sentences import sentences
from plugins.translation.gate.words import plain
from plugins.translation.segment import Segment

JUDGED = 5
"""Fewer answers decide nothing."""
WORDS = 5
"""Shorter sentences may come twice: ``Mehr dazu hier.``"""

Numbered = tuple[int, tuple[str, str]]


def check_edition(
    pairs: Sequence[tuple[Segment, str]],
    source_lang: Lang,
    target_lang: Lang,
    *,
    source_body: str = "",
    target_body: str = "",
) -> tuple[Finding, ...]:
    """What is wrong with an edition as a whole: sentences said twice, another build of the body.

    ``pairs`` are the segments with their translations; the bodies are the Markdown of both editions.
    """
    rules = Rules(source_lang, target_lang)
    readable = [
        (segment.line, (from_inner(segment.text, segment.tags).text, from_inner(target, segment.tags).text))
        for segment, target in pairs
    ]
    found = [*repeated(readable, rules), *shifted(readable)]
    if source_body or target_body:
        found += structure.check(source_body, target_body, 0)
    return tuple(dict.fromkeys(found))


def shifted(pairs: Sequence[Numbered]) -> Iterator[Finding]:
    """Block an edition in which most answers go better with a neighbour's source than with their own.

    Of good answers 4 in 100 do, of a shifted batch some 90 in 100.
    """
    traced = [(traces(ours), traces(theirs)) for _, (ours, theirs) in pairs]
    judged, strange = 0, []
    for at, (_, theirs) in enumerate(traced):
        own = _share(traced[at][0], theirs)
        beside = max((_share(traced[n][0], theirs) for n in (at - 1, at + 1) if 0 <= n < len(traced)), default=0.0)
        judged += max(own, beside) > 0
        strange += [pairs[at]] if beside > own else []
    if judged >= JUDGED and 2 * len(strange) > judged:
        for line, (_, target) in strange:
            yield Finding(
                line, "shifted", Level.BLOCK, f"answers the text before or behind: {quote(target)}", (target,)
            )


def _share(ours: frozenset[str], theirs: frozenset[str]) -> float:
    return len(ours & theirs) / math.sqrt(len(ours) * len(theirs)) if ours and theirs else 0.0


def repeated(pairs: Sequence[Numbered], rules: Rules) -> Iterator[Finding]:
    """Ask about a sentence that comes twice, word for word, in the translation alone; else hint at it."""
    source = {line: pair[0].strip() for line, pair in pairs}
    ours = _places([(line, pair[0]) for line, pair in pairs], rules.source_lang)
    theirs = _places([(line, pair[1]) for line, pair in pairs], rules.target_lang)
    twice = {line for places in ours.values() if len(places) > 1 for line, _ in places}
    for places in theirs.values():
        if len(places) < 2:
            continue
        (first, _), (line, sentence) = places[0], places[1]
        if {at for at, _ in places} <= twice or (line != first and source[line] == source[first]):
            text = f"line {first} says the same, in the source too: {quote(sentence)}"
            yield Finding(line, "repetition", Level.HINT, text)
        else:
            yield Finding(line, "repetition", Level.ANSWER, f"line {first} says the same: {quote(sentence)}")


def _places(lines: list[tuple[int, str]], lang: Lang) -> dict[str, list[tuple[int, str]]]:
    places: dict[str, list[tuple[int, str]]] = defaultdict(list)
    for line, text in lines:
        for sentence in sentences(text, lang):
            words = re.findall(r"\w+", plain(sentence))
            if len(words) >= WORDS:
                places[" ".join(words)].append((line, sentence))
    return places
