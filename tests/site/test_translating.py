"""Whole runs of ``translate`` against servers that speak the engines' wire format."""

from __future__ import annotations

import html
import json
import os
import re
import resource
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from plugins.memo.lock import Lock
from tests.engines.dialects import CANARY, DEEPL, GOOGLE, LIBRETRANSLATE, OPENAI, Dialect
from tests.engines.wire import Loopback, Reply, Seen, as_json, serve
from tests.site.desk import by_hand, catalogue, entries, folders, run
from tests.site.dutch import LINKED, dutch, stand
from tests.site.newsroom import ROOT, Newsroom, report

MANY = "\n\n".join(stand(number) for number in range(1, 61))
"""More paragraphs than DeepL takes in one request."""


@pytest.fixture(autouse=True)
def only_loopback(monkeypatch: pytest.MonkeyPatch) -> None:
    """No proxy of the machine stands between a test and its server; the newsroom's clock is 1 March 2026."""
    for name in ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "http_proxy", "https_proxy", "all_proxy"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("NO_PROXY", "127.0.0.1,localhost")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1772366400")


@pytest.fixture
def server() -> Iterator[Loopback]:
    """A loopback server; a test sets its ``answer``."""
    loopback, stop = serve(lambda _seen: Reply(404))
    yield loopback
    stop()


@pytest.fixture
def other() -> Iterator[Loopback]:
    """A second server."""
    loopback, stop = serve(lambda _seen: Reply(404))
    yield loopback
    stop()


def in_dutch(dialect: Dialect) -> Callable[[Seen], Reply]:
    """A server of that service that knows Dutch."""
    return lambda seen: dialect.reply([dutch(text) for text in dialect.asked(seen)])


def settings(newsroom: Newsroom, translation: str) -> None:
    """Another line ``translation:`` in site.yaml."""
    site = newsroom.root / "content/site.yaml"
    text = re.sub(r"translation: .*", f"translation: {translation}", site.read_text("utf-8"))
    site.write_text(text, "utf-8")


def texts(loopback: Loopback, dialect: Dialect) -> list[str]:
    """Every text a server was asked for, without markup."""
    return [
        html.unescape(re.sub(r"<[^>]*>", "", text))
        for seen in loopback.seen
        if seen.method == "POST" and "glossar" not in seen.path
        for text in dialect.asked(seen)
    ]


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
    server.answer = lambda seen: next(answers, lambda _seen: as_json({"message": "Quota Exceeded"}, 456))(seen)
    assert run(newsroom, environment, engine="", lang="nl") == 0
    makers = {entry.comment.partition(";")[0] for entry in entries(newsroom, "reports/eins/nl.po").values()}
    assert makers == {"engine: libretranslate"}
    assert len([seen for seen in server.seen if seen.method == "POST"]) == 2


SECRET = [
    ("confidential", "confidential: true"),
    ("embargo", "embargo: 2026-03-01T14:00+01:00"),
]


@pytest.mark.parametrize("more", [more for _, more in SECRET], ids=[name for name, _ in SECRET])
def test_secret_text_never_reaches_an_open_engine(
    newsroom: Newsroom, server: Loopback, other: Loopback, more: str
) -> None:
    """Not its words, not its names, not as context; the engine of the house gets it."""
    environment = two_engines(newsroom, server, other)
    secret = report("kanari", more=more, body=stand(1)).replace("Kurz gesagt", "Kurz gesagt vom Zwitscherkanari")
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
    newsroom.write(report("kanari", more=more))
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


def losing_links(seen: Seen) -> Reply:
    """DeepL on a bad day: no link comes back."""
    return DEEPL.reply([re.sub(r"</?a[^>]*>|\[G\d+[AZ]\]", "", dutch(text)) for text in DEEPL.asked(seen)])


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


