"""docs/recipes.md, followed step by step in a copy of the repository."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.site.newsroom import GROUND, ROOT, Newsroom, report

RECIPES = dict(section.split("\n", 1) for section in (ROOT / "docs/recipes.md").read_text("utf-8").split("\n## ")[1:])
_BLOCK = re.compile(
    r"^```\w+ (?:new=\"(?P<new>[^\"]+)\"|in=\"(?P<file>[^\"]+)\" after=(?P<mark>[\"'])(?P<after>.+?)(?P=mark)|run)\n"
    r"(?P<text>.*?)^```$",
    re.M | re.S,
)
COPIED = ("plugins", "theme", "tools", "translations/ui")


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """The program, to be changed."""
    for folder in COPIED:
        shutil.copytree(ROOT / folder, tmp_path / folder, ignore=shutil.ignore_patterns("__pycache__"))
    for file in ("tasks.py", "pelicanconf.py", "publishconf.py", "requirements.lock", "requirements-dev.lock"):
        shutil.copy(ROOT / file, tmp_path / file)
    return tmp_path


def follow(recipe: str, root: Path) -> int:
    """Does what a recipe says; how many steps it has."""
    steps = list(_BLOCK.finditer(RECIPES[recipe]))
    for step in steps:
        if step["new"]:
            (root / step["new"]).write_text(step["text"], "utf-8")
        elif step["file"]:
            file = root / step["file"]
            lines = file.read_text("utf-8").split("\n")
            assert step["after"] in lines, (step["file"], step["after"])
            lines.insert(lines.index(step["after"]) + 1, step["text"].rstrip("\n"))
            file.write_text("\n".join(lines), "utf-8")
        else:
            subprocess.run(["sh", "-ec", step["text"]], cwd=root, check=True)
    return len(steps)


def run(root: Path, *command: str) -> str:
    """What a command of the copy prints."""
    environment = {**os.environ, "DREIKLANG_ENVIRONMENT": "current", "DREIKLANG_NOW": "2026-03-01T12:00:00Z"}
    done = subprocess.run(
        [sys.executable, *command], cwd=root, env=environment, capture_output=True, text=True, check=False
    )
    return done.stdout + done.stderr


def build(root: Path, more: str = "") -> Path:
    """A newsroom of one report, built by the copy; its output."""
    newsroom = Newsroom(root).write(GROUND).write(report("eins", more=more))
    said = run(root, "tasks.py", "build", "--content", str(newsroom.root / "content"))
    assert "rendered" in said, said
    return root / "output"


def output(root: Path) -> None:
    """The file stands there, and follows a name that changes."""
    assert "Erika Muster\n" in (build(root) / "humans.txt").read_text("utf-8")
    people = root / "content/people.yaml"
    people.write_text(people.read_text("utf-8").replace("Erika Muster", "Erika Neu"), "utf-8")
    run(root, "tasks.py", "build")
    assert "Erika Neu\n" in (root / "output/humans.txt").read_text("utf-8")


def field(root: Path) -> None:
    """It is read, and shown."""
    assert "<p>Halle 2</p>" in (build(root, more="room: Halle 2") / "de/2024/eins/index.html").read_text("utf-8")


def check(root: Path) -> None:
    """It is found by the task."""
    (root / "a.txt").write_text("Die Messe beginnt am Montag in Dortmund.\n", "utf-8")
    (root / "b.txt").write_text("THE FAIR BEGINS ON MONDAY IN DORTMUND.\n", "utf-8")
    assert "shouting" in run(root, "tasks.py", "gate", "a.txt", "b.txt", "--from", "de", "--to", "en")


def engine(root: Path) -> None:
    """It can be named."""
    program = "from plugins.translation.engines.registry import engine_for; print(engine_for('echo', {}).info().name)"
    assert run(root, "-c", program).strip() == "echo"


def language(root: Path) -> None:
    """Pages are in it."""
    newsroom = Newsroom(root).write(GROUND).write(report("eins"))
    site = newsroom.root / "content/site.yaml"
    site.write_text(re.sub(r"languages: \[.*?\]", "languages: [de, nl, en, fr]", site.read_text("utf-8")), "utf-8")
    newsroom.put("content/reports/2024/eins/fr.md", b"---\ntitle: Un\nteaser: Bref.\n---\nDes mots.\n")
    said = run(root, "tasks.py", "build")
    assert "rendered" in said, said
    page = (root / "output/fr/2024/eins/index.html").read_text("utf-8")
    assert 'lang="fr"' in page
    assert "Contact presse" in page


PROOFS: dict[str, Callable[[Path], None]] = {
    "A kind of output": output,
    "A field of report.yaml": field,
    "A check of the gate": check,
    "An engine": engine,
    "A language": language,
}


@pytest.mark.parametrize("recipe", PROOFS)
def test_a_recipe_can_be_followed(copy: Path, recipe: str) -> None:
    """And what comes of it is there."""
    assert follow(recipe, copy) == RECIPES[recipe].count("\n```") // 2
    PROOFS[recipe](copy)


def test_each_recipe_is_proved() -> None:
    """None stands there that nobody follows."""
    assert RECIPES.keys() == PROOFS.keys()
