"""Problems written out: text for people, JSON for programs, annotations for GitHub Actions."""

from __future__ import annotations

import json
import os
import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from itertools import groupby
from typing import TextIO

from plugins.newsroom.problem import Level, Problem
from plugins.newsroom.sentences import Sentences, language_of_tasks, sentences

EXCERPT_WIDTH = 100
"""Columns of a line that are shown."""

_BOLD, _RED, _YELLOW, _DIM, _PLAIN = "\x1b[1m", "\x1b[31m", "\x1b[33m", "\x1b[2m", "\x1b[0m"


def wants_colour(stream: TextIO) -> bool:
    """Whether to colour what goes to a stream: terminals only, and not against NO_COLOR (no-color.org)."""
    return stream.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def format_text(problems: Iterable[Problem], *, colour: bool = False, lang: str = "") -> str:
    """The problems file by file, each with its line, a caret below the place, and how to fix it.

    ``lang``: the language to say it in; by default the one that this task was asked to speak.
    """
    said = sentences(lang or language_of_tasks())
    ordered = sorted(problems)
    parts = []
    for file, group in groupby(ordered, key=lambda problem: problem.file):
        parts.append(_painted(_safe(file), _BOLD, colour))
        parts.extend(_one(said.problem(problem), colour, said) for problem in group)
        parts.append("")
    parts.append(summary(ordered, said.lang))
    return "\n".join(parts) + "\n"


def summary(problems: Sequence[Problem], lang: str = "") -> str:
    """How many problems of which weight in how many files, in one sentence."""
    said = sentences(lang or language_of_tasks())
    if not problems:
        return said.say("No problems.")
    levels = Counter(problem.level for problem in problems)
    counts = f" {said.say('and')} ".join(said.count(levels[level], level.value) for level in Level if levels[level])
    return f"{counts} in {said.count(len({problem.file for problem in problems}), 'file')}."


def format_json(problems: Iterable[Problem]) -> str:
    """An object with ``problems`` (the fields of ``Problem``), ``errors``, ``warnings`` and ``notices``."""
    ordered = sorted(problems)
    levels = Counter(problem.level for problem in ordered)
    whole = {
        "errors": levels[Level.ERROR],
        "warnings": levels[Level.WARNING],
        "notices": levels[Level.NOTICE],
        "problems": [asdict(problem) for problem in ordered],
    }
    return _encodable(json.dumps(whole, ensure_ascii=False, indent=2)) + "\n"


def format_github(problems: Iterable[Problem], lang: str = "") -> str:
    """One workflow command a problem, which GitHub shows beside the line."""
    said = sentences(lang or language_of_tasks())
    return "".join(f"{_annotation(said.problem(problem), said)}\n" for problem in sorted(problems))


def _annotation(problem: Problem, said: Sentences) -> str:
    where = f"file={_property(problem.file)}"
    if problem.line:
        where += f",line={problem.line},col={problem.column}"
    expected, fix = (said.say(word).capitalize() for word in ("expected", "fix"))
    message = f"{said.say('Found')}: {problem.found}\n{expected}: {problem.expected}\n{fix}: {problem.fix}"
    return f"::{problem.level.value} {where},title={_property(problem.code)}::{_data(message)}"


def _data(text: str) -> str:
    """A message as the runner wants it (actions/toolkit, command.ts: escapeData)."""
    return _encodable(text).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def _one(problem: Problem, colour: bool, said: Sentences) -> str:
    paint = _RED if problem.level is Level.ERROR else _YELLOW
    where = f"{problem.line}:{problem.column}" if problem.line else said.say("whole file")
    head = f"  {where}  {_painted(said.say(problem.level.value), paint, colour)}  {_safe(problem.found)}"
    lines = [f"{head}  {_painted(f'[{problem.code}]', _DIM, colour)}"]
    lines.extend(_excerpt(problem, paint, colour))
    lines.append(f"      {said.say('expected')}: {_safe(problem.expected)}")
    lines.extend(_steps(problem.fix, said.say("fix")))
    return "\n".join(lines)


def _steps(fix: str, label: str) -> list[str]:
    """How to fix it; what is to be written stands on lines of its own."""
    first, *more = fix.split("\n")
    return [f"      {label}: {_safe(first)}", *(f"        {_safe(line)}" for line in more)]


def excerpt(problem: Problem) -> tuple[str, int]:
    """As much of the line concerned as fits, and where in it the place is; empty where no line is known."""
    if not problem.line or not problem.excerpt.strip():
        return "", 0
    place = max(problem.column - 1, 0)
    start = max(0, place - EXCERPT_WIDTH // 2) if len(problem.excerpt) > EXCERPT_WIDTH else 0
    return _safe(problem.excerpt[start : start + EXCERPT_WIDTH]), place - start


def _excerpt(problem: Problem, paint: str, colour: bool) -> list[str]:
    shown, place = excerpt(problem)
    if not shown:
        return []
    lines = [f"      {_painted('|', _DIM, colour)} {shown}"]
    if problem.column and place <= len(shown):
        indent = sum(_width(sign) for sign in shown[:place])
        lines.append(f"      {_painted('|', _DIM, colour)} {' ' * indent}{_painted('^', paint, colour)}")
    return lines


def _width(sign: str) -> int:
    if unicodedata.combining(sign):
        return 0
    return 2 if unicodedata.east_asian_width(sign) in "WF" else 1


def _safe(text: str) -> str:
    """The text without anything a terminal would obey; sign for sign, so that the caret fits."""
    return "".join(sign if sign.isprintable() else " " if sign in "\t\n" else "\ufffd" for sign in text)


def _encodable(text: str) -> str:
    return text.encode("utf-8", "backslashreplace").decode("utf-8")


def _painted(text: str, paint: str, colour: bool) -> str:
    return f"{paint}{text}{_PLAIN}" if colour else text
