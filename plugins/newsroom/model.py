"""The values a newsroom is made of: reports, editions, people, photographs, credits."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum

from plugins.newsroom.document import Document as Document
from plugins.newsroom.document import DocumentTitle as DocumentTitle
from plugins.newsroom.event import Attendance as Attendance
from plugins.newsroom.event import Event as Event
from plugins.newsroom.event import EventChange as EventChange
from plugins.newsroom.event import EventStatus as EventStatus
from plugins.newsroom.event import Registration as Registration
from plugins.newsroom.funding import Funding as Funding
from plugins.newsroom.funding import Series as Series
from plugins.newsroom.press_policy import PressPolicy as PressPolicy
from plugins.newsroom.record import record
from plugins.newsroom.security import Security as Security
from plugins.newsroom.video import Video as Video
from plugins.newsroom.video import VideoWords as VideoWords
from plugins.newsroom.words import Lang as Lang
from plugins.newsroom.words import Words as Words


class State(StrEnum):
    """Who stands behind an edition; the order of the coverage matrix."""

    WRITTEN = "written"
    REVIEWED = "reviewed"
    MACHINE = "machine"
    STALE = "stale"
    MISSING = "missing"


class Kind(StrEnum):
    """What sort of text a report is."""

    REPORT = "report"
    RELEASE = "release"
    NOTICE = "notice"


class Status(StrEnum):
    """Whether a report is to be seen."""

    DRAFT = "draft"
    PUBLISHED = "published"
    WITHDRAWN = "withdrawn"


@record
class Person:
    """Somebody named as contact, author, photographer or reviewer (people.yaml)."""

    id: str
    name: str
    sort_name: str
    role: Words = Words()
    organisation: str = ""
    country: str = ""
    """ISO 3166-1 alpha-2, where it is not the newsroom's: numbers without ``+`` are dialled there."""
    phone: str = ""
    """As people write it, e.g. ``0231 50 24 821``."""
    phone_e164: str = ""
    """As a telephone dials it, e.g. ``+492315024821``; empty without a phone."""
    email: str = ""
    url: str = ""
    photo: str = ""  # path of a portrait relative to the content folder, or empty
    address: str = ""
    """Where post reaches them; empty: the publisher's, where they belong to it."""
    office: bool = False  # and nobody: cards and structured data call it an organisation
    updated: dt.date | None = None  # when anything of this last changed, where somebody says so
    fediverse: str = ""  # account such as ``@name@server``, or empty
    until: dt.date | None = None  # last day here
    successor: str = ""  # id of who is asked afterwards
    has_left: bool = False  # seen from the day of the build: ``plugins.newsroom.staff`` says so


@record
class Topic:
    """A subject reports are filed under (topics.yaml)."""

    id: str
    label: Words


@record
class Organisation:
    """A body that organises, publishes or is named; ``url`` may be empty."""

    name: str
    url: str = ""


@record
class Source:
    """Where a report was taken from, credited on its page."""

    name: str
    url: str = ""
    date: dt.date | None = None


@record
class Credit:
    """The rights in a picture. ``line`` is printed as it stands and never translated (IPTC 2:110)."""

    line: str
    rights_holder: str = ""
    licence: str = ""
    """By its name or its address (``plugins.newsroom.licences``)."""
    usage_terms: Words = Words()
    usable_from: dt.date | None = None
    """First day of use: before it, the picture is in no output."""
    usable_until: dt.date | None = None
    """Last day of use: from the day after, the picture is gone from every output."""
    creators: tuple[str, ...] = ()
    """Who made it by the picture's own metadata, as it is named there."""
    photographer: str = ""
    """A person's id when the credit names somebody from people.yaml, else empty."""


@record
class Photo:
    """A picture of a report: the facts that do not depend on the language."""

    file: str
    """Name inside the report's ``photos/`` folder."""
    credit: Credit
    persons: tuple[str, ...] = ()
    consent_until: dt.date | None = None
    focus: tuple[float, float] | None = None
    """Point of interest as fractions of width and height from the top left, each 0..1."""


