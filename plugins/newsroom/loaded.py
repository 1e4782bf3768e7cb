"""The files that all reports share, as they were read: what they hold, and what is wrong with them."""

from __future__ import annotations

from dataclasses import dataclass

from plugins.newsroom.model import Person, Site, Topic
from plugins.newsroom.problem import Problem
from plugins.newsroom.yaml_source import Doc


@dataclass(frozen=True, slots=True)
class SiteReading:
    """site.yaml as read: ``site`` is ``None`` where it has an error; ``stand_in`` never is.

    The stand-in lets everything else be checked in the same run: it holds what could be understood.
    """

    site: Site | None
    stand_in: Site
    region: str
    """Country that telephone numbers without ``+`` belong to."""
    doc: Doc | None
    problems: tuple[Problem, ...]
    sources: tuple[str, ...] = ("site.yaml",)


@dataclass(frozen=True, slots=True)
class PeopleReading:
    """Everyone who could be read, by id; ``ids`` holds the others too, or is ``None`` where none could be."""

    people: tuple[Person, ...]
    ids: frozenset[str] | None
    problems: tuple[Problem, ...]
    sources: tuple[str, ...] = ("people.yaml",)


@dataclass(frozen=True, slots=True)
class TopicsReading:
    """The topics that could be read, by id; ``ids`` as with people."""

    topics: tuple[Topic, ...]
    ids: frozenset[str] | None
    problems: tuple[Problem, ...]
    sources: tuple[str, ...] = ("topics.yaml",)
