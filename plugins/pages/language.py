"""One language of the site: everything a projection may look at, and the small views made from it."""

from __future__ import annotations

from functools import cached_property
from zoneinfo import ZoneInfo

from plugins.newsroom.licences import licence_of
from plugins.newsroom.model import Credit, Edition, Kind, Lang, Person, PhotoWords, Report, State, Status, Words
from plugins.pages.dates import date_view, language_name, timed_view
from plugins.pages.disclosure import noindex
from plugins.pages.embargo import embargo_line
from plugins.pages.entry import SOCIAL, Entry, Shot
from plugins.pages.funding import funded
from plugins.pages.index import Index
from plugins.pages.labels import Labels
from plugins.pages.marks import Marks
from plugins.pages.typography import spaced
from plugins.pages.urls import Urls
from plugins.pages.views import Anchor, Card, DateView, FigureView, NoticeView, PersonView, SocialPicture, Text

KIND_LABELS = {Kind.REPORT: "Report", Kind.RELEASE: "Press release", Kind.NOTICE: "Notice"}
GENERATED_LABELS = {
    "trainedAlgorithmicMedia": "AI-generated picture",
    "compositeWithTrainedAlgorithmicMedia": "AI-edited picture",
    "compositeSynthetic": "Composite picture",
    "algorithmicMedia": "Illustration",
    "softwareImage": "Illustration",
    "digitalArt": "Illustration",
    "digitalCreation": "Illustration",
    "virtualRecording": "Illustration",
    "dataDrivenMedia": "Illustration",
}
"""What a reader is told of a picture that no camera took, by IPTC Digital Source Type (EU AI Act, Art. 50(4))."""


