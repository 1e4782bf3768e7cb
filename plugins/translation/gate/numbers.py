"""Every number of the source must be answered, and none may come from nowhere."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from plugins.translation.gate.finding import Finding, Level, quote
from plugins.translation.gate.numeral import Numeral
from plugins.translation.gate.numerals import numerals
from plugins.translation.gate.units import unit


@dataclass(frozen=True, slots=True)
class Account:
    """The numbers of a text set against those of its translation."""

    pairs: tuple[tuple[Numeral, Numeral], ...]
    missing: tuple[Numeral, ...]
    """Of the source, without an answer."""
    extra: tuple[Numeral, ...]
    """Of the translation, from nowhere."""


def account(source: str, target: str, source_lang: str, target_lang: str) -> Account:
    """Match each number of the source with one of the translation, in digits or in words.

    Of the translation, words that count are only held against it where a number of the source is missing.
    """
    ours, theirs = numerals(source, source_lang), numerals(target, target_lang)
    free = sorted(theirs, key=lambda n: not n.digits)
    pairs: list[tuple[Numeral, Numeral]] = []
    missing: list[Numeral] = []
    for numeral in (n for n in ours if n.asked):
        match = next((n for n in free if numeral.agrees(n)), None)
        if match is None:
            missing.append(numeral)
        else:
            free.remove(match)
            pairs.append((numeral, match))
    extra = [n for n in free if n.digits and not any(n.agrees(o) for o in ours)]
    spare = [n for n in free if n.digits]
    kept = [n for n in missing if not _group_by_group(n, spare)]
    extra = [n for n in extra if not _group_by_group(n, missing)]
    if kept:
        extra += [n for n in free if n.asked and not n.digits and not any(n.agrees(o) for o in ours)]
    return Account(tuple(pairs), tuple(kept), tuple(extra))


def _group_by_group(numeral: Numeral, others: list[Numeral]) -> bool:
    """Whether scores, ranges, versions agree once they are read group by group (``7:2`` and ``7–2``)."""
    groups = [group for other in others for group in other.groups]
    loose = numeral.loose or numeral.times or any(o.loose or o.times for o in others)
    return bool(loose) and all(groups.count(group) >= numeral.groups.count(group) for group in numeral.groups)


def check(source: str, target: str, source_lang: str, target_lang: str, line: int) -> Iterator[Finding]:
    """Block a number, unit or currency in the place of another; ask about one that is only lost or only new."""
    found = account(source, target, source_lang, target_lang)
    for numeral, other in zip(found.missing, found.extra, strict=False):
        evidence = f"{quote(numeral.raw)} has become {quote(other.raw)}"
        yield Finding(line, "number", Level.BLOCK, evidence, (numeral.raw, other.raw))
    for numeral in found.missing[len(found.extra) :]:
        yield Finding(line, "number", Level.ANSWER, f"{quote(numeral.raw)} has no answer", (numeral.raw, ""))
    for numeral in found.extra[len(found.missing) :]:
        evidence = f"{quote(numeral.raw)} does not stand in the source"
        yield Finding(line, "number", Level.ANSWER, evidence, ("", numeral.raw))
    for numeral, other in found.pairs:
        was = unit(source, numeral.start, numeral.end, source_lang)
        now = unit(target, other.start, other.end, target_lang)
        if was and now and was != now:
            evidence = f"{quote(numeral.raw)} {was} has become {quote(other.raw)} {now}"
            yield Finding(line, "amount", Level.BLOCK, evidence, (f"{numeral.raw} {was}", f"{other.raw} {now}"))
