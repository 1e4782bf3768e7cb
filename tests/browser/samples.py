"""Sample values of every kind of view, the awkward ones included, for looking at and testing the theme."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from pathlib import Path

from markupsafe import Markup

from plugins.pages.labels import Labels
from plugins.pages.views import (
    Alternate,
    Anchor,
    Card,
    ChooserEntry,
    ChooserPage,
    CorrectionView,
    DateView,
    EventView,
    FigureView,
    Head,
    LanguageView,
    ListPage,
    NotFoundPage,
    NoticeView,
    OverviewEntry,
    OverviewPage,
    Pager,
    PageView,
    PersonView,
    PictureView,
    RedirectPage,
    ReportPage,
    SiteView,
    SourceView,
    Text,
    TextPageView,
)
from tests.browser import words as w

ROOT = Path(__file__).parents[2]
ASSETS = "/theme/"
CSP = (
    "default-src 'none'; img-src 'self' data:; style-src 'self'; script-src 'self'; base-uri 'none'; form-action 'none'"
)
CREDIT = "Wirtschaftsförderung Dortmund | Jäger"
LONG_WORD = "Donaudampfschifffahrtsgesellschaft" * 15
LONG_TITLE = (
    "Grenzüberschreitende Innovationspartnerschaften und Technologietransferförderinstrumente in der "
    "Metropolregion: Wie Wirtschaftsförderungsgesellschaften, Kammern, Cluster und Hochschulen aus drei "
    "Ländern ihre Zusammenarbeit bis 2030 verabreden – ein Überblick mit allen Beschlüssen"
)
HEBREW = "שיתוף פעולה מתחיל היכן שגבולות נפגשים"


@dataclass(frozen=True)
class Sample:
    """A page, the newsroom it is shown in, and where it is written."""

    path: str
    page: PageView
    site: SiteView


def labels(lang: str) -> Labels:
    """The theme's own words in that language; none where there is no catalogue."""
    catalogue = ROOT / "translations" / "ui" / f"{lang}.po"
    return Labels(lang, catalogue.read_bytes() if catalogue.exists() else b"")


def jaeger(lang: str) -> PersonView:
    """The author, without a portrait."""
    return PersonView(
        "julia-jaeger", "Julia Jäger", Text("Investor Support International"), "Wirtschaftsförderung Dortmund",
        "0231 50 24 821", "+492315024821", "jjaeger@stadtdo.de", f"/{lang}/authors/julia-jaeger/",
        vcard="/contacts/julia-jaeger.vcf",
    )  # fmt: skip


def gruetzenbach(lang: str, portrait: PictureView | None = None) -> PersonView:
    """The second contact; with a portrait where one is given, and a role that English lacks."""
    role = Text(w.PORTRAIT_ROLE["de"], "de") if lang == "en" else Text(w.PORTRAIT_ROLE.get(lang, ""))
    return PersonView(
        "frank-gruetzenbach", "Frank Grützenbach", role, "Wirtschaftsförderung Dortmund",
        "0231 50 268 67", "+492315026867", "frank.gruetzenbach@stadtdo.de",
        vcard="/contacts/frank-gruetzenbach.vcf", portrait=portrait,
    )  # fmt: skip


