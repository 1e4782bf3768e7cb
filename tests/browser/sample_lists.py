"""Sample lists of each kind, an overview, and a static page."""

from __future__ import annotations

from dataclasses import replace

from markupsafe import Markup

from plugins.pages.views import (
    Anchor,
    CalendarLink,
    DateEntry,
    DatesPage,
    DateView,
    EventView,
    ListPage,
    OverviewEntry,
    OverviewPage,
    Pager,
    PageView,
    PictureView,
    TextPageView,
)
from tests.browser import base
from tests.browser import words as w


def lists(lang: str, shots: tuple[PictureView, ...]) -> dict[str, PageView]:
    """Home, a further page, a topic, an author, a year, and the overview of topics."""
    some = base.cards(lang, shots)
    here = base.head(f"/{lang}/", w.NEWS[lang])
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
    author = base.jaeger(lang)
    overview = OverviewPage(
        lang,
        base.head(f"/{lang}/topics/", w.NAV[lang][0]),
        base.switch(lang, "topics/"),
        base.trail(lang, (w.NAV[lang][0], "")),
        "topics",
        w.NAV[lang][0],
        tuple(OverviewEntry(a.label, a.url, n + 1) for n, a in enumerate(base.topics(lang))),
    )
    return {
        "": ListPage(
            lang,
            here,
            base.switch(lang, ""),
            (),
            "home",
            w.NEWS[lang],
            "",
            some,
            Pager(0, 3, "", f"/{lang}/page/2/", window),
            True,
        ),
        "page/2/": ListPage(
            lang,
            base.head(f"/{lang}/page/2/", w.NEWS[lang]),
            base.switch(lang, "page/2/"),
            base.trail(lang, (w.NEWS[lang], "")),
            "home",
            w.NEWS[lang],
            "",
            some[1:4],
            Pager(2, 3, f"/{lang}/", f"/{lang}/page/1/", window),
        ),
        "topics/t0/": ListPage(
            lang,
            base.head(f"/{lang}/topics/t0/", topic),
            base.switch(lang, "topics/t0/"),
            base.trail(lang, (topic, "")),
            "topic",
            topic,
            w.KANADA_TEASER[lang],
            some[:4],
            Pager(0, 1),
            count=4,
        ),
        "topics/none/": ListPage(
            lang,
            base.head(f"/{lang}/topics/none/", topic),
            base.switch(lang, "topics/none/"),
            base.trail(lang, (topic, "")),
            "topic",
            topic,
            "",
            (),
            Pager(0, 1),
        ),
        "authors/julia-jaeger/": ListPage(
            lang,
            base.head(f"/{lang}/authors/julia-jaeger/", author.name),
            base.switch(lang, "authors/julia-jaeger/"),
            base.trail(lang, (author.name, "")),
            "author",
            author.name,
            "",
            (),
            Pager(0, 1),
            False,
            replace(author, url="", portrait=shots[3]),
            some[:2],
            some[1:3],
            some[3:4],
        ),
        "archive/2024/": ListPage(
            lang,
            base.head(f"/{lang}/archive/2024/", "2024"),
            base.switch(lang, "archive/2024/"),
            base.trail(lang, ("2024", "")),
            "archive",
            "2024",
            "",
            some,
            Pager(0, 1),
            years=years,
            count=5,
        ),
        "topics/": overview,
        "dates/": dates(lang, shots),
        "imprint/": TextPageView(
            lang,
            base.head(f"/{lang}/imprint/", w.LEGAL[lang][1]),
            base.switch(lang, "imprint/"),
            base.trail(lang, (w.LEGAL[lang][1], "")),
            w.LEGAL[lang][1],
            "",
            Markup(w.BODY[lang]),
            DateView("2024-05-02", w.MAY_2[lang]),
            None,
        ),
    }


def dates(lang: str, shots: tuple[PictureView, ...]) -> DatesPage:
    """Three events to come, one of them cancelled and one online with registration, and two that are over."""
    path = f"/{lang}/dates/"
    some = base.cards(lang, shots)
    event = EventView(
        w.APRIL_22[lang],
        "2024-04-22",
        "2024-04-22",
        "Hannover Messe",
        "Hannover",
        w.COUNTRY[lang],
        f"/{lang}/2024/kanada/event.ics",
        "22",
        w.APRIL[lang],
        "2024",
    )
    off = replace(event, day="22–24", status="Abgesagt", cancelled=True, calendar="", moved_from=w.MAY_2[lang])
    online = replace(
        event,
        venue="",
        city="",
        country="",
        online="Online",
        onsite=False,
        registration="https://anmeldung.example/",
        registration_until=DateView("2024-05-02", w.MAY_2[lang]),
    )
    over = replace(event, calendar="")
    subscriptions = (
        CalendarLink(w.NEWS[lang], "webcal://newsroom.example/calendar.ics", f"/{lang}/calendar.ics"),
        *(CalendarLink(topic.label, "", f"{topic.url}calendar.ics") for topic in base.topics(lang)),
    )
    return DatesPage(
        lang,
        base.head(path, w.NEWS[lang]),
        base.switch(lang, "dates/"),
        base.trail(lang, (w.NEWS[lang], "")),
        w.NEWS[lang],
        tuple(DateEntry(card, found) for card, found in zip(some, (event, off, online), strict=False)),
        tuple(DateEntry(card, over) for card in some[:2]),
        subscriptions,
    )
