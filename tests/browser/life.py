"""Two reports from announcement to end: what an editor writes at each step, and what readers must then find."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from tests.site.newsroom import Newsroom, jpeg

HOST = "https://newsroom.example"
LANGS = ("de", "nl", "en")
FAIR, QUAY = "messe", "kai"
TITLES = {"de": "Bericht", "nl": "Verslag", "en": "Report"}


@dataclass(frozen=True)
class Step:
    """What an editor does, on which day, and what readers of each language must then find in words."""

    name: str
    report: str
    day: str
    event: str
    words: Mapping[str, str]
    langs: tuple[str, ...] = LANGS
    """Those who are told."""
    text: str = "Die Ankündigung: Kommen Sie alle, und bringen Sie Freunde mit, denn es gibt viel zu sehen."
    extra: str = ""
    """Further keys of each text."""
    facts: str = ""
    moves_calendar: bool = True
    """Whether calendars are told of a change."""


def changes(*entries: str) -> str:
    """The key ``changes``."""
    return "changes: [" + ", ".join(f"{{{entry}}}" for entry in entries) + "]"


CAME = "Viele waren da, sahen sich alles an und blieben bis zum Abend, denn es gab viel zu sehen."
THIRTY = "Es waren 30 Gäste da, die sich alles ansahen und bis zum Abend blieben, denn es gab viel zu sehen."
FIRST = "start: 2024-06-10T10:00\nend: 2024-06-10T12:00\nvenue: Halle 9\ncity: Hannover\ncountry: DE\n"
LATER = FIRST.replace("06-10", "06-17")
MOVED = 'date: 2024-05-08, start: "2024-06-10T10:00"'
ONLINE = "date: 2024-05-15"
LIVE = "attendance: online\nstream: https://live.example.org/messe\n"
HAPPENED, REPORTED = "date: 2024-06-11, status: planned", "date: 2024-06-12"
PHOTO = "photos: [{file: kai.jpg, credit: Amt, photographer: erika, persons: [Mia Muster]}]\nhero: kai.jpg\n"
CAPTION = "photos: {kai.jpg: {alt: Ein Kai, caption: Am Kai}}\n"
CORRECTED = (
    CAPTION.replace("Am Kai", "Am neuen Kai") + "corrections: [{date: 2024-06-13T09:30, text: Es waren 30 Gäste.}]\n"
)
WITHDRAWN = "withdrawn: {date: 2024-06-20, reason: {de: Falsches., nl: Fouten., en: Errors.}}\n"
JUNE_10 = {"de": "10. Juni 2024", "nl": "10 juni 2024", "en": "10 June 2024"}
OVER = FIRST + "status: happened\n"
STEPS = (
    Step("announced", FAIR, "05-02", FIRST + "status: planned", JUNE_10),
    Step("announced", QUAY, "05-02", FIRST + "status: planned", JUNE_10),
    Step(
        "moved",
        FAIR,
        "05-08",
        LATER + "status: planned\n" + changes(MOVED),
        {"de": "Verlegt vom 10. Juni 2024", "nl": "Verplaatst van 10 juni 2024", "en": "Moved from 10 June 2024"},
    ),
    Step("online", FAIR, "05-15", LATER + LIVE + changes(MOVED, ONLINE), dict.fromkeys(LANGS, "Online")),
    Step(
        "cancelled",
        FAIR,
        "05-29",
        LATER + LIVE + "status: cancelled\n" + changes(MOVED, ONLINE, "date: 2024-05-29, status: planned"),
        {"de": "Abgesagt", "nl": "Afgelast", "en": "Cancelled"},
    ),
    Step("happened", QUAY, "06-11", OVER + changes(HAPPENED), JUNE_10),
    Step(
        "reported",
        QUAY,
        "06-12",
        OVER + changes(HAPPENED, REPORTED),
        dict.fromkeys(LANGS, CAME),
        text=CAME,
        extra=CAPTION,
        facts=PHOTO,
    ),
    Step(
        "corrected",
        QUAY,
        "06-13",
        OVER + changes(HAPPENED, REPORTED),
        dict.fromkeys(LANGS, THIRTY),
        text=THIRTY,
        extra=CORRECTED,
        facts=PHOTO,
    ),
    Step(
        "translated",
        QUAY,
        "06-14",
        OVER + changes(HAPPENED, REPORTED),
        {"nl": "Verslag kai"},
        langs=("nl",),
        text=THIRTY,
        extra=CORRECTED,
        facts=PHOTO,
        moves_calendar=False,
    ),
    Step(
        "withdrawn",
        QUAY,
        "06-20",
        OVER + changes(HAPPENED, REPORTED),
        {"de": "Falsches.", "nl": "Fouten.", "en": "Errors."},
        text=THIRTY,
        extra=CORRECTED,
        facts=PHOTO + WITHDRAWN,
    ),
)


@dataclass(frozen=True)
class Moment:
    """The site after a step, and what the reader view shows of the report, by language."""

    step: Step
    files: Mapping[str, bytes]
    views: Mapping[str, Mapping[str, Any]]

    def page(self, lang: str) -> str:
        """The report's page; readers of a language that it lacks get the German one."""
        return self.files[self.path(lang)].decode()

    def path(self, lang: str) -> str:
        """Its path in the output."""
        own = f"{lang}/2024/{self.step.report}/index.html"
        return own if own in self.files else f"de/2024/{self.step.report}/index.html"


def edit(newsroom: Newsroom, step: Step) -> None:
    """Writes the report as it stands after a step: the quay's has Dutch from its translation on."""
    folder = f"content/reports/2024/{step.report}"
    is_late = step.report == QUAY and step.name not in ("translated", "withdrawn")
    status = "withdrawn" if step.name == "withdrawn" else "published"
    event = "".join(f"  {line}\n" for line in step.event.strip().splitlines())
    facts = f"date: 2024-05-02\nsource_language: de\ntopics: [energie]\nauthors: [hans]\nstatus: {status}\n{step.facts}"
    newsroom.put(f"{folder}/report.yaml", f"{facts}event:\n{event}".encode())
    for lang in LANGS:
        if lang != "nl" or not is_late:
            added = "added: 2024-06-14\n" if lang == "nl" and step.report == QUAY else ""
            head = f"---\ntitle: {TITLES[lang]} {step.report}\nteaser: Kort.\n{step.extra}{added}---\n"
            newsroom.put(f"{folder}/{lang}.md", f"{head}{step.text}\n".encode())
    if step.facts:
        newsroom.put(f"{folder}/photos/kai.jpg", jpeg(640, 480))
