"""The small views that pages are made of: words, links, dates, pictures, people, cards.

All addresses are root-relative and ready for an attribute, unless a field says *absolute*; all texts
are plain, to be escaped by the template. Dates are written out in the reader's language.
"""

from __future__ import annotations

import re

from plugins.newsroom.record import record

_BLANK_LINE = re.compile(r"\n[ \t]*\n\s*")
_SENTENCE_END = re.compile(r"[.!?…:][\"'“”’»)\]]*\s*$")


@record
class Text:
    """Words and the language they are in.

    ``foreign`` is that language where it is not the page's own (write it as ``lang``), else empty.
    """

    text: str
    foreign: str = ""

    def __bool__(self) -> bool:
        return bool(self.text)

    def __str__(self) -> str:
        return self.text

    @property
    def paragraphs(self) -> tuple[Text, ...]:
        """The same, paragraph by paragraph: between blank lines, or a line each where every line ends a sentence.

        YAML's folded style (``>-``) leaves a single line end where a blank line was typed.
        """
        parts = [part for part in _BLANK_LINE.split(self.text.strip()) if part]
        lines = self.text.strip().splitlines()
        if len(parts) == 1 and all(_SENTENCE_END.search(line) for line in lines):
            parts = lines
        return tuple(Text(part.strip(), self.foreign) for part in parts)


@record
class Anchor:
    """A link with its label; ``lang`` is set where the target is in another language."""

    label: str
    url: str
    lang: str = ""
    current: bool = False


@record
class DateView:
    """A day or moment: ``iso`` for ``datetime=``, ``text`` for people."""

    iso: str
    text: str


@record
class LanguageView:
    """One entry of the language switch.

    ``available`` is false where the page has no edition in it: ``url`` then leads to the
    nearest thing (the original, or that language's home).
    """

    lang: str
    name: str
    """In that language itself (Deutsch, Nederlands, English)."""
    url: str
    current: bool = False
    available: bool = True
    indexed: bool = True
    """Whether search engines may be led there."""


@record
class Alternate:
    """An hreflang entry; ``url`` absolute in a published site."""

    lang: str
    url: str


@record
class PictureView:
    """A picture in all its renditions."""

    src: str
    width: int
    height: int
    srcset_jpeg: str = ""
    srcset_avif: str = ""
    large_url: str = ""
    large_width: int = 0
    large_height: int = 0
    colour: str = ""
    """Placeholder colour, ``#rrggbb``."""
    focus: tuple[float, float] = (0.5, 0.5)
    press_url: str = ""
    """Of what journalists download, the largest there is."""
    press_width: int = 0
    press_height: int = 0


@record
class FigureView:
    """A picture with its words and credit."""

    picture: PictureView
    alt: Text
    caption: Text
    credit: str
    """Printed as it stands; never translated."""
    generated: str = ""
    """Label where the Digital Source Type says the picture is drawn by computer or AI, else empty."""
    licence: str = ""
    licence_url: str = ""
    usage_terms: Text = Text("")
    photographers: tuple[Anchor, ...] = ()
    """Who took it, where the credit does not say it already (§ 13 UrhG); with their page in this newsroom, or none."""
    usable_until: DateView | None = None
    """Last day on which it may be used."""


@record
class PersonView:
    """Somebody as contact box or credit."""

    id: str
    name: str
    role: Text = Text("")
    organisation: str = ""
    phone: str = ""
    phone_e164: str = ""
    email: str = ""
    url: str = ""
    """Their page in this newsroom, or empty."""
    website: str = ""
    vcard: str = ""
    """Address of the .vcf, or empty."""
    portrait: PictureView | None = None
    office: bool = False
    """An office, not somebody."""
    until: DateView | None = None
    """Their last day, once that is over."""
    successors: tuple[Anchor, ...] = ()
    """Who is asked in their place."""


@record
class EventView:
    """Facts of what took place."""

    when: str
    start_iso: str
    end_iso: str
    venue: str = ""
    city: str = ""
    country: str = ""
    """The country's name in the reader's language."""
    calendar: str = ""
    """Address of the .ics, or empty."""
    day: str = ""
    month: str = ""
    year: str = ""
    """For a date block: the first day, or the days from first to last where they are in one month (``8–9``);
    ``month`` is abbreviated in the reader's language."""
    name: str = ""
    """Of the event, where it is not the report's headline."""
    status: str = ""
    """In words, where it is not simply to come or over; ``cancelled`` tells those apart that do not take place."""
    cancelled: bool = False
    moved_from: str = ""
    """When it should have taken place before it was moved."""
    zone: str = ""
    """The zone of its times, where that is not the site's."""
    url: str = ""
    registration: str = ""
    registration_until: DateView | None = None
    stream: str = ""
    recording: str = ""
    file_name: str = ""
    """What the calendar file is called when it is saved."""
    online: str = ""
    """That one takes part on the web, in words; empty where one cannot."""
    onsite: bool = True
    """Whether one can go there."""


