"""DeepL through its official SDK: HTML mode, names in the clear, glossary, context, polite form."""

from __future__ import annotations

import hashlib
import json
import threading
from collections.abc import Callable, Mapping
from typing import Any, TypeVar

import deepl
import requests
from deepl.api_data import MultilingualGlossaryDictionaryEntries
from deepl.http_client import HttpClient
from deepl.util import auth_key_is_free_account

from plugins.newsroom.counting import count
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
from plugins.translation.engines.places import host_of, is_private
from plugins.translation.engines.server_words import ServerWords
from plugins.translation.engines.statuses import error_for
from plugins.translation.engines.token_form import TokenForm
from plugins.translation.secrets import Scrubber, Secret

_Result = TypeVar("_Result")
_MODEL = "prefer_quality_optimized"
_EURO_PER_MILLION = 20.0
"""List price of DeepL API Pro; the free plan costs nothing."""
_TARGETS = {"EN": "EN-GB", "PT": "PT-PT"}
"""DeepL takes no bare EN or PT as a target; a region in site.yaml (``en-US``) wins."""
_FORMS: dict[Protection, Form] = {Protection.MARKUP: HtmlForm(), Protection.TOKENS: TokenForm()}


class DeepL:
    """``/v2/translate``, ``/v2/usage`` and ``/v3/glossaries``. Each request is sent once."""

    def __init__(self, environment: Mapping[str, str]) -> None:
        key = environment.get("DEEPL_AUTH_KEY", "").strip()
        if not key:
            raise setting_missing("deepl", "DEEPL_AUTH_KEY", "the key of a DeepL API account")
        self._key = Secret(key)
        self._scrub = Scrubber(environment)
        self._wire = OneTry(timeout_from(environment), environment.get("REQUESTS_CA_BUNDLE") or None)
        self._client = deepl.DeepLClient(
            key, server_url=environment.get("DEEPL_SERVER_URL", "").strip() or None, send_platform_info=False
        )
        self._client._client = self._wire
        self._glossaries = Glossaries(self._client)

    def info(self) -> EngineInfo:
        """Confidential with a Pro key: DeepL's terms let it keep texts of the free plan only."""
        free = auth_key_is_free_account(self._key.reveal())
        host = host_of(self._client.server_url)
        return EngineInfo(
            name="deepl",
            model=_MODEL,
            confidential=not free or is_private(host),
            host=host,
            price_per_million=0.0 if free else _EURO_PER_MILLION,
            max_chars=30_000,
            max_items=50,
        )

    def translate(self, batch: Batch) -> tuple[str, ...]:
        """One answer per segment. Raises ``EngineError``."""
        form = _FORMS[batch.protection]
        asked = [form.encode(segment) for segment in batch.segments]
        glossary = self._glossary(batch)
        try:
            answers = self._asked(batch, asked, glossary)
        except Final as fault:
            if glossary is None or fault.kind is not FinalKind.BROKEN:
                raise
            self._glossaries.forget()
            answers = self._asked(batch, asked, self._glossary(batch))
        if len(answers) != len(asked):
            what = "a web page" if self._wire.was_page else count(len(answers), "answer")
            raise BadAnswer("deepl", f"gave {what} to {count(len(asked), 'question')}")
        return tuple(form.decode(s, text) for s, text in zip(batch.segments, answers, strict=True))

    def left(self) -> int | None:
        """Characters left of this month's quota, from ``/v2/usage``. Raises ``EngineError``."""
        usage = self._call(self._client.get_usage).character
        if usage is None or usage.count is None or usage.limit is None:
            return None
        return max(0, int(usage.limit) - int(usage.count))

    def _asked(self, batch: Batch, texts: list[str], glossary: str | None) -> list[str]:
        marked = batch.protection is Protection.MARKUP
        results = self._call(
            lambda: self._client.translate_text(
                texts,
                source_lang=_base(batch.source),
                target_lang=_target(batch.target),
                context=batch.context or None,
                formality="prefer_more",
                glossary=glossary,
                model_type=_MODEL,
                preserve_formatting=True,
                tag_handling="html" if marked else None,
                tag_handling_version="v2" if marked else None,
            )
        )
        return [result.text for result in results] if isinstance(results, list) else [results.text]

    def _glossary(self, batch: Batch) -> str | None:
        """The glossary's id; where DeepL refuses one, the gate alone watches the terms."""
        pair = (_base(batch.source), _base(batch.target))
        try:
            return self._call(lambda: self._glossaries.id_for(batch.terms, *pair))
        except BadAnswer:
            pass
        except Final as fault:
            if fault.kind is FinalKind.AUTH and self._is_deepl:
                raise
        self._glossaries.do_without(batch.terms, *pair)
        return None

    @property
    def _is_deepl(self) -> bool:
        """Whether this is DeepL itself, and no server that speaks as it does."""
        return host_of(self._client.server_url).endswith("deepl.com")

    def _call(self, action: Callable[[], _Result]) -> _Result:
        """The action's result; whatever the SDK raises becomes one of our errors, without a trace of it."""
        try:
            return action()
        except deepl.DeepLException as fault:
            error = self._error(fault)
        except (TypeError, ValueError, KeyError, AttributeError):
            error = BadAnswer("deepl", "gave an answer that is not in DeepL's format")
        raise error

    def _error(self, fault: deepl.DeepLException) -> EngineError:
        detail = self._scrub(str(fault)) if fault.http_status_code else ""
        if isinstance(fault, deepl.ConnectionException):
            return Temporary("deepl", f"gave no answer within {self._wire.timeout:g} seconds, or was cut off")
        if isinstance(fault, deepl.TooManyRequestsException):
            return RateLimited("deepl", "asks us to wait (HTTP 429)", self._wire.retry_after)
        if fault.http_status_code is None:
            return Final("deepl", FinalKind.UNSUPPORTED, self._scrub(str(fault)))
        error = error_for("deepl", fault.http_status_code, self._wire.retry_after, ServerWords(detail))
        return error or BadAnswer("deepl", "gave an answer that is not in DeepL's format")

    def __repr__(self) -> str:
        return f"DeepL({host_of(self._client.server_url)})"


