"""A contact as vCard 3.0 (RFC 2426), which telephones and mail programs read."""

from __future__ import annotations

import vobject

from plugins.newsroom.model import Person


def vcard(person: Person, role: str) -> bytes:
    """The card of one person; ``role`` in the newsroom's first language."""
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
