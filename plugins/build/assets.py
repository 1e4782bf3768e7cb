"""What is the same for the whole run: site, people, words of the theme, static files, brand."""

from __future__ import annotations

from collections.abc import Callable, Container
from dataclasses import dataclass
from pathlib import Path

from plugins.build.config import Config
from plugins.build.sources import Sources
from plugins.cache.code import code_digest
from plugins.cache.digest import digest
from plugins.cache.serialisation import dumps, loads
from plugins.cache.store import Store
from plugins.newsroom.model import Lang, Site
from plugins.pages.labels import compiled
from plugins.pages.urls import Urls

WORDS = "words"
TEMPLATES = "templates"
PACKAGES = (
    "plugins.build",
    "plugins.markup",
    "plugins.cache",
    "plugins.documents",
    "plugins.newsroom",
    "plugins.pages",
    "plugins.pictures",
    "plugins.translation",
)
LIBRARIES = (
    "babel",
    "exiv2",
    "jinja2",
    "markdown",
    "markdown-it-py",
    "markupsafe",
    "nh3",
    "phonenumberslite",
    "pillow",
    "polib",
    "pydantic",
    "python-slugify",
    "pypdf",
    "pyyaml",
    "typst",
    "tzdata",
)


def engine() -> str:
    """Digest of our code, the libraries it makes output with, and Python."""
    return code_digest(PACKAGES, LIBRARIES)


@dataclass(frozen=True, slots=True)
class Copy:
    """A file that goes into the output as it stands."""

    path: str
    """In the output folder."""
    source: str
    digest: str


@dataclass(frozen=True, slots=True)
class Assets:
    """The theme's static files and the newsroom's brand."""

    prefix: str
    """Address prefix of the theme's files, with their version."""
    brand: tuple[str, ...]
    copies: tuple[Copy, ...]


def versioned(folder: str, path: str, mark: str) -> str:
    """The path in the output under which browsers may keep a file for ever."""
    name = Path(path)
    return f"{folder}/{name.stem}.{mark[:8]}{name.suffix}"


def assets(config: Config, sources: Sources, site: Site, urls: Urls) -> Assets:
    """Where static files go. The theme's version stands in its path, so that browsers may keep it."""
    static = sources.under("theme", "static/")
    version = digest(static)[:10]
    folder = f"assets/{version}/"
    copies = [Copy(folder + path.removeprefix("static/"), str(config.theme / path), mark) for path, mark in static]
    brand: list[str] = []
    if site.brand:
        preset = f"static/presets/{site.brand}.css"
        if preset in sources.theme:
            brand.append(urls.at(folder + preset.removeprefix("static/")))
        elif site.brand in sources.content:
            copies.append(_copy(config, sources, site.brand))
            brand.append(urls.at(copies[-1].path))
    return Assets(urls.at(folder), tuple(brand), tuple(copies))


def _copy(config: Config, sources: Sources, path: str) -> Copy:
    mark = sources.content[path]
    return Copy(versioned("brand", path, mark), str(config.content / path), mark)


def words(config: Config, sources: Sources, site: Site, store: Store) -> tuple[tuple[Lang, bytes], ...]:
    """The theme's catalogue of each language, compiled; English stands in its own words without one."""
    return tuple((lang, _words(config, sources, lang, store)) for lang in site.languages)


def words_file(lang: Lang, files: Container[str]) -> str:
    """The catalogue of the theme's words for a language: its own, else the nearest, as ``de`` for ``de-AT``."""
    parts = lang.split("-")
    paths = (f"ui/{'-'.join(parts[:length])}.po" for length in range(len(parts), 0, -1))
    return next((path for path in paths if path in files), "")


def _words(config: Config, sources: Sources, lang: Lang, store: Store) -> bytes:
    path = words_file(lang, sources.translations)
    if not path:
        return b""
    mark = sources.translations[path]
    known = store.values.get(WORDS, mark)
    if known is None:
        known = compiled((config.translations / path).read_bytes())
        store.values.put(WORDS, mark, known)
    return known


def templates(
    config: Config, sources: Sources, engine: str, store: Store, changed: Callable[[], None]
) -> tuple[tuple[str, str], ...]:
    """(template, digest of it and all it includes); from memory where no template has changed.

    Otherwise ``changed`` is called first, since most pages will have to be made.
    """
    files = sources.under("theme", "templates/")
    key = digest((engine, files))
    known = store.values.get(TEMPLATES, key)
    if known is not None:
        return loads(known, tuple)
    changed()
    from plugins.pages.template_cache import remove_others
    from plugins.pages.templates import Theme  # brings Jinja along

    remove_others(config.code, engine)

    theme = Theme(config.theme)
    names = [path.removeprefix("templates/") for path, _ in files if path.count("/") == 1 and path.endswith(".html")]
    found = tuple((name, theme.closure(name)) for name in names)
    store.values.put(TEMPLATES, key, dumps(found))
    return found
