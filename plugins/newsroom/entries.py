"""A YAML file that maps ids to things: people.yaml, topics.yaml."""

from __future__ import annotations

from pathlib import Path

from plugins.newsroom.codes import Code
from plugins.newsroom.places import read_within
from plugins.newsroom.problem import Problem
from plugins.newsroom.slug import EXPECTED, is_slug, make_slug
from plugins.newsroom.source import YAML_LIMIT
from plugins.newsroom.yaml_corrections import readable_mapping
from plugins.newsroom.yaml_source import Doc


def entries(content: Path, name: str, example: str) -> tuple[Doc | None, tuple[Problem, ...]]:
    """The file's document with ids as keys, and the problems of its form and of its ids.

    An absent file has no entries: not every newsroom needs one.
    """
    path = content / name
    text, problems = read_within(content, name, f"{content}/{name}", YAML_LIMIT)
    if text is None:
        absent = not path.exists() and not path.is_symlink()
        return (Doc.empty(f"{content}/{name}"), ()) if absent else (None, problems)
    doc, more = readable_mapping(text, example)
    problems += more
    if doc is None:
        return None, problems
    found = list(problems)
    for key in doc.top_keys():
        if key not in doc.value:
            found.append(
                doc.problem(
                    Code.EMPTY_VALUE,
                    (key,),
                    f"“{key}” without a value",
                    "something behind each id",
                    f"Fill it in, for example:\n{example}",
                    on_key=True,
                )
            )
        elif not is_slug(key):
            found.append(_bad_id(doc, key))
    return doc, tuple(found)


def _bad_id(doc: Doc, key: str) -> Problem:
    near = make_slug(key)
    fix = f"Write for example {near}." if near else "Write a short name."
    return doc.problem(Code.BAD_ID, (key,), f"the id “{key}”", EXPECTED, fix, on_key=True)