def _base(lang: str) -> str:
    return lang.split("-")[0].upper()


def _target(lang: str) -> str:
    return _TARGETS.get(lang.upper(), lang.upper())


_Answer = tuple[int, "str | requests.Response"]


class OneTry(HttpClient):
    """Sends each request once: waiting and trying again belong to the run, which can be stopped.

    (The SDK's own client sleeps up to two minutes between tries, does not read Retry-After, and
    its time-out is a module-wide setting.)
    """

    def __init__(self, timeout: float, certificates: str | None = None) -> None:
        super().__init__(send_platform_info=False, verify_ssl=certificates)
        self.timeout = timeout
        self._last = threading.local()

    @property
    def retry_after(self) -> str:
        """The header of this thread's last answer, or empty."""
        return str(getattr(self._last, "retry_after", ""))

    @property
    def was_page(self) -> bool:
        """Whether this thread's last answer was a web page."""
        return bool(getattr(self._last, "was_page", False))

    def request_with_backoff(
        self,
        method: str,
        url: str,
        data: dict[str, Any] | None,
        json: dict[str, Any] | None,
        headers: dict[str, str],
        stream: bool = False,
        **kwargs: Any,
    ) -> _Answer:
        """One request. Raises ``deepl.exceptions.ConnectionException``."""
        self._last.retry_after, self._last.was_page = "", False
        request = self._prepare_request(method, url, data, json, headers, **kwargs)
        request.hooks["response"].append(self._remember)
        status, answer = self._internal_request(request, stream=stream, timeout=self.timeout, allow_redirects=False)
        return status, _completed(answer) if isinstance(answer, str) and url.endswith("/v2/translate") else answer

    def _remember(self, response: requests.Response, *_args: Any, **_kwargs: Any) -> None:
        self._last.retry_after = response.headers.get("Retry-After", "")
        self._last.was_page = "html" in response.headers.get("Content-Type", "").lower()


def _completed(answer: str) -> str:
    """An answer with what servers that only speak as DeepL does leave out, and the SDK insists on."""
    try:
        value = json.loads(answer)
        for each in value["translations"]:
            each.setdefault("billed_characters", 0)
            each.setdefault("detected_source_language", "")
    except (ValueError, KeyError, TypeError, AttributeError):
        return answer
    return json.dumps(value)


_PREFIX = "dreiklang"
_CONTROL = dict.fromkeys((*range(32), *range(128, 160), 0x2028, 0x2029), " ")
Terms = tuple[tuple[str, str], ...]


class Glossaries:
    """The glossaries of one account that a run needs; each is looked up or made once."""

    def __init__(self, client: deepl.DeepLClient) -> None:
        self._client = client
        self._known: dict[str, str | None] = {}
        self._lock = threading.Lock()

    def id_for(self, terms: Terms, source: str, target: str) -> str | None:
        """The id of a glossary with these terms, or ``None`` without any term.

        ``source`` and ``target`` are languages without a region. Raises ``deepl.DeepLException``.
        """
        entries = cleaned(terms)
        if not entries:
            return None
        name = name_for(entries, source, target)
        with self._lock:
            if name not in self._known:
                self._known[name] = self._found(name) or self._made(name, entries, source, target)
            return self._known[name]

    def forget(self) -> None:
        """Look again: somebody deleted a glossary meanwhile."""
        with self._lock:
            self._known.clear()

    def do_without(self, terms: Terms, source: str, target: str) -> None:
        """From now on no glossary for these terms: DeepL refused one."""
        with self._lock:
            self._known[name_for(cleaned(terms), source, target)] = None

    def _found(self, name: str) -> str | None:
        for glossary in self._client.list_multilingual_glossaries():
            if glossary.name == name:
                return str(glossary.glossary_id)
        return None

    def _made(self, name: str, entries: Mapping[str, str], source: str, target: str) -> str:
        dictionary = MultilingualGlossaryDictionaryEntries(source, target, dict(entries))
        try:
            made = self._client.create_multilingual_glossary(name, [dictionary])
        except deepl.QuotaExceededException:
            if not self._made_room(source, target):
                raise
            made = self._client.create_multilingual_glossary(name, [dictionary])
        return str(made.glossary_id)

    def _made_room(self, source: str, target: str) -> bool:
        """Delete our own outdated glossaries of that pair (a free account may keep only one)."""
        ours = [
            glossary
            for glossary in self._client.list_multilingual_glossaries()
            if glossary.name.startswith(f"{_PREFIX} {source}-{target} ")
        ]
        for glossary in ours:
            self._client.delete_multilingual_glossary(glossary)
        return bool(ours)


def cleaned(terms: Terms) -> dict[str, str]:
    """Terms as DeepL takes them: no control characters, no empty side, the first of doubles."""
    entries: dict[str, str] = {}
    for source, target in terms:
        left, right = (" ".join(side.translate(_CONTROL).split()) for side in (source, target))
        if left and right:
            entries.setdefault(left, right)
    return entries


def name_for(entries: Mapping[str, str], source: str, target: str) -> str:
    """A name that tells the pair and changes with the terms."""
    digest = hashlib.sha256()
    for left, right in sorted(entries.items()):
        digest.update(f"{left}\t{right}\n".encode())
    return f"{_PREFIX} {source}-{target} {digest.hexdigest()[:16]}"
