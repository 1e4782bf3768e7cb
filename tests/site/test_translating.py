"""Whole runs of ``translate`` against servers that speak the engines' wire format."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest

from plugins.cli.check import check
from plugins.cli.review import ReviewWish, review
from plugins.cli.status import status
from tests.engines.dialects import CANARY, DEEPL, GOOGLE, LIBRETRANSLATE, OPENAI, Dialect
from tests.engines.wire import Loopback, as_json
from tests.site.desk import by_hand, catalogue, entries, folders, run
from tests.site.dutch import LINKED, dutch, stand
from tests.site.newsroom import Newsroom, report
from tests.site.service import MANY, in_dutch, losing_links, settings, texts

pytestmark = pytest.mark.usefixtures("only_loopback")


@pytest.mark.parametrize("dialect", [DEEPL, LIBRETRANSLATE, OPENAI], ids=lambda d: d.name)
def test_an_edition_is_translated_judged_and_shown(newsroom: Newsroom, server: Loopback, dialect: Dialect) -> None:
    """Over each engine's real wire format, links and all."""
    newsroom.write(report("eins", body=f"{stand(7)}\n\n{LINKED}"))
    server.answer = in_dutch(dialect)
    assert run(newsroom, dialect.environment(server.url), engine=dialect.name, lang="nl") == 0
    newsroom.build()
    page = newsroom.read("nl/2024/verslag-eins/index.html")
    assert "Bij stand 7 spraken de gasten lang over nieuwe machines." in page
    assert re.search(r'<a [^>]*href="https://kongress.example"[^>]*>uitvoerige uitnodiging</a> van de', page)


@pytest.mark.parametrize("dialect", [DEEPL, LIBRETRANSLATE, OPENAI], ids=lambda d: d.name)
def test_a_plan_counts_what_would_be_sent(
    newsroom: Newsroom, server: Loopback, capsys: pytest.CaptureFixture[str], dialect: Dialect
) -> None:
    """To the character, as the run sends it afterwards; and sends nothing itself."""
    settings(newsroom, f"{{prices: {{{dialect.name}: 20.0}}}}")
    newsroom.write(report("eins", body=f"{stand(7)}\n\n{LINKED}\n\n{stand(7)}") + report("zwei", body=stand(7)))
    server.answer = in_dutch(dialect)
    environment = dialect.environment(server.url)
    assert run(newsroom, environment, engine=dialect.name, lang="nl", plan=True, format="json") == 0
    planned = json.loads(capsys.readouterr().out)
    assert server.seen == []
    assert run(newsroom, environment, engine=dialect.name, lang="nl") == 0
    sent = texts(server, dialect)
    [engine] = planned["engines"]
    assert engine["segments"] == len(sent) == sum(edition["segments"] for edition in planned["editions"])
    assert engine["characters"] == sum(map(len, sent)) == sum(e["characters"] for e in planned["editions"])
    assert engine["cost"] == pytest.approx(20.0 * engine["characters"] / 1_000_000)
    capsys.readouterr()
    run(newsroom, environment, engine=dialect.name, lang="nl", plan=True)
    assert "Nothing is missing" in capsys.readouterr().out


def test_an_unchanged_text_is_never_sent_twice(newsroom: Newsroom, server: Loopback) -> None:
    """Not in another report, not in a later one, not after it was moved."""
    server.answer = in_dutch(DEEPL)
    environment = DEEPL.environment(server.url)
    newsroom.write(report("eins", body=f"{stand(1)}\n\n{stand(2)}"))
    assert run(newsroom, environment, engine="deepl", lang="nl") == 0
    newsroom.write(report("zwei", body=f"{stand(2)}\n\n{stand(1)}\n\n{stand(3)}"))
    assert run(newsroom, environment, engine="deepl", lang="nl") == 0
    sent = texts(server, DEEPL)
    assert len(sent) == len(set(sent))
    assert sent[-1] == stand(3)


