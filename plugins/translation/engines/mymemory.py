"""MyMemory's public service, through deep-translator: a memory with machine translation behind it."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from babel.core import get_global
from deep_translator import MyMemoryTranslator
from deep_translator.constants import MY_MEMORY_LANGUAGES_TO_CODES

from plugins.translation.engines.base import Batch, EngineInfo
from plugins.translation.engines.borrowed import Guard, Translator
from plugins.translation.engines.http import timeout_from
from plugins.translation.engines.places import host_of
from plugins.translation.engines.token_form import TokenForm
from plugins.translation.secrets import Scrubber

_URL = "https://api.mymemory.translated.net/get"
"""deep-translator's own address for it is unencrypted."""
_LONGEST = 450
"""Bytes of UTF-8; the service takes 500."""


class MyMemory:
    """One request per sentence group; tags as tokens."""

    def __init__(self, environment: Mapping[str, str]) -> None:
        self._url = environment.get("MYMEMORY_URL", "").strip() or _URL
        self._email = environment.get("MYMEMORY_EMAIL", "").strip()
        self._guard = Guard("mymemory", Scrubber(environment), timeout_from(environment), _LONGEST, _utf8_length)

    def info(self) -> EngineInfo:
        """A public web service that keeps what it is given: nothing confidential, and consent first."""
        return EngineInfo(name="mymemory", host=host_of(self._url), max_items=1, max_chars=5_000, web_service=True)

    def translate(self, batch: Batch) -> tuple[str, ...]:
        """One answer per segment. Raises ``EngineError``."""
        form, make = TokenForm(), partial(self._made, batch.source, batch.target)
        return tuple(form.decode(s, self._guard.ask(make, form.encode(s))) for s in batch.segments)

    def _made(self, source: str, target: str) -> Translator:
        made = MyMemoryTranslator(source=_code(source), target=_code(target), email=self._email or None)
        made._base_url = self._url
        return made  # type: ignore[no-any-return]

    def __repr__(self) -> str:
        return f"MyMemory({host_of(self._url)})"


def _utf8_length(text: str) -> int:
    return len(text.encode())


def _code(lang: str) -> str:
    """A language with its region, as MyMemory wants it: the usual region where none is given (CLDR)."""
    known = {code.lower(): code for code in MY_MEMORY_LANGUAGES_TO_CODES.values()}
    likely = str(get_global("likely_subtags").get(lang.split("-")[0].lower(), ""))
    region = likely.rsplit("_", 1)[-1].lower()
    return str(known.get(lang.lower()) or known.get(f"{lang.split('-')[0].lower()}-{region}") or lang)
