"""Stage: roles, labels, claim and boilerplate in every language, from the shared catalogues."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from plugins.build.catalogues import LAST_GOOD, CatalogueReading, read_catalogues, spare_of
from plugins.build.check import Gathered
from plugins.build.config import Config
from plugins.build.sources import Sources
from plugins.cache.digest import digest
from plugins.cache.serialisation import dumps, loads
from plugins.cache.store import Store
from plugins.newsroom.problem import Level, Problem

SHELF = "reading"
GLOSSARY = "glossary"


def with_words(found: Gathered, config: Config, sources: Sources, engine: str, store: Store) -> Gathered:
    """What was gathered, with the words of the shared catalogues and the problems of these and the glossary.

    Where a catalogue lacks a word, the reader gets it in the language it was written in.
    """
    reading = _reading(found, config, sources, engine, store)
    problems = {*found.problems, *reading.problems, *_glossary(config, sources, engine, store)}
    if not reading.catalogues:
        return replace(found, problems=tuple(sorted(problems)))
    from plugins.translation.shared import fill_shared

    people, topics, site = fill_shared(found.people, found.topics, found.site, reading.catalogues)
    return replace(found, site=site, people=people, topics=topics, problems=tuple(sorted(problems)))


def _reading(found: Gathered, config: Config, sources: Sources, engine: str, store: Store) -> CatalogueReading:
    """The shared catalogues; from memory where none has changed."""
    files = tuple(_wanted(found, sources))
    paths = tuple(path for path, _ in files)
    policy = found.site.translation  # of which only what to do with a broken catalogue counts here
    key = digest((engine, files, policy.on_broken, str(config.translations)))
    known = store.values.get(SHELF, key)
    if known is not None:
        return loads(known, CatalogueReading)
    reading = read_catalogues(paths, config.translations, policy, spare_of(paths, store.values))
    if not reading.broken:
        store.values.put(SHELF, key, dumps(replace(reading, good=())))
    store.values.put_many(LAST_GOOD, reading.good)
    return reading


def _wanted(found: Gathered, sources: Sources) -> Iterator[tuple[str, str]]:
    """(path, digest) of the shared catalogue of each language of the site."""
    files = sources.under("translations", "shared/")
    known = {Path(path).stem: (path, mark) for path, mark in files if path == f"shared/{Path(path).stem}.po"}
    yield from (known[lang] for lang in found.site.languages if lang in known)


def _glossary(config: Config, sources: Sources, engine: str, store: Store) -> tuple[Problem, ...]:
    """What is wrong with the glossary: warnings, since a build does without it."""
    mark = sources.translations.get("glossary.yaml")
    if mark is None:
        return ()
    key = digest((engine, mark, str(config.translations)))
    known = store.values.get(GLOSSARY, key)
    if known is not None:
        return loads(known, tuple)
    from plugins.translation.glossary import load_glossary

    path = config.translations / "glossary.yaml"
    _, errors = load_glossary(path.read_bytes(), str(path))
    problems = tuple(replace(problem, level=Level.WARNING) for problem in errors)
    store.values.put(GLOSSARY, key, dumps(problems))
    return problems
