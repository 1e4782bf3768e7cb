"""Google's public web page, through deep-translator: no key, no contract, for the last resort."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from deep_translator import GoogleTranslator
from deep_translator.constants import BASE_URLS, GOOGLE_LANGUAGES_TO_CODES

from plugins.translation.engines.base import Batch, EngineInfo
from plugins.translation.engines.borrowed import Guard, Translator
from plugins.translation.engines.http import timeout_from
from plugins.translation.engines.places import host_of
from plugins.translation.engines.token_form import TokenForm
from plugins.translation.secrets import Scrubber

_LONGEST = 1_500
"""The text travels in the address, where an umlaut takes six characters: 9 KB at the worst."""


class Google:
    """One request per sentence group; tags as tokens, since the page knows plain text only."""

    def __init__(self, environment: Mapping[str, str]) -> None:
        self._url = environment.get("GOOGLE_TRANSLATE_URL", "").strip() or BASE_URLS["GOOGLE_TRANSLATE"]
        self._guard = Guard("google", Scrubber(environment), timeout_from(environment), _LONGEST)

    def info(self) -> EngineInfo:
        """A public web service: nothing confidential, and a person must consent."""
        return EngineInfo(name="google", host=host_of(self._url), max_items=1, max_chars=5_000, web_service=True)

    def translate(self, batch: Batch) -> tuple[str, ...]:
        """One answer per segment. Raises ``EngineError``."""
        form, make = TokenForm(), partial(self._made, batch.source, batch.target)
        return tuple(form.decode(s, self._guard.ask(make, form.encode(s))) for s in batch.segments)

    def _made(self, source: str, target: str) -> Translator:
        made = GoogleTranslator(source=_code(source), target=_code(target))
        made._base_url = self._url
        return made  # type: ignore[no-any-return]

    def __repr__(self) -> str:
        return f"Google({host_of(self._url)})"


def _code(lang: str) -> str:
    """The code in deep-translator's table: with its region, else without."""
    known = {code.lower(): code for code in GOOGLE_LANGUAGES_TO_CODES.values()}
    return str(known.get(lang.lower()) or known.get(lang.split("-")[0].lower()) or lang)
