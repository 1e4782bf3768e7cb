"""The guides for editors speak of what stands on the screen, in their language."""

from __future__ import annotations

import re
from pathlib import Path

import polib
import pytest

from tools.desk_journeys import JOURNEYS, TEXT, picture_of
from tools.desk_pictures import DIGEST, LANGUAGES, STEPS, name_of, sources
from tools.screenshots import PICTURES

ROOT = Path(__file__).resolve().parents[1]


@pytest.mark.parametrize("lang", ["de", "nl", "en"])
def test_what_is_bold_stands_on_the_screen(lang: str) -> None:
    """Word for word, in the desk's own catalogue of that language."""
    text = (ROOT / f"docs/guide/{lang}.md").read_text("utf-8")
    shown = {entry.msgstr for entry in polib.pofile(ROOT / f"plugins/desk/words/{lang}.po")}
    bold = set(re.findall(r"\*\*(.+?)\*\*", text))
    assert len(bold) > 20
    assert bold - shown == set()


def test_the_guides_are_one_page_each_and_say_the_same() -> None:
    """The same headings and lists, in at most 70 lines."""
    shapes = set()
    for lang in ("de", "nl", "en"):
        lines = (ROOT / f"docs/guide/{lang}.md").read_text("utf-8").splitlines()
        assert len(lines) <= 70
        shapes.add(tuple(line.partition(" ")[0][:1] for line in lines if line.startswith(("#", "-", "|"))))
    assert len(shapes) == 1


@pytest.mark.parametrize("lang", LANGUAGES)
def test_each_step_has_its_picture_in_its_language(lang: str) -> None:
    """One below each numbered heading, with words for those who do not see it."""
    text = (ROOT / f"docs/guide/{lang}.md").read_text("utf-8")
    below = re.findall(r"^## \d .+\n\n!\[[^\]]{20,}\]\(\.\./pictures/(\S+)\)$", text, re.MULTILINE)
    assert below == [name_of(step, lang) for step in STEPS]
    for name in below:
        assert (PICTURES / name).read_bytes()[8:12] == b"WEBP"


def test_the_pictures_show_the_desk_as_it_is() -> None:
    """They are made anew when a template or the style sheet of the desk changes: `python -m tools.desk_pictures`."""
    assert DIGEST.read_text("utf-8").strip() == sources()


def test_the_journeys_are_counted_and_shown_step_by_step() -> None:
    """Each within what it may take, each step with its picture; all of them together stay small."""
    text = TEXT.read_text("utf-8")
    for journey in JOURNEYS:
        section = text.partition(f"## {journey.title}\n")[2].partition("\n## ")[0]
        count = re.search(r"\*\*(\d+) actions\*\* of at most (\d+)", section)
        assert count is not None
        assert int(count[1]) <= int(count[2]) == journey.most
        shown = re.findall(r"^(\d+)\. .+\n\n   !\[[^\]]{6,}\]\(pictures/(\S+)\)$", section, re.MULTILINE)
        assert [name for _, name in shown] == [picture_of(journey, int(number)) for number, _ in shown]
        assert len(shown) >= 3
    pictures = list(PICTURES.glob("journey-*.webp"))
    assert {path.name for path in pictures} == set(re.findall(r"journey-[\w-]+\.webp", text))
    assert sum(path.stat().st_size for path in pictures) <= 600_000
