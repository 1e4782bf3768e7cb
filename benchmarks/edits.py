"""The edits whose cost is measured: each changes one file so that the report's page must change."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from benchmarks.corpus import Facts, Text, all_facts, texts
from benchmarks.corpus_words import CONTACTS
from benchmarks.tool import Tool

Edit = Callable[[Tool, "Subject", int], str]
"""(tool, what is edited, number of the run) -> what the report's page must contain then."""


class Subject:
    """The report that is edited: one from the middle, in German."""

    def __init__(self, count: int) -> None:
        self.facts: Facts = all_facts(count)[count // 2]
        self.text: Text = next(t for t in texts(self.facts, count) if t.lang == "de")
        self.phone = CONTACTS[self.facts.contacts[0]]["phone"]


def _replace(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    if old not in text:
        raise LookupError(f"{path} does not contain {old!r}: the benchmark cannot edit it")
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def body(tool: Tool, subject: Subject, run: int) -> str:
    """A paragraph more."""
    path, mark = tool.article_of(subject.facts), f"Nachtrag der Ausgabe {run}."
    path.write_text(path.read_text(encoding="utf-8") + f"\n{mark}\n", encoding="utf-8")
    return mark


def title(tool: Tool, subject: Subject, run: int) -> str:
    """A title that ends otherwise: the report's page, its neighbours and lists must change."""
    changed = f"{subject.text.title} Fassung {run}"
    _replace(tool.article_of(subject.facts), subject.text.title, changed)
    return changed


def person(tool: Tool, subject: Subject, run: int) -> str:
    """A telephone number of somebody whom many reports name."""
    changed = f"+49 231 77{run:04}"
    _replace(tool.root / tool.people, subject.phone, changed)
    return changed


def partial(tool: Tool, _: Subject, run: int) -> str:
    """An attribute more in the contact box of every report."""
    mark = f'data-edition="{run}"'
    _replace(tool.root / tool.partial, tool.anchor, f"{tool.anchor} {mark}")
    return mark


EDITS: dict[str, Edit] = {"body": body, "title": title, "person": person, "partial": partial}


def files(tool: Tool, subject: Subject) -> tuple[Path, ...]:
    """What the edits change."""
    return tool.article_of(subject.facts), tool.root / tool.people, tool.root / tool.partial
