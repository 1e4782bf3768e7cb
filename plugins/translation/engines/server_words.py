"""Understands what a server says of an error: its sentence, its code, how long to wait, what it refuses."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

_KEYS = ("error", "message", "detail", "Message", "msg", "errors")
_DEEPEST = 4
_OF_AN_ERROR = frozenset({"detail", "message", "code", "status", "status_code", "type", "timestamp", "path"})
_UNITS = {"ms": 1, "s": 1000, "m": 60_000, "h": 3_600_000, "d": 86_400_000}
"""In milliseconds."""
_PERIOD = re.compile(
    r"(\d+(?:\.\d+)?)\s*(ms|milliseconds?|s|secs?|seconds?|m|mins?|minutes?|h|hours?|d|days?)(?![a-z])", re.IGNORECASE
)
_AGAIN = re.compile(r"(?:try again|retry|wait|available|reset\w*)\W[^.!?]{0,40}?(?=\d)", re.IGNORECASE)
_RATE = re.compile(r"\b\d+(?:\.\d+)?\s+(?:requests?\s+)?per\s+(\d+\s+)?(second|minute|hour|day|month)", re.IGNORECASE)
_PER = {"second": 1.0, "minute": 60.0, "hour": 3600.0, "day": 86400.0, "month": 30 * 86400.0}
_TOO_LONG = re.compile(
    r"context[ _-]?(?:length|window|size)|maximum context|prompt is too long|(?:text|input|request|string)[^.]{0,30}"
    r"too (?:long|large)|exceeds?[^.]{0,40}(?:text|token|character|length|size|batch) limit|too many (?:tokens|texts)"
    r"|maximum (?:input|text|number of (?:tokens|characters))|exceed_context_size|reduce the length"
    r"|tokens?\b[^.]{0,40}must (?:have|be) (?:<=?|less|fewer|at most)",
    re.IGNORECASE,
)
_PER_REQUEST = re.compile(r"request too large|tokens must be reduced", re.IGNORECASE)
"""Of a limit per minute, and no waiting helps: the request alone is more than that."""
_SPENT = re.compile(
    r"insufficient[ _](?:quota|credits?|balance|funds)|credit balance|quota[^.]{0,30}(?:exceeded|used up)"
    r"|exceeded your[^.]{0,30}quota|billing"
)
_FILTER = re.compile(
    r"content[ _]?(?:filter|management|policy|blocked)|safety system|responsibleai|moderation|flagged"
    r"|prohibited_content",
    re.IGNORECASE,
)
_NO_PARAMETER = re.compile(
    r"not support|unsupported|not (?:permitted|allowed)|unknown (?:parameter|field)|unrecogni[sz]ed", re.IGNORECASE
)
_OTHER_NAMES = {"response_format": re.compile(r"json[_ ](?:mode|object|schema)|response format", re.IGNORECASE)}
"""How servers call a parameter without naming it."""
_WAITS = ("retry_after", "retryAfter", "retryDelay", "retry_after_seconds", "estimated_time")


@dataclass(frozen=True, slots=True)
class ServerWords:
    """What stands in the body of an error."""

    sentence: str = ""
    """For a person."""
    status: int | None = None
    """The HTTP status named inside, where there is one."""
    wait: float | None = None
    """Seconds under a key of their own, where there is one."""

    @property
    def too_long(self) -> bool:
        """Whether the text, or all texts together, are more than the server takes."""
        return bool(_TOO_LONG.search(self.sentence))

    @property
    def spent(self) -> bool:
        """Whether no waiting will help: what was paid for is used up."""
        return self.seconds is None and bool(_SPENT.search(self.sentence.lower()))

    @property
    def over_limit_alone(self) -> bool:
        """Whether this one request is more than what a whole minute has room for."""
        return bool(_PER_REQUEST.search(self.sentence))

    @property
    def filtered(self) -> bool:
        """Whether the text, not the request, is refused."""
        return bool(_FILTER.search(self.sentence))

    @property
    def seconds(self) -> float | None:
        """How long to wait, as the words say it: “try again in 1m20.5s”, “10 per 1 minute”."""
        if self.wait is not None:
            return self.wait
        start = _AGAIN.search(self.sentence)
        if start and (found := _PERIOD.match(self.sentence, start.end())):
            total, end = 0.0, start.end()
            while found:
                total += float(found[1]) * _UNITS["ms" if found[2].lower().startswith("mil") else _unit(found[2])]
                end = found.end()
                found = _PERIOD.match(self.sentence, end)
            return total / 1000
        rate = _RATE.search(self.sentence)
        return _PER[rate[2].lower()] * float(rate[1] or 1) if rate else None

    def refuses(self, parameter: str) -> bool:
        """Whether it is that parameter of the request that the server does not take."""
        other = _OTHER_NAMES.get(parameter)
        named = re.search(rf"\b{re.escape(parameter)}\b", self.sentence) is not None
        return named or (other is not None and other.search(self.sentence) is not None)

    @property
    def unsupported(self) -> bool:
        """Whether the server says that it does not do something, whatever status it gives."""
        return bool(_NO_PARAMETER.search(self.sentence))


def _unit(word: str) -> str:
    return "ms" if word.lower() == "ms" else word[0].lower()


def words_of(body: bytes) -> ServerWords:
    """What an error's body says; nothing where it is no JSON."""
    try:
        value = json.loads(body.decode("utf-8", "replace"))
    except ValueError:
        return ServerWords()
    return words_in(value)