def test_what_a_person_wrote_elsewhere_is_offered_before_any_machine(newsroom: Newsroom, server: Loopback) -> None:
    """As a machine's would be: marked, until somebody looks at it there."""
    server.answer = in_dutch(DEEPL)
    newsroom.write(report("eins", body=stand(1)))
    run(newsroom, DEEPL.environment(server.url), engine="deepl", lang="nl")
    by_hand(newsroom, "reports/eins/nl.po", "Stand 1", "Aan stand 1 werd lang over nieuwe machines gesproken.")
    newsroom.write(report("zwei", body=stand(1)))
    run(newsroom, DEEPL.environment(server.url), engine="deepl", lang="nl")
    entry = entries(newsroom, "reports/zwei/nl.po")[stand(1)]
    assert entry.msgstr == "Aan stand 1 werd lang over nieuwe machines gesproken."
    assert entry.fuzzy


def two_engines(newsroom: Newsroom, server: Loopback, other: Loopback) -> dict[str, str]:
    """DeepL, which may see nothing confidential, and LibreTranslate of the house."""
    settings(newsroom, "{engines: [deepl, libretranslate], confidential: {deepl: false, libretranslate: true}}")
    server.answer, other.answer = in_dutch(DEEPL), in_dutch(LIBRETRANSLATE)
    return {**DEEPL.environment(server.url), **LIBRETRANSLATE.environment(other.url)}


def test_a_quota_that_ends_hands_the_whole_edition_to_the_next(
    newsroom: Newsroom, server: Loopback, other: Loopback
) -> None:
    """No edition mixes two voices, and the one without quota is not asked again."""
    environment = two_engines(newsroom, server, other)
    newsroom.write(report("eins", body=MANY) + report("zwei", body=stand(99)))
    answers = iter([in_dutch(DEEPL)])
    spent = as_json({"message": "Quota Exceeded"}, 456)
    server.answer = lambda seen: next(answers, lambda _seen: spent)(seen) if seen.method == "POST" else as_json({}, 404)
    assert run(newsroom, environment, engine="", lang="nl") == 0
    makers = {entry.comment.partition(";")[0] for entry in entries(newsroom, "reports/eins/nl.po").values()}
    assert makers == {"engine: libretranslate"}
    assert len([seen for seen in server.seen if seen.method == "POST"]) == 2


def test_an_edition_that_the_quota_does_not_cover_goes_to_the_next_engine_whole(
    newsroom: Newsroom, server: Loopback, other: Loopback, capsys: pytest.CaptureFixture[str]
) -> None:
    """Nothing of it is paid for first."""
    environment = two_engines(newsroom, server, other)
    newsroom.write(report("eins"))
    server.answer = lambda _seen: as_json({"character_count": 499_990, "character_limit": 500_000})
    assert run(newsroom, environment, engine="", lang="nl") == 0
    assert {seen.bare_path for seen in server.seen} == {"/v2/usage"}
    told = capsys.readouterr().out
    assert "deepl: 10 characters left of the quota." in told
    assert "10 are left of the quota" in told


def test_a_quota_that_covers_nothing_is_told_once(
    newsroom: Newsroom, server: Loopback, capsys: pytest.CaptureFixture[str]
) -> None:
    """By edition; nothing is sent."""
    settings(newsroom, "{engines: [deepl]}")
    newsroom.write(report("eins"))
    server.answer = lambda _seen: as_json({"character_count": 499_990, "character_limit": 500_000})
    assert run(newsroom, DEEPL.environment(server.url), engine="", lang="nl") == 1
    assert capsys.readouterr().out.count("10 are left of the quota") == 1
    assert {seen.bare_path for seen in server.seen} == {"/v2/usage"}


SECRET = [
    ("confidential", "confidential: true"),
    ("embargo", "embargo: 2026-03-01T14:00+01:00"),
    ("date", "AHEAD"),
]


def held(text: str, more: str) -> str:
    """The report, dated after the day of the tests where that is what holds it back."""
    return (
        text.replace("AHEAD\n", "").replace("date: 2024-05-02", "date: 2026-03-02T09:00") if more == "AHEAD" else text
    )


