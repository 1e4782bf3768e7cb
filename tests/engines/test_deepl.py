"""What only DeepL has, over the wire of the real SDK."""

from __future__ import annotations

import logging
from collections.abc import Callable

import pytest

from plugins.translation.engines.base import Batch, Engine, Final, FinalKind, Metered, Protection
from tests.engines.dialects import CANARY, DEEPL, SEGMENT, batch
from tests.engines.wire import Loopback, Reply, Seen, as_json

TERMS = (("Wirtschaftsförderung", "economic development"), ("Messe", "trade\tfair"), ("Messe", "mass"))
CREATED = "2024-05-02T10:00:00.656481Z"


def glossary(name: str, number: str = "g-1") -> dict[str, object]:
    """A glossary as ``/v3/glossaries`` shows it."""
    return {"glossary_id": number, "name": name, "creation_time": CREATED, "dictionaries": []}


class Account:
    """A DeepL account: glossaries kept, translations made."""

    def __init__(self, kept: list[dict[str, object]] | None = None, room: int = 1000) -> None:
        self.kept = kept or []
        self.room = room

    def __call__(self, seen: Seen) -> Reply:
        """Answer as the API does."""
        if seen.bare_path == "/v2/translate":
            return DEEPL.good(seen)
        if seen.method == "GET":
            return as_json({"glossaries": self.kept})
        if seen.method == "DELETE":
            self.kept = [g for g in self.kept if g["glossary_id"] != seen.bare_path.rsplit("/", 1)[1]]
            return Reply(204)
        if len(self.kept) >= self.room:
            return as_json({"message": "Quota Exceeded"}, 456)
        self.kept.append(glossary(seen.json["name"], f"g-{len(self.kept) + 7}"))
        return as_json(self.kept[-1], 201)


@pytest.fixture
def engine(server: Loopback) -> Engine:
    """The real engine."""
    return DEEPL.engine(server.url)


def with_terms(terms: tuple[tuple[str, str], ...] = TERMS, target: str = "en") -> Batch:
    """A batch with a glossary and context."""
    return Batch((SEGMENT,), "de", target, "Titel. Vorspann.", terms)


def translations(server: Loopback) -> list[Seen]:
    """The translate requests the server saw."""
    return [seen for seen in server.seen if seen.bare_path == "/v2/translate"]


def test_the_request_says_everything(server: Loopback, engine: Engine) -> None:
    """HTML, its second version, politeness, context, both languages, the name in the clear."""
    server.answer = Account()
    engine.translate(Batch((SEGMENT,), "de", "en", "Titel. Vorspann."))
    (seen,) = translations(server)
    assert seen.headers["Authorization"] == f"DeepL-Auth-Key {CANARY}-deepl"
    sent = seen.json
    assert (sent["source_lang"], sent["target_lang"]) == ("DE", "EN-GB")
    assert (sent["tag_handling"], sent["tag_handling_version"]) == ("html", "v2")
    assert (sent["formality"], sent["context"]) == ("prefer_more", "Titel. Vorspann.")
    assert 'translate="no">Julia Jäger</span>' in sent["text"][0]
    assert "glossary_id" not in sent


@pytest.mark.parametrize(("lang", "sent"), [("nl", "NL"), ("en", "EN-GB"), ("en-us", "EN-US"), ("pt", "PT-PT")])
def test_target_languages(server: Loopback, engine: Engine, lang: str, sent: str) -> None:
    """A region where DeepL wants one, unless site.yaml names it."""
    server.answer = Account()
    engine.translate(Batch((SEGMENT,), "de", lang))
    assert translations(server)[0].json["target_lang"] == sent


def test_simpler_protection_sends_tokens(server: Loopback, engine: Engine) -> None:
    """Where HTML was harmed, plain tokens go."""
    server.answer = Account()
    engine.translate(Batch((SEGMENT,), "de", "en", protection=Protection.TOKENS))
    sent = translations(server)[0].json
    assert "tag_handling" not in sent
    assert "[X2X]" in sent["text"][0]


def test_a_glossary_is_made_once(server: Loopback, engine: Engine) -> None:
    """Two batches, one glossary; doubled terms and tabs do not break it."""
    server.answer = Account()
    engine.translate(with_terms())
    engine.translate(with_terms())
    made = [seen for seen in server.seen if seen.method == "POST" and seen.bare_path == "/v3/glossaries"]
    assert len(made) == 1
    (dictionary,) = made[0].json["dictionaries"]
    assert dictionary["entries"] == "Wirtschaftsförderung\teconomic development\nMesse\ttrade fair"
    assert (dictionary["source_lang"], dictionary["target_lang"]) == ("DE", "EN")
    assert {seen.json["glossary_id"] for seen in translations(server)} == {"g-7"}


def test_a_glossary_is_found_again(server: Loopback) -> None:
    """The next run makes none, since its name tells its terms."""
    account = Account()
    server.answer = account
    DEEPL.engine(server.url).translate(with_terms())
    DEEPL.engine(server.url).translate(with_terms())
    assert len(account.kept) == 1


