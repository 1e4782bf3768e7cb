"""Every number of the source must be answered, and none may come from nowhere or stand in the place of another."""

from __future__ import annotations

import itertools
import re
from collections import Counter, defaultdict, deque
from collections.abc import Iterator
from dataclasses import dataclass, replace
from fractions import Fraction

from plugins.translation.gate.clock import with_times
from plugins.translation.gate.dates import Mention, dates
from plugins.translation.gate.decades import of_centuries
from plugins.translation.gate.durations import measured, with_sums
from plugins.translation.gate.finding import Finding, Level, quote
from plugins.translation.gate.lexicon import lexicon
from plugins.translation.gate.number_digits import foreign_decimal, in_digits
from plugins.translation.gate.number_words import in_words
from plugins.translation.gate.numeral import Kind, Numeral, Weight
from plugins.translation.gate.roman import roman
from plugins.translation.gate.shares import alternates, with_shares
from plugins.translation.gate.spoken import spoken
from plugins.translation.gate.units import currencies, is_converted, is_currency, unit
from plugins.translation.gate.words import plain, words

_SPAN = re.compile(r"\s*(?:bis|to|tot|à|[-–]|and|und|en|or|oder|of)\s*")
_SCORE = re.compile(r"\s?[-–:]\s?")
"""What joins the two numbers of a result: *3–2*."""
_THOUSAND = Fraction(1000)
_SCALES = (1000, 10**6, 10**9)
_WHOLES = {"%": 100, "min": 60}
_PARTS = frozenset(Fraction(n, whole) for whole, most in ((4, 7), (10, 10), (5, 5)) for n in range(1, most))
_CENT = "ct"
_NAMED = re.compile(r"(?:[A-ZÄÖÜ][^\W\d_]*|version|versie|release|v\.?)[\s-]?$")
"""A word that a number belongs to as a part of its name."""
_RANKS = {Kind.CARDINAL, Kind.ORDINAL}
_BESIDE = 20
"""Characters between a measure and its conversion."""
MANY = 16
"""Of numbers that may mean the same, so many are looked at."""


@dataclass(frozen=True, slots=True)
class Account:
    """The numbers of a text set against those of its translation."""

    pairs: tuple[tuple[Numeral, Numeral], ...]
    changed: tuple[tuple[Numeral, Numeral], ...]
    """One of the source, and what stands in its place."""
    missing: tuple[Numeral, ...]
    """Of the source, without an answer."""
    extra: tuple[Numeral, ...]
    """Of the translation, from nowhere."""


def numerals(text: str, lang: str) -> tuple[Numeral, ...]:
    """Every number in order; a word inside a number in digits (``3 million``) is no number of its own."""
    lex = lexicon(lang)
    figures = in_digits(text, lang)
    taken = {at for numeral in figures for at in range(numeral.start, numeral.end)}
    said = [word for word in in_words(text, lang) if not taken & {word.start, word.end - 1}]
    every = [_as_part(n, unit(text, n.start, n.end, lang)) for n in sorted([*figures, *said], key=lambda n: n.start)]
    counted = [measured(numeral, text, lang) for numeral in every]
    counted = with_shares(of_centuries(with_sums(counted, text), text, lex), text, lex)
    every = with_times(_spans(counted, text, lang), text, lex)
    dated = [part for mention in dates(text, lang) for part in _parts(mention)]
    others = [*spoken(text, lex), *alternates(text, lex), *roman(text)]
    return tuple(sorted([*every, *dated, *others], key=lambda n: n.start))


def _as_part(numeral: Numeral, symbol: str) -> Numeral:
    """The number with the part it is of a whole: 75 % are three quarters, 30 minutes are half an hour."""
    if symbol == _CENT:
        return replace(numeral, values=numeral.values | {value / 100 for value in numeral.values})
    whole = _WHOLES.get(symbol)
    parts = frozenset(value / whole for value in numeral.values) & _PARTS if whole else frozenset()
    return replace(numeral, values=numeral.values | parts) if parts else numeral


