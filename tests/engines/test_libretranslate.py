"""What only LibreTranslate has, over the wire."""

from __future__ import annotations

import logging

import pytest

from plugins.translation.engines.base import Batch, Protection
from plugins.translation.engines.registry import engine_for
from tests.engines.dialects import CANARY, LIBRETRANSLATE, PLAIN, PLAIN_ANSWER, SEGMENT, batch
from tests.engines.wire import Loopback


def test_the_request_says_everything(server: Loopback) -> None:
    """HTML, both languages, the key in the body and nowhere in the address."""
    server.answer = LIBRETRANSLATE.good
    LIBRETRANSLATE.engine(server.url).translate(batch())
    (seen,) = server.seen
    assert seen.path == "/translate"
    assert {k: seen.json[k] for k in ("source", "target", "format", "api_key")} == {
        "source": "de",
        "target": "nl",
        "format": "html",
        "api_key": f"{CANARY}-libre",
    }
    assert len(seen.json["q"]) == 2


def test_no_key_is_needed(server: Loopback) -> None:
    """One's own server asks for none, and Dutch is a language like others."""
    server.answer = LIBRETRANSLATE.good
    engine = engine_for("libretranslate", {"LIBRETRANSLATE_URL": f"{server.url}/"})
    assert engine.translate(batch(PLAIN)) == (PLAIN_ANSWER,)
    assert "api_key" not in server.seen[0].json


@pytest.mark.parametrize(("lang", "code"), [("en-GB", "en"), ("pt-BR", "pt-BR"), ("zh-Hant", "zt"), ("fr", "fr")])
def test_languages(server: Loopback, lang: str, code: str) -> None:
    """Without a region, but for those that differ."""
    server.answer = LIBRETRANSLATE.good
    LIBRETRANSLATE.engine(server.url).translate(Batch((PLAIN,), "de", lang))
    assert server.seen[0].json["target"] == code


def test_simpler_protection_sends_plain_text(server: Loopback) -> None:
    """Where HTML was harmed, tokens go."""
    server.answer = LIBRETRANSLATE.good
    LIBRETRANSLATE.engine(server.url).translate(Batch((SEGMENT,), "de", "nl", protection=Protection.TOKENS))
    assert server.seen[0].json["format"] == "text"
    assert "[X2X]" in server.seen[0].json["q"][0]


def test_no_key_in_any_log_record(server: Loopback, caplog: pytest.LogCaptureFixture) -> None:
    """At the most talkative level."""
    caplog.set_level(logging.DEBUG)
    server.answer = LIBRETRANSLATE.good
    engine = LIBRETRANSLATE.engine(server.url)
    engine.translate(batch())
    assert caplog.records
    assert CANARY not in caplog.text + repr(engine)
