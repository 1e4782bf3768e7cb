"""topics.yaml -> Topics."""

from __future__ import annotations

from pathlib import Path

from plugins.newsroom.codes import Code
from plugins.newsroom.complaints import validate
from plugins.newsroom.entries import entries
from plugins.newsroom.forms import TopicForm
from plugins.newsroom.loaded import SiteReading, TopicsReading
from plugins.newsroom.model import Topic
from plugins.newsroom.problem import Problem
from plugins.newsroom.rules import Rules
from plugins.newsroom.wording import to_words, unknown_languages
from plugins.newsroom.yaml_source import Doc


def load_topics(content: Path, site: SiteReading) -> TopicsReading:
    """The subjects reports are filed under, with every problem of topics.yaml."""
    doc, problems = entries(content, "topics.yaml", "innovation:\n  de: Innovation\n  nl: Innovatie")
    if doc is None:
        return TopicsReading((), None, problems)
    languages = site.stand_in.languages
    topics: list[Topic] = []
    found = list(problems)
    for name in sorted(doc.value):
        form, faults = validate(doc, TopicForm, Rules.plain(), (name,))
        found.extend(faults)
        if form is None:
            continue
        if languages:
            found.extend(unknown_languages(doc, (name,), form.root, languages))
        if not form.root:
            found.append(_empty(doc, name))
        topics.append(Topic(name, to_words(form.root, languages)))
    return TopicsReading(tuple(topics), frozenset(doc.value), tuple(found))


def _empty(doc: Doc, name: str) -> Problem:
    fix = "Write the label in the language it was first written in; the others can follow."
    return doc.problem(Code.EMPTY_VALUE, (name,), "no label", "a label in at least one language", fix)