def error_inside(value: Any) -> ServerWords | None:
    """The error that a successful answer carries in the place of a result, or ``None``.

    OpenRouter and other gateways answer so, with HTTP 200.
    """
    if _is_bare_error(value):
        return words_in(value)
    if not isinstance(value, dict) or not value.get("error"):
        choices = value.get("choices") if isinstance(value, dict) else None
        first = choices[0] if isinstance(choices, list) and choices else None
        return words_in(first) if isinstance(first, dict) and first.get("error") else None
    return None if value.get("choices") else words_in(value)


def _is_bare_error(value: Any) -> bool:
    """Whether an answer is nothing but an error, without calling itself one under ``error``."""
    if not isinstance(value, dict) or not value:
        return False
    return value.get("object") == "error" or value.get("success") is False or set(value) <= _OF_AN_ERROR


def words_in(value: Any) -> ServerWords:
    """What a decoded error says."""
    sentence = "; ".join(dict.fromkeys(_sentences(value, _DEEPEST)))
    return ServerWords(sentence, _status(value, _DEEPEST), _wait(value, _DEEPEST))


def _wait(value: Any, depth: int) -> float | None:
    """The first number of seconds under a key that says how long to wait: ``retryDelay: "34.5s"``."""
    inside = value if isinstance(value, list) else []
    if isinstance(value, dict):
        for key in _WAITS:
            found = re.fullmatch(r"(\d{1,6}(?:\.\d*)?)s?", str(value.get(key, "")))
            if found:
                return float(found[1])
        inside = list(value.values())
    waits = (_wait(each, depth - 1) for each in inside[:20] if depth and isinstance(each, dict | list))
    return next((wait for wait in waits if wait is not None), None)


def _sentences(value: Any, depth: int) -> Iterator[str]:
    """Sentences, codes and names of parameters, from the outside in."""
    if isinstance(value, str):
        yield " ".join(value.split())
    elif isinstance(value, list) and depth:
        for each in value[:10]:
            yield from _sentences(each, depth - 1)
    elif isinstance(value, dict) and depth:
        place = value.get("loc")
        where = ".".join(map(str, place)) + ": " if isinstance(place, list | tuple) else ""
        for key in _KEYS:
            for sentence in _sentences(value.get(key), depth - 1):
                yield where + sentence
        for key in ("code", "param", "type"):
            if isinstance(value.get(key), str) and not where:
                yield value[key]


def _status(value: Any, depth: int) -> int | None:
    """The first number between 400 and 599 under ``code`` or ``status``."""
    if isinstance(value, list):
        value = value[0] if value else None
    if not isinstance(value, dict) or not depth:
        return None
    for key in ("code", "status", "status_code"):
        given = value.get(key)
        number = int(given) if isinstance(given, str) and given.isascii() and given.isdigit() else given
        if isinstance(number, int) and 400 <= number < 600:
            return number
    return next((found for key in _KEYS if (found := _status(value.get(key), depth - 1))), None)