class Language:
    """Makes views in one language from the index. Its small views are remembered for the run."""

    def __init__(
        self, index: Index, lang: Lang, urls: Urls, labels: Labels, marks: Marks, *, ahead: bool = False
    ) -> None:
        self.index = index
        self.site = index.site
        self.lang = lang
        self.urls = urls
        self.labels = labels
        self.marks = marks
        self.logo = marks.logo
        self.ahead = ahead
        """Whether everything is under embargo, and for journalists alone."""
        self._cards: dict[str, Card] = {}
        self._people: dict[str, PersonView] = {}
        self._topics: dict[str, Anchor] = {}

    @cached_property
    def order(self) -> tuple[Lang, ...]:
        """Languages to fall back on, this one first."""
        return (self.lang, *(tag for tag in self.site.languages if tag != self.lang))

    def nearest(self, words: Words) -> Text:
        """Words of the newsroom in this language, or in the nearest there is."""
        tag, text = words.nearest(self.lang, self.order)
        return self.text(text, self.lang if text == words.common else tag)

    @property
    def social(self) -> SocialPicture | None:
        """What previews of links show where a page has no picture: name and claim of the newsroom."""
        address = self.marks.socials.get(self.lang, "")
        if not address:
            return None
        words = (self.site.name, self.site.claim)
        alt = ": ".join(text for word in words if (text := word.nearest(self.lang, self.order)[1]))
        return SocialPicture(address, *SOCIAL, alt)

    def text(self, text: str, lang: Lang) -> Text:
        """Words that may be in another language than the page."""
        return Text(spaced(text, lang), "" if lang == self.lang else lang)

    def person(self, ident: str) -> PersonView:
        """A contact box or credit. Raises ``KeyError`` for somebody unknown (the loader has checked)."""
        found = self._people.get(ident)
        if found is None:
            found = self._people[ident] = self._person(self.index.person_by_id[ident])
        return found

    def _person(self, person: Person) -> PersonView:
        tag, role = person.role.nearest(self.lang, self.order)
        return PersonView(
            id=person.id,
            name=person.name,
            role=self.text(role, self.lang if role == person.role.common else tag),
            organisation=person.organisation,
            phone=person.phone,
            phone_e164=person.phone_e164,
            email=person.email,
            url=self._author(person),
            website=person.url,
            vcard=self.urls.vcard(self.lang, person.id) if person.phone or person.email else "",
            portrait=self.marks.portraits.get(person.id),
            office=person.office,
            until=date_view(person.until, self.lang) if person.has_left and person.until else None,
            successors=tuple(Anchor(one.name, self._author(one)) for one in self.index.successors(person)),
        )

    def _author(self, person: Person) -> str:
        """Address of their page, or nothing."""
        return self.urls.author(self.lang, person.id) if person.id in self.index.by_person else ""

    def topic_label(self, ident: str) -> str:
        """A topic's label in this language, or the nearest there is."""
        return self._topic(ident).label

    def _topic(self, ident: str) -> Anchor:
        found = self._topics.get(ident)
        if found is None:
            label = spaced(self.index.topic_by_id[ident].label.nearest(self.lang, self.order)[1], self.lang)
            found = self._topics[ident] = Anchor(label, self.urls.topic(self.lang, ident))
        return found

    def topics(self, report: Report) -> tuple[Anchor, ...]:
        """Links to the lists of a report's topics."""
        return tuple(self._topic(t) for t in report.topics if t in self.index.by_topic)

    def series(self, ident: str) -> Anchor | None:
        """A link to the page of a series; nothing where no report of it is listed."""
        if ident not in self.index.by_series:
            return None
        one = next(one for one in self.site.series if one.id == ident)
        return Anchor(self.nearest(one.title).text, self.urls.series(self.lang, ident))

    def edition(self, report: Report) -> Edition:
        """The edition a reader of this language gets: their own, else the original."""
        return report.edition(self.lang) or report.original

    def withdrawn_line(self, report: Report) -> str:
        """That a report has been withdrawn, since when, and why."""
        told = report.withdrawal
        words = [self.labels.text("This report has been withdrawn.")]
        if told.date:
            words.append(timed_view(told.date, self.lang).text + ".")
        reason = told.reason.nearest(self.lang, self.order)[1]
        return " ".join([*words, reason] if reason else words)

    def published(self, report: Report) -> DateView:
        """When a report became public; with its hour where a release has one."""
        moment = report.public_from.astimezone(ZoneInfo(self.site.timezone))
        has_time = report.has_time or moment != report.published
        return timed_view(moment if has_time else moment.date(), self.lang)

    def embargo(self, report: Report) -> str:
        """Until when nothing of a report may be published, where journalists get it ahead; else empty."""
        return embargo_line(report, self.site.timezone, self.labels) if self.ahead else ""

    def only_in(self, lang: Lang) -> str:
        """The mark of a text that there is in another language alone."""
        return self.labels.text("Only in {language}", language=language_name(lang, self.lang))

    def words(self, report: Report, file: str) -> tuple[Text, Text]:
        """(alt, caption) of a picture; each falls back on the original alone."""
        own = _photo_words(self.edition(report), file)
        original = _photo_words(report.original, file)
        tag, source = self.edition(report).lang, report.source_language
        alt = self.text(own.alt, tag) if own.alt else self.text(original.alt, source)
        caption = self.text(own.caption, tag) if own.caption else self.text(original.caption, source)
        return alt, caption

    def figure(self, report: Report, shot: Shot) -> FigureView:
        """A picture of a report with words and credit."""
        photo = next(p for p in report.photos if p.file == shot.file)
        alt, caption = self.words(report, shot.file)
        label = GENERATED_LABELS.get(shot.generated, "")
        licence = licence_of(photo.credit.licence)
        tag, terms = photo.credit.usage_terms.nearest(self.lang, self.order)
        until = photo.credit.usable_until
        return FigureView(
            picture=shot.view,
            alt=alt,
            caption=caption,
            credit=photo.credit.line,
            generated=self.labels.text(label) if label else "",
            licence=licence.name or (self.labels.text("Licence") if licence.address else ""),
            licence_url=licence.address,
            usage_terms=self.text(terms, self.lang if terms == photo.credit.usage_terms.common else tag),
            photographers=self.unnamed(photo.credit),
            usable_until=date_view(until, self.lang) if until else None,
        )

    def unnamed(self, credit: Credit) -> tuple[Anchor, ...]:
        """Who took a picture and is not in its credit line, as an agency's may not be (§ 13 UrhG)."""
        person = self.index.person_by_id.get(credit.photographer)
        made = [Anchor(person.name, self.person(person.id).url)] if person else [Anchor(n, "") for n in credit.creators]
        return tuple(anchor for anchor in made if anchor.label.casefold() not in credit.line.casefold())

    def credit_line(self, credit: Credit) -> str:
        """The credit as it is printed, with the names that it lacks behind it."""
        return ", ".join((credit.line, *(anchor.label for anchor in self.unnamed(credit))))

    def creators(self, credit: Credit) -> tuple[str, ...]:
        """Who took a picture: a person of the newsroom, else who the picture itself names."""
        person = self.index.person_by_id.get(credit.photographer)
        return (person.name,) if person else credit.creators

    def card(self, entry: Entry) -> Card:
        """What lists show of a report, in this language or marked as being in another."""
        found = self._cards.get(entry.report.id)
        if found is None:
            found = self._cards[entry.report.id] = self._card(entry)
        return found

    def _card(self, entry: Entry) -> Card:
        report = entry.report
        edition = self.edition(report)
        shot = entry.lead
        alt = self.words(report, shot.file)[0] if shot else Text("")
        return Card(
            id=report.id,
            url=self.urls.report(report, edition.lang),
            title=self.text(edition.title, edition.lang),
            teaser=self.text(edition.teaser, edition.lang),
            kicker=self.text(edition.kicker, edition.lang),
            published=self.published(report),
            city=report.event.city if report.event else "",
            kind=self.labels.text(KIND_LABELS[report.kind]),
            topics=self.topics(report),
            picture=(shot.card or shot.view) if shot else None,
            alt=alt,
            credit=next((self.credit_line(p.credit) for p in report.photos if shot and p.file == shot.file), ""),
            only_in="" if edition.lang == self.lang else language_name(edition.lang, self.lang),
            machine=edition.state is State.MACHINE,
            withdrawn=report.status is Status.WITHDRAWN,
            funding=funded(self, report),
        )

    def notice(self, edition: Edition, source: Lang, original_url: str) -> NoticeView | None:
        """Who stands behind an edition; nothing for one a person wrote that nobody reviewed and is up to date."""
        origin = edition.provenance
        reviewed = bool(origin and origin.reviewer)
        if edition.state is State.WRITTEN and not edition.stale and not reviewed:
            return None
        written = "reviewed" if reviewed else "written"
        state = {State.REVIEWED: "reviewed", State.WRITTEN: written}.get(edition.state, "machine")
        day = (origin.reviewed_on or origin.date) if origin else None
        publisher = self.site.publisher
        return NoticeView(
            state=state,
            stale=edition.stale,
            original_url=original_url,
            original_lang=source,
            original_name=language_name(source, self.lang),
            engine=self.labels.text(origin.engine) if origin and origin.engine else "",
            translator=origin.translator if origin else "",
            reviewer=origin.reviewer if origin else "",
            office=origin.office if origin else "",
            responsible=(origin.office if origin else "") or publisher.name,
            email=publisher.email,
            phone=publisher.phone,
            phone_e164=publisher.phone_e164,
            date=date_view(day, self.lang) if day else None,
        )

    def target(self, reference: str) -> tuple[str, Lang] | None:
        """(address, language) of ``report:<id>`` or ``page:<id>`` for this reader; None where nothing is to be seen.

        The language is empty where search engines are asked to stay away.
        """
        scheme, _, rest = reference.partition(":")
        ident, _, anchor = rest.partition("#")
        end = f"#{anchor}" if anchor else ""
        if scheme == "report" and ident in self.index.by_id:
            report = self.index.by_id[ident].report
            edition = self.edition(report)
            tag = "" if noindex(edition, self.site, report) else edition.lang
            return self.urls.report(report, edition.lang) + end, tag
        if scheme == "page" and ident in self.index.page_by_id:
            page = self.index.page_by_id[ident].page
            tag = self.lang if page.edition(self.lang) else page.source_language
            there = page.edition(tag)
            return self.urls.page(page, tag) + end, "" if there and noindex(there, self.site) else tag
        return None


def _photo_words(edition: Edition, file: str) -> PhotoWords:
    return next((w for w in edition.photos if w.file == file), PhotoWords(file))
