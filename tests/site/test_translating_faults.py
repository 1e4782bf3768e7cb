"""Runs of ``translate`` that something comes between: edits, kills, other runs, a full disk."""

from __future__ import annotations

import os
import re
import resource
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from plugins.cache.lock import Lock
from tests.engines.dialects import DEEPL, LIBRETRANSLATE
from tests.engines.wire import Loopback, Reply, Seen
from tests.site.desk import by_hand, catalogue, entries, folders, run
from tests.site.dutch import LINKED, stand
from tests.site.newsroom import ROOT, Newsroom, report
from tests.site.service import MANY, in_dutch, losing_links, texts

pytestmark = pytest.mark.usefixtures("only_loopback")


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


def asked(server: Loopback) -> list[Seen]:
    """The requests with text; what is left of the quota is asked without any."""
    return [seen for seen in server.seen if seen.method == "POST"]


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
        if len(asked(server)) == 2:
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
    assert asked(server) == []


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