@pytest.mark.parametrize("more", [more for _, more in SECRET], ids=[name for name, _ in SECRET])
def test_secret_text_never_reaches_an_open_engine(
    newsroom: Newsroom, server: Loopback, other: Loopback, more: str
) -> None:
    """Not its words, not its names, not as context; the engine of the house gets it."""
    environment = two_engines(newsroom, server, other)
    secret = held(report("kanari", more=more, body=stand(1)), more).replace(
        "Kurz gesagt", "Kurz gesagt vom Zwitscherkanari"
    )
    newsroom.write(secret + report("offen", body=stand(2)))
    assert run(newsroom, environment, engine="", lang="nl") == 0
    assert "kanari" not in server.on_the_wire().lower()
    assert "Stand 2" in server.on_the_wire()
    assert "kanari" in other.on_the_wire().lower()
    assert "Stand 2" not in other.on_the_wire()


@pytest.mark.parametrize("more", [more for _, more in SECRET], ids=[name for name, _ in SECRET])
def test_without_an_engine_of_the_house_secret_text_stays_in_it(
    newsroom: Newsroom, server: Loopback, capsys: pytest.CaptureFixture[str], more: str
) -> None:
    """The edition stays missing, and the reason is told, in the plan too."""
    settings(newsroom, "{engines: [deepl], confidential: {deepl: false}}")
    server.answer = in_dutch(DEEPL)
    newsroom.write(held(report("kanari", more=more), more))
    environment = DEEPL.environment(server.url)
    assert run(newsroom, environment, engine="", lang="nl", plan=True) == 0
    assert "may go to no engine here, confidential" in capsys.readouterr().out
    assert run(newsroom, environment, engine="", lang="nl") == 1
    assert "not confidential" in capsys.readouterr().out
    assert server.seen == []
    assert not catalogue(newsroom, "reports/kanari/nl.po").exists()


