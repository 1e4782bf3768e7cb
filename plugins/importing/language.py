"""In which of the newsroom's languages a text is written."""

from __future__ import annotations

import functools

from py3langid.langid import MODEL_FILE, LanguageIdentifier

from plugins.importing.proposal import Choice, ItemKind, Sure
from plugins.importing.reading import Reading

_LEAST = 12
"""Words from which on a paragraph is judged by itself."""


@functools.cache
def _model() -> LanguageIdentifier:
    """The model, loaded once (0.8 s)."""
    return LanguageIdentifier.from_model_file(MODEL_FILE)


def language_of(text: str, languages: tuple[str, ...]) -> str:
    """The language among those given; the first one for a text without words."""
    bases = {lang.lower().partition("-")[0]: lang for lang in reversed(languages)}
    scores = [(score, lang) for lang, score in _model().rank(text) if lang in bases]
    return bases[max(scores)[1]] if scores and text.strip() else languages[0]


def find_language(reading: Reading) -> str:
    """The language of the text; of paragraphs in another one it is told, and of a text in none a person is asked."""
    languages = reading.background.languages
    texts = [block.text for _, block in reading.free()]
    whole = "\n".join(texts)
    found = language_of(whole, languages)
    said = reading.answer("language")
    if said in languages:
        found = said
    unlike = [t for t in texts if len(t.split()) >= _LEAST and language_of(t, languages) != found]
    if len(" ".join(unlike)) > 0.25 * len(whole) and said not in languages:
        choices = tuple(Choice(lang, lang) for lang in languages)
        question = "In which language is it written? It seems to be written in several: import each by itself."
        reading.ask("language", question, unlike[0][:200], choices, found)
    excerpt = " ".join(whole.split())[:120]
    sure = Sure.TAKEN if not reading.decisions else Sure.TO_DECIDE
    reading.remark("language", ItemKind.LANGUAGE, found, -1, "", sure, languages, excerpt)
    return found
