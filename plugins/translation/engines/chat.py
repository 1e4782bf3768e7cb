"""Any chat model behind the OpenAI interface: Ollama, vLLM, llama.cpp, or a hosted one."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from plugins.translation.engines.base import Batch, EngineInfo, Final, FinalKind, Protection, setting_missing
from plugins.translation.engines.chat_answer import translations
from plugins.translation.engines.chat_prompt import messages
from plugins.translation.engines.forms import Form
from plugins.translation.engines.http import JsonService, timeout_from
from plugins.translation.engines.markup_form import XmlForm
from plugins.translation.engines.places import host_of, is_private
from plugins.translation.engines.server_words import ServerWords
from plugins.translation.engines.token_form import TokenForm
from plugins.translation.secrets import Scrubber, Secret

_NAME = "openai"
_HOSTED = "https://api.openai.com/v1"
_WISHES: Mapping[str, object] = MappingProxyType(
    {"temperature": 0, "stream": False, "response_format": {"type": "json_object"}}
)
"""What a server may refuse: models that reason take no temperature, older servers know no JSON mode."""
_FORMS: dict[Protection, Form] = {Protection.MARKUP: XmlForm(), Protection.TOKENS: TokenForm()}


class Chat:
    """``POST /chat/completions`` with temperature 0 and JSON both ways, where the server takes them."""

    def __init__(self, environment: Mapping[str, str]) -> None:
        base = environment.get("OPENAI_BASE_URL", "").strip().rstrip("/")
        self._key = Secret(environment.get("OPENAI_API_KEY", "").strip())
        if not base and not self._key:
            raise setting_missing(_NAME, "OPENAI_BASE_URL", "the address of a chat service, such as Ollama's")
        self._base = base or _HOSTED
        self._model = environment.get("OPENAI_MODEL", "").strip()
        if not self._model:
            raise setting_missing(_NAME, "OPENAI_MODEL", "the name of the model to ask")
        self._refused: frozenset[str] = frozenset()
        self._service = JsonService(_NAME, Scrubber(environment), timeout_from(environment))

    def info(self) -> EngineInfo:
        """Confidential on this machine or in the own network; the price depends on the contract."""
        host = host_of(self._base)
        own = is_private(host)
        return EngineInfo(
            name=_NAME,
            model=self._model,
            confidential=own,
            host=host,
            price_per_million=0.0 if own else None,
            max_chars=6_000,
            max_items=20,
            web_service=not own and not self._key,
        )

    def translate(self, batch: Batch) -> tuple[str, ...]:
        """One answer per segment. Raises ``EngineError``."""
        form = _FORMS[batch.protection]
        texts = [form.encode(segment) for segment in batch.segments]
        answer = self._asked(messages(batch, texts, batch.protection is Protection.TOKENS))
        given = translations(_NAME, answer, len(texts))
        return tuple(form.decode(s, text) for s, text in zip(batch.segments, given, strict=True))

    def _asked(self, conversation: list[dict[str, str]]) -> Any:
        """The completion. What a server refuses of the wishes is left out, then and from then on."""
        for _ in _WISHES:
            wishes = {name: value for name, value in _WISHES.items() if name not in self._refused}
            try:
                return self._post({"model": self._model, "messages": conversation, **wishes})
            except Final as fault:
                words = ServerWords(fault.message)
                refused = {name for name in wishes if words.refuses(name)}
                if fault.kind not in (FinalKind.UNSUPPORTED, FinalKind.BROKEN) or not refused:
                    raise
                self._refused = self._refused | refused
        return self._post({"model": self._model, "messages": conversation})

    def _post(self, payload: object) -> Any:
        headers = {"Authorization": f"Bearer {self._key.reveal()}"} if self._key else {}
        return self._service.post(f"{self._base}/chat/completions", payload, headers)

    def __repr__(self) -> str:
        return f"Chat({host_of(self._base)}, {self._model})"
