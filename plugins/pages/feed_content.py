"""What a feed carries of a report: its text as plain HTML with absolute addresses, and its pictures as files."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import escape

from plugins.newsroom.model import Edition
from plugins.pages.entry import Entry, Shot
from plugins.pages.event_views import event_lines, event_view
from plugins.pages.funding import feed_html
from plugins.pages.language import Language
from plugins.pages.outputs.context import OutputContext


@dataclass(frozen=True, slots=True)
class Enclosure:
    """A picture to download: its title says what is to be seen and whose it is."""

    address: str
    type: str
    title: str


def credit_line(language: Language, entry: Entry, shot: Shot) -> str:
    """Caption (or what is to be seen) and credit of a picture."""
    alt, caption = language.words(entry.report, shot.file)
    figure = language.figure(entry.report, shot)
    line = ", ".join((figure.credit, *(maker.label for maker in figure.photographers)))
    credit = f"{figure.generated or language.labels.text('Photo')}: {line}" if figure.credit else ""
    return " – ".join(part for part in (caption.text or alt.text, credit) if part)


def enclosures(context: OutputContext, entry: Entry, language: Language) -> tuple[Enclosure, ...]:
    """All pictures of a report, as large as there are."""
    return tuple(
        Enclosure(
            context.urls.absolute(shot.view.press_url or shot.view.src),
            "image/jpeg",
            credit_line(language, entry, shot),
        )
        for shot in entry.shots
    )


def content(context: OutputContext, entry: Entry, edition: Edition, language: Language, notice: str) -> str:
    """The text of an edition, its first picture and its notice above; sanitised when it was converted."""
    body = entry.body(edition.lang)
    if body is None:
        return ""

    def figure(file: str) -> str:
        shot = entry.shot(file)
        return _figure(context, entry, shot, language) if shot else ""

    lead = entry.shot(entry.report.hero)
    top = _figure(context, entry, lead, language) if lead else ""
    head = f"<p><em>{escape(notice)}</em></p>" if notice else ""
    teaser = f"<p><strong>{escape(edition.teaser)}</strong></p>" if edition.teaser else ""
    return (
        head
        + teaser
        + _event(entry, language)
        + top
        + str(context.text(body, language, figure, absolute=True))
        + str(feed_html(language, entry.report))  # a Markup would escape all before it
    )


def _event(entry: Entry, language: Language) -> str:
    """How the event of a report stands, when and where it is: who follows a feed learns of each change."""
    event = entry.report.event
    if event is None:
        return ""
    lines = event_lines(event_view(entry.report, event, language, ""), language.labels)
    heading = language.labels.text("Event")
    return f"<p><strong>{escape(heading)}:</strong> {'<br>'.join(str(escape(line)) for line in lines)}</p>"


def _figure(context: OutputContext, entry: Entry, shot: Shot, language: Language) -> str:
    alt, _ = language.words(entry.report, shot.file)
    view = shot.view
    return (
        f'<figure><img src="{escape(context.urls.absolute(view.src))}" width="{view.width}" height="{view.height}"'
        f' alt="{escape(alt.text)}"><figcaption>{escape(credit_line(language, entry, shot))}</figcaption></figure>'
    )
