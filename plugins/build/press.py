"""Stage: what documents are set with, if the newsroom wants them and this machine can make them."""

from __future__ import annotations

from plugins.build.assets import engine
from plugins.build.colours import colours
from plugins.build.config import Config
from plugins.build.sources import Sources
from plugins.cache.digest import digest
from plugins.newsroom.model import Site
from plugins.pages.press.typesetting import Typesetting, is_installed

NOT_INSTALLED = (
    "No PDFs are made: there is no typesetter for this machine and version of Python (packages typst, page-validation)."
)
FOLDER = "press/"


def typesetting(config: Config, sources: Sources, site: Site) -> Typesetting | None:
    """``None`` where no PDFs are made."""
    files = sources.under("theme", FOLDER)
    if not _wants(site) or not files or not is_installed():
        return None
    palette = tuple(sorted(colours(config, sources, site).items()))
    mark = digest((files, palette, engine()))
    return Typesetting(str(config.theme / FOLDER), str(config.output), palette, str(config.documents), mark)


def missing(site: Site, setting: Typesetting | None) -> str:
    """A sentence where PDFs are wanted and this machine cannot make them; else empty."""
    return NOT_INSTALLED if _wants(site) and setting is None and not is_installed() else ""


def _wants(site: Site) -> bool:
    return site.press.pdf or site.press.kit
