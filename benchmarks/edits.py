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


def person_added(tool: Tool, _: Subject, run: int) -> str:
    """Somebody whom no report names yet."""
    _added(
        tool.root / tool.people, f"neu-{run}", '{"name": "Neu", "role": "", "phone": "", "email": ""}', "{name: Neu}"
    )
    return ""


def topic_added(tool: Tool, _: Subject, run: int) -> str:
    """A topic without reports."""
    _added(tool.root / tool.topics, f"thema-{run}", '"Thema"', "Thema", '"de": {')
    return ""


def site_setting(tool: Tool, _: Subject, run: int) -> str:
    """A setting that no page shows; where a tool has none, a remark in its settings."""
    path = tool.root / tool.config
    remark = "//" if path.suffix == ".js" else "#"
    line = "translation: {engines: [libretranslate]}" if path.suffix == ".yaml" else f"{remark} remark {run}"
    path.write_text(f"{path.read_text(encoding='utf-8').rstrip()}\n{line}\n", encoding="utf-8")
    return ""


def claim(tool: Tool, _: Subject, run: int) -> str:
    """The site's name, which stands at the head of every page of ours."""
    changed = f"{NAME}, Ausgabe {run}"
    _replace(tool.root / tool.config, NAME, changed)
    return changed if tool.name.startswith("dreiklang") else ""


def _added(path: Path, ident: str, as_json: str, as_yaml: str, within: str = "{") -> None:
    """One entry more, in front of an object's others or behind the others of a file."""
    text = path.read_text(encoding="utf-8")
    if path.suffix == ".json":
        text = text.replace(within, f'{within}"{ident}": {as_json}, ', 1)
    else:
        text = f"{text.rstrip()}\n{ident}: {as_yaml}\n"
    path.write_text(text, encoding="utf-8")


NAME = "Benchmark press site"
EDITS: dict[str, Edit] = {
    "body": body,
    "title": title,
    "person": person,
    "person-added": person_added,
    "topic-added": topic_added,
    "site-setting": site_setting,
    "claim": claim,
    "partial": partial,
}


def files(tool: Tool, subject: Subject) -> tuple[Path, ...]:
    """What the edits change."""
    shared = (tool.people, tool.partial, tool.topics, tool.config)
    return tool.article_of(subject.facts), *(tool.root / path for path in shared)
