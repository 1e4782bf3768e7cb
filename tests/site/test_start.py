"""An own newsroom from a fresh copy, by the guide, with nothing of the founding one in any byte."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from plugins.cli.start import StartOptions, start
from plugins.newsroom.start import Colour, contrast, readable
from tests.site.newsroom import ROOT

GUIDE = (ROOT / "docs/first-hour.md").read_text("utf-8")
GIVEN = StartOptions(
    "Region Nordhafen",
    "https://news.nordhafen.example",
    "de,nl,en",
    "Europe/Berlin",
    "presse@nordhafen.example, 030 23125 410",
    "#003b75",
)
SITE = (
    "name: Trifinium\nurl: https://newsroom.trifinium.example\nlanguages: [de]\ntimezone: UTC\npublisher: {name: T}\n"
)


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """The program without its environment, and a founding newsroom whose words are all over it."""
    for name in ("plugins", "theme", "tools", "tasks.py", "pelicanconf.py", "publishconf.py"):
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, tmp_path / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy2(source, tmp_path / name)
    shutil.copytree(ROOT / "translations/ui", tmp_path / "translations/ui")
    (tmp_path / "content").mkdir()
    (tmp_path / "content/site.yaml").write_text(SITE)
    (tmp_path / "content/canary.jpg").write_bytes(b"Trifinium")
    return tmp_path


def run(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """A task there, with the packages of this environment."""
    environment = {"DREIKLANG_ENVIRONMENT": "current", "PATH": "/usr/bin:/bin", "PYTHONDONTWRITEBYTECODE": "1"}
    command = [sys.executable, "tasks.py", *words]
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)


def blocks(kind: str) -> list[tuple[str, str]]:
    """(file or nothing, text) of the guide's blocks of a kind."""
    return re.findall(rf"^```{kind} ?(\S*)\n(.*?)^```", GUIDE, re.MULTILINE | re.DOTALL)


def bytes_of(folder: Path) -> bytes:
    """Every file below a folder, in one."""
    return b"\n".join(path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file())


def fill(site: Path, facts: str) -> None:
    """Puts the guide's blocks into site.yaml, each in the place of the one of its name."""
    text = site.read_text("utf-8")
    for name, block in re.findall(r"^(\w+):\n((?:  .*\n)+)", facts, re.MULTILINE):
        escaped = block.replace("\\", r"\\")
        text = re.sub(rf"^{name}:\n(?:  .*\n)+", f"{name}:\n{escaped}", text, flags=re.MULTILINE)
    site.write_text(text, "utf-8")


def test_the_guide_leads_to_a_published_report(copy: Path) -> None:
    """At most six commands, each as it stands there; not one byte of the site is the founding newsroom's."""
    commands = [text.strip() for _, text in blocks("sh")]
    assert len(commands) <= 6
    _, begin, new, check, publish = commands
    words = re.findall(r'"([^"]*)"|(\S+)', begin)
    assert run(copy, *[a or b for a, b in words][2:]).returncode == 0
    built = run(copy, "build")
    assert built.returncode == 0, built.stderr
    refused = run(copy, "publish")
    assert (refused.returncode, "legal-gap" in refused.stderr) == (1, True)
    (facts,) = (text for file, text in blocks("yaml") if file)
    fill(copy / "content/site.yaml", facts)
    assert run(copy, "new", "first-report", "--title", "Nordhafen eröffnet einen Kai").returncode == 0
    assert "new first-report" in new
    (report,) = (copy / "content/reports").glob("*/first-report")
    ((_, text),) = blocks("markdown")
    (report / "de.md").write_text(text, "utf-8")
    told = (report / "report.yaml").read_text("utf-8")
    (report / "report.yaml").write_text(told.replace("status: draft", "status: published"), "utf-8")
    checked = run(copy, *check.split()[2:])
    assert checked.returncode == 0, checked.stdout
    done = run(copy, *publish.split()[2:])
    assert done.returncode == 0, done.stderr
    site = bytes_of(copy / "output")
    assert b"Der Kai ist <strong>offen</strong>" in site
    assert b"rifinium" not in site
    imprint = (copy / "output/de/imprint/index.html").read_text("utf-8")
    assert "Amtsgericht Nordhafen" in imprint
    assert "Umsatzsteuer" not in imprint
    statement = (copy / "output/nl/accessibility/index.html").read_text("utf-8").replace("\xa0", " ")
    assert "Schlichtungsstelle nach § 16 BGG" in statement
    assert "none" not in re.sub(r"<[^>]+>", "", imprint)


def test_nothing_that_was_there_is_lost(copy: Path) -> None:
    """The founding newsroom stands in example/, byte for byte; a second start is refused."""
    before = bytes_of(copy / "content")
    assert start(str(copy / "content"), str(copy / "translations"), GIVEN) == 0
    assert bytes_of(copy / "example/content") == before
    own = bytes_of(copy / "content")
    assert b"rifinium" not in own
    assert start(str(copy / "content"), str(copy / "translations"), GIVEN) == 2
    assert bytes_of(copy / "content") == own
    assert not list(copy.glob(".start-*"))


@pytest.mark.parametrize("stop", [0, 1, 2, 3])
def test_a_start_that_was_stopped_is_whole_the_second_time(
    copy: Path, monkeypatch: pytest.MonkeyPatch, stop: int
) -> None:
    """Wherever it ended: nothing of the founding newsroom is lost, and the new one is there."""
    import os

    moves = iter(range(99))

    class StoppedError(BaseException):
        pass

    def step(work: Callable[..., Any]) -> Callable[..., Any]:
        def counted(*given: Any) -> Any:
            if next(moves) == stop:
                raise StoppedError
            return work(*given)

        return counted

    before = bytes_of(copy / "content")
    with monkeypatch.context() as patch:
        patch.setattr(Path, "rename", step(Path.rename))
        patch.setattr(os, "replace", step(os.replace))
        with pytest.raises(StoppedError):
            start(str(copy / "content"), str(copy / "translations"), GIVEN)
    assert start(str(copy / "content"), str(copy / "translations"), GIVEN) == 0
    assert bytes_of(copy / "example/content") == before
    assert b"Nordhafen" in bytes_of(copy / "content")
    assert (copy / "translations/ui/de.po").exists()


@pytest.mark.parametrize(
    ("name", "value"),
    [("languages", "de, xx"), ("press", "nobody"), ("colour", "blue"), ("address", "ftp://x"), ("timezone", "Mars")],
)
def test_an_answer_that_cannot_be_is_told(
    copy: Path, capsys: pytest.CaptureFixture[str], name: str, value: str
) -> None:
    """With what is needed; nothing is touched."""
    from dataclasses import replace

    before = bytes_of(copy)
    assert start(str(copy / "content"), str(copy / "translations"), replace(GIVEN, **{name: value})) == 2
    assert value.split(", ")[-1] in capsys.readouterr().err
    assert bytes_of(copy) == before


@pytest.mark.parametrize("colour", [(255, 255, 0), (0, 0, 0), (255, 255, 255), (0, 59, 117)])
@pytest.mark.parametrize("paper", [(255, 255, 255), (17, 21, 24)])
def test_any_colour_is_made_readable(colour: Colour, paper: Colour) -> None:
    """At least 4.5 to 1, on light and on dark paper."""
    assert contrast(readable(colour, paper), paper) >= 4.5
