"""Sample reports: the fullest, and what comes out of it when things are missing, many, or hostile."""

from __future__ import annotations

from dataclasses import replace

from markupsafe import Markup

from plugins.pages.dates import endonym
from plugins.pages.views import (
    Anchor,
    CorrectionView,
    DateView,
    DownloadView,
    EventView,
    FigureView,
    NoticeView,
    PictureView,
    ReportPage,
    SourceView,
    Text,
    WithdrawalView,
)
from tests.browser import base
from tests.browser import words as w
from tests.browser.base import CREDIT, HEBREW

LONG_WORD = "Donaudampfschifffahrtsgesellschaft" * 15
LONG_TITLE = (
    "Grenzüberschreitende Innovationspartnerschaften und Technologietransferförderinstrumente in der "
    "Metropolregion: Wie Wirtschaftsförderungsgesellschaften, Kammern, Cluster und Hochschulen aus drei "
    "Ländern ihre Zusammenarbeit bis 2030 verabreden – ein Überblick mit allen Beschlüssen"
)


def figures(lang: str, shots: tuple[PictureView, ...]) -> tuple[FigureView, ...]:
    """The gallery of six; one caption is missing outside German and falls back alone."""
    made = []
    for shot, own, german in zip(shots, w.CAPTIONS[lang], w.CAPTIONS["de"], strict=False):
        caption = Text(own) if own else Text(german, "de")
        made.append(FigureView(shot, replace(caption, text=f"{caption.text} (Bild)"), caption, CREDIT))
    return tuple(made)


def report(lang: str, shots: tuple[PictureView, ...]) -> ReportPage:
    """The fullest report: gallery of six, two contacts, author, kicker, event, machine notice."""
    path = f"/{lang}/2024/kanada/"
    pictures = figures(lang, shots)
    all_cards = base.cards(lang, shots)
    notice = NoticeView(
        "machine",
        False,
        "/de/2024/kanada/",
        "de",
        w.NAMES[lang]["de"],
        "DeepL",
        date=DateView("2024-05-03", "2024-05-03"),
    )
    return ReportPage(
        lang,
        base.head(path, w.KANADA[lang], machine=lang != "de"),
        base.switch(lang, "2024/kanada/"),
        base.trail(lang, (w.TOPICS[lang][0], f"/{lang}/topics/t0/"), (w.KANADA[lang], "")),
        w.REPORT[lang],
        w.KANADA_KICKER,
        w.KANADA[lang],
        w.KANADA_TEASER[lang],
        Markup(w.BODY[lang]),
        DateView("2024-05-02", w.MAY_2[lang]),
        base.topics(lang),
        (base.jaeger(lang),),
        (base.jaeger(lang), base.gruetzenbach(lang, shots[4])),
        (Anchor("In|Die Region Westfalen", "https://www.example.org/"), Anchor("Produktionsnetzwerk Dortmund", "")),
        (
            SourceView(
                "Wirtschaftsförderung Dortmund", "https://www.example.org/quelle", DateView("2024-05-02", w.MAY_2[lang])
            ),
        ),
        (Anchor("Hannover Messe", "https://www.example.com/", "de" if lang != "de" else ""),),
        (CorrectionView(DateView("2024-05-03", "2024-05-03"), "22, 20"),),
        (CREDIT,),
        EventView(
            w.APRIL_22[lang],
            "2024-04-22",
            "2024-04-22",
            "Hannover Messe",
            "Hannover",
            w.COUNTRY[lang],
            f"{path}event.ics",
            "22",
            w.APRIL[lang],
            "2024",
        ),
        pictures[0],
        pictures,
        None if lang == "de" else notice,
        lambda: all_cards[1:4],
        None,
        all_cards[1],
        (
            DownloadView("Text", f"{path}report.txt", "TXT", "3 kB", "report.txt", endonym(lang), copy=True),
            DownloadView("PDF", f"{path}report.pdf", "PDF", "310 kB", "report.pdf", endonym(lang)),
            DownloadView("Press kit", f"{path}press-kit.zip", "ZIP", "4.2 MB", "kit.zip", note="3 pictures"),
        ),
    )