def newsroom(lang: str, brand: tuple[str, ...] = ()) -> SiteView:
    """The site in one language."""
    nav, legal = w.NAV.get(lang, w.NAV["en"]), w.LEGAL.get(lang, w.LEGAL["en"])
    press = PersonView(
        "newsroom", "Newsroom Trifinium", Text(w.ROLE.get(lang, w.ROLE["en"])), "Trifinium",
        "030 23125 310", "+493023125310", "presse@trifinium.example", vcard="/contacts/newsroom.vcf",
    )  # fmt: skip
    return SiteView(
        lang=lang,
        direction="rtl" if lang == "he" else "ltr",
        name="Trifinium",
        claim=Text(w.CLAIM.get(lang, HEBREW)),
        boilerplate=Text(w.BOILERPLATE["de"], "de") if lang == "he" else Text(w.BOILERPLATE[lang]),
        home=f"/{lang}/",
        publisher_name="Trifinium – Netzwerk für grenzüberschreitende Zusammenarbeit e. V.",
        publisher_address=("Am Dreiländerstein 3", "10000 Berlin"),
        publisher_phone="030 23125 300",
        publisher_phone_e164="+493023125300",
        publisher_email="kontakt@trifinium.example",
        publisher_url="https://www.trifinium.example",
        logo="/logo.svg",
        nav=tuple(Anchor(label, f"/{lang}/{where}/") for label, where in zip(nav, ("topics", "authors", "archive"), strict=True)),
        legal=tuple(Anchor(label, f"/{lang}/{where}/") for label, where in zip(legal, ("about", "imprint", "privacy", "accessibility"), strict=True)),
        press=(press,),
        atom=f"/{lang}/feed.xml",
        json_feed=f"/{lang}/feed.json",
        calendar=f"/{lang}/calendar.ics",
        assets=ASSETS,
        brand=brand,
        csp=CSP,
        t=labels(lang),
    )  # fmt: skip


def head(path: str, title: str, *, alternates: bool = True, machine: bool = False) -> Head:
    """The head of a page that exists in all languages, or in its own alone."""
    rest = path.split("/", 2)[2] if path.count("/") > 1 else ""
    others = tuple(Alternate(lang, f"https://newsroom.example/{lang}/{rest}") for lang, _ in w.LANGUAGES)
    data = json.dumps({"@context": "https://schema.org", "@type": "WebPage", "name": title}).replace("<", "\\u003c")
    return Head(
        title=f"{title} · Trifinium",
        description=title,
        path=path,
        canonical=f"https://newsroom.example{path}",
        alternates=(*others, Alternate("x-default", "https://newsroom.example/")) if alternates else (),
        noindex=machine,
        image="https://newsroom.example/photos/1-960.jpg",
        image_alt="",
        json_ld=Markup(data),
        atom="/feed.xml",
        json_feed="/feed.json",
        machine=machine,
    )


def switch(lang: str, path: str, missing: tuple[str, ...] = ()) -> tuple[LanguageView, ...]:
    """The language switch of a page at ``path`` (without its language)."""
    return tuple(
        LanguageView(tag, name, f"/{tag}/" if tag in missing else f"/{tag}/{path}", tag == lang, tag not in missing)
        for tag, name in w.LANGUAGES
    )


def trail(lang: str, *steps: tuple[str, str]) -> tuple[Anchor, ...]:
    """Breadcrumb from home to the last step, which is the page itself."""
    first = Anchor(w.HOME.get(lang, "Home"), f"/{lang}/")
    return (first, *(Anchor(label, url, current=not url) for label, url in steps))


def topics(lang: str) -> tuple[Anchor, ...]:
    """Three topics."""
    return tuple(Anchor(label, f"/{lang}/topics/t{n}/") for n, label in enumerate(w.TOPICS.get(lang, w.TOPICS["en"])))


