"""The cards of contacts, which telephones and mail programs save."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

from plugins.newsroom.countries import country_of_zone
from plugins.newsroom.model import Lang, Person
from plugins.pages.dates import country_name
from plugins.pages.identity import person_uid
from plugins.pages.language import Language
from plugins.pages.outputs.kind import Job, Kind
from plugins.pages.outputs.vcard import ContactFacts, vcard
from plugins.pages.places import address_lines


class ContactCard(Kind):
    """``/<lang>/contacts/<person>.vcf``, and ``/contacts/<person>.vcf`` in the newsroom's first language."""

    name = "vcard"
    reads_portraits = True

    def of_site(self) -> Iterator[Job]:
        """A card per language of everyone who is named and can be reached."""
        context, index = self.context, self.context.index
        named = {*index.last_named, *index.press_contacts, *index.by_person}
        for person in index.people:
            if person.id in named and (person.phone or person.email):
                facts = (("person", context.people((person.id,))), ("revised", self._revised(person).isoformat()))
                for lang in context.renderer.languages:
                    yield self.job(
                        context.urls.vcard(lang, person.id), (lang, person.id), (*context.base(lang), *facts)
                    )
                first = context.renderer.first
                address = context.urls.at(f"contacts/{person.id}.vcf")
                yield self.job(address, (first, person.id), (*context.base(first), *facts))

    def make(self, lang: Lang, ident: str) -> bytes:
        """The card."""
        language = self.context.renderer.languages[lang]
        return vcard(self._facts(self.context.index.person_by_id[ident], language))

    def _facts(self, person: Person, language: Language) -> ContactFacts:
        site = self.context.index.site
        family, _, given = person.sort_name.partition(", ")
        here = not person.organisation and person.country in ("", country_of_zone(site.timezone))
        belongs = here or person.organisation == site.publisher.name
        address = person.address or (site.publisher.address if belongs else "")
        return ContactFacts(
            uid=person_uid(site, person.id),
            name=person.name,
            family=family,
            given=given,
            is_office=person.office,
            role=person.role.nearest(language.lang, language.order)[1],
            organisation=person.organisation,
            phone=person.phone_e164,
            email=person.email,
            website=person.url,
            address=address_lines(address),
            country=country_name(person.country, language.lang) if person.country and person.address else "",
            revised=self._revised(person),
            photo=self._photo(person, language),
        )

    def _photo(self, person: Person, language: Language) -> bytes:
        """The portrait as pages show it, or nothing. Its name stands in the person's part, and tells what is in it."""
        view = language.marks.portraits.get(person.id)
        if view is None:
            return b""
        return Path(self.context.renderer.setting.output, self.context.urls.file(view.src)).read_bytes()

    def _revised(self, person: Person) -> dt.datetime:
        """The day that people.yaml names, else the latest publication that names the person, else its first."""
        if person.updated is not None:
            return dt.datetime.combine(person.updated, dt.time(), dt.UTC)
        named = self.context.index.last_named.get(person.id)
        return named or _beginning(self.context.index.site.identity)


def _beginning(identity: str) -> dt.datetime:
    """The day since which the newsroom is called so (RFC 4151): a year, a month or a day."""
    year, _, rest = identity.rpartition(",")[2].partition("-")
    month, _, day = rest.partition("-")
    return dt.datetime(int(year), int(month or 1), int(day or 1), tzinfo=dt.UTC)
