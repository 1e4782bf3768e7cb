"""Carries a changed number, date or name of the original into the sentence a person wrote, where that is sure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from babel import Locale, UnknownLocaleError

from plugins.newsroom.model import Lang
from plugins.translation.catalogue import Catalogue, Entry, Origin
from plugins.translation.examine import gate_remarks
from plugins.translation.gate.checks import Rules
from plugins.translation.gate.names import stands
from plugins.translation.segment import Segment
from plugins.translation.small_changes import replacements

_NUMBER = re.compile(r"\d+(?:[.,:]\d+)*")
_SWAP = str.maketrans(".,", ",.")
_DOUBTFUL = frozenset({"1", "0"})
"""Beside these the words of a sentence may have to change: ``1 prize``, ``2 prizes``."""


def carried(catalogue: Catalogue, rules: Rules) -> Catalogue:
    """The catalogue (``rebased`` before) with each person's sentence brought to its new source that can be.

    Only where numbers, dates and names alone have changed, each stands in the sentence exactly once, and the
    gate finds the old sentence wrong and the new one right. What was done is a finding, to be answered.
    """
    return replace(catalogue, entries=tuple(_carried(entry, rules) for entry in catalogue.entries))


def _carried(entry: Entry, rules: Rules) -> Entry:
    if entry.origin is not Origin.BEHIND:
        return entry
    steps = tuple(_steps(entry, rules))
    target = _stepped(entry.target, steps) if steps and all(steps) else ""
    if not target or not _is_proved(entry, target, rules):
        return entry
    told = ", ".join(f"“{old}” has become “{new}”" for old, new in filter(None, steps))
    finding = f"answer: carried: {told}, as in the original"
    return replace(entry, target=target, fuzzy=False, own="", previous="", findings=(finding,), answers=())


def _steps(entry: Entry, rules: Rules) -> Iterator[tuple[str, str] | None]:
    """(old, new) in the words of the translation, for each change of the source; ``None`` for one that cannot be."""
    for before, after in replacements(entry.previous, entry.source):
        yield _step(before, after, entry, rules) if len(before) == len(after) == 1 else None


def _step(before: tuple[str, ...], after: tuple[str, ...], entry: Entry, rules: Rules) -> tuple[str, str] | None:
    old, new = before[0], after[0]
    if _NUMBER.fullmatch(old) and _NUMBER.fullmatch(new):
        found = [] if {old, new} & _DOUBTFUL else _spellings(old, new, rules)
    elif (pair := _of_calendar(old, new, rules)) is not None:
        found = [pair]
    elif old[:1].isupper() and new[:1].isupper() and _are_names(old, new, rules):
        found = [(old, new)]
    else:
        return None
    fitting = [pair for pair in found if _count(entry.target, pair[0]) == 1]
    return fitting[0] if len(fitting) == 1 and _count(entry.previous, old) == 1 else None


def _spellings(old: str, new: str, rules: Rules) -> list[tuple[str, str]]:
    """A number and its successor as the language of the translation may write them."""
    pairs = [(old, new), (old.translate(_SWAP), new.translate(_SWAP))]
    return list(dict.fromkeys(pairs)) if rules.source_lang != rules.target_lang else pairs[:1]


def _of_calendar(old: str, new: str, rules: Rules) -> tuple[str, str] | None:
    """A month or day of the week and its successor, in the language of the translation."""
    ours, theirs = _calendar(rules.source_lang), _calendar(rules.target_lang)
    if old in ours and new in ours and ours[old][0] == ours[new][0]:
        names = {place: name for name, place in theirs.items()}
        if ours[old] in names and ours[new] in names:
            return names[ours[old]], names[ours[new]]
    return None


def _calendar(lang: Lang) -> dict[str, tuple[str, int]]:
    """Name of each month and day of the week -> its kind and number."""
    try:
        locale = Locale.parse(lang, sep="-")
    except (ValueError, UnknownLocaleError):
        return {}
    months = {name: ("month", number) for number, name in locale.months["format"]["wide"].items()}
    return months | {name: ("day", number) for number, name in locale.days["format"]["wide"].items()}


def _are_names(old: str, new: str, rules: Rules) -> bool:
    """Whether both are names that the report or the house knows, or parts of such."""
    known = {word for name in rules.names for word in (name, *name.split())}
    return old in known and new in known


def _count(text: str, words: str) -> int:
    if words[:1].isdigit():
        return sum(found == words for found in _NUMBER.findall(text))
    return len(re.findall(rf"(?<!\w){re.escape(words)}(?!\w)", text))


def _stepped(target: str, steps: tuple[tuple[str, str] | None, ...]) -> str:
    """The translation with all its changes made at once, so that none undoes another."""
    now = dict(step for step in steps if step)
    pattern = "|".join(re.escape(old) for old in sorted(now, key=len, reverse=True))
    return re.sub(rf"(?<![\w.,:]){'(?:' + pattern + ')'}(?![\w]|[.,:]\d)", lambda match: now[match[0]], target)


def _is_proved(entry: Entry, target: str, rules: Rules) -> bool:
    """Whether the gate misses the change in the old sentence, and nothing in the new one."""
    former = Segment(entry.key, entry.segment.kind, entry.previous, entry.tags)
    if gate_remarks(former, entry.target, rules) or gate_remarks(entry.segment, target, rules):
        return False
    names = [word for _, after in replacements(entry.previous, entry.source) for word in after]
    missed = bool(gate_remarks(entry.segment, entry.target, rules))
    return missed or any(word[:1].isupper() and stands(target, word) for word in names)
