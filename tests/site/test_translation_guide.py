"""The guide to translation, run as it stands."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import pytest

import tasks
from tests.site.newsroom import ROOT, Newsroom

GUIDE = (ROOT / "docs" / "translation.md").read_text(encoding="utf-8")
FACTS = """
-- content/reports/2024/messe/report.yaml --
date: 2024-05-02
source_language: de
topics: [energie]
authors: [hans]
status: published
"""
BLOCK = re.compile(r"^```(\w+)(?: file=(\S+))?\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def sessions() -> Iterator[tuple[str, str]]:
    """(command, what it prints) of every console block, in order."""
    for match in BLOCK.finditer(GUIDE):
        if match[1] == "console":
            for part in match[3].split("$ ")[1:]:
                command, _, output = part.partition("\n")
                yield command, output


def call(command: str, capsys: pytest.CaptureFixture[str]) -> str:
    """What a command prints; those that are not our tasks change files as a shell would."""
    words = shlex.split(command)
    if words[0] == "sed":
        old, new = re.fullmatch("s/(.*)/(.*)/", words[2]).groups()  # type: ignore[union-attr]
        file = Path(words[3])
        text = file.read_text("utf-8")
        assert old in text
        file.write_text(text.replace(old, new), "utf-8")
    elif words[0] == "echo":
        Path(words[3]).write_text(f"{words[1]}\n", "utf-8")
    else:
        assert words[:2] == ["python3", "tasks.py"]
        tasks.Tasks(namespace=tasks.namespace).run(["tasks.py", *words[2:]], exit=False)
    captured = capsys.readouterr()
    assert captured.err == ""
    return captured.out


def test_every_example_prints_what_the_guide_says(
    newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """From the first status to the gate, on the report the guide begins with."""
    files = {match[2]: match[3] for match in BLOCK.finditer(GUIDE) if match[2]}
    newsroom.write(FACTS)
    original = "content/reports/2024/messe/de.md"
    (newsroom.root / original).write_text(files.pop(original), "utf-8")
    monkeypatch.chdir(newsroom.root)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1772366400")
    ran = 0
    for command, expected in sessions():
        assert call(command, capsys) == expected, command
        ran += 1
        if command.endswith("translate --engine pseudo") and ran == 3:
            for path, text in files.items():
                assert text in (newsroom.root / path).read_text("utf-8")
    assert ran > 12


def test_every_option_of_translate_is_explained() -> None:
    """None is missing from the guide."""
    names = {argument.name for argument in tasks.namespace["translate"].get_arguments()}
    told = set(re.findall(r"--([a-z]+)", GUIDE))
    assert {name.rstrip("_") for name in names} - {"content", "translations", "cache"} <= told


def test_every_problem_of_translation_is_explained() -> None:
    """Each code that these modules give has its section for editors."""
    sources = "".join(
        path.read_text("utf-8")
        for folder in ("plugins/translation", "plugins/cli")
        for path in (ROOT / folder).rglob("*.py")
    )
    kinds = "catalogue|glossary|xliff|engine|model"
    given = set(re.findall(rf'"((?:{kinds})-[a-z-]+|not-(?:review|adopt)able|unknown-engine)"', sources))
    explained = set(re.findall(r"^### `([a-z-]+)`", (ROOT / "docs/problems.md").read_text("utf-8"), re.MULTILINE))
    checks = {"engine-error", "engine-with-timeout"}
    assert given - explained - checks == set()