def _spans(found: list[Numeral], text: str, lang: str) -> list[Numeral]:
    """The numbers, the first of a span with the scale of the second too: *two to three million*."""
    scales = dict(lexicon(lang).scales)
    out = list(found)
    for at, (one, other) in enumerate(itertools.pairwise(found)):
        power = scales.get(plain(re.split(r"[\s-]", other.raw)[-1]), 0)
        if power >= 3 and _SPAN.fullmatch(text[one.end : other.start]) and max(one.values, default=_THOUSAND) < 1000:
            out[at] = replace(one, values=one.values | {value * 10**power for value in one.values})
    return out


def _parts(mention: Mention) -> list[Numeral]:
    """The numbers in a date; a month only ever answers, since it may be a name in the other language."""

    def part(values: set[int], digits: bool) -> Numeral:
        meant = frozenset(map(Fraction, values))
        weight = Weight.ASKED if digits else Weight.ANSWERS
        return Numeral(mention.start, mention.end, mention.raw, digits, meant, weight=weight)

    month = part({m for _, m, _ in mention.days}, digits=False)
    if not mention.numeric:
        return [month]
    years = {y for y, _, _ in mention.days if y}
    days = part({d for _, _, d in mention.days}, digits=True)
    return [month, days, *([part(years, digits=True)] if years else [])]


class _Supply:
    """The numbers of a text by what they may mean, so that each is found without looking at all."""

    def __init__(self, every: tuple[Numeral, ...]) -> None:
        self._by: dict[object, deque[Numeral]] = defaultdict(deque)
        self._used: set[int] = set()
        for numeral in sorted(every, key=lambda n: not n.digits):
            for sign in _signs(numeral):
                self._by[sign].append(numeral)
        self._all = {sign: tuple(same) for sign, same in self._by.items()}

    def take(self, numeral: Numeral) -> Numeral | None:
        """One that agrees and was not taken before; of the same kind if there is one: for *dritte*, *third*."""
        first: Numeral | None = None
        for sign in _signs(numeral):
            rest = self._by.get(sign, deque())
            while rest and id(rest[0]) in self._used:
                rest.popleft()
            for other in itertools.islice(rest, MANY):
                if id(other) not in self._used and numeral.agrees(other):
                    first = first or other
                    if other.kind is numeral.kind:
                        self._used.add(id(other))
                        return other
        if first is not None:
            self._used.add(id(first))
        return first

    def pass_over(self, numeral: Numeral) -> None:
        """Take one that only answers others, as the numeral does: *double* for *doppelt*, and not for *beide*."""
        rest = (other for sign in _signs(numeral) for other in self._all.get(sign, ())[:MANY])
        same = (n for n in rest if n.weight is Weight.ANSWERS and not n.article and id(n) not in self._used)
        other = next((n for n in same if numeral.values == n.values), None)
        if other is not None:
            self._used.add(id(other))

    def holds(self, numeral: Numeral) -> bool:
        """Whether one that agrees stands there, taken or not; *the third* does not explain *three*."""
        alike = (other for sign in _signs(numeral) for other in self._all.get(sign, ())[:MANY] if numeral.agrees(other))
        return any(numeral.digits or other.digits or {numeral.kind, other.kind} != _RANKS for other in alike)

    def free(self, numeral: Numeral) -> bool:
        """Whether it was not taken."""
        return id(numeral) not in self._used


def _signs(numeral: Numeral) -> Iterator[object]:
    yield from sorted(numeral.values)
    yield from (("time", time) for time in sorted(numeral.times))
    yield from (("some", name) for name in sorted(numeral.vague))
    yield from (("lasts", length) for length in sorted(numeral.duration))
    if numeral.groups:
        yield numeral.groups