def test_a_catalogue_edited_while_the_run_goes_on_keeps_the_edit(newsroom: Newsroom, server: Loopback) -> None:
    """Also where it is the very text that was asked for, and the file is new."""
    environment = DEEPL.environment(server.url)
    newsroom.write(report("eins", body=f"{stand(1)}\n\n{stand(2)}"))
    server.answer = in_dutch(DEEPL)
    run(newsroom, environment, engine="deepl", lang="nl")
    newsroom.write(report("eins", body=f"{stand(1)}\n\n{stand(3)}\n\n{stand(4)}"))
    run(newsroom, environment, engine="deepl", lang="nl", budget="0")

    def editing(seen: Seen) -> Reply:
        if seen.method == "POST" and "glossar" not in seen.path:
            by_hand(newsroom, "reports/eins/nl.po", "Stand 1", "Mijn eerste alinea.")
            text = catalogue(newsroom, "reports/eins/nl.po").read_text("utf-8")
            assert "Mijn eerste alinea." in text
        return in_dutch(DEEPL)(seen)

    server.answer = editing
    assert run(newsroom, environment, engine="deepl", lang="nl") == 0
    found = entries(newsroom, "reports/eins/nl.po")
    assert found[stand(1)].msgstr == "Mijn eerste alinea."
    assert found[stand(3)].msgstr.startswith("Bij stand 3")
    assert found[stand(4)].msgstr.startswith("Bij stand 4")


def test_words_written_for_the_very_text_that_was_asked_for_win(
    newsroom: Newsroom, server: Loopback, other: Loopback
) -> None:
    """The answer was paid for, and is not used."""
    newsroom.write(report("eins", body=LINKED))
    server.answer = losing_links
    assert run(newsroom, DEEPL.environment(server.url), engine="deepl", lang="nl") == 1
    words = 'Lees de <g id="1">uitnodiging</g> van de vereniging.'

    def editing(seen: Seen) -> Reply:
        by_hand(newsroom, "reports/eins/nl.po", "Einladung", words)
        return in_dutch(LIBRETRANSLATE)(seen)

    other.answer = editing
    environment = LIBRETRANSLATE.environment(other.url)
    assert run(newsroom, environment, engine="libretranslate", lang="nl") == 0
    assert [e.msgstr for s, e in entries(newsroom, "reports/eins/nl.po").items() if "Einladung" in s] == [words]
    assert "Einladung" in "".join(texts(other, LIBRETRANSLATE))


def command(newsroom: Newsroom, server: Loopback) -> subprocess.Popen[str]:
    """``translate`` by DeepL into Dutch, as a process of its own."""
    arguments = ["translate", "--engine", "deepl", "--lang", "nl"]
    environment = {
        **os.environ,
        **DEEPL.environment(server.url),
        "DREIKLANG_ENVIRONMENT": "current",
        "PYTHONUNBUFFERED": "1",
    }
    return subprocess.Popen(
        [sys.executable, str(ROOT / "tasks.py"), *arguments],
        cwd=newsroom.root,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )


def test_a_run_killed_between_two_answers_pays_nothing_twice(newsroom: Newsroom, server: Loopback) -> None:
    """And leaves no half edition."""
    newsroom.write(report("eins", body=MANY))
    running: list[subprocess.Popen[str]] = []

    def killing(seen: Seen) -> Reply:
        if len(server.seen) == 2:
            running[0].send_signal(signal.SIGKILL)
            running[0].wait()
        return in_dutch(DEEPL)(seen)

    server.answer = killing
    running.append(command(newsroom, server))
    running[0].communicate(timeout=120)
    assert running[0].returncode == -signal.SIGKILL
    assert (
        not list((newsroom.root / "translations/reports").rglob("*"))
        if (newsroom.root / "translations/reports").exists()
        else True
    )
    first = texts(server, DEEPL)[:50]
    server.answer = in_dutch(DEEPL)
    server.seen.clear()
    again = command(newsroom, server)
    told, _ = again.communicate(timeout=120)
    assert again.returncode == 0, told
    second = texts(server, DEEPL)
    assert not set(first) & set(second)
    assert len(first) + len(second) == 63
    newsroom.build()
    assert "Bij stand 60" in newsroom.read("nl/2024/verslag-eins/index.html")