@record
class PhotoWords:
    """What an edition says of one picture. Empty = the edition lacks it (it falls back alone)."""

    file: str
    alt: str = ""
    caption: str = ""


@record
class Link:
    """Further information: an address with its label."""

    url: str
    label: str


@record
class Correction:
    """What was put right after publication, and when: a day, or a moment with its zone."""

    date: dt.date | dt.datetime
    text: str


@record
class Withdrawal:
    """When and why a report was withdrawn, and what stands in its place."""

    date: dt.date | dt.datetime | None = None
    reason: Words = Words()
    successor: str = ""
    """Id of another report, or empty."""


@record
class Provenance:
    """Who made an edition that no person of the newsroom wrote, and who vouches for it."""

    engine: str = ""
    """E.g. ``deepl``; empty for a person's."""
    model: str = ""
    date: dt.date | None = None
    """Day of the (latest) translation."""
    translator: str = ""
    """A human translator's or agency's name, where known."""
    reviewer: str = ""
    office: str = ""
    """The responsible office (EU AI Act, Art. 50(4))."""
    reviewed_on: dt.date | None = None


@record
class Edition:
    """A report in one language: everything that has words."""

    lang: Lang
    title: str
    teaser: str
    body: str
    """Markdown. Empty in a *head* (an edition kept without its body)."""
    slug: str
    kicker: str = ""
    photos: tuple[PhotoWords, ...] = ()
    links: tuple[Link, ...] = ()
    corrections: tuple[Correction, ...] = ()
    added: dt.date | dt.datetime | None = None
    """When this language came, where that was later than the report."""
    documents: tuple[DocumentTitle, ...] = ()
    video: VideoWords = VideoWords()
    state: State = State.WRITTEN
    provenance: Provenance | None = None
    stale: bool = False
    """The original has been changed since (also for a written edition that is watched)."""
    path: str = ""
    """Of the file it came from, relative to the content or translations folder."""
    body_line: int = 1
    """Line of that file on which the body starts."""


@record
class PublishRule:
    """When the languages of a report go out (``publish`` in report.yaml or site.yaml)."""

    together: tuple[Lang, ...] = ()
    """All of these at once, or none; empty: each as it is ready."""
    reviewed: tuple[Lang, ...] = ()
    """These only once a person wrote or reviewed them."""


@record
class Report:
    """One event report: its facts, and its editions in the order of site.yaml."""

    id: str
    path: str
    """Folder relative to the content folder, e.g. ``reports/2024/kanada``."""
    published: dt.datetime
    """With the site's zone; midnight where only a date was given."""
    has_time: bool
    source_language: Lang
    kind: Kind
    status: Status
    editions: tuple[Edition, ...]
    event: Event | None = None
    topics: tuple[str, ...] = ()
    authors: tuple[str, ...] = ()
    contacts: tuple[str, ...] = ()
    """Ids; already the site's press contacts where the report names none."""
    organisers: tuple[Organisation, ...] = ()
    sources: tuple[Source, ...] = ()
    photos: tuple[Photo, ...] = ()
    documents: tuple[Document, ...] = ()
    video: Video | None = None
    hero: str = ""
    embargo: dt.datetime | None = None
    confidential: bool = False
    funding: tuple[str, ...] = ()
    """Ids of ``site.funding``."""
    series: str = ""
    """An id of ``site.series``, or empty."""
    aliases: tuple[str, ...] = ()
    publish: PublishRule = PublishRule()
    withdrawal: Withdrawal = Withdrawal()
    """Empty unless ``status`` is withdrawn."""
    note: str = ""
    """A remark for the newsroom, never published (e.g. that a year is inferred)."""
    known_as: str = ""
    """The name that it was first published under, if it has been renamed."""

    @property
    def lasting_id(self) -> str:
        """What feeds and calendars know it by, for ever."""
        return self.known_as or self.id

    def edition(self, lang: Lang) -> Edition | None:
        """The edition in that language, or ``None`` where it is absent."""
        return next((e for e in self.editions if e.lang == lang), None)

    @property
    def waits_for(self) -> tuple[Lang, ...]:
        """The languages without which it does not go out; a withdrawn one says so in those that it has."""
        ready = {edition.lang for edition in self.released}
        return () if self.status is Status.WITHDRAWN else tuple(t for t in self.publish.together if t not in ready)

    @property
    def released(self) -> tuple[Edition, ...]:
        """Its editions, without those that wait for a person to vouch for them."""
        unread = (State.MACHINE, State.STALE, State.MISSING)
        return tuple(e for e in self.editions if e.lang not in self.publish.reviewed or e.state not in unread)

    @property
    def public_from(self) -> dt.datetime:
        """The moment from which readers may see it: its date, or the end of its embargo if that is later."""
        return max(self.published, self.embargo) if self.embargo else self.published

    @property
    def original(self) -> Edition:
        """The edition in the source language. Raises ``LookupError`` if absent."""
        found = self.edition(self.source_language)
        if found is None:
            raise LookupError(f"{self.path} has no original in {self.source_language}")
        return found


