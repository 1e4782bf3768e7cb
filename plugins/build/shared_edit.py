"""What an edit of site.yaml, people.yaml or topics.yaml changed: people as pages show them, or nothing that shows.

Somebody's telephone number changes the outputs that read ``person:<id>``; a topic that nobody uses, or the engines
that ``translate`` asks, change none. Whatever a report looks at while it is prepared, what is checked across files,
orders and addresses must be as they were. In every other case there is no answer, and everything is looked at.
"""

from __future__ import annotations

import copy
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from plugins.build.bundle_record import Prepared
from plugins.build.bundles import settings_of
from plugins.build.config import Config
from plugins.build.context_parts import ContextParts
from plugins.build.recall import LastSetting
from plugins.build.site import SHARED, Shared, moved, remembered_shared
from plugins.cache.digest import digest
from plugins.cache.serialisation import dumps
from plugins.cache.store import Store
from plugins.newsroom.model import Person, Site, Topic
from plugins.pages.index import Index
from plugins.pages.outputs.part import PERSON
from plugins.pages.renderer import Setting

CONTACT = ("organisation", "country", "phone", "phone_e164", "email", "url", "address", "updated", "fediverse")
"""What of a person stands beside their name, and nowhere decides what there is and in which order."""


@dataclass(frozen=True, slots=True)
class SharedEdit:
    """What differs, and the newsroom as it is now."""

    setting: Setting
    parts: frozenset[str]
    """Names of the parts that differ."""
    key: str
    """Under what site, people and topics are remembered as they are now."""


def reviewers(prepared: Iterable[Prepared]) -> set[str]:
    """The names of those who signed translations: whoever of people.yaml bears one is listed."""
    reports = (made.report for made in prepared if made.report is not None)
    return {e.provenance.reviewer for report in reports for e in report.editions if e.provenance}


def shared_edit(
    config: Config, facts: Mapping[str, Any], last: LastSetting, store: Store, files: Mapping[str, str]
) -> SharedEdit | None:
    """Reads the shared files, of which those given with their digests changed; ``None``: more differs than this."""
    from plugins.newsroom.shared import load_shared

    before = remembered_shared(store, facts["shared"])
    places = tuple(f"{config.content}/{name}" for name in ("site.yaml", "people.yaml", "topics.yaml"))
    if before is None or any(fields[0] in places for fields in facts["problems"]):
        return None
    after: Shared = load_shared(config.content)
    if any(loaded.problems for loaded in (*before, *after)) or before[0].region != after[0].region:
        return None
    names = frozenset(facts["names"])
    if not _is_prepared_alike(config, before, after, names):
        return None
    site = _site(last.setting.index.site, before[0].site, after[0].site)
    people = _people(last.setting.index, before[1].people, after[1].people, names, facts["reviewers"])
    topics = _topics(last.setting.index, before[2].topics, after[2].topics, names)
    if site is None or people is None or topics is None:
        return None
    key = digest((facts["shared"], tuple(sorted(files.items()))))
    store.values.put(SHARED, key, dumps(after))
    shown = last.setting.index.person_by_id
    parts = frozenset(f"{PERSON}{person.id}" for person in people if shown.get(person.id, person) != person)
    return SharedEdit(replace(last.setting, index=_index(last.setting.index, site, people, topics)), parts, key)


def _is_prepared_alike(config: Config, before: Shared, after: Shared, names: Iterable[str]) -> bool:
    """Whether every bundle would be prepared as it was."""
    looked_at = tuple(sorted(names))
    return (
        len(
            {
                ContextParts(settings_of(config, moved(one, config.ahead), "").context).digest(looked_at)
                for one in (before, after)
            }
        )
        == 1
    )


def _site(shown: Site, before: Site | None, after: Site | None) -> Site | None:
    """The site, if nothing but what ``translate`` reads, and what bundles have looked at, differs."""
    if before is None or after is None or _without_translation(before) != _without_translation(after):
        return None
    return replace(shown, translation=after.translation, default_credit=after.default_credit)


def _without_translation(site: Site) -> Site:
    policy = replace(site.translation, engines=(), confidential=(), prices=())
    return replace(site, translation=policy, default_credit="")


def _people(
    index: Index, before: Iterable[Person], after: tuple[Person, ...], names: frozenset[str], reviewers: Iterable[str]
) -> tuple[Person, ...] | None:
    """Everybody, with the words of the shared catalogues; ``None`` where more than contact details differs."""
    signed, before = frozenset(reviewers), tuple(before)
    press = {*index.site.press_contacts, *index.press_contacts}
    shown = press | {person.successor for person in (*before, *after)}

    def is_named(person: Person) -> bool:
        looked_at = {f"{PERSON}{person.id}", f"name:{person.id}"}
        return not names.isdisjoint(looked_at) or person.name in signed or person.id in shown

    old = [person for person in before if is_named(person)]
    new = [person for person in after if is_named(person)]
    pictures = ({(person.id, person.photo) for person in people if person.photo} for people in (before, after))
    if [_nameless(person) for person in old] != [_nameless(person) for person in new] or len(
        set(map(frozenset, pictures))
    ) > 1:
        return None
    changed = {person.id for person, as_it_was in zip(new, old, strict=True) if person != as_it_was}
    if changed & press:  # at the foot of every page
        return None
    filled = index.person_by_id
    known = {person.id for person in new}
    return tuple(_with_contact(filled[person.id], person) if person.id in known else person for person in after)


def _nameless(person: Person) -> Person:
    return _with_contact(person, Person("", "", ""))


def _with_contact(person: Person, other: Person) -> Person:
    contact: dict[str, Any] = {field: getattr(other, field) for field in CONTACT}
    return replace(person, **contact)


def _topics(
    index: Index, before: Iterable[Topic], after: tuple[Topic, ...], names: frozenset[str]
) -> tuple[Topic, ...] | None:
    """All topics, with the words of the shared catalogues; ``None`` where one that a report names differs."""
    old, new = ([topic for topic in some if f"topic:{topic.id}" in names] for some in (before, after))
    used = {topic.id for topic in new}
    if old != new:
        return None
    return tuple(index.topic_by_id[topic.id] if topic.id in used else topic for topic in after)


def _index(index: Index, site: Site, people: tuple[Person, ...], topics: tuple[Topic, ...]) -> Index:
    """The same orders of the same reports."""
    made = copy.copy(index)
    for name in ("person_by_id", "topic_by_id"):
        vars(made).pop(name, None)
    vars(made).update(site=site, people=people, topics=topics)
    return made
