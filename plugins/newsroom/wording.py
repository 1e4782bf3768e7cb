"""Texts that stand in several languages in one YAML file."""

from __future__ import annotations

from collections.abc import Mapping

from plugins.newsroom.codes import Code
from plugins.newsroom.complaints import Where
from plugins.newsroom.model import Lang, Words
from plugins.newsroom.problem import Problem
from plugins.newsroom.suggest import did_you_mean
from plugins.newsroom.yaml_source import Doc


def to_words(texts: Mapping[str, str], languages: tuple[Lang, ...]) -> Words:
    """The texts in the order of the site's languages; the tag "" is the common one."""
    return Words(tuple((tag, texts[tag]) for tag in languages if tag in texts), texts.get("", ""))


def unknown_languages(
    doc: Doc, at: Where, texts: Mapping[str, str], languages: tuple[Lang, ...]
) -> tuple[Problem, ...]:
    """A problem for each text in a language the site does not have."""
    return tuple(
        doc.problem(
            Code.UNKNOWN_LANGUAGE,
            (*at, tag),
            f"the language “{tag}”",
            f"one of the site's languages: {', '.join(languages)}",
            did_you_mean(tag, languages, "Delete the line, or add the language to “languages” in site.yaml."),
            on_key=True,
        )
        for tag in texts
        if tag and tag not in languages
    )
