"""The gate for two text files, line N beside line N."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from plugins.newsroom.counting import count
from plugins.newsroom.model import Lang
from plugins.translation.gate import edition, structure
from plugins.translation.gate.checks import Rules, passages
from plugins.translation.gate.finding import Finding, Level, quote
from plugins.translation.gate.passage import Passage, from_markdown, marks, tangled, untangled
from plugins.translation.glossary import Glossary

_PREFIX = re.compile(r"^(?P<quote>(?:\s{0,3}>\s?)*)(?P<mark>\s*(?:#{1,6}(?=\s|$)|[-*+](?=\s)|\d{1,9}[.)](?=\s))?)\s*")
_FENCE = re.compile(r"^\s{0,3}(```+|~~~+)")


def check_lines(
    source_lines: Sequence[str],
    target_lines: Sequence[str],
    source_lang: Lang,
    target_lang: Lang,
    glossary: Glossary | None = None,
) -> tuple[Finding, ...]:
    """What is wrong with a translation line by line: plain sentences or Markdown; never raises.

    Lines count from 1; a finding about the file as a whole has line 0, one about its length the first
    line without a partner.
    """
    words = glossary or Glossary()
    rules = Rules(source_lang, target_lang, words.terms, words.names, words.forbidden_in(target_lang))
    found: list[Finding] = []
    readable: list[edition.Numbered] = []
    in_code = False
    for number, (source, target) in enumerate(zip(source_lines, target_lines, strict=False), 1):
        fence = bool(_FENCE.match(source))
        if fence or in_code:
            found += _verbatim(source, target, number)
            in_code = in_code != fence
            continue
        if tangled(source) or tangled(target):
            found += _tangle(source, target, number)
            source, target = untangled(source), untangled(target)
        left, right = _body(source), _body(target)
        pair = from_markdown(left), from_markdown(right)
        readable.append((number, (pair[0].text, pair[1].text)))
        found += _build(source, target, pair, number)
        found += passages(*pair, (source, target), rules, number)
    if len(source_lines) != len(target_lines):
        first = min(len(source_lines), len(target_lines)) + 1
        evidence = f"{count(len(target_lines), 'line')} in place of {len(source_lines)}"
        found.append(Finding(first, "structure", Level.BLOCK, evidence))
    found += [*edition.repeated(readable, rules), *edition.shifted(readable)]
    return tuple(dict.fromkeys(found))


def _tangle(source: str, target: str, number: int) -> Iterator[Finding]:
    """Block other marks in a line that has too many of them to be read as Markdown."""
    if marks(source) != marks(target):
        yield Finding(number, "structure", Level.BLOCK, f"other marks in {quote(target)}")


def _verbatim(source: str, target: str, number: int) -> Iterator[Finding]:
    if source.rstrip() != target.rstrip():
        yield Finding(number, "code", Level.BLOCK, f"{quote(target)} stands for {quote(source)}")


def _body(line: str) -> str:
    """The line without its block mark; the number of an ordered list stays, since it may be a date's."""
    match = _PREFIX.match(line)
    return line if match is None or match["mark"].strip()[:1].isdigit() else line[match.end() :]


def _build(source: str, target: str, pair: tuple[Passage, Passage], number: int) -> Iterator[Finding]:
    """Block another kind of line, other emphasis, another number of cells."""
    if not source.strip() or not re.search(r"\w", pair[1].text):
        return
    mark, now = _mark(source), _mark(target)
    if mark != now:
        plain = {mark, now} <= {"", "0"}
        evidence = f"the line begins with {quote(now)}, not {quote(mark)}" if now else f"{quote(mark)} is lost"
        yield Finding(number, "structure", Level.HINT if plain else Level.BLOCK, evidence)
    if sorted(pair[0].skeleton) != sorted(pair[1].skeleton):
        yield Finding(number, "structure", Level.BLOCK, f"emphasis differs in {quote(target)}")
    elif source.count("|") > 1 and source.count("|") != target.count("|"):
        yield Finding(number, "structure", Level.BLOCK, f"another number of cells in {quote(target)}")
    elif pair[0].skeleton:
        yield from structure.check(_body(source), _body(target), number)


def _mark(line: str) -> str:
    """The block mark at the beginning of a line; every number of an ordered list is ``0``."""
    match = _PREFIX.match(line)
    if match is None:
        return ""
    mark = re.sub(r"\d+.", "0", match["mark"].strip())
    return re.sub(r"\s", "", match["quote"]) + ("-" if mark in ("*", "+") else mark)
