"""A contact as vCard 3.0 (RFC 2426), which telephones and mail programs read."""

from __future__ import annotations

from collections.abc import Iterator

from plugins.newsroom.model import Person
from plugins.pages.outputs.kind import Job, Kind


def vcard(person: Person, role: str) -> bytes:
    """The card of one person; ``role`` in the newsroom's first language."""
    import vobject  # half of what a build without a changed contact would import

    card = vobject.vCard()
    card.add("fn").value = person.name
    family, _, given = person.sort_name.partition(", ")
    card.add("n").value = vobject.vcard.Name(family=family, given=given)
    if role:
        card.add("title").value = role
    if person.organisation:
        card.add("org").value = [person.organisation]
    if person.phone_e164:
        phone = card.add("tel")
        phone.value, phone.type_param = person.phone_e164, ["WORK", "VOICE"]
    if person.email:
        mail = card.add("email")
        mail.value, mail.type_param = person.email, ["INTERNET"]
    if person.url:
        card.add("url").value = person.url
    text: str = card.serialize(lineLength=75)
    return text.encode("utf-8")


class ContactCard(Kind):
    """``/contacts/<person>.vcf``."""

    name = "vcard"

    def of_site(self) -> Iterator[Job]:
        """A card of everyone who is named and can be reached."""
        context, index = self.context, self.context.index
        named = {c for e in index.entries for c in (*e.report.contacts, *e.report.authors)}
        named.update(index.site.press_contacts, index.by_person)
        for person in index.people:
            if person.id in named and (person.phone or person.email):
                parts = (*context.base(context.renderer.first), ("person", context.person(person.id)))
                yield self.job(context.urls.vcard(person.id), (person.id,), parts)

    def make(self, ident: str) -> bytes:
        """The card."""
        person = self.context.index.person_by_id[ident]
        return vcard(person, person.role.nearest(self.context.renderer.first, self.context.index.site.languages)[1])
