"""What deep-translator 1.11.4 really does, so that a repair of it is noticed.

A failure here is good news: a guard of ours may have become needless (docs/engines.md lists them).
"""

from __future__ import annotations

import ast
import inspect
import threading
from importlib.metadata import version
from types import ModuleType

import pytest
import requests
from deep_translator import (
    DeeplTranslator,
    GoogleTranslator,
    LibreTranslator,
    MicrosoftTranslator,
    MyMemoryTranslator,
    deepl,
    exceptions,
    google,
    libre,
    microsoft,
    mymemory,
)
from deep_translator.constants import BASE_URLS

from tests.engines.dialects import CANARY, GOOGLE, MYMEMORY
from tests.engines.wire import Loopback, as_json


def test_the_version_these_facts_were_measured_on() -> None:
    """Pinned in pyproject.toml too."""
    assert version("deep-translator") == "1.11.4"


def test_its_deepl_class_sends_the_key_in_the_address(server: Loopback) -> None:
    """DeepL refuses such requests, and every proxy logs them."""
    server.answer = lambda _seen: as_json({"translations": [{"text": "house"}]})
    translator = DeeplTranslator(source="de", target="en", api_key=CANARY)
    translator._base_url = f"{server.url}/v2/"
    translator.translate("Haus")
    assert server.seen[0].method == "GET"
    assert server.seen[0].query["auth_key"] == CANARY


@pytest.mark.parametrize("library", ["deepl", "libre"])
def test_some_exceptions_print_the_key(server: Loopback, library: str) -> None:
    """A refused key is repeated in the message."""
    server.answer = lambda _seen: as_json({}, 403)
    if library == "deepl":
        translator = DeeplTranslator(source="de", target="en", api_key=CANARY)
        translator._base_url = f"{server.url}/v2/"
    else:
        translator = LibreTranslator(source="de", target="en", api_key=CANARY, custom_url=f"{server.url}/")
    with pytest.raises(exceptions.AuthorizationException, match=CANARY):
        translator.translate("Haus")


def test_its_libretranslate_class_refuses_dutch() -> None:
    """Although LibreTranslate has known it for years."""
    with pytest.raises(exceptions.LanguageNotSupportedException):
        LibreTranslator(source="de", target="nl", api_key="any")


def test_its_libretranslate_class_demands_a_key() -> None:
    """Although one's own server needs none."""
    with pytest.raises(exceptions.ApiKeyException):
        LibreTranslator(source="de", target="en", api_key=None, custom_url="http://127.0.0.1/")


def test_mymemory_answers_quota_errors_as_translations(server: Loopback) -> None:
    """With HTTP 200; the class hands the sentence on."""
    sentence = "MYMEMORY WARNING: YOU USED ALL AVAILABLE FREE TRANSLATIONS FOR TODAY."
    server.answer = lambda _seen: MYMEMORY.reply([sentence])
    translator = MyMemoryTranslator(source="de-DE", target="nl-NL")
    translator._base_url = server.url
    assert translator.translate("Haus") == sentence


def test_mymemory_goes_unencrypted() -> None:
    """Its address is plain http; our engine overrides it."""
    assert BASE_URLS["MYMEMORY"].startswith("http://")


def test_google_mixes_up_answers_between_threads(server: Loopback) -> None:
    """Threads that share an instance overwrite each other's question before it is sent."""
    both_asked = threading.Barrier(2, timeout=30)

    class Shared(dict[str, str]):
        """The parameters of the instance; waits until both threads have put their question in."""

        def __setitem__(self, name: str, value: str) -> None:
            super().__setitem__(name, value)
            if name == "q":
                both_asked.wait()

    server.answer = lambda seen: GOOGLE.reply([f"answer to {seen.query['q']}"])
    translator = GoogleTranslator(source="de", target="nl")
    translator._base_url = server.url
    translator._url_params = Shared()
    answers: dict[str, str] = {}
    threads = [
        threading.Thread(target=lambda text=text: answers.update({text: translator.translate(text)}))
        for text in ("eins", "zwei")
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(set(answers.values())) == 1


def test_google_returns_none_for_a_dash(server: Loopback) -> None:
    """Text without letters or digits that comes back as it was."""
    server.answer = lambda seen: GOOGLE.reply([seen.query["q"]])
    translator = GoogleTranslator(source="de", target="nl")
    translator._base_url = server.url
    assert translator.translate("—") is None


def test_google_strips_white_space(server: Loopback) -> None:
    """Of the question and of the answer."""
    server.answer = lambda seen: GOOGLE.reply([f" {seen.query['q']} huis "])
    translator = GoogleTranslator(source="de", target="nl")
    translator._base_url = server.url
    assert translator.translate(" Haus ") == "Haus huis"
    assert server.seen[0].query["q"] == "Haus"


@pytest.mark.parametrize("module", [deepl, google, libre, microsoft, mymemory], ids=lambda m: m.__name__)
def test_nothing_has_a_timeout(module: ModuleType) -> None:
    """No request of any class names one."""
    calls = [
        node
        for node in ast.walk(ast.parse(inspect.getsource(module)))
        if isinstance(node, ast.Call) and ast.unparse(node.func) in ("requests.get", "requests.post")
    ]
    assert calls
    assert all(keyword.arg != "timeout" for call in calls for keyword in call.keywords)


def test_half_the_exceptions_have_no_common_base() -> None:
    """``except BaseError`` misses them."""
    every = {
        name: found
        for name, found in inspect.getmembers(exceptions, inspect.isclass)
        if issubclass(found, Exception) and found is not exceptions.BaseError
    }
    outside = {name for name, found in every.items() if not issubclass(found, exceptions.BaseError)}
    assert outside == {
        "AuthorizationException",
        "BaiduAPIerror",
        "MicrosoftAPIerror",
        "RequestError",
        "ServerException",
        "TooManyRequests",
    }
    assert len(every) == 13


def test_exceptions_carry_neither_status_nor_retry_after() -> None:
    """So that we read them where the library left them."""
    assert not hasattr(exceptions.RequestError(), "response")
    assert not hasattr(exceptions.TooManyRequests(), "response")


def test_microsoft_asks_for_languages_when_it_is_made(server: Loopback, monkeypatch: pytest.MonkeyPatch) -> None:
    """A request nobody asked for, from a constructor; here it ends at a proxy of ours."""
    monkeypatch.setenv("HTTPS_PROXY", server.url)
    with pytest.raises(requests.exceptions.ProxyError):
        MicrosoftTranslator(source="de", target="nl", api_key="any")
    assert server.seen[0].method == "CONNECT"
    assert server.seen[0].path == "api.cognitive.microsofttranslator.com:443"


def test_microsoft_stumbles_over_its_own_caught_exception() -> None:
    """A lost connection is logged, and then the missing answer is read."""

    class Made(MicrosoftTranslator):  # type: ignore[misc]
        """Without the look-up."""

        def _get_supported_languages(self) -> dict[str, str]:
            return {"de": "de", "nl": "nl"}

    translator = Made(source="de", target="nl", api_key="any")
    translator._base_url = "http://127.0.0.1:9/"
    with pytest.raises(AttributeError):
        translator.translate("Haus")
