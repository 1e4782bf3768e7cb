"""Measure the gate on recorded translations: how often it cries wolf, how often it sees a wolf.

    python benchmarks/gate.py FOLDER [WORD …]

FOLDER holds one folder per direction (``de-en/source.de``, ``reference.en``, ``google.en`` …), line
beside line. With words, only the classes of faults whose names contain one are measured; a direction
(``de-en``) measures that one alone, and ``alarms`` the false alarms alone. Bands and weights
were set on the even blocks of three lines; every figure printed here is taken on the odd ones.
"""

from __future__ import annotations

import random
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from benchmarks.gate_data import Recording, parallel, recordings
from benchmarks.gate_faults import FAULTS, Pair, sound, with_link, with_placeholder
from plugins.translation.gate import Finding, Level, check_lines

SENTENCE = frozenset({"sentence", "length"})
ADDED = frozenset({"added", "length"})
LANGUAGE = frozenset({"language", "untranslated"})


def main(arguments: list[str]) -> int:
    """Print all figures for the folder named; 2 on wrong use."""
    if not arguments or not Path(arguments[0]).is_dir():
        print("usage: python benchmarks/gate.py FOLDER [WORD …] (a folder of directions such as de-en)")
        return 2
    every = recordings(Path(arguments[0]))
    odd = [recording.half(odd=True) for recording in every]
    directions = sorted({recording.direction for recording in odd})
    wanted = [word for word in arguments[1:] if word in directions]
    only = tuple(word for word in arguments[1:] if word not in (*directions, "alarms"))
    if "alarms" in arguments or not arguments[1:]:
        false_alarms(recording for recording in odd if recording.direction in (wanted or directions))
    if arguments[1:] == ["alarms"]:
        return 0
    languages = {lang: _odd(lines) for lang, lines in parallel(every).items()}
    for direction in wanted or directions:
        detection([r for r in odd if r.direction == direction and r.good], languages, only)
    return 0


