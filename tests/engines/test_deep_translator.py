"""What the guard around deep-translator adds, with the real classes behind it."""

from __future__ import annotations

import logging
import threading

import pytest

from plugins.translation.engines.base import Batch, Final, FinalKind, Protection
from plugins.translation.engines.registry import engine_for
from plugins.translation.segment import Segment, Tag, TagKind
from tests.engines.dialects import CANARY, GOOGLE, MICROSOFT, MYMEMORY, PLAIN, SEGMENT, Dialect, batch
from tests.engines.wire import Loopback, as_json

three = pytest.mark.parametrize("dialect", [GOOGLE, MYMEMORY, MICROSOFT], ids=lambda d: d.name)
texts = pytest.mark.parametrize("dialect", [GOOGLE, MYMEMORY], ids=lambda d: d.name)


def paragraph(text: str, *tags: Tag) -> Segment:
    """A paragraph."""
    return Segment("body", "paragraph", text, tags)


@three
def test_threads_get_their_own_answers(dialect: Dialect, server: Loopback) -> None:
    """Eighty questions at once from eight threads, no answer in the wrong place."""
    server.answer = lambda seen: dialect.reply([f"huis {dialect.asked(seen)[0]}"])
    engine = dialect.engine(server.url)
    wrong: list[str] = []

    def ask(thread: int) -> None:
        for number in range(10):
            text = f"Haus t{thread} n{number}"
            if engine.translate(Batch((paragraph(text),), "de", "nl")) != (f"huis {text}",):
                wrong.append(text)

    threads = [threading.Thread(target=ask, args=(number,)) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert wrong == []


@three
def test_text_without_letters_is_not_sent(dialect: Dialect, server: Loopback) -> None:
    """A dash is a dash in every language."""
    assert dialect.engine(server.url).translate(batch(paragraph("—"))) == ("—",)
    assert server.seen == []


@three
def test_outer_white_space_comes_back(dialect: Dialect, server: Loopback) -> None:
    """Whatever the class strips."""
    server.answer = dialect.good
    assert dialect.engine(server.url).translate(batch(paragraph("  Haus und Hof "))) == ("  House and Hof ",)


@texts
def test_long_text_is_cut_at_sentences(dialect: Dialect, server: Loopback) -> None:
    """Every request within the limit, every sentence in the answer, also across tags."""
    server.answer = dialect.good
    sentences = [f"Satz Nummer {number} handelt vom Haus und auch vom Hof." for number in range(60)]
    text = f'{" ".join(sentences[:20])} <g id="1">{" ".join(sentences[20:40])}</g> {" ".join(sentences[40:])}'
    segment = paragraph(text, Tag(1, TagKind.EMPHASIS, "*", "*"))
    (answer,) = dialect.engine(server.url).translate(batch(segment))
    assert answer == text.replace("Haus", "House").replace("und", "and")
    assert len(server.seen) > 1


@texts
def test_a_sentence_too_long_is_final(dialect: Dialect, server: Loopback) -> None:
    """Another engine may take it; nothing is cut in the middle."""
    with pytest.raises(Final) as caught:
        dialect.engine(server.url).translate(batch(paragraph("Haus " * 1000)))
    assert caught.value.kind is FinalKind.TOO_LONG
    assert server.seen == []


@texts
def test_an_unknown_language_is_final(dialect: Dialect, server: Loopback) -> None:
    """The class refuses it before anything is sent."""
    with pytest.raises(Final) as caught:
        dialect.engine(server.url).translate(Batch((PLAIN,), "de", "qqq"))
    assert caught.value.kind is FinalKind.UNSUPPORTED


@pytest.mark.parametrize(("lang", "pair"), [("nl", "de-DE|nl-NL"), ("en", "de-DE|en-US"), ("en-GB", "de-DE|en-GB")])
def test_mymemory_wants_regions(server: Loopback, lang: str, pair: str) -> None:
    """The usual region of a language where site.yaml names none."""
    server.answer = MYMEMORY.good
    MYMEMORY.engine(server.url).translate(Batch((PLAIN,), "de", lang))
    assert server.seen[0].query["langpair"] == pair


def test_mymemory_counts_bytes(server: Loopback) -> None:
    """500 of them, and an umlaut is two."""
    server.answer = MYMEMORY.good
    MYMEMORY.engine(server.url).translate(batch(paragraph("Über Öl wird geübt. " * 30)))
    assert all(len(seen.query["q"].encode()) <= 500 for seen in server.seen)


def test_mymemory_sends_the_address_it_was_given(server: Loopback) -> None:
    """With it the daily quota grows."""
    server.answer = MYMEMORY.good
    engine = engine_for("mymemory", {**MYMEMORY.environment(server.url), "MYMEMORY_EMAIL": "press@example.org"})
    engine.translate(batch(PLAIN))
    assert server.seen[0].query["de"] == "press@example.org"


def test_mymemory_goes_encrypted() -> None:
    """Whatever the class says."""
    engine = engine_for("mymemory", {})
    assert engine.info().host == "api.mymemory.translated.net"
    assert engine._engine._url.startswith("https://")  # type: ignore[attr-defined]


def test_microsoft_speaks_html_and_sends_its_key_in_a_header(server: Loopback) -> None:
    """With the name in the clear, marked as not to be translated."""
    server.answer = MICROSOFT.good
    engine = engine_for("microsoft", {**MICROSOFT.environment(server.url), "MICROSOFT_REGION": "westeurope"})
    engine.translate(batch(SEGMENT))
    (seen,) = server.seen
    assert seen.query == {"api-version": "3.0", "from": "de", "to": "nl", "textType": "html"}
    assert seen.headers["Ocp-Apim-Subscription-Key"] == f"{CANARY}-microsoft"
    assert seen.headers["Ocp-Apim-Subscription-Region"] == "westeurope"
    assert 'class="notranslate"' in seen.json[0]["text"]


def test_microsoft_speaks_plain_text_where_html_was_harmed(server: Loopback) -> None:
    """With tokens."""
    server.answer = MICROSOFT.good
    MICROSOFT.engine(server.url).translate(Batch((SEGMENT,), "de", "nl", protection=Protection.TOKENS))
    assert server.seen[0].query["textType"] == "plain"
    assert "[X2X]" in server.seen[0].json[0]["text"]


def test_microsofts_own_error_format(server: Loopback) -> None:
    """Its code in the body, its status on the wire."""
    server.answer = lambda _seen: as_json({"error": {"code": 401000, "message": "not authorized"}}, 401)
    with pytest.raises(Final) as caught:
        MICROSOFT.engine(server.url).translate(batch(PLAIN))
    assert caught.value.kind is FinalKind.AUTH


@three
def test_no_key_in_any_log_record(dialect: Dialect, server: Loopback, caplog: pytest.LogCaptureFixture) -> None:
    """At the most talkative level of every library on the way."""
    caplog.set_level(logging.DEBUG)
    server.answer = dialect.good
    engine = dialect.engine(server.url)
    engine.translate(batch(SEGMENT))
    assert caplog.records
    assert CANARY not in caplog.text + repr(engine)