def test_after_the_embargo_it_is_a_report_like_any_other(
    newsroom: Newsroom, server: Loopback, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The clock of the run decides."""
    settings(newsroom, "{engines: [deepl], confidential: {deepl: false}}")
    server.answer = in_dutch(DEEPL)
    newsroom.write(report("eins", more="embargo: 2026-03-01T14:00+01:00"))
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1772373600")
    assert run(newsroom, DEEPL.environment(server.url), engine="", lang="nl") == 0


def test_a_public_service_needs_consent(
    newsroom: Newsroom, server: Loopback, capsys: pytest.CaptureFixture[str]
) -> None:
    """Without it nothing is sent; what would leave the house is said; --yes is consent."""
    newsroom.write(report("eins"))
    server.answer = in_dutch(GOOGLE)
    environment = GOOGLE.environment(server.url)
    assert run(newsroom, environment, engine="google", lang="nl") == 2
    told = capsys.readouterr().err
    assert "--yes" in told
    assert "nobody has agreed" in told
    assert server.seen == []
    assert run(newsroom, environment, engine="google", lang="nl", plan=True) == 0
    assert "a public web service without a contract" in capsys.readouterr().out
    assert server.seen == []
    assert run(newsroom, environment, engine="google", lang="nl", yes=True) == 0
    assert len(server.seen) == 4


def test_without_any_key_it_says_what_is_missing(newsroom: Newsroom, capsys: pytest.CaptureFixture[str]) -> None:
    """Which engines there might be, and what each of them lacks."""
    settings(newsroom, "{engines: [deepl, libretranslate]}")
    newsroom.write(report("eins"))
    assert run(newsroom, {}, engine="") == 2
    told = capsys.readouterr().err
    assert "DEEPL_AUTH_KEY is not set" in told
    assert "LIBRETRANSLATE_URL is not set" in told


def test_a_budget_stops_before_it_is_exceeded(newsroom: Newsroom, server: Loopback) -> None:
    """What was paid for is not sent again, and no half edition is left."""
    server.answer = in_dutch(DEEPL)
    environment = DEEPL.environment(server.url)
    newsroom.write(report("eins", body=MANY))
    assert run(newsroom, environment, engine="deepl", lang="nl", budget="3300") == 0
    first = texts(server, DEEPL)
    assert 0 < sum(map(len, first)) <= 3300
    assert not catalogue(newsroom, "reports/eins/nl.po").exists()
    assert run(newsroom, environment, engine="deepl", lang="nl") == 0
    sent = texts(server, DEEPL)
    assert len(sent) == len(set(sent)) == 63


def test_what_the_gate_blocks_is_left_to_a_person(
    newsroom: Newsroom, server: Loopback, capsys: pytest.CaptureFixture[str]
) -> None:
    """Asked for again with tokens, then by sentences, then no more; never shown, and told why."""
    newsroom.write(report("eins", body=f"{stand(1)}\n\n{LINKED}"))
    server.answer = losing_links
    environment = DEEPL.environment(server.url)
    assert run(newsroom, environment, engine="deepl", lang="nl") == 1
    assert "1 segment must be translated by a person" in capsys.readouterr().out
    found = {
        source: entry for source, entry in entries(newsroom, "reports/eins/nl.po").items() if "Einladung" in source
    }
    [entry] = found.values()
    assert entry.msgstr == ""
    assert "finding: block: link" in entry.comment
    _is_named(newsroom, capsys)
    newsroom.build()
    assert not [path for path in newsroom.output() if path.startswith("nl/2024/")]
    asked = len(server.seen)
    assert run(newsroom, environment, engine="deepl", lang="nl") == 1
    assert len(server.seen) == asked
    by_hand(
        newsroom,
        "reports/eins/nl.po",
        "Einladung",
        'Meer daarover staat in de <g id="1">uitvoerige uitnodiging</g> van de vereniging.',
    )
    assert run(newsroom, environment, engine="deepl", lang="nl") == 0
    newsroom.build()
    assert newsroom.read("nl/2024/verslag-eins/index.html")


def _is_named(newsroom: Newsroom, capsys: pytest.CaptureFixture[str]) -> None:
    """By ``status``, ``check`` and ``review``: which text waits for a person, and what the gate found in the answer."""
    content, translations, cache = folders(newsroom)
    status(content, translations, "text")
    assert re.search(r"“[^<>]*Einladung[^<>]*” waits for a person.*block: link", capsys.readouterr().out)
    assert check(content, translations, cache, "text", lenient=True) == 0
    assert re.search(r"Einladung.*no answer passed: block: link.*catalogue-refused", capsys.readouterr().out)
    assert review(content, translations, "eins", "nl", ReviewWish("Ans Jansen", "Persdienst")) == 1
    assert "1 text of which no answer of a machine passed" in capsys.readouterr().err


def test_a_blocked_change_leaves_the_last_whole_edition(newsroom: Newsroom, server: Loopback) -> None:
    """With its mark, and the paragraph is not asked for again and again."""
    environment = DEEPL.environment(server.url)
    newsroom.write(report("eins", body=stand(1)))
    server.answer = in_dutch(DEEPL)
    run(newsroom, environment, engine="deepl", lang="nl")
    newsroom.write(report("eins", body=LINKED))
    server.answer = losing_links
    assert run(newsroom, environment, engine="deepl", lang="nl") == 1
    newsroom.build()
    page = newsroom.read("nl/2024/verslag-eins/index.html")
    assert "Bij stand 1" in page
    assert "bijgewerkt" in page
    asked = len(server.seen)
    assert run(newsroom, environment, engine="deepl", lang="nl") == 1
    assert len(server.seen) == asked


def test_keys_are_seen_on_the_wire_and_nowhere_else(
    newsroom: Newsroom,
    server: Loopback,
    other: Loopback,
    capsys: pytest.CaptureFixture[str],
    caplog: pytest.LogCaptureFixture,
) -> None:
    """Not in plan, output, log, journal, cache, catalogue or site, also where a server repeats them."""
    caplog.set_level(0)
    settings(newsroom, "{engines: [openai, deepl, libretranslate]}")
    newsroom.write(report("eins"))
    server.answer = lambda seen: as_json({"message": str(seen.headers), "error": {"message": str(seen.headers)}}, 403)
    other.answer = in_dutch(LIBRETRANSLATE)
    environment = {
        **OPENAI.environment(server.url),
        **DEEPL.environment(server.url),
        **LIBRETRANSLATE.environment(other.url),
    }
    assert run(newsroom, environment, engine="", lang="nl", plan=True) == 0
    assert run(newsroom, environment, engine="", lang="nl", plan=True, format="json") == 0
    assert run(newsroom, environment, engine="", lang="nl") == 0
    server.answer = other.answer = lambda seen: as_json({"message": str(seen.headers)}, 401)
    newsroom.write(report("zwei"))
    assert run(newsroom, environment, engine="", lang="nl") == 1
    newsroom.build()
    told = capsys.readouterr()
    assert CANARY in server.on_the_wire()
    assert CANARY in other.on_the_wire()
    assert CANARY not in told.out + told.err + caplog.text
    assert [p for p in newsroom.root.rglob("*") if p.is_file() and CANARY.encode() in p.read_bytes()] == []


def test_drafts_are_translated_too(newsroom: Newsroom, server: Loopback) -> None:
    """A report is whole on the day it is published; what was withdrawn is not touched."""
    server.answer = in_dutch(DEEPL)
    newsroom.write(report("eins", status="draft") + report("zwei", status="withdrawn", body=stand(9)))
    assert run(newsroom, DEEPL.environment(server.url), engine="deepl", lang="nl") == 0
    assert catalogue(newsroom, "reports/eins/nl.po").exists()
    assert "Stand 9" not in server.on_the_wire()


@pytest.mark.parametrize(
    "wish",
    [{"reports": ("ein",)}, {"lang": "fr"}, {"engine": "deepel"}, {"budget": "viel"}, {"format": "xml"}],
    ids=str,
)
def test_wrong_use_is_told(newsroom: Newsroom, capsys: pytest.CaptureFixture[str], wish: dict[str, Any]) -> None:
    """Code 2 and a sentence, never a traceback."""
    newsroom.write(report("eins"))
    assert run(newsroom, **wish) == 2
    assert capsys.readouterr().err.strip()


def test_one_text_is_asked_for_again_past_what_is_remembered(newsroom: Newsroom, server: Loopback) -> None:
    """The engine gets that text alone; its former words stay where the gate refuses the new ones, or a person wrote them."""
    newsroom.write(report("eins", body=stand(1)))
    environment = DEEPL.environment(server.url)
    server.answer = in_dutch(DEEPL)
    assert run(newsroom, environment, engine="deepl", lang="nl") == 0
    path = catalogue(newsroom, "reports/eins/nl.po")
    [title] = [entry for entry in entries(newsroom, "reports/eins/nl.po").values() if entry.msgctxt == "title"]
    server.seen.clear()
    server.answer = lambda seen: DEEPL.reply([f"{dutch(text)} vandaag" for text in DEEPL.asked(seen)])

    def again() -> int:
        return run(newsroom, environment, engine="deepl", lang="nl", reports=("eins",), again="title")

    assert again() == 0
    assert len(texts(server, DEEPL)) == 1
    assert entries(newsroom, "reports/eins/nl.po")[title.msgid].msgstr == f"{title.msgstr} vandaag"
    server.answer = lambda seen: DEEPL.reply(["" for _ in DEEPL.asked(seen)])
    before = path.read_bytes()
    assert again() == 1
    assert path.read_bytes() == before
    path.write_bytes(before.replace(b'#, fuzzy\nmsgctxt "title"', b'msgctxt "title"'))
    assert again() == 2


def test_of_several_texts_with_one_key_the_one_that_is_named_is_asked_for(
    newsroom: Newsroom, server: Loopback, capsys: pytest.CaptureFixture[str]
) -> None:
    """All paragraphs have the same key: the task names each, and asks for nothing before."""
    newsroom.write(report("eins", body="Die Firma liefert Kabel.\n\nDie Stadt baut Brücken.\n"))
    environment = DEEPL.environment(server.url)
    server.answer = in_dutch(DEEPL)
    run(newsroom, environment, engine="deepl", lang="nl")
    server.seen.clear()
    wanted: dict[str, Any] = {"engine": "deepl", "lang": "nl", "reports": ("eins",)}
    assert run(newsroom, environment, **wanted, again="body/paragraph") == 2
    told = capsys.readouterr().err
    [name] = re.findall(r"--again (\S+)   Die Stadt", told)
    assert texts(server, DEEPL) == []
    run(newsroom, environment, **wanted, again=name)
    assert [text for text in texts(server, DEEPL) if "Kabel" in text] == []
    assert any("Brücken" in text for text in texts(server, DEEPL))
