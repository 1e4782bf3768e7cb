"""The shapes of the files an editor writes: their keys, each with the type of its value."""

import datetime as dt
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, RootModel, ValidationInfo, field_validator

from plugins.newsroom.codes import Code
from plugins.newsroom.fields import (
    Alias,
    AttendanceField,
    Block,
    Country,
    Day,
    Email,
    EventMoment,
    EventStatusField,
    Fediverse,
    FileName,
    Flag,
    Fraction,
    Identity,
    Instant,
    KindField,
    Language,
    Length,
    Licence,
    Line,
    Moment,
    PageSize,
    Price,
    Release,
    SecureUrl,
    SecurityContact,
    Slug,
    StatusField,
    Timezone,
    Url,
    WordsOfBlock,
    WordsOfLine,
)
from plugins.newsroom.model import Attendance, Kind
from plugins.newsroom.moments import is_before
from plugins.newsroom.refusal import RefusalError


class Form(BaseModel):
    """A mapping with a fixed set of keys. Validators are built when first needed: a build may need few of them."""

    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=True)


class RegistrationForm(Form):
    """``registration`` of an event."""

    url: Url
    until: Moment | None = None


class EventChangeForm(Form):
    """An entry of an event's ``changes``: what it was before."""

    date: Moment
    start: Moment | None = None
    status: EventStatusField | None = None


class EventForm(Form):
    """``event`` in report.yaml."""

    timezone: Timezone = ""
    start: EventMoment
    end: EventMoment | None = None
    venue: Line = ""
    city: Line = ""
    country: Country = ""
    name: WordsOfLine = {}
    url: Url = ""
    status: EventStatusField | None = None
    attendance: AttendanceField = Attendance.ONSITE
    registration: RegistrationForm | None = None
    stream: Url = ""
    recording: Url = ""
    changes: tuple[EventChangeForm, ...] = ()

    @field_validator("end", mode="after")
    @classmethod
    def _ends_after_start(cls, end: Moment | None, info: ValidationInfo) -> Moment | None:
        start = info.data.get("start")
        if end is not None and start is not None and isinstance(end, dt.datetime) != isinstance(start, dt.datetime):
            raise RefusalError(Code.EVENT_MIXED, *_mixed(start, end))
        if end is not None and start is not None and is_before(end, start):
            fix = "Swap the two, or correct one of them."
            if isinstance(end, dt.datetime) and end.date() == start.date():
                after = (end + dt.timedelta(days=1)).strftime("%Y-%m-%dT%H:%M")
                fix = f"If it ends after midnight, write {after}; otherwise correct one of the two."
            raise RefusalError(
                Code.EVENT_ORDER, f"an end ({end}) before the start ({start})", "an end after the start", fix
            )
        return end


def _mixed(start: dt.date, end: dt.date) -> tuple[str, str, str]:
    day = end if isinstance(start, dt.datetime) else start
    found = f"a day ({day}) beside a time, as the {'end' if day is end else 'start'}"
    fix = "Write the time of both, or leave it out of both."
    if isinstance(start, dt.datetime) and start.date() == end:
        fix = f"Write the time at which it ends, such as {end}T22:00, or leave the end out."
    return found, "two days, or two times", fix


class NamedForm(Form):
    """A body with an address: ``organisers``."""

    name: Line
    url: Url = ""


class SourceForm(Form):
    """An entry of ``sources``."""

    name: Line
    url: Url = ""
    date: Day | None = None


class PhotoForm(Form):
    """An entry of ``photos`` in report.yaml."""

    file: FileName
    credit: Line = ""
    rights_holder: Line = ""
    licence: Licence = ""
    usage_terms: WordsOfLine = {}
    usable_from: Day | None = None
    usable_until: Day | None = None
    photographer: Line = ""
    persons: tuple[Line, ...] = ()
    consent_until: Day | None = None
    focus: tuple[Fraction, Fraction] | None = None


class DocumentForm(Form):
    """An entry of ``documents`` in report.yaml."""

    file: FileName
    language: Language = ""
    usable_until: Day | None = None


class VideoForm(Form):
    """``video`` in report.yaml."""

    poster: FileName
    url: Url = ""
    embed: Url = ""
    file: FileName = ""
    length: Length = ""
    captions: dict[str, FileName] = {}


class WithdrawalForm(Form):
    """``withdrawn`` in report.yaml."""

    date: Moment
    reason: WordsOfLine = {}
    successor: Line = ""


class ReportForm(Form):
    """report.yaml."""

    date: Moment
    source_language: Line
    status: StatusField
    kind: KindField = Kind.REPORT
    event: EventForm | None = None
    topics: tuple[Line, ...] = ()
    authors: tuple[Line, ...] = ()
    contacts: tuple[Line, ...] = ()
    organisers: tuple[NamedForm, ...] = ()
    sources: tuple[SourceForm, ...] = ()
    photos: tuple[PhotoForm, ...] = ()
    documents: tuple[DocumentForm, ...] = ()
    video: VideoForm | None = None
    hero: FileName = ""
    embargo: Instant | None = None
    confidential: Flag = False
    series: Line = ""
    funding: tuple[Line, ...] = ()
    aliases: tuple[Alias, ...] = ()
    publish: Release = {}
    withdrawn: WithdrawalForm | None = None
    known_as: Slug = ""
    note: Block = ""


