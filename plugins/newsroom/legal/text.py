"""Fills a legal text with the facts of site.yaml, and names the facts that are missing."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from plugins.newsroom.legal import dutch, english, german
from plugins.newsroom.model import Lang, Site

_LANGUAGES = {"de": german, "nl": dutch, "en": english}
LANGUAGES = tuple(_LANGUAGES)
"""Languages that have these texts."""
KINDS = ("imprint", "privacy", "accessibility")
NONE = "none"
"""Stands for a fact that does not apply: its line is left out."""
CHOICES = {"accessibility_status": ("full", "partial", "not"), "accessibility_method": ("self", "external")}
"""Facts for which each language has a sentence of its own."""
_FIELD = re.compile(r"\{([a-z_.]+)\}")
_SPECIAL = re.compile(r"([\\`*_\[\]<>#|])")


def legal_title(kind: str, lang: Lang) -> str:
    """The title of a legal page."""
    titles: dict[str, str] = _LANGUAGES[lang].TITLES
    return titles[kind]


def legal_text(kind: str, lang: Lang, site: Site) -> str:
    """The Markdown of a legal page. A missing fact is a marked gap; a line whose fact is ``none`` is left out."""
    facts, language = _facts(site, lang), _LANGUAGES[lang]
    blocks = (_block(block, facts, language.WORDS) for block in language.TEXTS[kind].split("\n\n"))
    return "\n\n".join(_without_empty_sections([block for block in blocks if block])) + "\n"


def legal_gaps(kind: str, site: Site) -> Iterator[str]:
    """The facts that a legal page needs and site.yaml does not have, such as ``operator.responsible``."""
    facts = [_facts(site, lang) for lang in site.languages]
    for name in dict.fromkeys(_FIELD.findall(german.TEXTS[kind])):
        if not all(of_language.get(name) for of_language in facts):
            yield name


def _facts(site: Site, lang: Lang) -> dict[str, str]:
    publisher = site.publisher
    own = {f"publisher.{key}": getattr(publisher, key) for key in ("name", "address", "phone", "email")}
    return own | {f"operator.{key}": value.get(lang) for key, value in site.operator}


def _block(block: str, facts: dict[str, str], words: dict[str, str]) -> str:
    lines = [line for line in block.split("\n") if all(facts.get(name) != NONE for name in _FIELD.findall(line))]
    if not block.startswith("- ") and len(lines) < len(block.split("\n")):
        return ""
    return _FIELD.sub(lambda match: _value(match[1], facts, words), "\n".join(lines))


def _value(name: str, facts: dict[str, str], words: dict[str, str]) -> str:
    value = facts.get(name, "")
    if not value:
        return f"**[{words['gap']}: {name}]**"
    if name.endswith(("_status", "_method")):
        return words.get(value, value)
    if name.endswith("_date"):
        return dt.date.fromisoformat(value).isoformat()
    return "  \n".join(_SPECIAL.sub(r"\\\1", line.strip()) for line in value.strip().splitlines())


def _without_empty_sections(blocks: list[str]) -> list[str]:
    """The blocks without headings that nothing stands below."""
    after = [*blocks[1:], "## "]
    pairs = zip(blocks, after, strict=True)
    return [block for block, following in pairs if not (block.startswith("## ") and following.startswith("## "))]
