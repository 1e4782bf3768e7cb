"""Stage: the pictures that belong to no report, people's portraits and the logos of publisher and programmes."""

from __future__ import annotations

from dataclasses import dataclass

from plugins.build.assets import Copy, versioned
from plugins.build.bundle_record import PictureWork, picture_view
from plugins.build.config import Config
from plugins.build.site import Shared
from plugins.build.sources import Sources
from plugins.cache.pool import Pool
from plugins.cache.store import Store
from plugins.newsroom.model import Person, Site
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
    """What was found in them, by path in the content folder. ``drawn`` logos are SVGs fit to be shown."""

    found: dict[str, Examined]
    drawn: frozenset[str]
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class SharedPictures:
    """Portraits and logos as pages show them, and the work that this takes."""

    portraits: tuple[tuple[str, PictureView], ...]
    logo: str
    """Address of the publisher's, or empty."""
    logos: tuple[tuple[str, str], ...]
    """(project with funding, address of its programme's logo)."""
    works: tuple[tuple[str, PictureWork], ...]
    """(Folder in the output, picture)."""
    copies: tuple[Copy, ...]


def logos_of(site: Site) -> tuple[str, ...]:
    """The publisher's logo and those of programmes, as paths in the content folder."""
    paths = (site.publisher.logo, *(one.logo for one in site.funding))
    return tuple(dict.fromkeys(path for path in paths if path))


def look(config: Config, shared: Shared, sources: Sources, store: Store, pool: Pool) -> Looked:
    """Examines portraits and logos, those that did not change from memory. Missing files are the loader's to tell."""
    site, people, _ = shared
    wanted = dict.fromkeys(p.photo for p in people.people if p.photo in sources.content)
    problems: list[Problem] = []
    drawn = set()
    for logo in logos_of(site.site) if site.site else ():
        if logo not in sources.content:
            continue
        data = (config.content / logo).read_bytes()
        if sniff(data) is not Kind.SVG:
            wanted[logo] = None
        elif problem := unsafe(data, _named(config, logo)):
            problems.append(problem)
        else:
            drawn.add(logo)
    if not wanted:
        return Looked({}, frozenset(drawn), tuple(problems))
    from plugins.pictures.examination import PictureFile
    from plugins.pictures.survey import survey  # brings Pillow and exiv2 along

    files = [PictureFile(config.content / path, _named(config, path), sources.content[path]) for path in wanted]
    seen = survey(files, store, pool).found
    found = {path: seen[_named(config, path)] for path in wanted}
    told = [problem for examined in found.values() for problem in examined.problems]
    return Looked(found, frozenset(drawn), (*told, *problems))


def plan_shared(
    config: Config, looked: Looked, people: tuple[Person, ...], site: Site, sources: Sources, urls: Urls
) -> SharedPictures:
    """Portraits of everybody who has one, and the logos: a drawing as it stands, anything else as renditions."""
    views, works, copies = [], [], []
    for person in people:
        work = _work(looked, person.photo, PERSON)
        shown = work.renditions.sources(Use.PORTRAIT, urls.at("media/people/")) if work else None
        if work and shown:
            views.append((person.id, picture_view(shown)))
            works.append(("media/people", work))
    addresses: dict[str, str] = {}
    for logo in logos_of(site):
        if logo in looked.drawn:
            mark = sources.content[logo]
            copies.append(Copy(versioned("brand", logo, mark), str(config.content / logo), mark))
            addresses[logo] = urls.at(copies[-1].path)
        elif work := _work(looked, logo, LOGO):
            works.append(("brand", work))
            addresses[logo] = _src(work.renditions, urls.at("brand/"))
    logos = tuple((one.id, addresses[one.logo]) for one in site.funding if one.logo in addresses)
    own = addresses.get(site.publisher.logo, "")
    return SharedPictures(tuple(views), own, logos, tuple(works), tuple(copies))


def _work(looked: Looked, path: str, uses: frozenset[Use]) -> PictureWork | None:
    examined = looked.found.get(path)
    if examined is None or examined.picture is None:
        return None
    rights = examined.picture.metadata.rights
    return PictureWork(path, examined.picture, renditions(examined.picture, rights, uses), rights)


def _src(made: Renditions, prefix: str) -> str:
    shown = made.sources(Use.LOGO, prefix)
    return shown.src if shown else ""


def _named(config: Config, path: str) -> str:
    """The path as the editor knows it."""
    return f"{config.content.name}/{path}"
