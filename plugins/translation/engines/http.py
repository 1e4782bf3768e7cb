"""One JSON request to a translation service: time-outs, size limit, typed and scrubbed errors."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import Any

import requests
from urllib3.exceptions import ReadTimeoutError

from plugins.translation.engines.base import BadAnswer, EngineError, Temporary
from plugins.translation.engines.event_stream import completion_in
from plugins.translation.engines.server_words import ServerWords, error_inside, words_of
from plugins.translation.engines.statuses import error_for

DEFAULT_TIMEOUT = 60.0
"""Seconds for a whole answer; set TRANSLATION_TIMEOUT for another."""
_MOST_BYTES = 16 * 1024 * 1024
_CHUNK = 65536
_NO_HEADERS: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class JsonService:
    """A service that takes and gives JSON."""

    engine: str
    scrub: Callable[[str], str] = field(repr=False)
    timeout: float = DEFAULT_TIMEOUT
    """Seconds, for connecting and again for the whole answer."""

    def post(self, url: str, payload: object, headers: Mapping[str, str] = _NO_HEADERS) -> Any:
        """The decoded answer.

        Proxies come from the environment. Redirects are not followed: they would carry text and
        key to another host. Raises ``EngineError``.
        """
        status, retry_after, body = self._exchange(url, payload, headers)
        error = error_for(self.engine, status, retry_after, self._scrubbed(words_of(body)))
        if error is not None:
            raise error
        answer = self._decoded(body)
        words = error_inside(answer)
        if words is not None:
            raise error_for(self.engine, words.status or 500, retry_after, self._scrubbed(words)) or BadAnswer(
                self.engine, "gave an error in the place of an answer"
            )
        return answer

    def _scrubbed(self, words: ServerWords) -> ServerWords:
        return replace(words, sentence=self.scrub(words.sentence))

    def _exchange(self, url: str, payload: object, headers: Mapping[str, str]) -> tuple[int, str, bytes]:
        error: EngineError
        try:
            with requests.post(
                url,
                json=payload,
                headers=dict(headers),
                timeout=self.timeout,
                allow_redirects=False,
                stream=True,
            ) as response:
                body = self._read(response)
                return response.status_code, _retry_after(response.headers), body
        except requests.Timeout:
            error = Temporary(self.engine, f"gave no answer within {self.timeout:g} seconds")
        except requests.RequestException as fault:
            if fault.args and isinstance(fault.args[0], ReadTimeoutError):
                error = Temporary(self.engine, f"gave no whole answer within {self.timeout:g} seconds")
            else:
                error = Temporary(self.engine, self.scrub(f"could not be reached: {_reason(fault)}"))
        raise error

    def _read(self, response: requests.Response) -> bytes:
        """The body, within the time and the size an answer may have."""
        deadline = time.monotonic() + self.timeout
        body = bytearray()
        for chunk in response.iter_content(_CHUNK):
            body += chunk
            if len(body) > _MOST_BYTES:
                raise BadAnswer(self.engine, f"gave an answer of more than {_MOST_BYTES} bytes")
            if time.monotonic() > deadline:
                raise requests.Timeout
        return bytes(body)

    def _decoded(self, body: bytes) -> Any:
        text = body.decode("utf-8", "replace").strip()
        try:
            return json.loads(text)
        except ValueError:
            streamed = completion_in(text)
        if streamed is not None:
            return streamed
        raise BadAnswer(self.engine, unreadable(text))


def unreadable(text: str) -> str:
    """Why a text is no JSON, in a sentence; the text itself is not repeated."""
    if not text:
        return "gave an empty answer"
    if text.lstrip().startswith("<"):
        return "answered with a web page instead of JSON"
    return "gave an answer that is cut off or no JSON"


def timeout_from(environment: Mapping[str, str]) -> float:
    """TRANSLATION_TIMEOUT in seconds; the default where it is missing or no positive number."""
    try:
        seconds = float(environment.get("TRANSLATION_TIMEOUT", ""))
    except ValueError:
        return DEFAULT_TIMEOUT
    return seconds if 0 < seconds < 3600 else DEFAULT_TIMEOUT


def _retry_after(headers: Mapping[str, str]) -> str:
    """Seconds or a date to wait for; Azure sends milliseconds too, which are more exact."""
    fine = headers.get("retry-after-ms", "")
    return f"{int(fine) / 1000:g}" if fine.isascii() and fine.isdigit() else headers.get("Retry-After", "")


def _reason(fault: requests.RequestException) -> str:
    """The innermost cause, without the address (it may carry text or a key)."""
    match fault:
        case requests.exceptions.ProxyError():
            return "the proxy refused"
        case requests.exceptions.SSLError():
            return "its certificate is not trusted"
        case requests.exceptions.ChunkedEncodingError():
            return "the connection was cut in the middle of the answer"
        case requests.ConnectionError():
            return "no connection, or it was cut"
        case requests.exceptions.InvalidURL() | requests.exceptions.MissingSchema():
            return "the address is no web address"
    return type(fault).__name__
