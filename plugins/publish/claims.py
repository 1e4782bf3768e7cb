"""Finds what a static page says of the newsroom that is not so: a feature that the finished site does not have."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Set
from dataclasses import dataclass

from plugins.newsroom.model import Lang
from plugins.newsroom.problem import Problem

_TAGS = re.compile(r"<[^>]*>")
_STATIC = b"kind-page"
"""Marks a static page in the theme's templates: what a report says of searches and files is its own matter."""


@dataclass(frozen=True, slots=True)
class Feature:
    """Something a newsroom may have: how pages speak of it, and which file of the site proves it."""

    name: str
    words: tuple[tuple[Lang, str], ...]
    """(language, pattern)."""
    is_proof: Callable[[str], bool]


FEATURES = (
    Feature(
        "a search",
        (
            ("de", r"\b(?:[Dd]ie|eine|ihre|eigene|unsere) Suche\b(?! nach)|Suchfunktion|Volltextsuche"),
            ("nl", r"zoekfunctie|zoekmachine van deze"),
            ("en", r"\b(?:the|own|our|site) search\b(?! for)|search function|full-text search"),
        ),
        lambda path: path.startswith("pagefind/"),
    ),
    Feature(
        "reports as PDF",
        (
            ("de", r"PDF-(?:Fassung|Version|Datei)"),
            ("nl", r"[Pp][Dd][Ff]-(?:versie|bestand)"),
            ("en", r"PDF (?:version|file)s?"),
        ),
        lambda path: path.endswith("/report.pdf"),
    ),
    Feature(
        "reports as plain text",
        (("de", r"als reiner Text|Nur-Text-Fassung"), ("nl", r"als platte tekst"), ("en", r"as plain text")),
        lambda path: path.endswith("/report.txt"),
    ),
    Feature(
        "press kits",
        (("de", r"Pressemappen? (?:zu|jedes)|als Pressemappe"), ("nl", r"als persmap"), ("en", r"as (?:a )?press kit")),
        lambda path: path.endswith("/press-kit.zip"),
    ),
)


def claims(path: str, lang: Lang, data: bytes, files: Set[str]) -> Iterator[Problem]:
    """A problem for each feature that a static page names and the site, which consists of ``files``, does not have."""
    if _STATIC not in data:
        return
    text = _TAGS.sub(" ", data.decode("utf-8", "replace")).replace("\xa0", " ")
    for feature in FEATURES:
        pattern = dict(feature.words).get(lang.partition("-")[0])
        said = re.search(pattern, text) if pattern else None
        if said is not None and not any(map(feature.is_proof, files)):
            yield Problem(
                f"output/{path}",
                0,
                0,
                "absent-feature",
                f"“{said[0]}”: the page speaks of {feature.name}, and this newsroom has none",
                "what is there, and nothing else",
                "Take the sentence out of the page, or write that it is not there in other words.",
            )