@record
class SourceView:
    """Where a report was taken from."""

    name: str
    url: str = ""
    date: DateView | None = None


@record
class CorrectionView:
    """What was put right, and when; the time stands in ``date`` where there is one."""

    date: DateView
    text: str


@record
class WithdrawalView:
    """When and why a report was withdrawn, and what stands in its place."""

    date: DateView | None
    reason: Text
    successor: Anchor | None = None


@record
class NoticeView:
    """Who stands behind a translation. ``state`` is ``machine``, ``reviewed`` or ``stale``."""

    state: str
    stale: bool
    original_url: str
    original_lang: str
    original_name: str
    """Name of the original's language in the reader's language."""
    engine: str = ""
    translator: str = ""
    reviewer: str = ""
    office: str = ""
    responsible: str = ""
    """The office that answers for the words: the reviewer's, else the publisher."""
    email: str = ""
    """How to reach it."""
    phone: str = ""
    phone_e164: str = ""
    date: DateView | None = None


@record
class DownloadView:
    """A file that belongs to a report."""

    label: str
    url: str
    kind: str
    """How files of its sort are called: ``PDF``."""
    size: str
    """As people write it: ``1.2 MB``."""
    file_name: str
    """What it is called when it is saved."""
    language: str = ""
    """Name of the language that it is in, in the reader's language."""
    lang: str = ""
    """That language where it is not the page's own."""
    note: str = ""
    """What else is to be said: how many pictures are in it, whether it is accessible."""
    copy: bool = False
    """Whether a button offers to copy its text."""


@record
class FundingView:
    """A project with public funding, as it stands on what reports on it."""

    id: str
    statement: Text
    programme: Text
    project: Text
    number: str
    emblem: str
    """Address of the emblem that the statement stands beside, or empty."""
    logo: str
    """Address of the programme's logo, or empty."""
    url: str
    """The project's page in this newsroom."""


@record
class Occasion:
    """Something that takes place, in a list of dates."""

    when: str
    iso: str
    title: Text
    url: str
    place: str = ""
    cancelled: bool = False


@record
class TrackView:
    """Subtitles of a video."""

    lang: str
    name: str
    """Of the language, in itself."""
    url: str


@record
class VideoView:
    """A film: the newsroom's own (``file``), or one of another host, shown there or here once a reader wants it."""

    title: Text
    poster: FigureView
    length: str
    url: str
    """Where it is watched elsewhere, or empty."""
    host: str
    """Who shows it there."""
    embed: str
    """Address of the host's player, or empty."""
    player: str
    """Who is asked for it."""
    file: str
    mime: str
    tracks: tuple[TrackView, ...]
    transcript: tuple[Text, ...]
    """Its paragraphs."""


@record
class Card:
    """What lists, feeds and neighbours show of a report. It has no body."""

    id: str
    url: str
    title: Text
    teaser: Text
    kicker: Text
    published: DateView
    city: str = ""
    kind: str = ""
    """Label of the kind of text in the reader's language, e.g. Press release."""
    topics: tuple[Anchor, ...] = ()
    picture: PictureView | None = None
    alt: Text = Text("")
    credit: str = ""
    only_in: str = ""
    """Name of the only language (in the reader's language) where this one is missing, else empty."""
    machine: bool = False
    """Translated by machine and reviewed by nobody."""
    withdrawn: bool = False
    funding: tuple[FundingView, ...] = ()


@record
class Pager:
    """Where a list page stands. Page numbers count from the oldest and never shift; 0 = the newest page."""

    number: int
    total: int
    newer: str = ""
    older: str = ""
    pages: tuple[Anchor, ...] = ()
    """A window of pages to offer, newest first; a gap is an Anchor without url."""


@record
class DateEntry:
    """An event in the overview of dates, and the card of its report."""

    card: Card
    event: EventView


@record
class CalendarLink:
    """A calendar to subscribe to: ``webcal`` opens a calendar program, and is empty in a preview."""

    label: str
    webcal: str
    url: str


@record
class SocialPicture:
    """A picture for previews of links: its address, its size, and what is to be seen."""

    url: str
    width: int
    height: int
    alt: str
