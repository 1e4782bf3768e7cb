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
IN_TURN = (*(f"/{LANGUAGES[number % 3]}/{kind}" for number, kind in enumerate(KINDS)), *ODD)
"""Each kind once, the languages in turn; the built newsroom has each in all of them."""


_LISTS = {"topics", "authors", "archive", "series", "projects", "press", "media", "dates"}
_SAME = re.compile(r'<a href="([^"]+)" lang="\w+"(?! class="absent")')


def of_each_kind(output: Path) -> list[str]:
    """Addresses of a built site: every report and static page once, its languages in turn; one of each kind of list
    per language; no redirects.
    """
    return ["/", "/404.html", *(f"/{page}/" for page in _chosen(output).values())]


def once_of_each_kind(output: Path) -> list[str]:
    """The same with each kind of list in one language, in turn: for what does not depend on the language's words."""
    found: dict[str, list[str]] = {}
    for kind, page in _chosen(output).items():
        found.setdefault(kind.partition("/")[2] if kind[:1] != "/" else kind, []).append(page)
    return ["/", "/404.html", *(f"/{pages[number % len(pages)]}/" for number, pages in enumerate(found.values()))]


def _chosen(output: Path) -> dict[str, str]:
    files = {path.relative_to(output).parent.as_posix(): path for path in sorted(output.rglob("index.html"))}
    chosen: dict[str, str] = {}
    for page, file in files.items():
        text = file.read_text("utf-8")
        lang, _, rest = page.partition("/")
        if 'http-equiv="refresh"' in text or page == ".":
            continue
        kind = rest.partition("/")[0]
        if not rest or kind in _LISTS:
            chosen.setdefault(f"{lang}/{kind}/{'*' if '/' in rest else ''}", page)
        else:
            editions = sorted(_SAME.findall(text)) or [f"/{page}/"]
            chosen.setdefault(editions[0], editions[len(chosen) % len(editions)].strip("/"))
    return chosen


def reports(output: Path) -> list[str]:
    """Addresses of all reports of a built site, their languages in turn."""
    return [path for path in of_each_kind(output) if re.fullmatch(r"/\w\w/\d{4}/[^/]+/", path)]
