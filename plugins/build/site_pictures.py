"""Stage: the pictures that belong to no report, which are people's portraits and the publisher's logo."""

from __future__ import annotations

from dataclasses import dataclass

from plugins.build.assets import Copy, versioned
from plugins.build.bundle_record import PictureWork, picture_view
from plugins.build.config import Config
from plugins.build.site import Shared
from plugins.build.sources import Sources
from plugins.cache.pool import Pool
from plugins.cache.store import Store
from plugins.newsroom.model import Person
from plugins.newsroom.problem import Problem
from plugins.pages.urls import Urls
from plugins.pages.views import PictureView
from plugins.pictures.drawing import unsafe
from plugins.pictures.picture import Examined
from plugins.pictures.plan import LOGO, PERSON, Use
from plugins.pictures.renditions import Renditions, renditions
from plugins.pictures.sniff import Kind, sniff


@dataclass(frozen=True, slots=True)
class Looked:
    """What was found in them, by path in the content folder. A ``drawn`` logo is an SVG fit to be shown."""

    found: dict[str, Examined]
    drawn: str
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class SharedPictures:
    """Portraits and logo as pages show them, and the work that this takes."""

    portraits: tuple[tuple[str, PictureView], ...]
    logo: str
    """Address, or empty."""
    works: tuple[tuple[str, PictureWork], ...]
    """(Folder in the output, picture)."""
    copies: tuple[Copy, ...]


def look(config: Config, shared: Shared, sources: Sources, store: Store, pool: Pool) -> Looked:
    """Examines portraits and logo, those that did not change from memory. Missing files are the loader's to tell."""
    site, people, _ = shared
    logo = site.site.publisher.logo if site.site else ""
    wanted = dict.fromkeys(p.photo for p in people.people if p.photo in sources.content)
    problem: Problem | None = None
    drawn = ""
    if logo in sources.content:
        data = (config.content / logo).read_bytes()
        if sniff(data) is Kind.SVG:
            problem = unsafe(data, _named(config, logo))
            drawn = "" if problem else logo
        else:
            wanted[logo] = None
    if not wanted:
        return Looked({}, drawn, () if problem is None else (problem,))
    from plugins.pictures.examination import PictureFile
    from plugins.pictures.survey import survey  # brings Pillow and exiv2 along

    files = [PictureFile(config.content / path, _named(config, path), sources.content[path]) for path in wanted]
    seen = survey(files, store, pool).found
    found = {path: seen[_named(config, path)] for path in wanted}
    problems = [told for examined in found.values() for told in examined.problems]
    return Looked(found, drawn, (*problems, *([problem] if problem else [])))


def plan_shared(
    config: Config, looked: Looked, people: tuple[Person, ...], logo: str, sources: Sources, urls: Urls
) -> SharedPictures:
    """Portraits of everybody who has one, and the logo: a drawing as it stands, anything else as renditions."""
    views, works, copies, address = [], [], [], ""
    for person in people:
        work = _work(looked, person.photo, PERSON)
        shown = work.renditions.shown(Use.PORTRAIT, urls.at("media/people/")) if work else None
        if work and shown:
            views.append((person.id, picture_view(shown)))
            works.append(("media/people", work))
    if looked.drawn:
        mark = sources.content[looked.drawn]
        copies.append(Copy(versioned("brand", looked.drawn, mark), str(config.content / looked.drawn), mark))
        address = urls.at(copies[-1].path)
    elif work := _work(looked, logo, LOGO):
        works.append(("brand", work))
        address = _src(work.renditions, urls.at("brand/"))
    return SharedPictures(tuple(views), address, tuple(works), tuple(copies))


def _work(looked: Looked, path: str, uses: frozenset[Use]) -> PictureWork | None:
    examined = looked.found.get(path)
    if examined is None or examined.picture is None:
        return None
    rights = examined.picture.metadata.rights
    return PictureWork(path, examined.picture, renditions(examined.picture, rights, uses), rights)


def _src(made: Renditions, prefix: str) -> str:
    shown = made.shown(Use.LOGO, prefix)
    return shown.src if shown else ""


def _named(config: Config, path: str) -> str:
    """The path as the editor knows it."""
    return f"{config.content.name}/{path}"
