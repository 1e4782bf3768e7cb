"""A theme that shows everything a page is given, and nothing else: whatever is out of date shows in the bytes."""

from __future__ import annotations

from dataclasses import fields
from pathlib import Path

from plugins.pages.views import SiteView
from tests.site.archive import write

ROOT = Path(__file__).resolve().parents[2]
KINDS = sorted(path.stem for path in (ROOT / "theme" / "templates").glob("*.html") if path.stem != "base")
TEMPLATES = ("report.html", "list.html", "page.html", "redirect.html", "base.html", "partials/card.html")
"""Those that are edited; the last two are extended and imported by others."""

_SITE = "".join(f"<dd>{{{{ site.{field.name} }}}}</dd>" for field in fields(SiteView))
_BASE = f"""
-- templates/base.html --
<!doctype html><html lang="{{{{ page.lang }}}}"><title>{{{{ page.head.title }}}}</title><a></a>
{{% block main %}}<pre>{{{{ page }}}}{{{{ page.head.json_ld }}}}</pre>{{% endblock %}}
<dl>{_SITE}</dl><link href="{{{{ site.assets }}}}css/site.css">
-- templates/partials/card.html --
{{% macro card(card, site) %}}<a href="{{{{ card.url }}}}">{{{{ card }}}}</a>{{% endmacro %}}
-- templates/partials/figure.html --
{{% macro figure(figure, site) %}}<a>{{{{ figure }}}} {{{{ site.t("Photo") }}}}</a>{{% endmacro %}}
-- static/img/icon.svg --
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><path d="M0 0h8v8H0z"/></svg>
-- static/css/site.css --
body {{ color: black }}
-- static/presets/dark.css --
body {{ color: white }}
"""
_PAGE = """
-- templates/{kind}.html --
{{% extends "base.html" %}}{{% from "partials/card.html" import card with context %}}
{{% block main %}}<a>{kind}</a>{{{{ super() }}}}{more}{{% endblock %}}
"""
_CARDS = "{% for one in page.cards %}{{ card(one, site) }}{% endfor %}"
_RELATED = "{{ page.body }}{% for one in page.related %}{{ card(one, site) }}{% endfor %}"


def write_theme(folder: Path) -> None:
    """Writes it below ``folder``."""
    more = {"list": _CARDS, "report": _RELATED, "page": "{{ page.body }}"}
    write(folder, _BASE + "".join(_PAGE.format(kind=kind, more=more.get(kind, "")) for kind in KINDS))
