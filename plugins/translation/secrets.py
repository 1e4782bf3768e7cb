"""Takes keys, passwords and tokens out of every message before anybody reads it."""

from __future__ import annotations

import base64
import json
import logging
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from urllib.parse import quote, quote_plus, urlsplit

MASK = "[secret]"
_TALKATIVE = ("deepl", "urllib3.connectionpool", "requests", "charset_normalizer")
_NAME = re.compile(r"(KEY|TOKEN|SECRET|PASSW|CREDENTIAL|AUTH)", re.IGNORECASE)
_SHORTEST = 4
"""Shorter values are words, not secrets: hiding ``yes`` would spoil every message."""
_USERINFO = re.compile(r"(?<=://)[^/\s@]+(?=@)")
_PARAMETER = re.compile(r"([?&;](?:[a-z_-]*(?:key|token|secret|passw\w*)|de)=)[^&\s#'\"<>)]+", re.IGNORECASE)
_HEADER = re.compile(
    r"((?:authorization|[a-z-]*(?:api|subscription|auth)[-_]?key)['\"]?\s*[:=]\s*['\"]?"
    r"(?:(?:bearer|basic|deepl-auth-key)\s+)?)[^\s'\",;}]+",
    re.IGNORECASE,
)
_SCHEME = re.compile(r"\b((?:bearer|deepl-auth-key)\s+)[^\s'\",;}]+", re.IGNORECASE)


class Secret:
    """A key that cannot be printed by accident."""

    __slots__ = ("_value",)

    def __init__(self, value: str) -> None:
        self._value = value

    def reveal(self) -> str:
        """The key itself, for the request that needs it."""
        return self._value

    def __bool__(self) -> bool:
        return bool(self._value)

    def __repr__(self) -> str:
        return f"Secret({MASK})"

    __str__ = __repr__


def secret_values(environment: Mapping[str, str]) -> tuple[str, ...]:
    """The values that must never be seen, longest first.

    Every variable whose name speaks of a key, and the user and password inside any address.
    """
    found: set[str] = set()
    for name, value in environment.items():
        if _NAME.search(name) and len(value.strip()) >= _SHORTEST:
            found.update({value, value.strip()})
        found.update(_userinfo(value))
    return tuple(sorted(found, key=lambda value: (-len(value), value)))


def scrub(text: str, environment: Mapping[str, str]) -> str:
    """``text`` with every secret masked, also percent-encoded, in JSON or in base64."""
    for value in secret_values(environment):
        for form in _forms(value):
            text = text.replace(form, MASK)
    text = _USERINFO.sub(MASK, text)
    for pattern in (_PARAMETER, _HEADER, _SCHEME):
        text = pattern.sub(rf"\g<1>{MASK}", text)
    return text


class Scrubber:
    """``scrub`` bound to one environment, which its own repr does not show."""

    __slots__ = ("_environment",)

    def __init__(self, environment: Mapping[str, str]) -> None:
        self._environment = dict(environment)

    def __call__(self, text: str) -> str:
        """``text`` without secrets."""
        return scrub(text, self._environment)

    def __repr__(self) -> str:
        return "Scrubber()"


class ScrubFilter(logging.Filter):
    """A logging filter that masks secrets in every record that passes a handler."""

    def __init__(self, environment: Mapping[str, str]) -> None:
        super().__init__()
        self._scrub = Scrubber(environment)

    def filter(self, record: logging.LogRecord) -> bool:
        """Always true; the record is rewritten with its arguments filled in."""
        record.msg = self._scrub(record.getMessage())
        record.args = None
        if record.exc_info and record.exc_info[0] is not None:
            record.exc_text = self._scrub(logging.Formatter().formatException(record.exc_info))
        return True

    def __repr__(self) -> str:
        return "ScrubFilter()"


@contextmanager
def scrubbed_logs(environment: Mapping[str, str]) -> Iterator[None]:
    """Within it, the libraries that speak to engines log without secrets.

    DeepL's SDK logs every answer as it came at level DEBUG, and servers have been seen to repeat a key.
    """
    guard = ScrubFilter(environment)
    loggers = tuple(map(logging.getLogger, _TALKATIVE))
    for logger in loggers:
        logger.addFilter(guard)
    try:
        yield
    finally:
        for logger in loggers:
            logger.removeFilter(guard)


def _userinfo(value: str) -> set[str]:
    if "://" not in value or "@" not in value:
        return set()
    try:
        parts = urlsplit(value)
    except ValueError:
        return set()
    return {part for part in (parts.password, parts.username) if part and len(part) >= _SHORTEST}


def _forms(value: str) -> tuple[str, ...]:
    """The value as it stands and as it appears in addresses, JSON, reprs and basic authentication."""
    return tuple(
        dict.fromkeys(
            (
                value,
                quote(value, safe=""),
                quote(value),
                quote_plus(value),
                json.dumps(value)[1:-1],
                repr(value)[1:-1],
                base64.b64encode(value.encode()).decode(),
            )
        )
    )
