"""The clock: when the newsroom next changes by itself, and that it is published then, on the minute."""

from __future__ import annotations

import datetime as dt
import json
import re
import shlex
import shutil
import subprocess
import threading
from typing import Any

import pytest
from invoke.parser import Parser

import plugins.cli.watch
import tasks
from plugins.build.schedule import Moment
from plugins.cli.due import Window, decide
from plugins.cli.due import due as due_task
from plugins.cli.publish import publish
from plugins.cli.watch import follow, publish_watch
from tests.site.desk import folders
from tests.site.newsroom import ROOT, Newsroom, jpeg, report

NOW = dt.datetime(2024, 5, 2, 7, 37, tzinfo=dt.UTC)
EMBARGO = "embargo: 2024-05-02T10:00\n"
PHOTO = "photos: [{file: bild.jpg, credit: Jäger, consent_until: 2024-05-31}]\n"


def minutes(*offsets: int) -> tuple[Moment, ...]:
    """Moments so many minutes from now."""
    return tuple(Moment(NOW + dt.timedelta(minutes=offset), "reports/2024/eins", "why") for offset in offsets)


def due(newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch, fmt: str, window: Window) -> list[float]:
    """The task at ``NOW``, with a clock that goes on as it sleeps; how long it slept."""
    slept: list[float] = []
    monkeypatch.setattr("plugins.cli.due.read_clock", lambda: NOW + dt.timedelta(seconds=sum(slept)))
    assert due_task(*folders(newsroom), fmt, window, sleep=slept.append) == 0
    return slept


def test_the_next_embargo_is_told(
    newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """In the newsroom's own time; drafts are no change."""
    early = report("zwei", status="draft", more="embargo: 2024-05-02T09:45\n")
    newsroom.write(report("eins", more=EMBARGO) + early)
    due(newsroom, monkeypatch, "text", Window())
    assert capsys.readouterr().out == "2024-05-02T10:00+02:00  reports/2024/eins: its embargo ends\n"


def test_a_right_that_ends_is_a_change(
    newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """At the end of its last day; and where nothing is to come, that is said."""
    newsroom.put("content/reports/2024/eins/photos/bild.jpg", jpeg())
    words = "photos: {bild.jpg: {alt: Ein Bild, caption: Ein Bild}}\nteaser:"
    newsroom.write(report("eins", date="2024-04-01", more=PHOTO).replace("teaser:", words))
    due(newsroom, monkeypatch, "json", Window())
    told = json.loads(capsys.readouterr().out)["next"]
    assert told["at"] == "2024-06-01T00:00+02:00"
    assert "bild.jpg" in told["reason"]
    newsroom.write(report("eins", date="2024-04-01"))
    due(newsroom, monkeypatch, "text", Window())
    assert capsys.readouterr().out == "nothing more changes by itself\n"


def test_it_waits_for_the_minute_itself(
    newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A machine that looks once an hour publishes on time."""
    newsroom.write(report("eins", more=EMBARGO))
    assert sum(due(newsroom, monkeypatch, "github", Window(wait=75))) == 23 * 60
    assert capsys.readouterr().out == "due=true\nmore=false\nnext=\n"


@pytest.mark.parametrize(
    ("offsets", "due", "more", "wait"),
    [
        ((), False, False, None),
        ((76, 1000), False, False, None),
        ((75,), True, False, 75),
        ((20, 20, 50), True, True, 20),
        ((20, 20), True, False, 20),
        ((-179, 400), True, False, None),
        ((-179, 20), True, True, None),
        ((-181,), False, False, None),
        ((0,), True, False, None),
    ],
)
def test_what_a_run_of_the_clock_does(offsets: tuple[int, ...], due: bool, more: bool, wait: int | None) -> None:
    """Publish what an earlier run may have missed at once, else wait for the first; say whether another follows."""
    answer, until = decide(minutes(*offsets), NOW, Window(since=180, wait=75))
    assert (answer.due, answer.more) == (due, more)
    assert until == (None if wait is None else NOW + dt.timedelta(minutes=wait))


def test_an_unknown_format_is_wrong_use(newsroom: Newsroom, capsys: pytest.CaptureFixture[str]) -> None:
    """Exit code 2."""
    newsroom.write(report("eins"))
    assert due_task(str(newsroom.root / "content"), "", str(newsroom.root / "cache"), "xml", Window()) == 2
    assert "There is no format “xml”" in capsys.readouterr().err


def test_watching_publishes_at_changes_and_at_the_moment() -> None:
    """And at nothing else."""
    clock = iter(NOW + dt.timedelta(minutes=minute) for minute in range(100))
    moments = iter([NOW + dt.timedelta(minutes=2), NOW + dt.timedelta(minutes=9), None])
    looks: list[str] = []

    def changes() -> object:
        for number in range(6):
            looks.append(f"look {number}")
            yield number == 4

    follow(changes(), lambda: looks.append("publish"), lambda: next(moments), lambda: next(clock))  # type: ignore[arg-type]
    assert [look for look in looks if look == "publish"] == ["publish"] * 3
    assert looks == ["publish", "look 0", "look 1", "look 2", "publish", "look 3", "look 4", "publish", "look 5"]


def test_a_watch_publishes_what_is_written(newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch) -> None:
    """The real task, ended from outside as Ctrl+C does."""
    newsroom.write(report("eins"))
    stop, pages = threading.Event(), list[list[str]]()
    monkeypatch.setattr(plugins.cli.watch, "LOOK", 20)

    def published(*given: Any) -> int:
        code = publish(*given)
        pages.append(sorted(path for path in newsroom.output("public") if "/2024/" in path and "de" in path))
        if len(pages) == 1:
            newsroom.write(report("zwei"))
        else:
            stop.set()
        return code

    monkeypatch.setattr(plugins.cli.watch, "publish", published)
    assert publish_watch(*newsroom.folders("public"), 1, stop) == 0
    assert "de/2024/zwei/index.html" not in pages[0]
    assert "de/2024/zwei/index.html" in pages[-1]


@pytest.mark.parametrize("name", ["dreiklang.service", "crontab"])
def test_what_is_shipped_for_a_server_calls_the_task(name: str) -> None:
    """With options that exist."""
    text = (ROOT / "docs/server" / name).read_text("utf-8")
    (words,) = re.findall(r"^(?:ExecStart=|\*).*?/usr/bin/python3 tasks\.py (.*?)(?: >>.*)?$", text, re.MULTILINE)
    parsed = Parser(contexts=tasks.namespace.to_contexts()).parse_argv(shlex.split(words))
    assert [context.name for context in parsed] == ["publish"]
    assert f"server/{name}" in (ROOT / "docs/publishing.md").read_text("utf-8")


def test_the_unit_is_one_for_systemd() -> None:
    """Judged by systemd itself where the machine has it."""
    unit = ROOT / "docs/server/dreiklang.service"
    assert "--watch" in unit.read_text("utf-8")
    if program := shutil.which("systemd-analyze"):
        done = subprocess.run([program, "verify", str(unit)], capture_output=True, text=True, check=False)
        assert str(unit.name) not in done.stderr.replace("Command /usr/bin/python3 is not executable", ""), done.stderr
