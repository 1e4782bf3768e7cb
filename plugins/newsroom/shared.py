"""What all reports share: site.yaml, people.yaml and topics.yaml, read without what reads reports."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from plugins.newsroom.context import Context, Embedded
from plugins.newsroom.loaded import PeopleReading, SiteReading, TopicsReading
from plugins.newsroom.people import load_people
from plugins.newsroom.site import load_site
from plugins.newsroom.topics import load_topics


def load_shared(content: Path) -> tuple[SiteReading, PeopleReading, TopicsReading]:
    """What all bundles share."""
    site = load_site(content)
    return site, load_people(content, site), load_topics(content, site)


def make_context(
    content: Path,
    site: SiteReading,
    people: PeopleReading,
    topics: TopicsReading,
    *,
    lenient: bool = False,
    embedded: Callable[[Path], Embedded] | None = None,
) -> Context:
    """What a bundle has to know of the rest, to be handed to ``load_bundle`` in any process."""
    return Context(str(content), site.stand_in, people.ids, topics.ids, lenient, embedded)