class PhotoWordsForm(Form):
    """What an edition says of a picture."""

    alt: Line = ""
    caption: Line = ""


class LinkForm(Form):
    """An entry of ``links``."""

    url: Url
    label: Line


class CorrectionForm(Form):
    """An entry of ``corrections``."""

    date: Moment
    text: Block


class VideoWordsForm(Form):
    """What an edition says of the video."""

    title: Line
    transcript: Block = ""


class EditionForm(Form):
    """The front matter of an edition of a report."""

    title: Line
    teaser: Line
    kicker: Line = ""
    slug: Slug = ""
    photos: dict[str, PhotoWordsForm] = {}
    links: tuple[LinkForm, ...] = ()
    corrections: tuple[CorrectionForm, ...] = ()
    added: Moment | None = None
    documents: dict[str, Line] = {}
    video: VideoWordsForm | None = None


class OperatorForm(Form):
    """``operator`` in site.yaml: what the legal pages have to say. ``none``: it does not apply."""

    represented_by: Line = ""
    register_entry: Line = ""
    vat_id: Line = ""
    supervisory_authority: Line = ""
    responsible: Block = ""
    privacy_contact: Line = ""
    privacy_officer: Line = ""
    privacy_authority: Line = ""
    host: Line = ""
    log_days: Line = ""
    accessibility_status: Line = ""
    accessibility_gaps: WordsOfBlock = {}
    accessibility_date: Day | None = None
    accessibility_method: Line = ""
    accessibility_contact: Line = ""
    conciliation: Block = ""


class PageForm(Form):
    """page.yaml of a static page."""

    text: Line = ""

    source_language: Line = ""
    updated: Day | None = None
    in_footer: Flag = True


class PageEditionForm(Form):
    """The front matter of an edition of a static page."""

    title: Line
    teaser: Line = ""
    slug: Slug = ""


class PersonForm(Form):
    """An entry of people.yaml."""

    name: Line
    sort_name: Line = ""
    role: WordsOfLine = {}
    organisation: Line = ""
    country: Country = ""
    phone: Line = ""
    email: Email = ""
    url: Url = ""
    photo: Line = ""
    address: Block = ""
    office: Flag = False
    fediverse: Fediverse = ""
    updated: Day | None = None
    until: Day | None = None
    successor: Line = ""


class TopicForm(RootModel[WordsOfLine]):
    """An entry of topics.yaml: a label, or one per language."""

    model_config = ConfigDict(defer_build=True)


class PublisherForm(Form):
    """``publisher`` in site.yaml."""

    name: Line
    address: Block = ""
    phone: Line = ""
    email: Email = ""
    url: Url = ""
    logo: Line = ""


class TranslationForm(Form):
    """``translation`` in site.yaml."""

    engines: tuple[Line, ...] = ()
    publish_machine: Flag = True
    index_machine: Flag = False
    open_findings: Line = "publish"
    on_broken: Line = "keep"
    confidential: dict[str, Flag] = {}
    prices: dict[str, Price] = {}


class PressForm(Form):
    """``press`` in site.yaml: the files that are made for journalists."""

    kit: Flag = False
    pdf: Flag = False
    text: Flag = False


class FundingForm(Form):
    """An entry of ``funding`` in site.yaml."""

    programme: WordsOfLine
    project: WordsOfLine
    number: Line
    statement: WordsOfLine
    aims: WordsOfBlock
    start: Day
    end: Day | None = None
    emblem: Line = ""
    logo: Line = ""
    url: Url = ""
    results: WordsOfBlock = {}


class SecurityForm(Form):
    """``security`` in site.yaml: whom to tell of a weakness."""

    contact: SecurityContact
    expires: Day
    policy: SecureUrl = ""


class SeriesForm(Form):
    """An entry of ``series`` in site.yaml."""

    title: WordsOfLine
    teaser: WordsOfBlock = {}
    url: Url = ""


class SiteForm(Form):
    """site.yaml."""

    name: WordsOfLine
    url: Url
    languages: Annotated[tuple[Language, ...], Field(min_length=1)]
    timezone: Timezone
    publisher: PublisherForm
    country: Country = ""
    claim: WordsOfLine = {}
    boilerplate: WordsOfBlock = {}
    publish: Release = {}
    press_contacts: tuple[Line, ...] = ()
    operator: OperatorForm = OperatorForm()
    legal: dict[str, Line] = {}
    translation: TranslationForm = TranslationForm()
    press: PressForm = PressForm()
    per_page: PageSize = 20
    brand: Line = ""
    identity: Identity = ""
    default_credit: Line = ""
    picture_terms: WordsOfBlock = {}
    search: Flag = False
    series: dict[str, SeriesForm] = {}
    funding: dict[str, FundingForm] = {}
    security: SecurityForm | None = None