def plain(full: ReportPage) -> ReportPage:
    """No pictures, no event, nobody but one contact, in one language alone."""
    path = f"/{full.lang}/2024/plain/"
    missing = tuple(tag for tag, _ in w.LANGUAGES if tag != full.lang)
    return replace(
        full,
        head=base.head(path, w.EMISSION[full.lang], alternates=False),
        title=w.EMISSION[full.lang],
        switch=base.switch(full.lang, "2024/plain/", missing),
        kicker="",
        teaser="",
        hero=None,
        gallery=(),
        event=None,
        organisers=(),
        authors=(),
        contacts=full.contacts[:1],
        links=(),
        corrections=(),
        sources=(),
        topics=(),
        notice=None,
        near=lambda: (),
        newer=full.older,
        downloads=(),
    )


def single(full: ReportPage, shot: PictureView) -> ReportPage:
    """One upright picture drawn by computer, and a reviewed translation overtaken by its original."""
    path = f"/{full.lang}/2024/one/"
    picture = FigureView(
        shot,
        Text("Skyline"),
        Text(w.ZYPRIES[full.lang]),
        "Atelier Trifinium",
        "Illustration",
        "CC BY 4.0",
        "https://creativecommons.org/licenses/by/4.0/",
        Text("© Trifinium"),
    )
    notice = NoticeView(
        "reviewed",
        True,
        "/de/2024/one/",
        "de",
        w.NAMES[full.lang]["de"],
        "",
        "Erika Musterfrau",
        "Max Mustermann",
        "Trifinium",
        date=DateView("2024-05-03", "2024-05-03"),
    )
    return replace(
        full,
        head=base.head(path, w.ZYPRIES[full.lang]),
        switch=base.switch(full.lang, "2024/one/"),
        notice=notice,
        title=w.ZYPRIES[full.lang],
        hero=picture,
        gallery=(),
        near=lambda: full.related[:1],
        corrections=(),
    )


def crowded(full: ReportPage) -> ReportPage:
    """Forty pictures, and only the word that the original has moved on."""
    path = f"/{full.lang}/2024/many/"
    notice = NoticeView("stale", True, "/de/2024/many/", "de", w.NAMES[full.lang]["de"])
    many = tuple(full.gallery[n % len(full.gallery)] for n in range(40))
    return replace(
        full, head=base.head(path, full.title), switch=base.switch(full.lang, "2024/many/"), gallery=many, notice=notice
    )


def hostile(full: ReportPage) -> ReportPage:
    """Everything too long, from right to left, withdrawn, and full of characters that mean something."""
    path = f"/{full.lang}/2024/hostile/"
    nasty = '"><img src=x onerror=alert(1)> {{ 7*7 }} </script>'
    body = Markup(
        '<p>{}</p><p lang="he" dir="rtl">{}</p><p>{}</p><table><caption>T</caption><thead><tr>{}</tr></thead><tbody>'
        "<tr>{}</tr></tbody></table><pre><code>{}</code></pre><blockquote><p>{}</p></blockquote>"
    ).format(
        LONG_WORD,
        HEBREW,
        nasty,
        Markup("<th scope='col'>Kopf</th>") * 9,
        Markup("<td>123 456 789</td>") * 9,
        "x = 1; " * 60,
        LONG_TITLE,
    )
    person = replace(
        full.contacts[0], name=LONG_WORD[:120], email="a" * 60 + "@trifinium.example", role=Text(HEBREW, "he")
    )
    figure = replace(full.gallery[0], caption=Text(LONG_WORD), credit=nasty)
    return replace(
        full,
        head=base.head(path, nasty),
        switch=base.switch(full.lang, "2024/hostile/"),
        title=LONG_TITLE,
        kicker=LONG_WORD[:90],
        teaser=f"{nasty} {HEBREW} {LONG_WORD}",
        body=body,
        contacts=(person, person, person),
        authors=(person,),
        gallery=(figure, figure),
        hero=figure,
        withdrawal=WithdrawalView(DateView("2024-05-06", "6. Mai 2024"), Text("Falsche Angaben.")),
        topics=(Anchor(LONG_WORD[:80], "/"),),
        organisers=(Anchor(LONG_WORD, "https://example.org/"),),
        links=(Anchor("https://example.org/" + "a" * 200, "/"),),
    )
