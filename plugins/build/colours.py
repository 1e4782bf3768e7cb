"""The brand's colours on a bright screen, for what is no page: documents and pictures."""

from __future__ import annotations

from plugins.build.config import Config
from plugins.build.sources import Sources
from plugins.newsroom.model import Site
from plugins.pages.press.palette import palette

BASE = "static/css/site.css"


def colours(config: Config, sources: Sources, site: Site) -> dict[str, str]:
    """Name -> ``#rrggbb``: the brand's above the theme's."""
    return palette(_sheets(config, sources, site))


def _sheets(config: Config, sources: Sources, site: Site) -> list[str]:
    places = [config.theme / BASE]
    preset = f"static/presets/{site.brand}.css"
    if site.brand and preset in sources.theme:
        places.append(config.theme / preset)
    elif site.brand in sources.content:
        places.append(config.content / site.brand)
    return [place.read_text("utf-8", "replace") for place in places if place.is_file()]
