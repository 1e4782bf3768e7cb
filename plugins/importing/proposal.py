"""A proposal: what an import makes of a source, each thing beside its source, nothing guessed in silence."""

from __future__ import annotations

from collections import Counter
from enum import StrEnum

from plugins.importing.background import Background
from plugins.importing.block import Source
from plugins.newsroom.record import record


class Sure(StrEnum):
    """What became of one thing of the source."""

    TAKEN = "taken"
    DROPPED = "dropped"
    TO_DECIDE = "to decide"


class ItemKind(StrEnum):
    """What one thing of the source is."""

    LANGUAGE = "language"
    TITLE = "title"
    KICKER = "kicker"
    TEASER = "teaser"
    DATELINE = "dateline"
    DATE = "date"
    EMBARGO = "embargo"
    REPORT_KIND = "kind"
    TEXT = "text"
    HEADING = "heading"
    LIST = "list"
    TABLE = "table"
    QUOTATION = "quotation"
    LINK = "link"
    PICTURE = "picture"
    CAPTION = "caption"
    CREDIT = "credit"
    CONTACT = "contact"
    AUTHOR = "author"
    SOURCE = "source"
    BOILERPLATE = "boilerplate"
    REPEATED = "repeated sentence"
    FURNITURE = "around the text"
    CHANGES = "tracked changes"
    COMMENT = "comment"
    LOST = "words without a place"


@record
class Item:
    """One thing that was found."""

    key: str
    """By which it is answered; stable for one source."""
    kind: ItemKind
    value: str
    """What it becomes; empty for what is dropped."""
    excerpt: str
    """The words of the source it was found in."""
    sure: Sure
    place: str = ""
    why: str = ""
    left_out: str = ""
    """Words of the excerpt that do not stand in the value, such as “Foto:”."""
    choices: tuple[str, ...] = ()
    """What may be answered beside a value of one's own: ``take``, ``text``, ``drop`` …"""


@record
class Choice:
    """One answer to a decision."""

    value: str
    label: str


@record
class Decision:
    """A question that only a person can answer."""

    key: str
    question: str
    excerpt: str
    choices: tuple[Choice, ...]
    default: str = ""
    """What holds until it is answered; empty: nothing is written before."""
    answer_is_free: bool = False
    """Whether something else than the choices may be answered: a date, a line of text."""

    @property
    def is_blocking(self) -> bool:
        """Whether nothing can be written before it is answered."""
        return not self.default


@record
class ProposedLink:
    """Further information below the text."""

    url: str
    label: str


@record
class EditionText:
    """The edition as it would be written."""

    lang: str
    title: str = ""
    kicker: str = ""
    teaser: str = ""
    body: str = ""
    links: tuple[ProposedLink, ...] = ()


@record
class ProposedSource:
    """Where the report was taken from."""

    name: str
    url: str = ""


@record
class ProposedFacts:
    """What would stand in report.yaml."""

    kind: str = "report"
    date: str = ""
    """As 2024-05-02; empty: the day of the import."""
    embargo: str = ""
    """As 2024-05-02T10:00, on the newsroom's clock."""
    authors: tuple[str, ...] = ()
    contacts: tuple[str, ...] = ()
    sources: tuple[ProposedSource, ...] = ()


@record
class ProposedPicture:
    """A picture of the report."""

    key: str
    file: str
    data: bytes
    """Empty: the source only named it, and the file has to be added."""
    alt: str = ""
    caption: str = ""
    credit: str = ""
    photographer: str = ""
    in_text: bool = False
    problem: str = ""
    """Why it cannot be used as it is, in a sentence."""


@record
class ProposedPerson:
    """Somebody named as contact or author."""

    id: str
    name: str
    role: str = ""
    organisation: str = ""
    phone: str = ""
    email: str = ""
    url: str = ""
    is_known: bool = False
    """Whether people.yaml has this person already: then it stays as it is."""


@record
class Proposal:
    """Everything an import would write, and everything it would not."""

    source: Source
    background: Background
    answers: tuple[tuple[str, str], ...]
    items: tuple[Item, ...]
    edition: EditionText
    facts: ProposedFacts
    pictures: tuple[ProposedPicture, ...]
    people: tuple[ProposedPerson, ...]
    decisions: tuple[Decision, ...]
    """Those still open."""

    @property
    def counts(self) -> tuple[int, int, int]:
        """How many things are taken, dropped, to decide; an open question is one, whatever it is about."""
        found = Counter(item.sure for item in self.items)
        there = {item.key for item in self.items if item.sure is Sure.TO_DECIDE}
        asked = sum(1 for decision in self.decisions if decision.key not in there)
        return found[Sure.TAKEN], found[Sure.DROPPED], found[Sure.TO_DECIDE] + asked

    @property
    def summary(self) -> str:
        """E.g. ``22 things taken, 3 dropped, 4 to decide``."""
        taken, dropped, open_ = self.counts
        return f"{taken} {'thing' if taken == 1 else 'things'} taken, {dropped} dropped, {open_} to decide"

    @property
    def is_blocked(self) -> bool:
        """Whether something has to be decided before anything is written."""
        return any(decision.is_blocking for decision in self.decisions)