def test_two_runs_at_once_pay_once(newsroom: Newsroom, server: Loopback) -> None:
    """The second waits, says so, and then finds everything done."""
    newsroom.write(report("eins"))
    second: list[subprocess.Popen[str]] = []
    said: list[str] = []

    def starting(seen: Seen) -> Reply:
        if not second:
            second.append(command(newsroom, server))
            stdout = second[0].stdout
            assert stdout
            said.append(stdout.readline())
        return in_dutch(DEEPL)(seen)

    server.answer = starting
    first = command(newsroom, server)
    first.communicate(timeout=120)
    rest, _ = second[0].communicate(timeout=120)
    assert (first.returncode, second[0].returncode) == (0, 0)
    assert re.match(r"Waiting for another translation \(process \d+\) to end\.", said[0])
    assert "sent nothing" in rest
    assert len(texts(server, DEEPL)) == 4


def test_a_run_that_waits_in_vain_says_so(newsroom: Newsroom, capsys: pytest.CaptureFixture[str]) -> None:
    """With the process that holds the newsroom."""
    newsroom.write(report("eins"))
    cache = Path(folders(newsroom)[2])
    cache.mkdir()
    lock = Lock(cache / "translations.paid.lock", "translation")
    lock.acquire(0, print)
    try:
        assert run(newsroom, wait=0) == 1
    finally:
        lock.release()
    assert f"Another translation (process {os.getpid()})" in capsys.readouterr().err


class little_space:  # noqa: N801 (used like a function)
    """Lets no file grow beyond so many bytes, as a full disk would."""

    def __init__(self, size: int) -> None:
        self._size = size

    def __enter__(self) -> None:
        self._before = resource.getrlimit(resource.RLIMIT_FSIZE)
        self._handler = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (self._size, self._before[1]))

    def __exit__(self, *_error: object) -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, self._before)
        signal.signal(signal.SIGXFSZ, self._handler)


def test_a_full_disk_stops_the_run_before_it_costs_anything(
    newsroom: Newsroom, server: Loopback, capsys: pytest.CaptureFixture[str]
) -> None:
    """There must be room for the answers before the question leaves."""
    newsroom.write(report("eins"))
    server.answer = in_dutch(DEEPL)
    with little_space(500):
        assert run(newsroom, DEEPL.environment(server.url), engine="deepl", lang="nl") == 1
    assert "no space left" in capsys.readouterr().err
    assert server.seen == []


def test_a_full_disk_at_the_catalogue_loses_no_answer(
    newsroom: Newsroom, server: Loopback, capsys: pytest.CaptureFixture[str]
) -> None:
    """The old file stays, and the next run asks for nothing."""
    environment = DEEPL.environment(server.url)
    newsroom.write(report("eins"))
    server.answer = in_dutch(DEEPL)
    run(newsroom, environment, engine="deepl", lang="nl")
    file = catalogue(newsroom, "reports/eins/nl.po")
    whole = file.read_bytes()
    file.write_bytes(b"")
    file.unlink()
    asked = len(server.seen)
    with little_space(400):
        assert run(newsroom, environment, engine="deepl", lang="nl") == 1
    assert "no space left" in capsys.readouterr().err
    assert list(file.parent.iterdir()) == []
    assert run(newsroom, environment, engine="deepl", lang="nl") == 0
    assert file.read_bytes() == whole
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
def test_wrong_use_is_told(newsroom: Newsroom, capsys: pytest.CaptureFixture[str], wish: dict[str, object]) -> None:
    """Code 2 and a sentence, never a traceback."""
    newsroom.write(report("eins"))
    assert run(newsroom, **wish) == 2
    assert capsys.readouterr().err.strip()