def account(source: str, target: str, source_lang: str, target_lang: str) -> Account:
    """Match each number of the source with one of the translation, in digits or in words.

    Words that count for little alone (``one``, ``second``) are held against a translation only where another
    word of their kind has come in their place.
    """
    ours, theirs = numerals(source, source_lang), numerals(target, target_lang)
    mine, supply = _Supply(ours), _Supply(theirs)
    pairs: list[tuple[Numeral, Numeral]] = []
    missing: list[Numeral] = []
    for numeral in ours:
        if numeral.weight is Weight.ANSWERS and numeral.values and not numeral.article:
            supply.pass_over(numeral)
    for numeral in sorted((n for n in ours if n.weight is not Weight.ANSWERS), key=lambda n: not n.needs_answer):
        match = supply.take(numeral)
        if match is None:
            missing.append(numeral)
        else:
            pairs.append((numeral, match))
    new = [n for n in theirs if n.weight is not Weight.ANSWERS and supply.free(n) and not mine.holds(n)]
    spare = [n for n in theirs if n.digits and supply.free(n)]
    kept, fresh = _without_groups(missing, spare), _without_groups(new, missing)
    changed = _changed([n for n in kept if n.digits or not supply.holds(n)], fresh)
    changed += _said_twice(kept, [n for n in theirs if supply.free(n)], changed)
    gone, come = {id(a) for a, _ in changed}, {id(b) for _, b in changed}
    lost = tuple(n for n in kept if n.needs_answer and id(n) not in gone)
    extra = tuple(n for n in fresh if n.digits and n.needs_answer and id(n) not in come)
    return Account(tuple(pairs), tuple(changed), lost, extra)


def _changed(missing: list[Numeral], fresh: list[Numeral]) -> list[tuple[Numeral, Numeral]]:
    """Which number has come in the place of which: of the same kind if there is one."""
    found: list[tuple[Numeral, Numeral]] = []
    rest = list(fresh)
    for numeral in missing:
        near = sorted(rest[:MANY], key=lambda n: (n.kind is not numeral.kind, n.digits is not numeral.digits))
        other = next((n for n in near if numeral.contradicts(n)), None)
        if other is not None:
            rest.remove(other)
            found.append((numeral, other))
    return found


def _said_twice(
    missing: list[Numeral], spare: list[Numeral], changed: list[tuple[Numeral, Numeral]]
) -> list[tuple[Numeral, Numeral]]:
    """Numbers of the source in whose place another of its numbers stands once more: *30 or 10*, *30 or 30*."""
    gone, come = {id(a) for a, _ in changed}, {id(b) for _, b in changed}
    rest = [n for n in spare if n.weight is not Weight.ANSWERS and id(n) not in come]
    found: list[tuple[Numeral, Numeral]] = []
    for numeral in (n for n in missing if id(n) not in gone):
        alike = [n for n in rest[:MANY] if n.kind is numeral.kind and n.digits is numeral.digits]
        other = next((n for n in alike if numeral.contradicts(n) and not _is_near(numeral, n)), None)
        if other is not None:
            rest.remove(other)
            found.append((numeral, other))
    return found


def _is_near(one: Numeral, other: Numeral) -> bool:
    """Whether both may mean the same after all: times, names, and *two to three million* for *two million*."""
    if one.duration and other.duration:
        return bool(one.duration & other.duration)
    if one.times or other.times or one.agrees(other) or (not other.digits and other.raw[0].isupper()):
        return True
    return any(a * scale == b or b * scale == a for a in one.values for b in other.values for scale in _SCALES)


def _without_groups(numerals_: list[Numeral], others: list[Numeral]) -> list[Numeral]:
    """Without scores, ranges, versions that agree once they are read group by group (``7:2`` and ``7–2``)."""
    groups = Counter(group for other in others if not _is_negative(other) for group in other.groups)
    row = [group for other in sorted(others, key=lambda n: n.start) for group in other.groups]
    loose = any(o.loose or (o.times and not o.fixed) for o in others)

    def agrees(numeral: Numeral) -> bool:
        if (
            not numeral.groups
            or numeral.fixed
            or _is_negative(numeral)
            or not (loose or numeral.loose or numeral.times)
        ):
            return False
        if _are_exchanged(numeral.groups, row):
            return False
        return all(groups[group] >= count for group, count in Counter(numeral.groups).items())

    return [numeral for numeral in numerals_ if not agrees(numeral)]


def _is_negative(numeral: Numeral) -> bool:
    return any(value < 0 for value in numeral.values)


