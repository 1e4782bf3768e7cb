"""The addresses that the browser tests visit."""

from __future__ import annotations

import re
from pathlib import Path

LANGUAGES = ("de", "nl", "en")
KINDS = (
    "", "page/2/", "topics/", "topics/t0/", "topics/none/", "dates/", "authors/julia-jaeger/", "archive/2024/", "imprint/",
    "2024/kanada/", "2024/plain/", "2024/one/",
)  # fmt: skip
"""Of the sample pages, below each language."""
ODD = ("/", "/404.html", "/he/2024/kanada/", "/de/2024/many/", "/en/2024/hostile/")
SAMPLES = (*(f"/{lang}/{kind}" for lang in LANGUAGES for kind in KINDS), *ODD)


def of_each_kind(output: Path) -> list[str]:
    """Addresses of a built site: every report and static page, one of each kind of list, per language; no redirects."""
    files = [path for path in output.rglob("index.html") if 'http-equiv="refresh"' not in path.read_text("utf-8")]
    pages = sorted(path.relative_to(output).parent.as_posix() for path in files)
    chosen: dict[str, str] = {}
    for page in pages:
        parts = page.split("/")
        lists = len(parts) == 3 and parts[1] in {"topics", "authors", "archive", "series", "projects"}
        chosen.setdefault("/".join(parts[:2]) + "/*" if lists else page, page)
    return ["/", "/404.html", *(f"/{page}/" for page in chosen.values() if page != ".")]


def reports(output: Path) -> list[str]:
    """Addresses of all reports of a built site."""
    return [path for path in of_each_kind(output) if re.fullmatch(r"/\w\w/\d{4}/[^/]+/", path)]
