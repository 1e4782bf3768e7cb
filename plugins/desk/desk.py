"""The desk of one start: its folders, what it knows of them, and how its pages are made."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import jinja2
from babel.dates import format_date, format_datetime
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from plugins.build.config import Config, read_clock
from plugins.build.problem_paths import near
from plugins.desk.imports import Imports
from plugins.desk.inventory import Inventory, Stock
from plugins.desk.last_build import with_last_build
from plugins.desk.preview import State
from plugins.desk.problem_panel import EXPLANATIONS, MOST
from plugins.desk.repository import Repository, changes, repository_of
from plugins.desk.settings import Settings, read_settings
from plugins.desk.wording import LANGUAGES, NAMES, Wording, chosen, wording
from plugins.desk.works import Works
from plugins.newsroom.output import excerpt
from plugins.pages.urls import Urls

SECTIONS = (
    ("/desk/", "Reports"),
    ("/desk/new", "New report"),
    ("/desk/import", "Import"),
    ("/desk/newsroom", "Newsroom"),
    ("/desk/publish", "Publish"),
)
"""The desk's parts, as its pages list them."""
_DAY = {"de": "d. MMM y", "nl": "d MMM y", "en": "d MMM y"}
HERE = Path(__file__).parent


def environment() -> jinja2.Environment:
    """The templates of the desk; everything is escaped."""
    return jinja2.Environment(
        loader=jinja2.FileSystemLoader(HERE / "templates"),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


@dataclass(frozen=True, slots=True)
class Desk:
    """Everything that a page of the desk may need."""

    config: Config
    state: State
    inventory: Inventory
    imports: Imports = field(default_factory=Imports)
    """Sources that are being imported."""
    works: Works = field(default_factory=Works)
    """Tasks that take long."""
    templates: jinja2.Environment = field(default_factory=environment)

    @property
    def content(self) -> Path:
        """The content folder."""
        return self.config.content

    @property
    def translations(self) -> Path:
        """The translations folder."""
        return self.config.translations

    @property
    def now(self) -> dt.datetime:
        """The moment, with its zone."""
        return read_clock()

    @property
    def settings(self) -> Settings:
        """What is remembered from one start to the next."""
        return read_settings(self.config.cache)

    def repository(self) -> Repository:
        """The repository in which the content lies, if any."""
        return repository_of(self.content)

    def changed(self) -> frozenset[str]:
        """Ids of reports with files that nobody has committed."""
        found = changes(self.repository(), (self.content / "reports", self.translations / "reports"))
        ids = {_owner(change.path, self.content / "reports", 1) for change in found}
        return frozenset(ids | {_owner(change.path, self.translations / "reports", 0) for change in found}) - {""}

    def wording(self, request: Request) -> Wording:
        """The words in the language that was chosen; else the browser's, else the newsroom's first."""
        known = self.settings.language
        first = next(iter(self.stock(request).site.languages), "en")
        accepted = request.headers.get("accept-language", "")
        return wording(chosen(known, accepted, first))

    def page(self, request: Request, template: str, status: int = 200, **values: Any) -> Response:
        """A page of the desk."""
        words = self.wording(request)
        site = self.stock(request).site
        common = {
            "t": words.t,
            "n": words.n,
            "c": words.c,
            "say": words.say,
            "language": words.lang,
            "languages": [(lang, NAMES[lang]) for lang in LANGUAGES],
            "newsroom": site.name.nearest(words.lang, site.languages)[1],
            "home": Urls.of(site.url, absolute=False).prefix + "/",
            "path": request.url.path,
            "explanations": EXPLANATIONS,
            "most": MOST,
            "excerpt": excerpt,
            "near": near,
            "form_of": form_of,
            "sections": [(address, words.t(word)) for address, word in SECTIONS],
            "day": lambda day: format_date(day, _DAY[words.lang], locale=words.lang),
            "moment": lambda moment: self.moment_text(moment, site.timezone, words.lang),
        }
        return HTMLResponse(self.templates.get_template(template).render({**common, **values}), status)

    def label(self, words: Wording) -> Callable[[str], str]:
        """What a key is called in the editor's language; a key that no catalogue knows by its own name."""

        def label(path: str) -> str:
            known = words.c("field", path)
            return known if known != path else path.rpartition(".")[2].replace("_", " ").capitalize()

        return label

    def moment_text(self, moment: dt.datetime, zone: str, lang: str) -> str:
        """A moment in the newsroom's own time, in words."""
        return format_datetime(moment.astimezone(ZoneInfo(zone)), f"{_DAY[lang]}, HH:mm", locale=lang)

    def stock(self, request: Request) -> Stock:
        """Everything as it stood when this request came, looked at once."""
        found: Stock | None = getattr(request.state, "stock", None)
        if found is None:
            found = request.state.stock = with_last_build(self.inventory.now(), self.state)
        return found

    def look_again(self, request: Request, ident: str) -> Stock:
        """The same for this request from now on, with one report as it stands at this moment."""
        found: Stock = with_last_build(self.inventory.around(ident), self.state, ident)
        request.state.stock = found
        return found


def form_of(file: str) -> str:
    """Where the file of a problem is edited, empty where the desk has no form for it."""
    parts = Path(file).parts
    if parts[-1:] == ("site.yaml",):
        return "/desk/newsroom"
    if parts[-1:] == ("people.yaml",):
        return "/desk/newsroom#people"
    at = len(parts) - 1 - parts[::-1].index("reports") if "reports" in parts else len(parts)
    return f"/desk/reports/{parts[at + 2]}/" if len(parts) > at + 3 and "translations" not in parts[:at] else ""


def _owner(path: Path, folder: Path, depth: int) -> str:
    """The report to which a file belongs: the name so many steps below the folder."""
    parts = path.relative_to(folder).parts if path.is_relative_to(folder) else ()
    return parts[depth] if len(parts) > depth + 1 else ""
