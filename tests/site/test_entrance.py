"""The short way into a build: taken only where it gives the same, and then without starting work."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from unittest import mock

import pytest

from plugins.build.settings_files import sources_of
from plugins.cli import shortcut
from plugins.cli.shortcut import parse
from tests.site.newsroom import ROOT, Newsroom, report

HEAVY = ("pelican", "invoke", "jinja2", "markdown", "yaml", "pydantic", "sqlite3", "babel", "PIL")
ENTER = f"""
import json, sys
from plugins.cli.shortcut import enter
code = enter(sys.argv[1:])
print(json.dumps([code, [name for name in {HEAVY} if name in sys.modules]]))
"""


def folders(newsroom: Newsroom) -> list[str]:
    """The options of a build of this newsroom."""
    named = {name: newsroom.root / name for name in ("content", "translations", "output", "cache")}
    return [word for name, path in named.items() for word in (f"--{name}", str(path))]


def build(newsroom: Newsroom, *more: str) -> str:
    """What the task prints."""
    environment = {**os.environ, "DREIKLANG_ENVIRONMENT": "current"}
    command = [sys.executable, "tasks.py", "build", *folders(newsroom), *more]
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=True)
    return done.stdout


def enter(newsroom: Newsroom) -> tuple[int | None, list[str]]:
    """The answer of the short way, and which heavy libraries it used."""
    command = [sys.executable, "-c", ENTER, "build", *folders(newsroom)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    code, used = json.loads(done.stdout.splitlines()[-1])
    return code, used


def test_a_build_with_nothing_to_do_starts_nothing(newsroom: Newsroom) -> None:
    """It neither loads Pelican nor a parser, a converter, a template engine or the store."""
    newsroom.write(report("eins"))
    assert enter(newsroom) == (None, [])
    assert "rendered 0, reused 0, removed 0" not in build(newsroom)
    assert enter(newsroom) == (0, [])
    assert "rendered 0" in build(newsroom)


def test_an_edited_text_is_built_without_what_reads_front_matter(newsroom: Newsroom) -> None:
    """One page of a report that no feed carries, and the next build has nothing to do."""
    newsroom.write(report("eins", date="2024-01-02") + "".join(report(f"r{number}") for number in range(20)))
    build(newsroom)
    newsroom.write(report("eins", date="2024-01-02", body="Ein anderer Absatz."))
    os.utime(newsroom.root / "content/reports/2024/eins/report.yaml")
    build(newsroom)
    path = newsroom.root / "content/reports/2024/eins/de.md"
    path.write_text(path.read_text("utf-8") + "\nNoch einer.\n", "utf-8")
    code, used = enter(newsroom)
    assert code == 0
    assert not {"pelican", "invoke", "yaml", "pydantic"} & set(used)
    assert "Noch einer." in newsroom.read("de/2024/eins/index.html")
    assert enter(newsroom) == (0, [])


@pytest.mark.parametrize(("large", "more", "warm"), [(0, (), True), (0, ("--jobs", "1"), False), (1, (), False)])
def test_workers_are_warmed_up_where_everything_is_to_be_made(
    newsroom: Newsroom, large: int, more: tuple[str, ...], warm: bool
) -> None:
    """While Pelican is imported; not for a small newsroom, and not where there are none."""
    newsroom.write(report("eins"))
    with mock.patch.object(shortcut, "LARGE", large), mock.patch("plugins.cache.pool.Pool.preheat") as preheat:
        assert shortcut.enter(["build", *folders(newsroom), *more]) is None
    assert preheat.called == warm


def test_workers_are_warmed_up_for_a_changed_theme(newsroom: Newsroom) -> None:
    """Most pages are made again."""
    build(newsroom)
    standing_ = mock.Mock(paths={"theme": ("templates/base.html",)})
    with (
        mock.patch.object(shortcut, "LARGE", -1),
        mock.patch("plugins.build.state.difference", return_value=standing_),
        mock.patch.object(shortcut, "_build", return_value=0),
        mock.patch("plugins.cache.pool.Pool.preheat") as preheat,
    ):
        assert shortcut.enter(["build", *folders(newsroom)]) == 0
    assert preheat.called


def test_an_edit_is_built_without_pelican_and_gives_the_same(newsroom: Newsroom) -> None:
    """What Pelican's settings said is remembered."""
    newsroom.write(report("eins") + report("zwei"))
    build(newsroom)
    newsroom.write(report("eins", title="Anders", body="Ein anderer Absatz."))
    code, used = enter(newsroom)
    assert code == 0
    assert "pelican" not in used
    assert "invoke" not in used
    short = newsroom.output()
    shutil.rmtree(newsroom.root / "output")
    shutil.rmtree(newsroom.root / "cache")
    build(newsroom, "--jobs", "1")
    assert newsroom.output() == short


def test_bad_content_ends_it_with_sentences(newsroom: Newsroom) -> None:
    """Exit code 1, as on the long way."""
    newsroom.write(report("eins"))
    build(newsroom)
    newsroom.write(report("eins", topic="unbekannt"))
    assert enter(newsroom)[0] == 1


@pytest.mark.parametrize(
    "words",
    [
        [],
        ["check"],
        ["build", "check"],
        ["build", "--fresh"],
        ["build", "-c", "content"],
        ["build", "--content"],
        ["build", "--content", "--output"],
        ["build", "--jobs", "many"],
        ["build", "--unknown=1"],
    ],
)
def test_anything_but_a_plain_build_takes_the_long_way(words: list[str]) -> None:
    """Where Invoke says what is wrong."""
    assert parse(words) is None


def test_options_are_read_as_invoke_reads_them(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With an equals sign or without; relative to the current folder."""
    monkeypatch.chdir(tmp_path)
    here = Path(os.path.realpath(tmp_path))
    found = parse(["build", "--output=o", "--jobs", "3", "--cache", "../c"])
    assert found == (here / "content", here / "translations", here / "o", here.parent / "c", 3)


SETTINGS = {
    "PLUGINS": ["plugins.pelican_plugin"],
    "PELICAN_CLASS": type("P", (), {"__module__": "plugins.pelican_plugin"}),
}


@pytest.mark.parametrize(
    ("text", "is_alone"),
    [
        ("from pathlib import Path\nX = 1\n", True),
        ("import os\nX = os.environ['X']\n", False),
        ("from os import environ\n", False),
        ("X = __import__('os')\n", False),
        ("def f():\n    import time\n", False),
    ],
)
def test_settings_that_depend_on_more_than_their_file_are_read_each_time(
    tmp_path: Path, text: str, is_alone: bool
) -> None:
    """Such as the environment, or a file that is imported."""
    conf = tmp_path / "pelicanconf.py"
    conf.write_text(text)
    assert sources_of(conf, SETTINGS) == ((conf,) if is_alone else ())


def test_settings_with_other_plugins_are_read_each_time(tmp_path: Path) -> None:
    """Those want to hear of every run."""
    conf = tmp_path / "pelicanconf.py"
    conf.write_text("X = 1\n")
    assert sources_of(conf, {**SETTINGS, "PLUGINS": ["plugins.pelican_plugin", "sitemap"]}) == ()
    assert sources_of(conf, {**SETTINGS, "PELICAN_CLASS": int}) == ()


def test_our_own_settings_need_not_be_read_again() -> None:
    """The file that is shipped."""
    assert sources_of(ROOT / "pelicanconf.py", SETTINGS) == (ROOT / "pelicanconf.py",)