def cards(lang: str, shots: tuple[PictureView, ...]) -> tuple[Card, ...]:
    """Five reports as lists show them: translated, only in another language, without a picture."""
    kind, names = w.REPORT[lang], w.NAMES[lang]

    def own(tag: str) -> str:
        return "" if tag == lang else tag

    return (
        Card("kanada", f"/{lang}/2024/kanada/", Text(w.KANADA[lang]), Text(w.KANADA_TEASER[lang]),
             Text(w.KANADA_KICKER, own("de")), DateView("2024-05-02", w.MAY_2[lang]), "Hannover",
             w.APRIL_22[lang], kind, topics(lang), shots[0], Text(w.CAPTIONS[lang][0]), CREDIT,
             machine=lang != "de"),
        Card("techland", "/nl/2024/techland/", Text(w.TECHLAND_NL, own("nl")), Text(w.TECHLAND_TEASER_NL, own("nl")),
             Text("Grensregio", own("nl")), DateView("2024-04-18", w.APRIL_18[lang]), "Enschede", "", kind,
             picture=shots[1], alt=Text("Skyline", own("nl")), credit="Michael C. Moeller",
             only_in=names["nl"] if own("nl") else ""),
        Card("clusters", "/de/2023/clusters/", Text(w.CLUSTERS_DE, own("de")), Text(""), Text(""),
             DateView("2023-11-10", w.NOVEMBER_10[lang]), "Düsseldorf", "", w.RELEASE[lang],
             only_in=names["de"] if own("de") else ""),
        Card("e-mission", f"/{lang}/2024/plain/", Text(w.EMISSION[lang]), Text(w.KANADA_TEASER[lang]),
             Text("Auslandsgeschäft", own("de")), DateView("2021-06-11", w.JUNE_11[lang]), "", "", kind,
             picture=shots[2], alt=Text(""), credit="", withdrawn=True),
        Card("bsr", f"/{lang}/2024/one/", Text(w.ZYPRIES[lang]), Text(w.KANADA_TEASER[lang]), Text(""),
             DateView("2014-09-18", w.SEPTEMBER_18[lang]), "Berlin", "", kind),
    )  # fmt: skip


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
    all_cards = cards(lang, shots)
    notice = NoticeView("machine", False, "/de/2024/kanada/", "de", w.NAMES[lang]["de"], "DeepL",
                        date=DateView("2024-05-03", "2024-05-03"))  # fmt: skip
    return ReportPage(
        lang, head(path, w.KANADA[lang], machine=lang != "de"), switch(lang, "2024/kanada/"),
        trail(lang, (w.TOPICS[lang][0], f"/{lang}/topics/t0/"), (w.KANADA[lang], "")),
        "kanada", w.REPORT[lang], w.KANADA_KICKER, w.KANADA[lang], w.KANADA_TEASER[lang],
        Markup(w.BODY[lang]), DateView("2024-05-02", w.MAY_2[lang]), topics(lang),
        (jaeger(lang),), (jaeger(lang), gruetzenbach(lang, shots[4])),
        (Anchor("In|Die Region Westfalen", "https://www.example.org/"), Anchor("Produktionsnetzwerk Dortmund", "")),
        (SourceView("Wirtschaftsförderung Dortmund", "https://www.example.org/quelle", DateView("2024-05-02", w.MAY_2[lang])),),
        (Anchor("Hannover Messe", "https://www.example.com/", "de" if lang != "de" else ""),),
        (CorrectionView(DateView("2024-05-03", "2024-05-03"), "22, 20"),), (CREDIT,),
        EventView(w.APRIL_22[lang], "2024-04-22", "2024-04-22", "Hannover Messe", "Hannover", w.COUNTRY[lang],
                  f"{path}event.ics", "22", w.APRIL[lang], "2024"),
        pictures[0], pictures, None if lang == "de" else notice, all_cards[1:4], None, all_cards[1],
        (Anchor("Text", f"{path}report.txt"), Anchor("PDF", f"{path}report.pdf"), Anchor("Press kit (ZIP)", f"{path}press-kit.zip")),
    )  # fmt: skip


def plain(full: ReportPage) -> ReportPage:
    """No pictures, no event, nobody but one contact, in one language alone."""
    path = f"/{full.lang}/2024/plain/"
    missing = tuple(tag for tag, _ in w.LANGUAGES if tag != full.lang)
    return replace(
        full, head=head(path, w.EMISSION[full.lang], alternates=False), title=w.EMISSION[full.lang],
        switch=switch(full.lang, "2024/plain/", missing), kicker="", teaser="", hero=None, gallery=(), event=None,
        organisers=(), authors=(), contacts=full.contacts[:1], links=(), corrections=(), sources=(), topics=(),
        notice=None, related=(), newer=full.older, downloads=(),
    )  # fmt: skip


