"""Google, MyMemory and Microsoft through the classes of deep-translator, each behind a guard.

Measured on deep-translator 1.11.4 (tests/engines/test_deep_translator_facts.py holds each fact):
instances mix up answers between threads, nothing has a time-out, half of the exceptions have no
common base and some print the key, answers may be ``None`` or an error message.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import partial
from types import TracebackType
from typing import Protocol

import requests
from babel.core import get_global
from deep_translator import GoogleTranslator, MicrosoftTranslator, MyMemoryTranslator, exceptions
from deep_translator.constants import BASE_URLS, GOOGLE_LANGUAGES_TO_CODES, MY_MEMORY_LANGUAGES_TO_CODES

from plugins.translation.engines.base import (
    BadAnswer,
    Batch,
    EngineError,
    EngineInfo,
    Final,
    FinalKind,
    Protection,
    RateLimited,
    Temporary,
    setting_missing,
)
from plugins.translation.engines.forms import Form
from plugins.translation.engines.http import timeout_from
from plugins.translation.engines.markup_form import HtmlForm
from plugins.translation.engines.places import host_of
from plugins.translation.engines.portions import portions
from plugins.translation.engines.statuses import error_for
from plugins.translation.engines.token_form import TokenForm
from plugins.translation.engines.watchdog import within
from plugins.translation.secrets import Scrubber, Secret


class Translator(Protocol):
    """What all classes of deep-translator have."""

    def translate(self, text: str) -> str | None:
        """One answer to one text."""
        ...


@dataclass(frozen=True, slots=True)
class OneText:
    """Asks a class of deep-translator for one text at a time."""

    engine: str
    scrub: Callable[[str], str] = field(repr=False)
    timeout: float
    """Seconds for one answer."""
    longest: int
    """The most one request may hold, as ``measure`` counts."""
    measure: Callable[[str], int] = len

    def ask(self, make: Callable[[], Translator], text: str) -> str:
        """The answer to ``text``, cut at sentences where it is too long for one request.

        ``make`` gives a new instance: one that timed out is still at work in its thread. Text
        without a letter is not sent. Raises ``EngineError``.
        """
        answers: list[str] = []
        for part, space in portions(text, self.longest, self.measure):
            if self.measure(part) > self.longest:
                raise Final(self.engine, FinalKind.TOO_LONG, "takes no sentence as long as one of this text")
            answers.append(self._one(make, part) + space)
        return "".join(answers)

    def _one(self, make: Callable[[], Translator], text: str) -> str:
        if not any(char.isalpha() for char in text):
            return text
        error: EngineError
        try:
            answer = within(self.timeout, lambda: make().translate(text))
            if isinstance(answer, str):
                return answer.strip()
            error = BadAnswer(self.engine, "gave no answer")
        except TimeoutError:
            error = Temporary(self.engine, f"gave no answer within {self.timeout:g} seconds")
        except Exception as fault:
            error = self._error(fault)
        raise error

    def _error(self, fault: Exception) -> EngineError:
        """What an exception of the library means; the HTTP answer behind it says it best."""
        lost, status, retry_after = _response(fault.__traceback__)
        by_status = error_for(self.engine, status, retry_after) if status else None
        if by_status is not None:
            return by_status
        match fault:
            case exceptions.TooManyRequests():
                return RateLimited(self.engine, "asks us to wait")
            case exceptions.LanguageNotSupportedException() | exceptions.InvalidSourceOrTargetLanguage():
                return Final(self.engine, FinalKind.UNSUPPORTED, "does not know one of the languages")
            case exceptions.NotValidLength():
                return Final(self.engine, FinalKind.TOO_LONG, "finds the text too long")
            case requests.exceptions.JSONDecodeError():
                return BadAnswer(self.engine, "gave an answer that is cut off or no JSON")
            case requests.RequestException() | exceptions.RequestError():
                return Temporary(self.engine, "could not be reached, or was cut off")
        if lost:
            return Temporary(self.engine, "could not be reached, or was cut off")
        told = self.scrub(type(fault).__name__)
        return BadAnswer(self.engine, f"gave an answer that its library cannot read ({told})")


def _response(trace: TracebackType | None) -> tuple[bool, int, str]:
    """(no answer came, status, Retry-After) of the request that failed; zero where unknown.

    The exceptions carry neither, so they are read where the library left them: in the variable
    ``response`` of the frame that raised.
    """
    lost, status, retry_after = False, 0, ""
    while trace is not None:
        variables = trace.tb_frame.f_locals
        found = variables.get("response")
        if isinstance(found, requests.Response):
            status, retry_after = found.status_code, found.headers.get("Retry-After", "")
        elif "response" in variables and found is None:
            lost = True
        trace = trace.tb_next
    return lost, status, retry_after


_GOOGLE_LONGEST = 1_500
"""The text travels in the address, where an umlaut takes six characters: 9 KB at the worst."""


class Google:
    """One request per sentence group; tags as tokens, since the page knows plain text only."""

    def __init__(self, environment: Mapping[str, str]) -> None:
        self._url = environment.get("GOOGLE_TRANSLATE_URL", "").strip() or BASE_URLS["GOOGLE_TRANSLATE"]
        self._texts = OneText("google", Scrubber(environment), timeout_from(environment), _GOOGLE_LONGEST)

    def info(self) -> EngineInfo:
        """A public web service: nothing confidential, and a person must consent."""
        return EngineInfo(name="google", host=host_of(self._url), max_items=1, max_chars=5_000, web_service=True)

    def translate(self, batch: Batch) -> tuple[str, ...]:
        """One answer per segment. Raises ``EngineError``."""
        form, make = TokenForm(), partial(self._made, batch.source, batch.target)
        return tuple(form.decode(s, self._texts.ask(make, form.encode(s))) for s in batch.segments)

    def _made(self, source: str, target: str) -> Translator:
        made = GoogleTranslator(source=_google_code(source), target=_google_code(target))
        made._base_url = self._url
        return made  # type: ignore[no-any-return]

    def __repr__(self) -> str:
        return f"Google({host_of(self._url)})"


def _google_code(lang: str) -> str:
    """The code in deep-translator's table: with its region, else without."""
    known = {code.lower(): code for code in GOOGLE_LANGUAGES_TO_CODES.values()}
    return str(known.get(lang.lower()) or known.get(lang.split("-")[0].lower()) or lang)


