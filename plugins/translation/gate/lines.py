"""The gate for two text files, line N beside line N."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from plugins.newsroom.model import Lang
from plugins.translation.gate import edition, structure
from plugins.translation.gate.checks import Rules, passages
from plugins.translation.gate.finding import Finding, Level, quote
from plugins.translation.gate.passage import from_markdown
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
    in_code = False
    for number, (source, target) in enumerate(zip(source_lines, target_lines, strict=False), 1):
        fence = bool(_FENCE.match(source))
        if fence or in_code:
            found += _verbatim(source, target, number)
            in_code = in_code != fence
        else:
            found += _line(source, target, rules, number)
    if len(source_lines) != len(target_lines):
        first = min(len(source_lines), len(target_lines)) + 1
        evidence = f"{len(target_lines)} lines stand for {len(source_lines)}"
        found.append(Finding(first, "structure", Level.BLOCK, evidence))
    found += edition.repeated(list(enumerate(zip(source_lines, target_lines, strict=False), 1)), rules)
    return tuple(dict.fromkeys(found))


def _verbatim(source: str, target: str, number: int) -> Iterator[Finding]:
    if source.rstrip() != target.rstrip():
        yield Finding(number, "code", Level.BLOCK, f"{quote(target)} stands for {quote(source)}")


def _line(source: str, target: str, rules: Rules, number: int) -> Iterator[Finding]:
    ours, theirs = _PREFIX.match(source), _PREFIX.match(target)
    body, other = source, target
    if ours and theirs:
        mark, now = _mark(ours), _mark(theirs)
        if mark == now:
            body, other = source[ours.end() :], target[theirs.end() :]
        elif target.strip() and source.strip():
            level = Level.HINT if mark.strip("0.)") == now.strip("0.)") == "" else Level.BLOCK
            evidence = f"the line begins with {quote(now)}, not {quote(mark)}" if now else f"{quote(mark)} is lost"
            yield Finding(number, "structure", level, evidence)
    left, right = from_markdown(body), from_markdown(other)
    if sorted(left.skeleton) != sorted(right.skeleton) and right.text.strip():
        yield Finding(number, "structure", Level.BLOCK, f"emphasis differs in {quote(target)}")
    elif left.skeleton or right.skeleton or "|" in source:
        yield from structure.check(body, other, number)
    yield from passages(left, right, (source, target), rules, number)


def _mark(match: re.Match[str]) -> str:
    """The block mark at the beginning of a line; every number of an ordered list is ``0``."""
    mark = re.sub(r"\d+", "0", match["mark"].strip())
    return re.sub(r"\s", "", match["quote"]) + ("-" if mark in ("*", "+") else mark)