def single(full: ReportPage, shot: PictureView) -> ReportPage:
    """One upright picture drawn by computer, and a reviewed translation overtaken by its original."""
    path = f"/{full.lang}/2024/one/"
    picture = FigureView(shot, Text("Skyline"), Text(w.ZYPRIES[full.lang]), "Atelier Trifinium", "Illustration",
                         "CC BY 4.0", "https://creativecommons.org/licenses/by/4.0/", "© Trifinium")  # fmt: skip
    notice = NoticeView("reviewed", True, "/de/2024/one/", "de", w.NAMES[full.lang]["de"], "",
                        "Erika Musterfrau", "Max Mustermann", "Trifinium", DateView("2024-05-03", "2024-05-03"))  # fmt: skip
    return replace(
        full, head=head(path, w.ZYPRIES[full.lang]), switch=switch(full.lang, "2024/one/"), notice=notice,
        title=w.ZYPRIES[full.lang], hero=picture, gallery=(), related=full.related[:1], corrections=(),
    )  # fmt: skip


def crowded(full: ReportPage) -> ReportPage:
    """Forty pictures, and only the word that the original has moved on."""
    path = f"/{full.lang}/2024/many/"
    notice = NoticeView("stale", True, "/de/2024/many/", "de", w.NAMES[full.lang]["de"])
    many = tuple(full.gallery[n % len(full.gallery)] for n in range(40))
    return replace(
        full, head=head(path, full.title), switch=switch(full.lang, "2024/many/"), gallery=many, notice=notice
    )


def hostile(full: ReportPage) -> ReportPage:
    """Everything too long, from right to left, withdrawn, and full of characters that mean something."""
    path = f"/{full.lang}/2024/hostile/"
    nasty = '"><img src=x onerror=alert(1)> {{ 7*7 }} </script>'
    body = Markup(
        '<p>{}</p><p lang="he" dir="rtl">{}</p><p>{}</p><table><caption>T</caption><thead><tr>{}</tr></thead><tbody>'
        "<tr>{}</tr></tbody></table><pre><code>{}</code></pre><blockquote><p>{}</p></blockquote>"
    ).format(LONG_WORD, HEBREW, nasty, Markup("<th scope='col'>Kopf</th>") * 9, Markup("<td>123 456 789</td>") * 9,
             "x = 1; " * 60, LONG_TITLE)  # fmt: skip
    person = replace(
        full.contacts[0], name=LONG_WORD[:120], email="a" * 60 + "@trifinium.example", role=Text(HEBREW, "he")
    )
    figure = replace(full.gallery[0], caption=Text(LONG_WORD), credit=nasty)
    return replace(
        full, head=head(path, nasty), switch=switch(full.lang, "2024/hostile/"), title=LONG_TITLE, kicker=LONG_WORD[:90],
        teaser=f"{nasty} {HEBREW} {LONG_WORD}", body=body, contacts=(person, person, person), authors=(person,),
        gallery=(figure, figure), hero=figure, withdrawn=True, topics=(Anchor(LONG_WORD[:80], "/"),),
        organisers=(Anchor(LONG_WORD, "https://example.org/"),), links=(Anchor("https://example.org/" + "a" * 200, "/"),),
    )  # fmt: skip


