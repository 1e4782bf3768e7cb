"""What an HTTP status of a translation service means: wait, try again, or go to the next engine."""

from __future__ import annotations

from http import HTTPStatus

from plugins.translation.engines.base import EngineError, Final, FinalKind, RateLimited, Refused, Temporary
from plugins.translation.engines.server_words import ServerWords

_QUOTA_EXCEEDED = 456
"""DeepL's own status for a used-up quota."""
_FINAL = {
    HTTPStatus.BAD_REQUEST: (FinalKind.UNSUPPORTED, "refused the request"),
    HTTPStatus.UNAUTHORIZED: (FinalKind.AUTH, "does not accept the key"),
    HTTPStatus.PAYMENT_REQUIRED: (FinalKind.QUOTA, "wants to be paid first"),
    HTTPStatus.FORBIDDEN: (FinalKind.AUTH, "does not accept the key, or refuses this address"),
    HTTPStatus.REQUEST_ENTITY_TOO_LARGE: (FinalKind.TOO_LONG, "finds the text too long"),
    HTTPStatus.REQUEST_URI_TOO_LONG: (FinalKind.TOO_LONG, "finds the text too long"),
    HTTPStatus.UNPROCESSABLE_ENTITY: (FinalKind.UNSUPPORTED, "refused the request"),
    HTTPStatus.NOT_IMPLEMENTED: (FinalKind.UNSUPPORTED, "does not do this"),
    _QUOTA_EXCEEDED: (FinalKind.QUOTA, "says that the quota is used up"),
}
_AGAIN = frozenset({HTTPStatus.REQUEST_TIMEOUT, HTTPStatus.TOO_EARLY, HTTPStatus.CONFLICT})
_OF_THE_TEXT = frozenset({HTTPStatus.BAD_REQUEST, HTTPStatus.FORBIDDEN, HTTPStatus.UNPROCESSABLE_ENTITY})
_NO_WORDS = ServerWords()
_LONGEST = 200


def error_for(engine: str, status: int, retry_after: str = "", words: ServerWords = _NO_WORDS) -> EngineError | None:
    """The error a status stands for, or ``None`` for a success.

    ``words``: what the server says of it, already scrubbed. Sources: RFC 9110, 15; DeepL API, error
    handling (429 and 5xx to be tried again, 456 final); OpenAI API, error codes (429 with
    ``insufficient_quota`` is final, a context that is too long comes as 400).
    """
    told = f": {_short(words.sentence)}" if words.sentence.strip() else ""
    if 200 <= status < 300:
        return None
    if words.spent and status != HTTPStatus.UNAUTHORIZED:
        return Final(engine, FinalKind.QUOTA, f"says that the quota is used up (HTTP {status}){told}")
    if status == HTTPStatus.TOO_MANY_REQUESTS and words.over_limit_alone:
        return Final(engine, FinalKind.TOO_LONG, f"finds the text too long (HTTP {status}){told}")
    if status == HTTPStatus.TOO_MANY_REQUESTS or (status == HTTPStatus.SERVICE_UNAVAILABLE and retry_after):
        seconds = words.seconds
        asked = retry_after or (f"{seconds:g}" if seconds is not None else "")
        return RateLimited(engine, f"asks us to wait (HTTP {status}){told}", asked)
    if status >= 400 and words.too_long:
        return Final(engine, FinalKind.TOO_LONG, f"finds the text too long (HTTP {status}){told}")
    if status in _OF_THE_TEXT and words.filtered:
        return Refused(engine, f"refused the text (HTTP {status}){told}")
    if status == HTTPStatus.INTERNAL_SERVER_ERROR and words.unsupported:
        return Final(engine, FinalKind.UNSUPPORTED, f"refused the request (HTTP {status}){told}")
    if (status >= 500 and status not in _FINAL) or status in _AGAIN:
        return Temporary(engine, f"had an error of its own (HTTP {status}){told}")
    if 300 <= status < 400:
        return Final(engine, FinalKind.BROKEN, f"has moved to another address (HTTP {status}){told}")
    kind, sentence = _FINAL.get(status, (FinalKind.BROKEN, "is not found at this address"))
    return Final(engine, kind, f"{sentence} (HTTP {status}){told}")


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST else line[: _LONGEST - 1] + "…"
