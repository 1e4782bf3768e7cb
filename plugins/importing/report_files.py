"""A proposal -> the texts of report.yaml, of the edition and of new entries in people.yaml."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from plugins.importing.proposal import Proposal, ProposedPerson, Sure
from plugins.importing.yaml_lines import value
from plugins.newsroom.addresses import check_email, check_url
from plugins.newsroom.front_matter import PLACEHOLDER
from plugins.newsroom.refusal import RefusalError

_NOTED = 8
"""Open questions that are named one by one in the note."""


def facts_text(proposal: Proposal, day: dt.date) -> str:
    """report.yaml: a draft with everything that was found."""
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
    pictures = proposal.pictures
    if pictures:
        lines.append("photos:")
    for picture in pictures:
        lines.append(f"  - file: {picture.file}")
        if picture.credit:
            lines.append(f"    credit: {value(picture.credit)}")
    if pictures:
        lines.append(f"hero: {pictures[0].file}")
    if facts.embargo:
        lines.append(f"embargo: {facts.embargo}")
    lines.append(f"note: {value(_note(proposal))}")
    return "\n".join(lines) + "\n"


def _listed(key: str, ids: tuple[str, ...]) -> list[str]:
    return [f"{key}:", *(f"  - {ident}" for ident in ids)] if ids else []


def _note(proposal: Proposal) -> str:
    """What the newsroom should know of where the report came from."""
    open_ = [f"{item.kind.value}: {item.why}" for item in proposal.items if item.sure is Sure.TO_DECIDE and item.why]
    more = f"; and {len(open_) - _NOTED} more" if len(open_) > _NOTED else ""
    still = f" Still to look at: {'; '.join(open_[:_NOTED])}{more}." if open_ else ""
    return f"Imported from {proposal.source.address or proposal.source.name}: {proposal.summary}.{still}"


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
    worded = [picture for picture in proposal.pictures if picture.alt or picture.caption]
    if worded:
        lines.append("photos:")
    for picture in worded:
        lines.append(f"  {picture.file}:")
        lines += [f"    alt: {value(picture.alt)}"] if picture.alt else []
        lines += [f"    caption: {value(picture.caption)}"] if picture.caption else []
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