def lists(lang: str, shots: tuple[PictureView, ...]) -> dict[str, PageView]:
    """Home, a further page, a topic, an author, a year, and the overview of topics."""
    some = cards(lang, shots)
    here = head(f"/{lang}/", w.NEWS[lang])
    years = tuple(
        Anchor(str(year), f"/{lang}/archive/{year}/", current=year == 2024) for year in (2024, 2023, 2021, 2014)
    )
    window = (
        Anchor("3", f"/{lang}/", current=True),
        Anchor("2", f"/{lang}/page/2/"),
        Anchor("…", ""),
        Anchor("1", f"/{lang}/page/1/"),
    )
    topic = w.TOPICS[lang][0]
    author = jaeger(lang)
    overview = OverviewPage(
        lang, head(f"/{lang}/topics/", w.NAV[lang][0]), switch(lang, "topics/"), trail(lang, (w.NAV[lang][0], "")), "topics",
        w.NAV[lang][0], tuple(OverviewEntry(a.label, a.url, n + 1) for n, a in enumerate(topics(lang))),
    )  # fmt: skip
    return {
        "": ListPage(lang, here, switch(lang, ""), (), "home", w.NEWS[lang], "", some, Pager(0, 3, "", f"/{lang}/page/2/", window), True),
        "page/2/": ListPage(lang, head(f"/{lang}/page/2/", w.NEWS[lang]), switch(lang, "page/2/"), trail(lang, (w.NEWS[lang], "")),
                            "home", w.NEWS[lang], "", some[1:4], Pager(2, 3, f"/{lang}/", f"/{lang}/page/1/", window)),
        "topics/t0/": ListPage(lang, head(f"/{lang}/topics/t0/", topic), switch(lang, "topics/t0/"), trail(lang, (topic, "")),
                               "topic", topic, w.KANADA_TEASER[lang], some[:4], Pager(0, 1), count=4),
        "topics/none/": ListPage(lang, head(f"/{lang}/topics/none/", topic), switch(lang, "topics/none/"), trail(lang, (topic, "")),
                                 "topic", topic, "", (), Pager(0, 1)),
        "authors/julia-jaeger/": ListPage(lang, head(f"/{lang}/authors/julia-jaeger/", author.name), switch(lang, "authors/julia-jaeger/"),
                                          trail(lang, (author.name, "")), "author", author.name, "", (), Pager(0, 1), False,
                                          replace(author, url="", portrait=shots[3]), some[:2], some[1:3], some[3:4]),
        "archive/2024/": ListPage(lang, head(f"/{lang}/archive/2024/", "2024"), switch(lang, "archive/2024/"), trail(lang, ("2024", "")),
                                  "archive", "2024", "", some, Pager(0, 1), years=years, count=5),
        "topics/": overview,
        "imprint/": TextPageView(lang, head(f"/{lang}/imprint/", w.LEGAL[lang][1]), switch(lang, "imprint/"),
                                 trail(lang, (w.LEGAL[lang][1], "")), "imprint", w.LEGAL[lang][1], "",
                                 Markup(w.BODY[lang]), DateView("2024-05-02", w.MAY_2[lang]), None),
    }  # fmt: skip


def everything(shots: tuple[PictureView, ...], upright: PictureView) -> tuple[Sample, ...]:
    """Every sample page of the newsroom, at least six ``shots`` given."""
    made: list[Sample] = []
    for lang, _ in w.LANGUAGES:
        site = newsroom(lang)
        full = report(lang, shots)
        reports = {
            "kanada": full,
            "plain": plain(full),
            "one": single(full, upright),
            "many": crowded(full),
            "hostile": hostile(full),
        }
        pages: dict[str, PageView] = {**lists(lang, shots), **{f"2024/{name}/": page for name, page in reports.items()}}
        made += [Sample(f"/{lang}/{path}", page, site) for path, page in pages.items()]
    entries = tuple(ChooserEntry(tag, name, f"/{tag}/", w.NEWS[tag], w.CLAIM[tag]) for tag, name in w.LANGUAGES)
    site = newsroom("de")
    hebrew = newsroom("he")
    rtl = replace(report("de", shots), lang="he", title=HEBREW, teaser=HEBREW, head=head("/he/2024/kanada/", HEBREW))
    made.append(Sample("/", ChooserPage("de", head("/", "Trifinium"), entries), site))
    made.append(Sample("/404.html", NotFoundPage("de", head("/404.html", "404"), entries), site))
    made.append(
        Sample("/alt/", RedirectPage("de", head("/alt/", w.KANADA["de"]), "/de/2024/kanada/", w.KANADA["de"]), site)
    )
    made.append(Sample("/he/2024/kanada/", rtl, hebrew))
    return tuple(made)
