"""people.yaml -> Persons."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from plugins.newsroom.addresses import e164, foreign_area
from plugins.newsroom.codes import Code
from plugins.newsroom.complaints import validate
from plugins.newsroom.entries import entries
from plugins.newsroom.forms import PersonForm
from plugins.newsroom.loaded import PeopleReading, SiteReading
from plugins.newsroom.model import Person
from plugins.newsroom.places import asset_problem
from plugins.newsroom.problem import Level, Problem
from plugins.newsroom.refusal import RefusalError
from plugins.newsroom.rules import Rules
from plugins.newsroom.source import Text
from plugins.newsroom.staff_checks import successor_problems
from plugins.newsroom.wording import to_words, unknown_languages
from plugins.newsroom.yaml_corrections import readable_mapping
from plugins.newsroom.yaml_source import Doc

_EXAMPLE = "julia-jaeger:\n  name: Julia Jäger"


def load_people(content: Path, site: SiteReading) -> PeopleReading:
    """Everyone named in the newsroom, with every problem of people.yaml."""
    doc, problems = entries(content, "people.yaml", _EXAMPLE)
    if doc is None:
        return PeopleReading((), None, problems)
    people, found = _read(doc, site, content)
    return PeopleReading(people, frozenset(doc.value), (*problems, *found))


def people_problems(text: Text, content: Path, site: SiteReading) -> tuple[Problem, ...]:
    """The problems of a text that stands, or would stand, in people.yaml."""
    doc, problems = readable_mapping(text, _EXAMPLE)
    return problems if doc is None else (*problems, *_read(doc, site, content)[1])


def _read(doc: Doc, site: SiteReading, content: Path) -> tuple[tuple[Person, ...], tuple[Problem, ...]]:
    people: list[Person] = []
    found: list[Problem] = []
    for name in sorted(doc.value):
        person, faults = _person(doc, name, site, content)
        found.extend(faults)
        if person is not None:
            people.append(person)
    found.extend(successor_problems(doc))
    return tuple(people), tuple(found)


def _person(doc: Doc, name: str, site: SiteReading, content: Path) -> tuple[Person | None, tuple[Problem, ...]]:
    form, problems = validate(doc, PersonForm, Rules.plain(), (name,))
    if form is None:
        return None, problems
    languages = site.stand_in.languages
    found = list(unknown_languages(doc, (name, "role"), form.role, languages)) if languages else []
    dialled, region = "", form.country or site.region
    if form.phone and (region or site.site is not None or form.phone.startswith("+")):
        try:
            dialled = e164(form.phone, region)
        except RefusalError as error:
            found.append(doc.refusal(error, (name, "phone")))
        else:
            found.extend(_abroad(doc, name, form, region, dialled))
    if form.photo and (wrong := asset_problem(content, form.photo)):
        code, what, fix = wrong
        found.append(doc.problem(code, (name, "photo"), what, "a picture in the content folder", fix))
    return Person(
        id=name,
        name=form.name,
        sort_name=form.sort_name or form.name,
        role=to_words(form.role, languages),
        organisation=form.organisation,
        country=form.country,
        phone=form.phone,
        phone_e164=dialled,
        email=form.email,
        url=form.url,
        photo=form.photo,
        address=form.address,
        office=form.office,
        fediverse=form.fediverse,
        updated=form.updated,
        until=form.until,
        successor=form.successor,
    ), tuple(found)


def _abroad(doc: Doc, name: str, form: PersonForm, region: str, dialled: str) -> Iterator[Problem]:
    """A number that is written with an area code of another country than the one it would be dialled in."""
    other = "" if form.country or not region else foreign_area(form.phone, region)
    if other:
        yield doc.problem(
            Code.PHONE_COUNTRY,
            (name, "phone"),
            f"“{form.phone}”, written with an area code of {other}; in {region} it is dialled as {dialled}",
            "a number of the newsroom's country, or a person with a country",
            f"Say where the number is, in a line below the name: country: {other} (or country: {region}).",
            Level.WARNING,
        )
