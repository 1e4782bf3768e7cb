"""A proposal -> the texts of report.yaml, of the edition and of new entries in people.yaml."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator

from plugins.importing.proposal import Proposal, ProposedPerson, ProposedPicture, Sure
from plugins.importing.yaml_lines import value
from plugins.newsroom.addresses import check_email, check_url
from plugins.newsroom.front_matter import PLACEHOLDER
from plugins.newsroom.refusal import RefusalError
from plugins.newsroom.sentences import sentences

_NOTED = 8
"""Open questions that are named one by one in the note."""


def facts_text(proposal: Proposal, day: dt.date, lang: str = "en") -> str:
    """report.yaml: a draft with everything that was found; its note in ``lang``."""
    facts = proposal.facts
    lines = [
        f"date: {day.isoformat()}",
        f"source_language: {proposal.edition.lang}",
        "status: draft",
        f"kind: {facts.kind}",
    ]
    lines += _listed("authors", facts.authors) + _listed("contacts", facts.contacts)
    if facts.sources:
        lines.append("sources:")
    for source in facts.sources:
        lines.append(f"  - name: {value(source.name)}")
        if _is_good_url(source.url):
            lines.append(f"    url: {value(source.url)}")
    lines += _pictures(proposal, _credited)
    there = [picture for picture in proposal.pictures if picture.data]
    if there:
        lines.append(f"hero: {there[0].file}")
    if facts.embargo:
        lines.append(f"embargo: {facts.embargo}")
    lines.append(f"note: {value(_note(proposal, lang))}")
    return "\n".join(lines) + "\n"


def _pictures(proposal: Proposal, lines_of: Callable[[ProposedPicture], list[str]]) -> list[str]:
    """The key ``photos``; pictures that are not there yet stand in it as remarks, ready to be taken in."""
    there = [line for picture in proposal.pictures if picture.data for line in lines_of(picture)]
    absent = [line for picture in proposal.pictures if not picture.data for line in lines_of(picture)]
    lines = ["photos:", *there] if there else ["# photos:"] if absent else []
    return [*lines, *(f"# {line}" for line in absent), *([_ABSENT] if absent else [])]


_ABSENT = "# These pictures were not in the source: put each into the folder “photos”, and take the signs “# ” away."


def _credited(picture: ProposedPicture) -> list[str]:
    """An entry of report.yaml."""
    credit = [f"    credit: {value(picture.credit)}"] if picture.credit else []
    return [f"  - file: {picture.file}", *credit]


def _worded(picture: ProposedPicture) -> list[str]:
    """An entry of an edition's front matter; none without words."""
    words = [f"    {key}: {value(text)}" for key, text in (("alt", picture.alt), ("caption", picture.caption)) if text]
    return [f"  {picture.file}:", *words] if words else []


def _listed(key: str, ids: tuple[str, ...]) -> list[str]:
    return [f"{key}:", *(f"  - {ident}" for ident in ids)] if ids else []


def _note(proposal: Proposal, lang: str) -> str:
    """What the newsroom should know of where the report came from."""
    say = sentences(lang).say
    open_ = [(item.kind.value, item.why) for item in proposal.items if item.sure is Sure.TO_DECIDE and item.why]
    listed = [f"{say(kind)}: {say(why)}" for kind, why in open_[:_NOTED]]
    if len(open_) > _NOTED:
        listed.append(say(f"and {len(open_) - _NOTED} more"))
    still = f" {say('Still to look at')}: {'; '.join(listed)}." if listed else ""
    origin = proposal.source.address or proposal.source.name
    return say(f"Imported from {origin}: {proposal.summary}.") + still


def _is_good_url(url: str) -> bool:
    try:
        return bool(url) and bool(check_url(url))
    except RefusalError:
        return False


def edition_text(proposal: Proposal) -> str:
    """The edition: front matter and text."""
    edition = proposal.edition
    lines = ["---", f"title: {value(edition.title or PLACEHOLDER)}"]
    if edition.kicker:
        lines.append(f"kicker: {value(edition.kicker)}")
    lines.append(f"teaser: {value(edition.teaser or PLACEHOLDER)}")
    lines += _pictures(proposal, _worded)
    if edition.links:
        lines.append("links:")
    for link in edition.links:
        lines += [f"  - url: {value(link.url)}", f"    label: {value(link.label)}"]
    lost = [item.value for item in proposal.items if item.key == "lost" and item.value]
    body = "\n\n".join(part for part in (edition.body, *lost) if part)
    return "\n".join([*lines, "---", body or PLACEHOLDER, ""])


def people_text(people: tuple[ProposedPerson, ...], lang: str) -> str:
    """New entries for people.yaml, to be put at its end."""
    return "\n".join("\n".join(_person(person, lang)) + "\n" for person in people)


def _person(person: ProposedPerson, lang: str) -> Iterator[str]:
    yield f"{person.id}:"
    yield f"  name: {value(person.name)}"
    if person.role:
        yield "  role:"
        yield f"    {lang}: {value(person.role)}"
    if person.organisation:
        yield f"  organisation: {value(person.organisation)}"
    if person.phone:
        yield f"  phone: {value(person.phone)}"
    if person.email and _is_good_email(person.email):
        yield f"  email: {value(person.email)}"
    if _is_good_url(person.url):
        yield f"  url: {value(person.url)}"


def _is_good_email(email: str) -> bool:
    try:
        return bool(check_email(email))
    except RefusalError:
        return False