@record
class TextPage:
    """A static page (imprint, privacy …): ``pages/<id>/page.yaml`` and an edition per language.

    An edition of a page uses title, teaser (optional), body and slug.
    """

    id: str
    path: str
    source_language: Lang
    editions: tuple[Edition, ...]
    updated: dt.date | None = None
    """Day of the last change of content, from page.yaml."""
    in_footer: bool = True

    def edition(self, lang: Lang) -> Edition | None:
        """The edition in that language, or ``None`` where it is absent."""
        return next((e for e in self.editions if e.lang == lang), None)


@record
class Publisher:
    """Who publishes the newsroom (site.yaml)."""

    name: str
    address: str = ""
    phone: str = ""
    phone_e164: str = ""
    email: str = ""
    url: str = ""
    logo: str = ""
    """Path relative to the content folder, or empty."""


@record
class TranslationPolicy:
    """What site.yaml says about machine editions."""

    engines: tuple[str, ...] = ()
    publish_machine: bool = True
    index_machine: bool = False
    open_findings: str = "publish"
    """``publish``: a machine's edition in which findings of the gate are unanswered goes out with its notice;
    ``hold``: it does not."""
    on_broken: str = "keep"
    """``keep``: a broken catalogue leaves the last good edition; ``drop``: the edition is missing."""
    confidential: tuple[tuple[str, bool], ...] = ()
    """(engine, whether text under embargo may go there): the contract knows better than the engine."""
    prices: tuple[tuple[str, float], ...] = ()
    """(engine, euro per million characters of the source)."""


@record
class Site:
    """The newsroom itself (site.yaml)."""

    name: Words
    url: str
    languages: tuple[Lang, ...]
    timezone: str
    publisher: Publisher
    claim: Words = Words()
    boilerplate: Words = Words()
    press_contacts: tuple[str, ...] = ()
    operator: tuple[tuple[str, Words], ...] = ()
    """(key, value) of what the legal pages have to say; ``none`` for what does not apply."""
    legal: tuple[tuple[str, str], ...] = ()
    """(role, page id) pairs, e.g. ``("imprint", "imprint")``."""
    translation: TranslationPolicy = TranslationPolicy()
    per_page: int = 20
    brand: str = ""
    """Name of a preset of the theme, or the path of a brand.css relative to the content folder."""
    identity: str = ""
    """Who names things here, for ids that outlive every address (RFC 4151): ``newsroom.example,2024``."""
    default_credit: str = ""
    """The organisation's credit line where neither report nor picture gives one."""
    publish: PublishRule = PublishRule()
    """What holds for reports that say nothing else."""
    search: bool = False
    """Whether the site has a search."""
    press: PressPolicy = PressPolicy()
    funding: tuple[Funding, ...] = ()
    """In the order of site.yaml, as are the series."""
    series: tuple[Series, ...] = ()
    picture_terms: Words = Words()
    """How pictures may be used, where a picture says nothing else."""
    security: Security | None = None


@record
class Newsroom:
    """Everything that was loaded, in a fixed order (reports by id)."""

    site: Site
    people: tuple[Person, ...]
    topics: tuple[Topic, ...]
    pages: tuple[TextPage, ...]
    reports: tuple[Report, ...]