_MYMEMORY_URL = "https://api.mymemory.translated.net/get"
"""deep-translator's own address for it is unencrypted."""
_MYMEMORY_LONGEST = 450
"""Bytes of UTF-8; the service takes 500."""


class MyMemory:
    """One request per sentence group; tags as tokens."""

    def __init__(self, environment: Mapping[str, str]) -> None:
        self._url = environment.get("MYMEMORY_URL", "").strip() or _MYMEMORY_URL
        self._email = environment.get("MYMEMORY_EMAIL", "").strip()
        self._texts = OneText(
            "mymemory", Scrubber(environment), timeout_from(environment), _MYMEMORY_LONGEST, _utf8_length
        )

    def info(self) -> EngineInfo:
        """A public web service that keeps what it is given: nothing confidential, and consent first."""
        return EngineInfo(name="mymemory", host=host_of(self._url), max_items=1, max_chars=5_000, web_service=True)

    def translate(self, batch: Batch) -> tuple[str, ...]:
        """One answer per segment. Raises ``EngineError``."""
        form, make = TokenForm(), partial(self._made, batch.source, batch.target)
        return tuple(form.decode(s, self._texts.ask(make, form.encode(s))) for s in batch.segments)

    def _made(self, source: str, target: str) -> Translator:
        made = MyMemoryTranslator(
            source=_mymemory_code(source), target=_mymemory_code(target), email=self._email or None
        )
        made._base_url = self._url
        return made  # type: ignore[no-any-return]

    def __repr__(self) -> str:
        return f"MyMemory({host_of(self._url)})"


def _utf8_length(text: str) -> int:
    return len(text.encode())


def _mymemory_code(lang: str) -> str:
    """A language with its region, as MyMemory wants it: the usual region where none is given (CLDR)."""
    known = {code.lower(): code for code in MY_MEMORY_LANGUAGES_TO_CODES.values()}
    likely = str(get_global("likely_subtags").get(lang.split("-")[0].lower(), ""))
    region = likely.rsplit("_", 1)[-1].lower()
    return str(known.get(lang.lower()) or known.get(f"{lang.split('-')[0].lower()}-{region}") or lang)


_MICROSOFT_EURO_PER_MILLION = 10.0
"""List price S1; the free tier has two million characters a month."""
_MICROSOFT_LONGEST = 40_000
_MICROSOFT_FORMS: dict[Protection, tuple[str, Form]] = {
    Protection.MARKUP: ("html", HtmlForm()),
    Protection.TOKENS: ("plain", TokenForm()),
}


class Microsoft:
    """One request per segment; ``class="notranslate"`` around names."""

    def __init__(self, environment: Mapping[str, str]) -> None:
        self._key = Secret(environment.get("MICROSOFT_API_KEY", "").strip())
        if not self._key:
            raise setting_missing("microsoft", "MICROSOFT_API_KEY", "the key of an Azure Translator resource")
        self._region = environment.get("MICROSOFT_REGION", "").strip()
        self._url = environment.get("MICROSOFT_TRANSLATOR_URL", "").strip() or BASE_URLS["MICROSOFT_TRANSLATE"]
        self._texts = OneText("microsoft", Scrubber(environment), timeout_from(environment), _MICROSOFT_LONGEST)

    def info(self) -> EngineInfo:
        """Under contract; whether it is confidential enough, site.yaml says."""
        return EngineInfo(
            name="microsoft",
            host=host_of(self._url),
            price_per_million=_MICROSOFT_EURO_PER_MILLION,
            max_items=1,
            max_chars=_MICROSOFT_LONGEST,
        )

    def translate(self, batch: Batch) -> tuple[str, ...]:
        """One answer per segment. Raises ``EngineError``."""
        style, form = _MICROSOFT_FORMS[batch.protection]
        make = partial(self._made, batch.source, batch.target, style)
        return tuple(form.decode(s, self._texts.ask(make, form.encode(s))) for s in batch.segments)

    def _made(self, source: str, target: str, style: str) -> Translator:
        made = _WithoutLookUp(
            source=source,
            target=target,
            api_key=self._key.reveal(),
            region=self._region or None,
            textType=style,
        )
        made._base_url = self._url
        return made

    def __repr__(self) -> str:
        return f"Microsoft({host_of(self._url)})"


class _WithoutLookUp(MicrosoftTranslator):  # type: ignore[misc]
    """The library's class without the request for a list of languages that it makes when it is made.

    That request has no time-out either, and the service itself says which languages it knows.
    """

    def __init__(self, source: str, target: str, **options: object) -> None:
        self._codes = {source: source, target: target}
        super().__init__(source=source, target=target, **options)

    def _get_supported_languages(self) -> dict[str, str]:
        return self._codes
