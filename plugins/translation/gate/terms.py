"""The glossary's terms are used, its forbidden words are not."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Sequence

from plugins.translation.gate.finding import Finding, Level, quote
from plugins.translation.gate.passage import Passage
from plugins.translation.gate.words import plain
from plugins.translation.glossary import Forbidden, Term

_ENDINGS = 3
"""Letters by which a word may grow or shrink when it is inflected."""


@functools.lru_cache(maxsize=2048)
def _inflected(phrase: str) -> re.Pattern[str]:
    """Finds a phrase with inflected words; a word may also be part of a longer one (compounds)."""
    parts = []
    for word in re.findall(r"\w+", plain(phrase)):
        stem = word[: max(4, len(word) - 2)]
        parts.append(re.escape(stem) + rf"\w{{0,{_ENDINGS + len(word) - len(stem)}}}")
    return re.compile(r"\b" + r"[\s-]+".join(parts) + r"\b")


def contains(text: str, phrase: str) -> bool:
    """Whether the phrase stands in the text, inflected or not."""
    return bool(phrase.strip()) and bool(_inflected(phrase).search(plain(text)))


def contained(text: str, phrase: str) -> bool:
    """Like ``contains``; the phrase may also begin or end inside a compound."""
    if contains(text, phrase):
        return True
    squeezed = re.sub(r"[\W_]", "", plain(phrase))
    stem = squeezed[: max(5, len(squeezed) - 2)]
    return len(stem) >= 5 and stem in re.sub(r"[\W_]", "", plain(text))


def check(
    source: Passage, target: Passage, source_lang: str, target_lang: str, terms: Sequence[Term], line: int
) -> Iterator[Finding]:
    """Ask about a term whose agreed word does not stand in the translation."""
    longer: list[str] = []
    for term in sorted(terms, key=lambda t: -max((len(w) for w in t.get(source_lang)), default=0)):
        said = next((word for word in term.get(source_lang) if contains(source.text, word)), "")
        wanted = term.get(target_lang)
        if not said or not wanted or any(plain(said) in other for other in longer):
            continue
        longer.append(plain(said))
        if not any(contained(target.text, word) for word in wanted):
            evidence = f"{quote(said)} is {quote(' or '.join(wanted))} in the glossary"
            yield Finding(line, "term", Level.ANSWER, evidence)


def check_forbidden(target: Passage, forbidden: Sequence[Forbidden], line: int) -> Iterator[Finding]:
    """Ask about words that the glossary forbids in the target language."""
    for item in forbidden:
        found = re.search(rf"(?<!\w){re.escape(item.word)}(?!\w)", target.text, re.IGNORECASE)
        if found:
            instead = f"; write {quote(item.instead)}" if item.instead else ""
            yield Finding(line, "forbidden", Level.ANSWER, f"{quote(found.group())} is forbidden{instead}")
