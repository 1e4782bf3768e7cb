"""What stands where: the order of reports, their neighbours, topics, authors and years."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Generic, TypeVar

from plugins.newsroom.model import Lang, Person, Report, Site, Status, Topic
from plugins.newsroom.staff import in_office
from plugins.pages.collation import by_name
from plugins.pages.entry import Entry, PageEntry

RELATED = 3
"""Related reports offered under a report."""
NEWS = 20
"""Reports a feed carries."""
EVENTS = 100
"""Latest events a calendar carries: nobody looks up the older ones in a calendar program."""


def _newest_first(entry: Entry) -> tuple[float, str]:
    return -entry.report.published.timestamp(), entry.report.id


def _by_topic(entries: Iterable[Entry]) -> dict[str, tuple[Entry, ...]]:
    found: dict[str, list[Entry]] = defaultdict(list)
    for entry in entries:
        for topic in entry.report.topics:
            found[topic].append(entry)
    return {topic: tuple(some) for topic, some in found.items()}


@dataclass(frozen=True)
class Index:
    """The visible newsroom without bodies. Everything is linear in the number of reports."""

    site: Site
    people: tuple[Person, ...]
    topics: tuple[Topic, ...]
    pages: tuple[PageEntry, ...]
    entries: tuple[Entry, ...]
    """Visible reports (published or withdrawn, not under embargo), in any order."""

    def complete(self) -> None:
        """Works out every order there is, so that a copy of the index need not look at the reports for it."""
        for name, found in vars(type(self)).items():
            if isinstance(found, cached_property):
                getattr(self, name)

    @cached_property
    def by_id(self) -> dict[str, Entry]:
        """Report by id."""
        return {e.report.id: e for e in self.entries}

    @cached_property
    def page_by_id(self) -> dict[str, PageEntry]:
        """Static page by id."""
        return {p.page.id: p for p in self.pages}

    @cached_property
    def person_by_id(self) -> dict[str, Person]:
        """Person by id."""
        return {p.id: p for p in self.people}

    @cached_property
    def press_contacts(self) -> tuple[str, ...]:
        """Whom journalists ask: who has left is not among them, but their successor."""
        return in_office(self.site.press_contacts, self.person_by_id)

    def contacts(self, report: Report) -> tuple[str, ...]:
        """Whom to ask about a report today; the press contacts where nobody of it is left."""
        return in_office(report.contacts, self.person_by_id) or self.press_contacts

    def successors(self, person: Person) -> tuple[Person, ...]:
        """Who is asked in the place of somebody who has left; nobody for those who are here."""
        idents = in_office((person.id,), self.person_by_id) if person.has_left else ()
        return tuple(self.person_by_id[ident] for ident in idents)

    @cached_property
    def topic_by_id(self) -> dict[str, Topic]:
        """Topic by id."""
        return {t.id: t for t in self.topics}

    @cached_property
    def listed(self) -> tuple[Entry, ...]:
        """Reports that lists show, newest first (the same in every language); withdrawn ones are not."""
        shown = (e for e in self.entries if e.report.status is Status.PUBLISHED)
        return tuple(sorted(shown, key=_newest_first))

    @cached_property
    def by_topic(self) -> dict[str, tuple[Entry, ...]]:
        """Listed reports by topic, newest first; topics in the order of topics.yaml, empty ones left out."""
        found: dict[str, list[Entry]] = defaultdict(list)
        for entry in self.listed:
            for topic in entry.report.topics:
                found[topic].append(entry)
        return {t.id: tuple(found[t.id]) for t in self.topics if t.id in found}

    @cached_property
    def by_year(self) -> dict[int, tuple[Entry, ...]]:
        """Listed reports by year of publication, newest year first."""
        found: dict[int, list[Entry]] = defaultdict(list)
        for entry in self.listed:
            found[entry.report.published.year].append(entry)
        return {year: tuple(found[year]) for year in sorted(found, reverse=True)}

    @cached_property
    def by_series(self) -> dict[str, tuple[Entry, ...]]:
        """Listed reports by series, newest first; series in the order of site.yaml, empty ones left out."""
        found: dict[str, list[Entry]] = defaultdict(list)
        for entry in self.listed:
            found[entry.report.series].append(entry)
        return {s.id: tuple(found[s.id]) for s in self.site.series if s.id in found}

    @cached_property
    def by_project(self) -> dict[str, tuple[Entry, ...]]:
        """Listed reports by project with funding, newest first; all projects, in the order of site.yaml."""
        found: dict[str, list[Entry]] = {one.id: [] for one in self.site.funding}
        for entry in self.listed:
            for ident in entry.report.funding:
                if ident in found:
                    found[ident].append(entry)
        return {ident: tuple(entries) for ident, entries in found.items()}

    @cached_property
    def by_person(self) -> dict[str, tuple[tuple[Entry, ...], tuple[Entry, ...], tuple[Entry, ...]]]:
        """(written, photographed, reviewed) by person, in the order of their sorted names."""
        roles: tuple[dict[str, list[Entry]], ...] = (defaultdict(list), defaultdict(list), defaultdict(list))
        names = {p.name: p.id for p in self.people}
        for entry in self.listed:
            report = entry.report
            shown = {s.file for s in entry.shots}
            photographers = (p.credit.photographer for p in report.photos if p.file in shown)
            reviewers = (names.get(e.provenance.reviewer, "") for e in report.editions if e.provenance)
            for found, ids in zip(roles, (report.authors, photographers, reviewers), strict=True):
                for person in dict.fromkeys(i for i in ids if i in self.person_by_id):
                    found[person].append(entry)
        listed = [p for p in self.people if any(p.id in found for found in roles)]
        named = by_name(sorted(listed, key=lambda p: p.id), lambda p: p.sort_name)
        return {p.id: (tuple(roles[0][p.id]), tuple(roles[1][p.id]), tuple(roles[2][p.id])) for p in named}

    @cached_property
    def named(self) -> dict[str, tuple[Entry, ...]]:
        """Listed reports by person, whatever they did for them, each once, newest first."""
        return {
            ident: tuple(sorted({e.report.id: e for group in groups for e in group}.values(), key=_newest_first))
            for ident, groups in self.by_person.items()
        }

    @cached_property
    def pictures(self) -> tuple[tuple[Entry, int], ...]:
        """Every picture of a listed report that may be used, as (report, place among its shots), newest first."""
        return tuple((entry, place) for entry in self.listed for place in range(len(entry.shots)))

    @cached_property
    def last_named(self) -> dict[str, dt.datetime]:
        """The latest publication that names a person as contact or author."""
        found: dict[str, dt.datetime] = {}
        for entry in self.entries:
            report = entry.report
            for person in (*self.contacts(report), *report.authors):
                found[person] = max(found.get(person, report.public_from), report.public_from)
        return found

    @cached_property
    def _in_language(self) -> dict[Lang, tuple[tuple[Entry, ...], dict[str, int]]]:
        found = {}
        for lang in self.site.languages:
            entries = tuple(e for e in self.listed if e.report.edition(lang))
            found[lang] = entries, {e.report.id: i for i, e in enumerate(entries)}
        return found

    def editions(self, lang: Lang) -> tuple[Entry, ...]:
        """Listed reports that have an edition in that language, newest first."""
        return self._in_language[lang][0]

    @cached_property
    def recent(self) -> tuple[Entry, ...]:
        """Every report that may be seen, also withdrawn ones, newest first."""
        return tuple(sorted(self.entries, key=_newest_first))

    def news(self, topic: str = "") -> tuple[Entry, ...]:
        """What feeds carry: the newest reports, of a topic or of all, the same in every language.

        A withdrawn one stays as an entry that says so.
        """
        return (self._recent_by_topic.get(topic, ()) if topic else self.recent)[:NEWS]

    @cached_property
    def _recent_by_topic(self) -> dict[str, tuple[Entry, ...]]:
        return _by_topic(self.recent)

    @cached_property
    def dated(self) -> tuple[Entry, ...]:
        """Every report with an event, also withdrawn ones, the latest event first."""
        rows = [(e.report.event.start.isoformat(), e.report.id, e) for e in self.entries if e.report.event]
        rows.sort(key=lambda row: row[:2], reverse=True)
        return tuple(entry for _, _, entry in rows)

    @cached_property
    def has_dates(self) -> bool:
        """Whether there is an event, but for those of withdrawn reports."""
        return any(entry.report.status is not Status.WITHDRAWN for entry in self.dated)

    @cached_property
    def topics_of_events(self) -> tuple[str, ...]:
        """Every topic that has a calendar: those with a list, and those whose events were all withdrawn."""
        return tuple(dict.fromkeys((*self.by_topic, *self._dated_by_topic)))

    def events(self, topic: str = "") -> tuple[Entry, ...]:
        """The latest events, of a topic or of all: the same in every language, withdrawn ones among them."""
        return (self._dated_by_topic.get(topic, ()) if topic else self.dated)[:EVENTS]

    @cached_property
    def _dated_by_topic(self) -> dict[str, tuple[Entry, ...]]:
        return _by_topic(self.dated)

    def neighbours(self, entry: Entry, lang: Lang) -> tuple[Entry | None, Entry | None]:
        """(newer, older) among the reports that language has; none for a withdrawn one."""
        entries, places = self._in_language[lang]
        place = places.get(entry.report.id)
        if place is None:
            return None, None
        newer = entries[place - 1] if place else None
        older = entries[place + 1] if place + 1 < len(entries) else None
        return newer, older

    @cached_property
    def _topic_keys(self) -> dict[str, list[tuple[float, str]]]:
        return {topic: [_newest_first(e) for e in entries] for topic, entries in self.by_topic.items()}

    @cached_property
    def _related(self) -> dict[str, tuple[Entry, ...]]:
        return {}

    def related(self, entry: Entry) -> tuple[Entry, ...]:
        """Up to three reports that share topics: most shared first, then nearest in time.

        Only the nearest six of each topic are looked at, so that the work stays linear.
        """
        found = self._related.get(entry.report.id)
        if found is None:
            found = self._related[entry.report.id] = self._near(entry)
        return found

    def _near(self, entry: Entry) -> tuple[Entry, ...]:
        own = _newest_first(entry)
        shared: dict[str, int] = defaultdict(int)
        for topic in entry.report.topics:
            entries = self.by_topic.get(topic, ())
            place = bisect_left(self._topic_keys.get(topic, []), own)
            for near in entries[max(0, place - RELATED) : place + RELATED + 1]:
                shared[near.report.id] += 1
        shared.pop(entry.report.id, None)
        now = entry.report.published
        ranked = sorted(
            (self.by_id[i] for i in shared),
            key=lambda e: (-shared[e.report.id], abs(e.report.published - now), e.report.id),
        )
        return tuple(ranked[:RELATED])


Item = TypeVar("Item")


@dataclass(frozen=True, slots=True)
class Slice(Generic[Item]):
    """One page of a list. ``number`` 0 is the newest page, others count from the oldest."""

    number: int
    total: int
    entries: tuple[Item, ...]


def slice_numbers(count: int, per_page: int) -> range:
    """Numbers of the pages a list of ``count`` is cut into, from the newest (0) through 1, 2 …"""
    return range(max(count // per_page - 1, 0) + 1)


def cut(entries: Sequence[Item], per_page: int, number: int) -> Slice[Item]:
    """One page of a list (newest first) whose numbers never shift as reports are added.

    Page 1 holds the oldest ``per_page``; the newest page (number 0) holds what is left, between
    ``per_page`` and twice that less one, so that it is never nearly empty.
    """
    full = max(len(entries) // per_page - 1, 0)
    newest = len(entries) - full * per_page
    if number == 0:
        return Slice(0, full + 1, tuple(entries[:newest]))
    start = newest + (full - number) * per_page
    return Slice(number, full + 1, tuple(entries[start : start + per_page]))
