"""Writes the coverage of a newsroom as text, JSON or Markdown."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence

from plugins.newsroom.counting import count
from plugins.newsroom.model import Lang, State
from plugins.translation.changes import Kind
from plugins.translation.states import Coverage
from plugins.translation.watch import Difference
from plugins.translation.worddiff import as_text, word_diff

_TOLD = {
    Kind.CHANGED: "changed",
    Kind.ADDED: "new in the original",
    Kind.REMOVED: "no longer in the original",
}


def as_table(found: Sequence[Coverage], languages: Sequence[Lang]) -> str:
    """A matrix of reports and languages, then whatever is not whole, text by text."""
    rows = [("report", *languages)]
    rows += [(report, *(cells.get(lang, "") for lang in languages)) for report, cells in _matrix(found)]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    lines = ["  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in rows]
    lines += ["", *_summary(found)]
    for item in found:
        lines += _details(item)
    return "\n".join(lines) + "\n"


def _matrix(found: Sequence[Coverage]) -> Iterator[tuple[str, dict[Lang, str]]]:
    """(report, language -> state) in the order given."""
    reports: dict[str, dict[Lang, str]] = {}
    for item in found:
        reports.setdefault(item.report, {})[item.lang] = item.state.value
    yield from reports.items()


def _summary(found: Sequence[Coverage]) -> Iterator[str]:
    """How many editions are in which state."""
    numbers = ((state, sum(item.state is state for item in found)) for state in State)
    yield ", ".join(f"{number} {state.value}" for state, number in numbers if number) or "no reports"
    asked = [len(item.open) for item in found if item.open]
    if asked:
        yield f"{count(sum(asked), 'finding')} of the gate open in {count(len(asked), 'edition')}"


def _details(item: Coverage) -> Iterator[str]:
    """The parts of an edition that differ from its state, and what has changed since."""
    odd = [f"{part} {state.value}" for part, state in item.parts if state is not item.state]
    quiet = not odd or item.state is State.MISSING
    if quiet and not (item.changed or item.open or _sentences(item)):
        return
    odd = [] if item.state is State.MISSING else odd
    yield ""
    yield f"{item.report} {item.lang}: {item.state.value}" + (f" ({', '.join(odd)})" if odd else "")
    yield from (line for difference in item.changed for line in change_lines(difference))
    for question in item.open:
        yield f"  {question.key}  {question.place}: {question.finding}"
    yield from (f"  {sentence}" for sentence in _sentences(item))


def _sentences(item: Coverage) -> tuple[str, ...]:
    """What it waits for, and what is new since its review."""
    return (*item.waits, *([item.since_review] if item.since_review else []))


def change_lines(difference: Difference) -> Iterator[str]:
    """What has changed in one text of an original, word by word."""
    yield f"  {_place(difference)}: {_TOLD[difference.kind]}"
    yield f"    {as_text(word_diff(difference.before, difference.after))}"


def _place(difference: Difference) -> str:
    return f"line {difference.line}" if difference.line else difference.key


def as_json(found: Sequence[Coverage]) -> str:
    """A list with an object per edition."""
    return json.dumps([_object(item) for item in found], ensure_ascii=False, indent=2) + "\n"


def _object(item: Coverage) -> dict[str, object]:
    """One edition as JSON has it; the signs of a difference are ``=``, ``-`` and ``+``."""
    return {
        "report": item.report,
        "language": item.lang,
        "state": item.state.value,
        "by": item.by,
        "parts": {part: state.value for part, state in item.parts},
        "open": [
            {"key": q.key, "place": q.place, "finding": q.finding, "source": q.source, "target": q.target}
            for q in item.open
        ],
        "waits": list(item.waits),
        "since_review": item.since_review,
        "changed": [
            {
                "kind": difference.kind.value,
                "key": difference.key,
                "line": difference.line,
                "before": difference.before,
                "after": difference.after,
                "words": [[s.sign, s.text] for s in word_diff(difference.before, difference.after)],
            }
            for difference in item.changed
        ],
    }


def as_markdown(found: Sequence[Coverage], languages: Sequence[Lang]) -> str:
    """A table for an issue or a merge request, then what has changed."""
    lines = [f"| report | {' | '.join(languages)} |", "|---|" + "---|" * len(languages)]
    for report, cells in _matrix(found):
        lines.append(f"| {_cell(report)} | {' | '.join(cells.get(lang, '') for lang in languages)} |")
    lines += ["", *_summary(found)]
    for item in found:
        if item.changed or item.open or _sentences(item):
            lines += ["", f"**{_cell(item.report)}, {item.lang}: {item.state.value}**", ""]
            lines += [_bullet(difference) for difference in item.changed]
            lines += [f"- {q.key}, {_cell(q.place)}: {_cell(q.finding)}" for q in item.open]
            lines += [f"- {_cell(sentence)}" for sentence in _sentences(item)]
    return "\n".join(lines) + "\n"


def _bullet(difference: Difference) -> str:
    """One change as a list item, old words struck out and new ones bold."""
    sides = {"=": ("", ""), "-": ("<del>", "</del>"), "+": ("<ins>", "</ins>")}
    words = (
        f"{sides[s.sign][0]}{_cell(s.text)}{sides[s.sign][1]}" for s in word_diff(difference.before, difference.after)
    )
    return f"- {_cell(_place(difference))}, {_TOLD[difference.kind]}: {''.join(words)}"


def _cell(text: str) -> str:
    """A text that Markdown takes for words."""
    marks = str.maketrans({char: "\\" + char for char in "\\`*_[]|#"} | {"<": "&lt;", "&": "&amp;", "\n": " "})
    return text.translate(marks)
