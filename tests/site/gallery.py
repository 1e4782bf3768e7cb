"""A report with photographs, and what became of them."""

from __future__ import annotations

import io
import json
from collections.abc import Iterable, Mapping
from pathlib import Path

from PIL import Image

from tests.site.newsroom import Newsroom, report

FOLDER = "content/reports/2024/schau"
PAGE = "de/2024/schau/index.html"


def show(
    newsroom: Newsroom,
    photos: Mapping[str, bytes],
    facts: Mapping[str, str] | None = None,
    *,
    words: bool = True,
    more: str = "",
    body: str = "Ein zweiter Absatz.",
) -> Newsroom:
    """A report that shows these photographs; ``facts`` are further keys of one, in YAML.

    Each has a credit, unless ``facts`` names the photograph, and with ``words`` an alt text.
    """
    given = facts or {}
    listed = "".join(f"\n  - {{file: {name}, {given.get(name, 'credit: Amt')}}}" for name in photos)
    text = report("schau", more=f"photos:{listed}\n{more}", body=body)
    if words:
        alts = json.dumps({name: {"alt": f"Zu sehen: {name}"} for name in photos})
        text = text.replace("teaser: ", f"photos: {alts}\nteaser: ")
    for name, data in photos.items():
        newsroom.put(f"{FOLDER}/photos/{name}", data)
    return newsroom.write(text.replace(", }", "}"))


def renditions(newsroom: Newsroom, name: str = "") -> dict[str, bytes]:
    """The renditions of the report's photographs in the output, or of one, by file name."""
    beginning = f"{Path(name).stem}-" if name else ""
    found = newsroom.output().items()
    return {Path(p).name: data for p, data in found if p.startswith(f"media/schau/{beginning}")}


def large(newsroom: Newsroom, names: Iterable[str]) -> dict[str, Image.Image]:
    """The picture to download, of each photograph."""
    made = renditions(newsroom)
    found: dict[str, Image.Image] = {}
    for name in names:
        stem = f"{Path(name).stem}-large."
        found[name] = Image.open(io.BytesIO(next(data for path, data in made.items() if path.startswith(stem))))
    return found