def _are_exchanged(groups: tuple[str, ...], row: list[str]) -> bool:
    """Whether the groups stand side by side in a row, and only in another order: *3:2* is not *2:3*."""
    size = len(groups)
    windows = [tuple(row[at : at + size]) for at in range(min(len(row) - size + 1, MANY))]
    return groups not in windows and sorted(groups) in [sorted(window) for window in windows]


def check(source: str, target: str, source_lang: str, target_lang: str, line: int) -> Iterator[Finding]:
    """Block a number, unit or currency in the place of another; ask about one that is only lost or only new."""
    found = account(source, target, source_lang, target_lang)
    for numeral, other in found.changed:
        if _is_converted((source, numeral, source_lang), (target, other, target_lang)):
            evidence = f"{quote(numeral.raw)} has been converted to {quote(other.raw)}"
            yield Finding(line, "number", Level.ANSWER, evidence, (numeral.raw, other.raw))
            continue
        evidence = f"{quote(numeral.raw)} has become {quote(other.raw)}"
        yield Finding(line, "number", Level.BLOCK, evidence, (numeral.raw, other.raw))
    for numeral in found.missing:
        if _is_said_twice(source, numeral, [a for a, _ in found.pairs], source_lang):
            continue
        yield Finding(line, "number", Level.ANSWER, f"{quote(numeral.raw)} has no answer", (numeral.raw, ""))
    for numeral in found.extra:
        if _is_said_twice(target, numeral, [b for _, b in found.pairs], target_lang):
            continue
        evidence = f"{quote(numeral.raw)} does not stand in the source"
        yield Finding(line, "number", Level.ANSWER, evidence, ("", numeral.raw))
    yield from _units(found, source, target, source_lang, target_lang, line)
    if found.pairs:
        yield from _trend(source, target, source_lang, target_lang, line)
    yield from _written(found, target, source_lang, target_lang, line)
    yield from _exchanged(found, source, target, source_lang, target_lang, line)


def _is_converted(ours: tuple[str, Numeral, str], theirs: tuple[str, Numeral, str]) -> bool:
    """Whether the translator has converted the measure: *160 km/h* is *100 mph*."""
    was, now = (unit(text, n.start, n.end, lang) for text, n, lang in (ours, theirs))
    pairs = itertools.product(sorted(ours[1].values)[:MANY], sorted(theirs[1].values)[:MANY])
    return bool(was and now) and any(is_converted((float(a), was), (float(b), now)) for a, b in pairs)


def _is_said_twice(text: str, numeral: Numeral, others: list[Numeral], lang: str) -> bool:
    """Whether the same measure stands right beside it in the other system: *200 pounds (90 kg)*."""
    beside = (n for n in others if max(n.start - numeral.end, numeral.start - n.end) <= _BESIDE)
    return any(_is_converted((text, numeral, lang), (text, other, lang)) for other in beside)


def _units(
    found: Account, source: str, target: str, source_lang: str, target_lang: str, line: int
) -> Iterator[Finding]:
    ours, theirs = currencies(source), currencies(target)
    if ours - theirs and theirs - ours:
        was, now = min(ours - theirs), min(theirs - ours)
        yield Finding(line, "amount", Level.BLOCK, f"{was} has become {now}", (was, now))
        return
    for numeral, other in found.pairs:
        was = unit(source, numeral.start, numeral.end, source_lang)
        now = unit(target, other.start, other.end, target_lang)
        if not was and ours and is_currency(now) and now not in ours:
            was = min(ours)  # the second amount of a span names the currency of both
        if numeral.duration & other.duration or _is_change(numeral, was, other, now):
            continue  # 30 minutes are half an hour, 95 cents are €0.95
        if was and now and was != now:
            evidence = f"{quote(numeral.raw)} {was} has become {quote(other.raw)} {now}"
            yield Finding(line, "amount", Level.BLOCK, evidence, (f"{numeral.raw} {was}", f"{other.raw} {now}"))


def _is_change(one: Numeral, was: str, other: Numeral, now: str) -> bool:
    """Whether one is told in cents and the other is the same in the currency itself."""
    cents, whole = (one, other) if was == _CENT else (other, one)
    if {_CENT} < {was, now} and is_currency(now if was == _CENT else was):
        return {min(cents.values, default=_THOUSAND)} <= whole.values
    return False


