"""Whole editions over the wire: falling back, waiting, being killed, keeping secrets."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator

import pytest

from plugins.translation.engines.answer_check import Overrides
from plugins.translation.engines.base import Batch, EngineInfo
from plugins.translation.engines.edition import Hooks, NoEngine, translate_edition
from plugins.translation.engines.pace import Pace
from plugins.translation.engines.registry import chain
from plugins.translation.segment import Segment
from tests.engines.dialects import CANARY, DEEPL, LIBRETRANSLATE, OPENAI, translated
from tests.engines.wire import Loopback, Reply, Seen, as_json, serve

EDITION = Batch(tuple(Segment(f"body/{n}", "paragraph", f"Haus {n} und Hof") for n in range(120)), "de", "nl")
ANSWERS = tuple(translated(segment.text) for segment in EDITION.segments)
QUIET = Pace(sleep=lambda _seconds: None)


@pytest.fixture
def other() -> Iterator[Loopback]:
    """A second server."""
    loopback, stop = serve(LIBRETRANSLATE.good)
    yield loopback
    stop()


def two_engines(first: Loopback, second: Loopback) -> dict[str, str]:
    """DeepL first, LibreTranslate after it."""
    return {**DEEPL.environment(first.url), **LIBRETRANSLATE.environment(second.url)}


def test_a_quota_that_ends_in_the_middle(server: Loopback, other: Loopback, in_turn: Callable[..., None]) -> None:
    """LibreTranslate makes the whole edition, also the part that DeepL had made."""
    in_turn(DEEPL.good, as_json({"message": "Quota Exceeded"}, 456))
    found = chain(["deepl", "libretranslate"], two_engines(server, other))
    done = translate_edition([EDITION], found.engines, pace=QUIET)
    assert (done.info.name, done.answers) == ("libretranslate", ANSWERS)
    assert "quota" in done.notes[0]
    assert sum(len(LIBRETRANSLATE.asked(seen)) for seen in other.seen) == 120


def test_a_web_page_in_front_of_everything(server: Loopback, other: Loopback) -> None:
    """A few questions, then the next engine."""
    server.answer = lambda _seen: Reply(200, b"<html>log in</html>", (("Content-Type", "text/html"),))
    found = chain(["deepl", "libretranslate"], two_engines(server, other))
    assert translate_edition([EDITION], found.engines, pace=QUIET).info.name == "libretranslate"
    assert len(server.seen) < 14


def test_the_server_is_waited_for(server: Loopback, in_turn: Callable[..., None]) -> None:
    """By its seconds, by its date, and by our own pauses where it names neither."""
    in_turn(
        as_json({}, 429, ("Retry-After", "7")),
        as_json({}, 503, ("Retry-After", "Thu, 02 May 2024 12:00:30 GMT")),
        as_json({}, 500),
        LIBRETRANSLATE.good,
    )
    slept: list[float] = []
    pace = Pace(sleep=slept.append, now=lambda: dt.datetime(2024, 5, 2, 12, tzinfo=dt.UTC))
    found = chain(["libretranslate"], LIBRETRANSLATE.environment(server.url))
    assert translate_edition([EDITION], found.engines, pace=pace).answers == ANSWERS
    assert slept == [7.0, 30.0, 4.0]


def test_a_server_that_wants_a_day(server: Loopback) -> None:
    """Is given up at once."""
    server.answer = lambda _seen: as_json({}, 429, ("Retry-After", "86400"))
    found = chain(["libretranslate"], LIBRETRANSLATE.environment(server.url))
    with pytest.raises(NoEngine):
        translate_edition([EDITION], found.engines, pace=QUIET)
    assert len(server.seen) == 1


def test_a_run_killed_between_two_answers_pays_nothing_twice(server: Loopback) -> None:
    """What was answered before is remembered; only the rest travels."""
    server.answer = DEEPL.good
    found = chain(["deepl"], DEEPL.environment(server.url))
    memory: dict[Segment, str] = {}

    def remember(_info: EngineInfo, batch: Batch, answers: tuple[str, ...]) -> None:
        memory.update(zip(batch.segments, answers, strict=True))
        if len(memory) == 100:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        translate_edition([EDITION], found.engines, hooks=Hooks(on_answer=remember))
    done = translate_edition([EDITION], found.engines, hooks=Hooks(recall=lambda _i, _b, segment: memory.get(segment)))
    assert done.answers == ANSWERS
    sent = [text for seen in server.seen for text in DEEPL.asked(seen)]
    assert len(sent) == len(set(sent)) == 120


def test_text_under_embargo_is_not_on_the_wire_of_a_public_engine(server: Loopback, other: Loopback) -> None:
    """Neither its words nor a request; a confidential engine of the chain does it."""
    server.answer = DEEPL.good
    environment = two_engines(server, other)
    overrides = Overrides(confidential=(("deepl", False), ("libretranslate", True)))
    found = chain(["deepl", "libretranslate"], environment, overrides)
    done = translate_edition([EDITION], found.engines, confidential=True)
    assert done.info.name == "libretranslate"
    assert server.seen == []
    assert other.seen


def test_without_a_confidential_engine_nothing_is_sent(server: Loopback) -> None:
    """And the reason is told."""
    found = chain(["deepl"], DEEPL.environment(server.url), Overrides((("deepl", False),)))
    with pytest.raises(NoEngine, match="not confidential"):
        translate_edition([EDITION], found.engines, confidential=True)
    assert server.seen == []


def test_a_model_that_cannot_count_is_asked_in_smaller_parts(server: Loopback) -> None:
    """Seven at a time it can."""

    def forgetful(seen: Seen) -> Reply:
        return OPENAI.reply([translated(text) for text in OPENAI.asked(seen)][:7])

    server.answer = forgetful
    found = chain(["openai"], OPENAI.environment(server.url))
    assert translate_edition([EDITION], found.engines, pace=QUIET).answers == ANSWERS


def test_no_key_in_what_a_person_is_told(server: Loopback) -> None:
    """Notes, sentences, reasons: also when the server repeats the key."""
    server.answer = lambda seen: as_json({"message": str(seen.headers), "error": str(seen.headers)}, 403)
    environment = {**two_engines(server, server), **OPENAI.environment(server.url)}
    said: list[str] = []
    found = chain(["deepl", "libretranslate", "openai"], environment)
    with pytest.raises(NoEngine) as caught:
        translate_edition([EDITION], found.engines, hooks=Hooks(say=said.append))
    assert len(caught.value.reasons) == 3
    assert CANARY in server.on_the_wire()
    assert CANARY not in f"{caught.value}{caught.value!r}{caught.value.reasons}{said}{found}"
