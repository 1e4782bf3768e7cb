"""In which language a text is written (py3langid)."""

from __future__ import annotations

import functools
import math
import re
from collections.abc import Iterator
from dataclasses import dataclass

from py3langid.langid import MODEL_FILE, LanguageIdentifier

from plugins.translation.gate.dictionary import Dictionary, dictionary
from plugins.translation.gate.finding import Finding, Level, quote
from plugins.translation.gate.lexicon import lexicon
from plugins.translation.gate.lexicon.entry import listed
from plugins.translation.gate.passage import Passage
from plugins.translation.gate.patterns import HOLE
from plugins.translation.gate.sentences import sentences

WORDS = 6
"""Shorter texts are not judged: names alone decide them. Two of the words may be numbers."""
SHORT, SHORT_MARGIN = 3, 1.5
"""Titles and captions have so many words at least; the margin for the shortest of them."""
PART = 8
"""From so many words on, a sentence of a longer text is judged by itself."""
MARGIN, PART_MARGIN = 0.5, 1.5
"""By how much another language must be ahead, for a whole text and for a sentence of it."""
SMALL = 0.8
"""What a function word of a language adds to the model's evidence."""

SOME, MOSTLY = 0.3, 0.5
"""Where the dictionary lacks so many words of a short text, another one that has all of them decides; where it
lacks most, half of the margin will do."""

_WITH_DICTIONARY = ("de", "nl", "en")
_RUN = 3
"""So many words in a row that stand in the source too are a title or a name."""
_LIKELY = frozenset(
    listed("ar bg ca cs da de el en es et fi fr he hi hr hu id it ja ko lt lv nl no pl pt ro ru sk sl sv tr uk vi zh")
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
    """Block a text, or a longer sentence in it, of six words and more in another language than expected."""
    parts = [(target.text, WORDS, MARGIN)]
    parts += [(sentence, PART, PART_MARGIN) for sentence in sentences(target.text, target_lang)]
    for text, least, margin in parts:
        said = [word for word in text.replace(HOLE, " ").split() if re.search(r"\w", word)]
        words = [word for word in said if re.search(r"[^\W\d_]", word)]
        if len(said) < least or len(words) < least - 2:
            continue
        found = _judged(words, target_lang)
        if found is not None and found.lead >= margin and _still(words, source.text, target_lang):
            evidence = f"reads as {found.lang}, not {target_lang}: {quote(text)}"
            yield Finding(line, "language", Level.BLOCK, evidence)
            return


def check_short(source: Passage, target: Passage, target_lang: str, line: int) -> Iterator[Finding]:
    """Ask about a title or a caption of three to five words that reads as another language."""
    known = {word.casefold() for word in re.findall(r"[^\W\d_]+", source.text)}
    known |= {word.casefold() for word in re.findall(r"\w+", source.text)}
    short = lexicon(target_lang).abbreviations
    every = re.finditer(r"[^\W\d_]+(?:['’-][^\W\d_]+)*", target.text)
    said = [m.group() for m in every if m.group().casefold() not in short or target.text[m.end() : m.end() + 1] != "."]
    own = [word for word in said if word.casefold() not in known]
    if not SHORT <= len(said) < WORDS or len(own) < SHORT - 1:
        return
    found = _judged(said, target_lang)
    lacking, other = _unknown(own, target_lang), _spelt_in_another(own, target_lang)
    if lacking == 0 and not other:
        return  # each is a word of the language, or a name
    margin = (SHORT_MARGIN if len(said) == SHORT else 1.0) / (2 if lacking >= MOSTLY else 1)
    found = Verdict(other, margin) if other and lacking >= SOME else found
    if found is not None and found.lead >= margin:
        evidence = f"reads as {found.lang}, not {target_lang}: {quote(target.text)}"
        yield Finding(line, "language", Level.ANSWER, evidence, (target.text.strip(),))


def _unknown(own: list[str], lang: str) -> float:
    """The share of words that the dictionary of the language lacks; 0.2 where there is none, which decides nothing."""
    book = dictionary(lang)
    return 0.2 if book is None else sum(not _has(book, word) for word in own) / len(own)


def _spelt_in_another(own: list[str], lang: str) -> str:
    """Another language whose dictionary has each of the words; empty where none has."""
    others = (other for other in _WITH_DICTIONARY if other != lang.partition("-")[0].lower())
    books = ((other, dictionary(other)) for other in others)
    return next((other for other, book in books if book and all(_has(book, word) for word in own)), "")


def _has(book: Dictionary, word: str) -> bool:
    return any(book.has(form) for form in (word, word.lower(), word.capitalize()))


def _still(words: list[str], source: str, expected: str) -> bool:
    """Whether the verdict holds without what stands in the source too: names, quoted titles."""
    known = set(re.findall(r"\w+", source))
    title = _copied(words, source.split())
    own = [
        word
        for at, word in enumerate(words)
        if at not in title and not (word[0].isupper() and set(re.findall(r"\w+", word)) <= known)
    ]
    if len(own) < WORDS - 2:
        return 3 * len(own) >= len(words)
    again = _judged(own, expected)
    return again is None or again.lead > 0


def _copied(words: list[str], source: list[str]) -> set[int]:
    """Places of words in runs of three and more that stand in the source just so."""
    runs = {tuple(map(_letters, source[at : at + _RUN])) for at in range(len(source) - _RUN + 1)}
    found: set[int] = set()
    for at in range(len(words) - _RUN + 1):
        if tuple(map(_letters, words[at : at + _RUN])) in runs:
            found.update(range(at, at + _RUN))
    return found


def _letters(word: str) -> str:
    return re.sub(r"\W", "", word)


def _judged(words: list[str], expected: str) -> Verdict | None:
    """The verdict of the model, and of the function words where both languages have a list of them."""
    found = verdict(" ".join(words), expected)
    if found is None:
        return None
    ours, theirs = lexicon(expected).function_words, lexicon(found.lang).function_words
    if not ours or not theirs:
        return found
    small = [word.strip('.,;:!?"“”„«»‘’()').lower() for word in words]
    ahead = sum(word in theirs for word in small) - sum(word in ours for word in small)
    return Verdict(found.lang, found.lead + SMALL * ahead)