def _written(found: Account, target: str, source_lang: str, target_lang: str, line: int) -> Iterator[Finding]:
    """A decimal number left as the source's language writes it."""
    for numeral, other in found.pairs:
        figures = re.match(r"[\d.,]*\d", other.raw)
        if not (other.groups and numeral.groups and figures) or numeral.times or other.times:
            continue
        if numeral.values and not other.values:
            evidence = f"{quote(other.raw)} is not written as a number"
            yield Finding(line, "number", Level.ANSWER, evidence, (numeral.raw, other.raw))
            return
        if (
            foreign_decimal(figures.group(), target_lang)
            and not foreign_decimal(numeral.raw, source_lang)
            and not _is_named(other, target, target_lang)
        ):
            evidence = f"{quote(other.raw)} has the decimal mark of another language"
            yield Finding(line, "number", Level.ANSWER, evidence, (numeral.raw, other.raw))
            return


def _is_named(numeral: Numeral, text: str, lang: str) -> bool:
    """Whether it is a part of a name: *Version 2.0*, *Industrie 4.0*."""
    named = _NAMED.search(text[max(0, numeral.start - 24) : numeral.start])
    return named is not None and not unit(text, numeral.start, numeral.end, lang) and numeral.raw.count(".") > 0


def _trend(source: str, target: str, source_lang: str, target_lang: str, line: int) -> Iterator[Finding]:
    """Ask about an amount that falls in one language and rises in the other."""
    ours, theirs = _course(source, source_lang), _course(target, target_lang)
    for way, against in ((0, 1), (1, 0)):
        if ours[way] and theirs[against] and not ours[against] and not theirs[way]:
            evidence = f"{quote(ours[way])} has become {quote(theirs[against])}"
            yield Finding(line, "number", Level.ANSWER, evidence, (ours[way], theirs[against]))


def _course(text: str, lang: str) -> tuple[str, str]:
    """(a word for rising, a word for falling) in a text."""
    lex, said = lexicon(lang), {word.plain: word.raw for word in words(text)}
    up = next((said[word] for word in lex.rising if word in said), "")
    return up, next((said[word] for word in lex.falling if word in said), "")


def _exchanged(
    found: Account, source: str, target: str, source_lang: str, target_lang: str, line: int
) -> Iterator[Finding]:
    """Ask about two numbers of one kind that have changed places, while what stands around them has not."""
    pairs = sorted(((a, b) for a, b in found.pairs if a.digits and b.digits), key=lambda pair: pair[0].start)
    apart = all(a.start != b.start for (_, a), (_, b) in itertools.pairwise(pairs))
    if len(pairs) < 2 or len(pairs) > 12 or not apart:
        return
    order = sorted(range(len(pairs)), key=lambda n: pairs[n][1].start)
    swapped = [n for n, place in enumerate(order) if n != place]
    if len(swapped) != 2:
        return
    (one, one_now), (two, two_now) = pairs[swapped[0]], pairs[swapped[1]]
    if one.values == two.values or one.kind is not two.kind:
        return
    units = {unit(source, n.start, n.end, source_lang) for n in (one, two)} - {""}
    between = any(swapped[0] < n < swapped[1] for n in range(len(pairs)))
    ends = _begins(source, one, source_lang) and _begins(target, two_now, target_lang)
    score = _SCORE.fullmatch(source[one.end : two.start]) and _SCORE.fullmatch(target[two_now.end : one_now.start])
    anchored = between or ends or score
    if len(units) < 2 and anchored:
        evidence = f"{quote(one.raw)} and {quote(two.raw)} have changed places"
        yield Finding(line, "number", Level.ANSWER, evidence, (one.raw, two.raw, two_now.raw, one_now.raw))


def _begins(text: str, numeral: Numeral, lang: str) -> bool:
    """Whether a word for the beginning of a change stands before the number: ``from 3.5``."""
    before = re.search(r"([^\W\d_]+)\s[€$£]?$", text[max(0, numeral.start - 12) : numeral.start])
    return before is not None and before[1].casefold() in lexicon(lang).from_words
