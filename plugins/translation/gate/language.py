"""In which language a text is written (py3langid)."""

from __future__ import annotations

import functools
import math
import re
from collections.abc import Iterator
from dataclasses import dataclass

from py3langid.langid import MODEL_FILE, LanguageIdentifier

from plugins.translation.gate.finding import Finding, Level, quote
from plugins.translation.gate.lexicon.entry import listed
from plugins.translation.gate.passage import Passage
from plugins.translation.gate.patterns import HOLE
from plugins.translation.gate.sentences import sentences

WORDS = 6
"""Shorter texts are not judged: names alone decide them."""
MARGIN = 0.7
"""By how much another language must be likelier: log likelihoods, divided by the root of the length."""

_LIKELY = frozenset(
    listed(
        "ar bg ca cs da de el en es et fi fr he hi hr hu id it ja ko lt lv nl no pl pt ro ru sk sl sv tr "
        "uk vi zh"
    )
)
"""The languages an engine may answer in by mistake. Close relatives that none does (Afrikaans,
Luxembourgish …) are left out: they would only raise false alarms."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """The likeliest other language, and by how much it beats the expected one (negative: it does not)."""

    lang: str
    lead: float


@functools.cache
def _model() -> LanguageIdentifier:
    """The model, loaded once (0.8 s)."""
    return LanguageIdentifier.from_model_file(MODEL_FILE)


def verdict(text: str, expected: str) -> Verdict | None:
    """How the text stands to the expected language; ``None`` where the model cannot say."""
    base = expected.lower().partition("-")[0]
    scores = dict(_model().rank(text))
    if base not in scores or not text.strip():
        return None
    other = max(_LIKELY - {base}, key=lambda lang: (scores[lang], lang))
    return Verdict(other, (scores[other] - scores[base]) / math.sqrt(len(text.encode())))


def check(source: Passage, target: Passage, target_lang: str, line: int) -> Iterator[Finding]:
    """Block a sentence of six words or more in another language than the expected one."""
    for sentence in sentences(target.text, target_lang):
        words = _own_words(sentence)
        if len(words) < WORDS:
            continue
        found = verdict(" ".join(words), target_lang)
        if found is None or found.lead < MARGIN:
            continue
        if found.lead < 3 * MARGIN:
            fewer = _without_names(words, source.text)
            again = verdict(" ".join(fewer), target_lang) if len(fewer) >= WORDS - 2 else None
            if again is None or again.lead < MARGIN:
                continue
        yield Finding(
            line, "language", Level.BLOCK, f"reads as {found.lang}, not {target_lang}: {quote(sentence)}"
        )
        return


def _own_words(text: str) -> list[str]:
    return [word for word in text.replace(HOLE, " ").split() if re.search(r"[^\W\d_]", word)]


def _without_names(words: list[str], source: str) -> list[str]:
    """The words without those with a capital that stand in the source too, whatever their language."""
    known = set(re.findall(r"\w+", source))
    return [w for w in words if not (w[:1].isupper() and set(re.findall(r"\w+", w)) <= known)]
