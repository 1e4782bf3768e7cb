"""The newsroom of the sample pages: its people, its cards, and what stands on each page."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

from markupsafe import Markup

from plugins.pages.labels import Labels
from plugins.pages.site import CSP
from plugins.pages.views import (
    Alternate,
    Anchor,
    Card,
    DateView,
    Head,
    LanguageView,
    PageView,
    PersonView,
    PictureView,
    SiteView,
    Text,
)
from tests.browser import words as w

ROOT = Path(__file__).parents[2]
ASSETS = "/theme/"
CREDIT = "Wirtschaftsförderung Dortmund | Jäger"
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
        "julia-jaeger",
        "Julia Jäger",
        Text("Investor Support International"),
        "Wirtschaftsförderung Dortmund",
        "0231 50 24 821",
        "+492315024821",
        "jjaeger@stadtdo.de",
        f"/{lang}/authors/julia-jaeger/",
        vcard="/contacts/julia-jaeger.vcf",
    )


def gruetzenbach(lang: str, portrait: PictureView | None = None) -> PersonView:
    """The second contact; with a portrait where one is given, and a role that English lacks."""
    role = Text(w.PORTRAIT_ROLE["de"], "de") if lang == "en" else Text(w.PORTRAIT_ROLE.get(lang, ""))
    return PersonView(
        "frank-gruetzenbach",
        "Frank Grützenbach",
        role,
        "Wirtschaftsförderung Dortmund",
        "0231 50 268 67",
        "+492315026867",
        "frank.gruetzenbach@stadtdo.de",
        vcard="/contacts/frank-gruetzenbach.vcf",
        portrait=portrait,
    )


def newsroom(lang: str, brand: tuple[str, ...] = ()) -> SiteView:
    """The site in one language."""
    nav, legal = w.NAV.get(lang, w.NAV["en"]), w.LEGAL.get(lang, w.LEGAL["en"])
    press = PersonView(
        "newsroom",
        "Newsroom Trifinium",
        Text(w.ROLE.get(lang, w.ROLE["en"])),
        "Trifinium",
        "030 23125 310",
        "+493023125310",
        "presse@trifinium.example",
        vcard="/contacts/newsroom.vcf",
    )
    return SiteView(
        lang=lang,
        direction="rtl" if lang == "he" else "ltr",
        name="Trifinium",
        claim=Text(w.CLAIM.get(lang, HEBREW)),
        boilerplate=Text(w.BOILERPLATE["de"], "de") if lang == "he" else Text(w.BOILERPLATE[lang]),
        home=f"/{lang}/",
        root="/",
        icons=False,
        publisher_name="Trifinium – Netzwerk für grenzüberschreitende Zusammenarbeit e. V.",
        publisher_address=("Am Dreiländerstein 3", "10000 Berlin"),
        publisher_phone="030 23125 300",
        publisher_phone_e164="+493023125300",
        publisher_email="kontakt@trifinium.example",
        publisher_url="https://www.trifinium.example",
        logo="/logo.svg",
        nav=tuple(
            Anchor(label, f"/{lang}/{where}/")
            for label, where in zip(nav, ("topics", "authors", "archive"), strict=True)
        ),
        legal=tuple(
            Anchor(label, f"/{lang}/{where}/")
            for label, where in zip(legal, ("about", "imprint", "privacy", "accessibility"), strict=True)
        ),
        press=(press,),
        atom=f"/{lang}/feed.xml",
        json_feed=f"/{lang}/feed.json",
        calendar=f"/{lang}/calendar.ics",
        assets=ASSETS,
        brand=brand,
        csp=CSP,
        search=None,
        t=labels(lang),
    )


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
        data=lambda: Markup(data),
        atom="/feed.xml",
        json_feed="/feed.json",
        machine=machine,
        synthetic=machine,
        disclosure="autonomous" if machine else "",
    )


def switch(lang: str, path: str, missing: tuple[str, ...] = ()) -> tuple[LanguageView, ...]:
    """The language switch of a page at ``path`` (without its language)."""
    return tuple(
        LanguageView(
            tag,
            name,
            f"/{tag}/" if tag in missing else f"/{tag}/{path}",
            tag == lang,
            tag not in missing,
            tag not in missing,
        )
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
        Card(
            "kanada",
            f"/{lang}/2024/kanada/",
            Text(w.KANADA[lang]),
            Text(w.KANADA_TEASER[lang]),
            Text(w.KANADA_KICKER, own("de")),
            DateView("2024-05-02", w.MAY_2[lang]),
            "Hannover",
            kind,
            topics(lang),
            shots[0],
            Text(w.CAPTIONS[lang][0]),
            CREDIT,
            machine=lang != "de",
        ),
        Card(
            "techland",
            "/nl/2024/techland/",
            Text(w.TECHLAND_NL, own("nl")),
            Text(w.TECHLAND_TEASER_NL, own("nl")),
            Text("Grensregio", own("nl")),
            DateView("2024-04-18", w.APRIL_18[lang]),
            "Enschede",
            kind,
            picture=shots[1],
            alt=Text("Skyline", own("nl")),
            credit="Michael C. Moeller",
            only_in=names["nl"] if own("nl") else "",
        ),
        Card(
            "clusters",
            "/de/2023/clusters/",
            Text(w.CLUSTERS_DE, own("de")),
            Text(""),
            Text(""),
            DateView("2023-11-10", w.NOVEMBER_10[lang]),
            "Düsseldorf",
            w.RELEASE[lang],
            only_in=names["de"] if own("de") else "",
        ),
        Card(
            "e-mission",
            f"/{lang}/2024/plain/",
            Text(w.EMISSION[lang]),
            Text(w.KANADA_TEASER[lang]),
            Text("Auslandsgeschäft", own("de")),
            DateView("2021-06-11", w.JUNE_11[lang]),
            "",
            kind,
            picture=shots[2],
            alt=Text(""),
            credit="",
            withdrawn=True,
        ),
        Card(
            "bsr",
            f"/{lang}/2024/one/",
            Text(w.ZYPRIES[lang]),
            Text(w.KANADA_TEASER[lang]),
            Text(""),
            DateView("2014-09-18", w.SEPTEMBER_18[lang]),
            "Berlin",
            kind,
        ),
    )
