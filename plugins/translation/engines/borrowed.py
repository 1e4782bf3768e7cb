"""A guard around the classes of deep-translator: fresh instances, time-outs, typed and scrubbed errors.

Measured on deep-translator 1.11.4 (tests/engines/test_deep_translator_facts.py holds each fact):
instances mix up answers between threads, nothing has a time-out, half of the exceptions have no
common base and some print the key, answers may be ``None`` or an error message.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from types import TracebackType
from typing import Protocol

import requests
from deep_translator import exceptions as borrowed

from plugins.translation.engines.base import (
    BadAnswer,
    EngineError,
    Final,
    FinalKind,
    RateLimited,
    Temporary,
)
from plugins.translation.engines.sentences import portions
from plugins.translation.engines.statuses import error_for
from plugins.translation.engines.watchdog import within


class Translator(Protocol):
    """What all classes of deep-translator have."""

    def translate(self, text: str) -> str | None:
        """One answer to one text."""
        ...


@dataclass(frozen=True, slots=True)
class Guard:
    """Asks a borrowed class for one text at a time."""

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
        """What a borrowed exception means; the HTTP answer behind it says it best."""
        lost, status, retry_after = _response(fault.__traceback__)
        by_status = error_for(self.engine, status, retry_after) if status else None
        if by_status is not None:
            return by_status
        match fault:
            case borrowed.TooManyRequests():
                return RateLimited(self.engine, "asks us to wait")
            case borrowed.LanguageNotSupportedException() | borrowed.InvalidSourceOrTargetLanguage():
                return Final(self.engine, FinalKind.UNSUPPORTED, "does not know one of the languages")
            case borrowed.NotValidLength():
                return Final(self.engine, FinalKind.TOO_LONG, "finds the text too long")
            case requests.exceptions.JSONDecodeError():
                return BadAnswer(self.engine, "gave an answer that is cut off or no JSON")
            case requests.RequestException() | borrowed.RequestError():
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
