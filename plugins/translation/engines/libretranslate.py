"""LibreTranslate, one's own or hosted, by a thin client (any language the server has, no key needed)."""

from __future__ import annotations

from collections.abc import Mapping

from plugins.newsroom.counting import count
from plugins.translation.engines.base import BadAnswer, Batch, EngineInfo, Protection, setting_missing
from plugins.translation.engines.forms import Form
from plugins.translation.engines.http import JsonService, timeout_from
from plugins.translation.engines.markup_form import HtmlForm
from plugins.translation.engines.places import host_of, is_private
from plugins.translation.engines.token_form import TokenForm
from plugins.translation.secrets import Scrubber, Secret

_NAME = "libretranslate"
_FORMS: dict[Protection, tuple[str, Form]] = {
    Protection.MARKUP: ("html", HtmlForm()),
    Protection.TOKENS: ("text", TokenForm()),
}


class LibreTranslate:
    """``POST /translate`` with a list of texts (LibreTranslate 1.3 and later)."""

    def __init__(self, environment: Mapping[str, str]) -> None:
        self._url = environment.get("LIBRETRANSLATE_URL", "").strip().rstrip("/")
        if not self._url:
            raise setting_missing(_NAME, "LIBRETRANSLATE_URL", "the address of a LibreTranslate server")
        self._key = Secret(environment.get("LIBRETRANSLATE_API_KEY", "").strip())
        self._service = JsonService(_NAME, Scrubber(environment), timeout_from(environment))

    def info(self) -> EngineInfo:
        """Confidential on this machine or in the own network."""
        host = host_of(self._url)
        own = is_private(host)
        return EngineInfo(
            name=_NAME,
            confidential=own,
            host=host,
            price_per_million=0.0 if own else None,
            max_chars=5_000,
            max_items=25,
            web_service=not own and not self._key,
        )

    def translate(self, batch: Batch) -> tuple[str, ...]:
        """One answer per segment. Raises ``EngineError``."""
        style, form = _FORMS[batch.protection]
        payload: dict[str, object] = {
            "q": [form.encode(segment) for segment in batch.segments],
            "source": _code(batch.source),
            "target": _code(batch.target),
            "format": style,
        }
        if self._key:
            payload["api_key"] = self._key.reveal()
        answer = self._service.post(f"{self._url}/translate", payload)
        texts = answer.get("translatedText") if isinstance(answer, dict) else None
        if not isinstance(texts, list) or not all(isinstance(text, str) for text in texts):
            raise BadAnswer(_NAME, "gave an answer without a list of translations")
        if len(texts) != len(batch.segments):
            raise BadAnswer(_NAME, f"gave {count(len(texts), 'answer')} to {count(len(batch.segments), 'question')}")
        return tuple(form.decode(s, text) for s, text in zip(batch.segments, texts, strict=True))

    def __repr__(self) -> str:
        return f"LibreTranslate({host_of(self._url)})"


def _code(lang: str) -> str:
    """LibreTranslate knows languages without a region; only Chinese and Portuguese keep theirs."""
    known = {"zh-cn": "zh", "zh-hans": "zh", "zh-tw": "zt", "zh-hant": "zt", "pt-br": "pt-BR"}
    return known.get(lang.lower(), lang.split("-")[0].lower())