def test_a_full_account_loses_our_outdated_glossary_only(server: Loopback, engine: Engine) -> None:
    """A free account keeps one; somebody else's is not touched."""
    account = Account([glossary("dreiklang DE-EN 0123", "old"), glossary("somebody's", "other")], room=2)
    server.answer = account
    engine.translate(with_terms())
    assert {g["glossary_id"] for g in account.kept} == {"other", "g-8"}


def test_without_room_it_goes_on_without_a_glossary(server: Loopback, engine: Engine) -> None:
    """Terms are then checked by the gate alone; the account is asked once, not at every batch."""
    server.answer = Account([glossary("somebody's", "other")], room=1)
    assert engine.translate(with_terms())
    asked = len(server.seen)
    assert engine.translate(with_terms())
    assert len(server.seen) == asked + 1
    assert "glossary_id" not in translations(server)[0].json


def test_a_glossary_deleted_meanwhile_is_made_again(server: Loopback, engine: Engine) -> None:
    """Somebody tidied the account during the run."""
    account = Account()
    server.answer = account
    engine.translate(with_terms())
    account.kept.clear()

    def answer(seen: Seen) -> Reply:
        known = [g["glossary_id"] for g in account.kept]
        if seen.bare_path == "/v2/translate" and seen.json["glossary_id"] not in known:
            return as_json({"message": "Glossary not found"}, 404)
        return account(seen)

    server.answer = answer
    assert engine.translate(with_terms())


def test_a_refused_key_while_making_the_glossary_is_final(server: Loopback, engine: Engine) -> None:
    """It is the same key."""
    server.answer = lambda _seen: as_json({"message": "Forbidden"}, 403)
    with pytest.raises(Final) as caught:
        engine.translate(with_terms())
    assert caught.value.kind is FinalKind.AUTH


def test_one_request_is_one_request(server: Loopback, engine: Engine) -> None:
    """The SDK's own waiting and repeating is out of the way."""
    server.answer = lambda _seen: as_json({}, 500)
    with pytest.raises(Exception, match="500"):
        engine.translate(batch(SEGMENT))
    assert len(server.seen) == 1


def test_no_key_in_any_log_record(server: Loopback, engine: Engine, caplog: pytest.LogCaptureFixture) -> None:
    """At the most talkative level of every library on the way."""
    caplog.set_level(logging.DEBUG)
    server.answer = Account()
    engine.translate(with_terms())
    assert caplog.records
    assert CANARY not in caplog.text
    assert CANARY not in repr(engine)
    assert CANARY in server.on_the_wire()


def test_an_answer_without_text(server: Loopback, engine: Engine, in_turn: Callable[..., None]) -> None:
    """The SDK trips over it; we say so in a sentence."""
    in_turn(as_json({"translations": [7]}))
    with pytest.raises(Exception, match="not in DeepL's format"):
        engine.translate(batch(SEGMENT))


def test_a_server_that_only_speaks_as_deepl_does(server: Loopback, engine: Engine) -> None:
    """It bills nothing, tells no language found, and knows no glossaries."""

    def answer(seen: Seen) -> Reply:
        if seen.bare_path != "/v2/translate":
            return as_json({"detail": "Not Found"}, 404)
        return as_json({"translations": [{"text": text.replace("Haus", "House")} for text in seen.json["text"]]})

    server.answer = answer
    assert "House" in engine.translate(with_terms())[0]
    assert "glossary_id" not in translations(server)[0].json


@pytest.mark.parametrize("status", [401, 403, 404, 405, 501])
def test_glossaries_that_are_refused_are_done_without(server: Loopback, engine: Engine, status: int) -> None:
    """The gate alone watches the terms then."""
    server.answer = lambda seen: DEEPL.good(seen) if seen.bare_path == "/v2/translate" else as_json({}, status)
    engine.translate(with_terms())
    engine.translate(with_terms())
    assert len(translations(server)) == 2
    assert len(server.seen) == 3


@pytest.mark.parametrize(
    ("usage", "left"),
    [
        ({"character_count": 180_118, "character_limit": 500_000}, 319_882),
        ({"character_count": 500_010, "character_limit": 500_000}, 0),
        ({}, None),
    ],
)
def test_what_is_left_of_the_quota(server: Loopback, usage: dict[str, int], left: int | None) -> None:
    """As ``/v2/usage`` says; no text is sent for it."""
    server.answer = lambda _seen: as_json(usage)
    engine = DEEPL.engine(server.url)
    assert isinstance(engine, Metered)
    assert engine.left() == left
    assert [seen.bare_path for seen in server.seen] == ["/v2/usage"]


def test_a_server_without_usage_has_no_limit(server: Loopback) -> None:
    """Nothing is known, and nothing kept back."""
    server.answer = lambda _seen: as_json({}, 404)
    engine = DEEPL.engine(server.url)
    assert isinstance(engine, Metered)
    assert engine.left() is None
