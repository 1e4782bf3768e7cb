"""Contact blocks and names: who is meant, in people.yaml or as somebody new."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict

from plugins.importing.background import Background
from plugins.importing.contact_lines import Contact
from plugins.importing.proposal import Choice, ProposedPerson
from plugins.importing.reading import Reading
from plugins.newsroom.addresses import e164
from plugins.newsroom.model import Person
from plugins.newsroom.refusal import RefusalError
from plugins.newsroom.slug import make_slug

NEW = "new"
_TITLES = re.compile(r"\b(?:prof|dr|mr|mrs|ms|drs|ir|ing|dipl|mag|herrn?|frau|dhr|mevr|med|phil|rer|nat)\b\.?-?", re.I)


class People:
    """Everyone whom one source names, each once."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._background = reading.background
        self._found: dict[str, ProposedPerson] = {}
        self._named: dict[str, dict[str, None]] = defaultdict(dict)
        self._mailed: dict[str, dict[str, None]] = defaultdict(dict)
        """Ids of those found, by name and by address, so that a long list of contacts is gone through once."""

    def all(self) -> tuple[ProposedPerson, ...]:
        """Those named, in the order in which they were found."""
        return tuple(self._found.values())

    def named(self, contact: Contact, key: str, excerpt: str) -> str:
        """The id of the person meant: known, or proposed as new."""
        if same := self._same(contact):
            self._keep(_completed(same, contact))
            return same.id
        known = candidates(contact, self._background)
        chosen = self._chosen(known, contact, key, excerpt)
        person = proposed(chosen) if chosen else self._new(contact)
        if person.id not in self._found:
            self._keep(person)
        return person.id

    def _same(self, contact: Contact) -> ProposedPerson | None:
        """The first of those found who has the name, or the address where there is no name."""
        if not contact.name and not contact.email:
            return None
        ids = self._named[name_key(contact.name)] if contact.name else self._mailed[contact.email.casefold()]
        same = (self._found[one] for one in ids)
        return next((person for person in same if _is_same_proposed(person, contact)), None)

    def _keep(self, person: ProposedPerson) -> None:
        self._found[person.id] = person
        self._named[name_key(person.name)].setdefault(person.id)
        self._mailed[person.email.casefold()].setdefault(person.id)

    def _chosen(self, known: tuple[Person, ...], contact: Contact, key: str, excerpt: str) -> Person | None:
        """The one of people.yaml; where several may be meant, a person is asked."""
        if len(known) == 1 and _fits(known[0], contact):
            return known[0]
        if not known:
            return None
        choices = tuple(Choice(p.id, f"{p.name}, {p.organisation or p.email or p.id}") for p in known)
        choices = (*choices, Choice(NEW, f"somebody new: {contact.name}"))
        question = f"Who is “{contact.name}”? people.yaml has {len(known)} who may be meant."
        default = NEW if len(known) == 1 and known[0].email.casefold() == contact.email.casefold() != "" else ""
        said = self._reading.ask(f"person-{key}", question, excerpt, choices, default)
        return next((p for p in known if p.id == said), None)

    def _new(self, contact: Contact) -> ProposedPerson:
        ident = base = make_slug(contact.name, "person")[:60].strip("-")
        number = 2
        while ident in self._background.ids or ident in self._found:
            ident, number = f"{base}-{number}", number + 1
        phone = contact.phone if _dialled(contact, self._background) else ""
        return ProposedPerson(
            ident, contact.name, contact.role, contact.organisation, phone, contact.email, contact.url
        )


def candidates(contact: Contact, background: Background) -> tuple[Person, ...]:
    """Those of people.yaml who have the name; else those who have the address or the number."""
    key = name_key(contact.name)
    named = [p for p in background.people if key and name_key(p.name) == key]
    if len(named) > 1:
        exact = [p for p in named if contact.email and p.email.casefold() == contact.email.casefold()]
        exact = exact or [p for p in named if contact.organisation and p.organisation == contact.organisation]
        return tuple(exact if len(exact) == 1 else named)
    if named:
        return tuple(named)
    mail = [p for p in background.people if contact.email and p.email.casefold() == contact.email.casefold()]
    return tuple(mail) or tuple(
        p for p in background.people if p.phone_e164 and p.phone_e164 == _dialled(contact, background)
    )


def _dialled(contact: Contact, background: Background) -> str:
    try:
        return e164(contact.phone, background.region) if contact.phone else ""
    except RefusalError:
        return ""


def _fits(person: Person, contact: Contact) -> bool:
    """Whether the name is the person's, or the source gives none of its own."""
    return not contact.name or name_key(person.name) == name_key(contact.name)


def name_key(name: str) -> str:
    """A name without titles, accents composed, in small letters; “Muster, Mia” as “mia muster”."""
    composed = unicodedata.normalize("NFC", name).casefold()
    if composed.count(",") == 1:
        last, first = composed.split(",")
        composed = f"{first} {last}" if len(first.split()) < 3 else composed
    return " ".join(re.findall(r"[\w'’-]+", _TITLES.sub(" ", composed)))


def proposed(person: Person) -> ProposedPerson:
    """Somebody of people.yaml, who stays as people.yaml has them."""
    role = person.role.common or next((text for _, text in person.role.by_lang), "")
    return ProposedPerson(
        person.id, person.name, role, person.organisation, person.phone, person.email, person.url, is_known=True
    )


def _is_same_proposed(person: ProposedPerson, contact: Contact) -> bool:
    if contact.name:
        both = person.email and contact.email and person.email.casefold() != contact.email.casefold()
        return name_key(person.name) == name_key(contact.name) and not both
    return bool(contact.email) and person.email.casefold() == contact.email.casefold()


def _completed(person: ProposedPerson, contact: Contact) -> ProposedPerson:
    """Somebody new, with what another place of the source says of them too."""
    if person.is_known:
        return person
    return ProposedPerson(
        person.id,
        person.name,
        person.role or contact.role,
        person.organisation or contact.organisation,
        person.phone or contact.phone,
        person.email or contact.email,
        person.url or contact.url,
    )


def differences(person: ProposedPerson, contact: Contact) -> str:
    """What the source says of somebody known and people.yaml does not, in a sentence; empty if nothing."""
    pairs = (
        ("telephone", person.phone, contact.phone),
        ("e-mail", person.email, contact.email),
        ("organisation", person.organisation, contact.organisation),
    )
    said = [
        f"{what} “{theirs}”" + (f", not “{ours}”" if ours else "")
        for what, ours, theirs in pairs
        if _differ(ours, theirs)
    ]
    return (
        f"the source says {'; '.join(said)}: people.yaml stays as it is, change it there if it is out of date"
        if said
        else ""
    )


def _differ(ours: str, theirs: str) -> bool:
    return bool(theirs) and re.sub(r"\W", "", ours).casefold() != re.sub(r"\W", "", theirs).casefold()