def _odd(lines: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(line for at, line in enumerate(lines) if (at // 3) % 2 == 1)


def false_alarms(found: Iterable[Recording]) -> None:
    """A line per translator, and one per direction over the good ones."""
    print("False alarms, in per cent of lines          block  block+answer   hint   ms/line   checks")
    pooled: dict[str, list[tuple[int, int, int, int]]] = {}
    for recording in sorted(found, key=lambda r: (r.direction, not r.good, r.translator)):
        begin = time.perf_counter()
        findings = check_lines(recording.source, recording.target, recording.source_lang, recording.target_lang)
        spent = (time.perf_counter() - begin) * 1000 / len(recording.source)
        row = _lines(findings), len(recording.source)
        if recording.good:
            pooled.setdefault(recording.direction, []).append((*row[0], row[1]))
        name = f"{recording.direction} {recording.translator}{'' if recording.good else ' (not counted)'}"
        checks = Counter(f.check for f in findings if f.level is not Level.HINT)
        print(f"  {name:40} {_rates(row[0], row[1])} {spent:8.2f}   {dict(checks.most_common())}")
    for direction, rows in pooled.items():
        sums = [sum(column) for column in zip(*rows, strict=True)]
        print(f"  {direction + ' all good ones':40} {_rates((sums[0], sums[1], sums[2]), sums[3])}")


def _lines(findings: Iterable[Finding]) -> tuple[int, int, int]:
    """Lines with a finding to block, to block or answer, and with a hint."""
    found = list(findings)
    block = {f.line for f in found if f.level is Level.BLOCK}
    hint = {f.line for f in found if f.level is Level.HINT}
    return len(block), len({f.line for f in found if f.level is not Level.HINT}), len(hint)


def _rates(counts: tuple[int, int, int], total: int) -> str:
    return "".join(f"{100 * count / total:9.2f}" for count in counts)


def detection(good: list[Recording], languages: dict[str, tuple[str, ...]], only: tuple[str, ...] = ()) -> None:
    """A line per kind of fault, over all good translations of one direction."""
    left, right = good[0].source_lang, good[0].target_lang
    pairs = [sound(*pair) for r in good for pair in zip(r.source, r.target, strict=True)]
    print(f"\n{left}-{right}: faults found, in per cent       block  its check   any   of")
    for name, (fault, checks) in FAULTS.items():
        if only and not any(word in name for word in only):
            continue
        rng = random.Random(name)
        spoiled = [pair for source, target in pairs if (pair := fault(source, target, rng))]
        _report(name, spoiled, checks, left, right)
    if "added" in only or "shifted" in only:
        for recording in good:
            _batches(recording)
    if only:
        return
    for lang, lines in languages.items():
        if lang not in (left, right):
            wrong = list(zip(good[0].source, lines, strict=True))
            _report(f"wrong language: {lang}", wrong, LANGUAGE, left, right)
            _report(f"wrong language: {lang}, 6 words", _first(wrong, 6), LANGUAGE, left, right)
            _report(f"wrong language: {lang}, 9 words", _first(wrong, 9), LANGUAGE, left, right)
    for recording in good:
        blocks, dropped = _blocks(recording)
        _report(f"sentence of three dropped, {recording.translator}", dropped, SENTENCE, left, right)
        _report("   false alarms in such blocks", blocks, SENTENCE, left, right)
        _batches(recording)
    titles = list(zip(good[0].source, languages.get(_third(left, right), ()), strict=False))
    for words in (3, 4, 5):
        _report(f"title of {words} words in a third language", _first(titles, words), LANGUAGE, left, right)
        sane = list(zip(good[0].source, good[0].target, strict=True))
        _report("   false alarms in such titles", _first(sane, words), LANGUAGE, left, right)
    for name, seed in (("links", with_link), ("placeholders", with_placeholder)):
        _unharmed(name, pairs, seed, left, right)


def _first(pairs: list[Pair], words: int) -> list[Pair]:
    """The first words of both lines alone."""
    cut = [(" ".join(a.split()[:words]), " ".join(b.split()[:words])) for a, b in pairs]
    return [pair for pair in cut if len(pair[1].split()) == words]


def _blocks(recording: Recording) -> tuple[list[Pair], list[Pair]]:
    """(three lines joined, the same with one of the translation's lines left out)."""
    rng = random.Random(recording.direction)
    whole: list[Pair] = []
    spoiled: list[Pair] = []
    for at in range(0, len(recording.source) - 2, 3):
        pairs = [sound(recording.source[n], recording.target[n]) for n in range(at, at + 3)]
        source, targets = " ".join(a for a, _ in pairs), [b for _, b in pairs]
        out = rng.randrange(3)
        whole.append((source, " ".join(targets)))
        spoiled.append((source, " ".join(t for n, t in enumerate(targets) if n != out)))
    return whole, spoiled


def _third(left: str, right: str) -> str:
    return next(lang for lang in ("de", "nl", "en") if lang not in (left, right))


def _batches(recording: Recording) -> None:
    """Added sentences and shifted editions of one translator."""
    blocks, _ = _blocks(recording)
    sides = recording.source_lang, recording.target_lang
    _report(f"sentence added, {recording.translator}", _added(blocks), ADDED, *sides)
    _report("   false alarms in such blocks", blocks, ADDED, *sides)
    _shifted(recording)


def _added(blocks: list[Pair]) -> list[Pair]:
    """Blocks with the last sentence of a block far away at their end."""
    far = [target.rpartition(". ")[2] for _, target in blocks]
    return [(source, f"{target} {far[(at + 40) % len(far)]}") for at, (source, target) in enumerate(blocks)]


def _shifted(recording: Recording) -> None:
    """Editions of ten lines whose answers stand one line too low, and the same in order."""
    found = wrong = total = 0
    for at in range(0, len(recording.source) - 9, 10):
        source, target = recording.source[at : at + 10], recording.target[at : at + 10]
        ways = [target, (target[-1], *target[:-1])]
        seen = [
            any(f.check == "shifted" for f in check_lines(source, way, recording.source_lang, recording.target_lang))
            for way in ways
        ]
        total, wrong, found = total + 1, wrong + seen[0], found + seen[1]
    print(f"  {'shifted editions of ten':38} {100 * found / total:9.2f}  in order {100 * wrong / total:.2f} {total:6}")


def _unharmed(
    name: str,
    pairs: list[Pair],
    seed: Callable[[str, str, random.Random], Pair | None],
    left: str,
    right: str,
) -> None:
    """How often sound lines with something seeded raise the alarm."""
    rng = random.Random(name)
    sane = [pair for source, target in pairs if (pair := seed(source, target, rng))]
    findings = check_lines([a for a, _ in sane], [b for _, b in sane], left, right)
    print(f"  {'false alarms with sound ' + name:38} {_rates(_lines(findings), len(sane))}")


def _report(name: str, pairs: list[Pair], checks: frozenset[str], left: str, right: str) -> None:
    """One line of figures; hints count for nothing."""
    if not pairs:
        return
    findings = check_lines([a for a, _ in pairs], [b for _, b in pairs], left, right)
    loud = [f for f in findings if f.level is not Level.HINT]
    block = {f.line for f in loud if f.level is Level.BLOCK}
    own, any_ = {f.line for f in loud if f.check in checks}, {f.line for f in loud}
    shares = [100 * len(found) / len(pairs) for found in (block, own, any_)]
    print(f"  {name:38} {shares[0]:9.2f} {shares[1]:9.2f} {shares[2]:9.2f} {len(pairs):6}")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
