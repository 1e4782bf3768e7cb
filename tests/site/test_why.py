"""``why``: the reason, the parts that differ, the files that changed, and what would be different."""

from __future__ import annotations

from pathlib import Path

import pytest

from plugins.build.why import why
from tests.site.newsroom import GROUND, Newsroom, report


@pytest.fixture
def built(tmp_path: Path) -> Newsroom:
    """Two reports, built."""
    newsroom = Newsroom(tmp_path).write(GROUND).write(report("eins") + report("zwei", topic="handel"))
    newsroom.build()
    return newsroom


def _why(newsroom: Newsroom, address: str) -> str:
    return "\n".join(why(newsroom.config(), address).lines)


def test_a_page_that_stands(built: Newsroom) -> None:
    """Nothing has changed."""
    assert _why(built, "/de/2024/eins/") == (
        "de/2024/eins/index.html stands as it should: nothing that it is made of has changed."
    )


@pytest.mark.parametrize(
    "address",
    ["https://newsroom.example/de/2024/eins/", "/de/2024/eins", "de/2024/eins/index.html", "/de/2024/eins/?a=1#b"],
)
def test_a_page_may_be_named_in_many_ways(built: Newsroom, address: str) -> None:
    """As a browser shows it, or as a file."""
    assert _why(built, address).startswith("de/2024/eins/index.html stands")


def test_an_edited_text(built: Newsroom) -> None:
    """The part, the file and the line are named."""
    built.write(report("eins", body="Ein anderer Absatz."))
    said = _why(built, "/de/2024/eins/")
    assert "what it is made of has changed: text differs." in said
    assert "content/reports/2024/eins/de.md" in said
    assert "-<p>Ein zweiter Absatz.</p>" in said
    assert "+<p>Ein anderer Absatz.</p>" in said


def test_an_edited_text_leaves_other_pages_alone(built: Newsroom) -> None:
    """A list shows no bodies."""
    built.write(report("eins", body="Ein anderer Absatz."))
    assert _why(built, "/de/").startswith("de/index.html stands as it should")


def test_an_edited_title_reaches_the_lists(built: Newsroom) -> None:
    """And says so."""
    built.write(report("eins", title="Neuer Titel"))
    assert "has changed: reports differs" in _why(built, "/de/")


def test_a_page_that_was_edited_in_the_output(built: Newsroom) -> None:
    """By something else."""
    page = built.root / "output/de/index.html"
    page.write_text(page.read_text("utf-8") + "<!-- x -->", "utf-8")
    assert "it was changed in the output folder by something else" in _why(built, "/de/")


def test_a_page_that_is_gone(built: Newsroom) -> None:
    """From the output folder."""
    (built.root / "output/de/index.html").unlink()
    assert "it is no longer in the output folder" in _why(built, "/de/")


def test_an_address_of_nothing(built: Newsroom) -> None:
    """With the nearest one there is."""
    answer = why(built.config(), "/de/2024/einz/")
    assert not answer.known
    assert answer.lines[0] == "Nothing of this newsroom stands at de/2024/einz/index.html."
    assert answer.lines[1].startswith("Did you mean de/2024/eins/index.html")


def test_a_newsroom_that_was_never_built(tmp_path: Path) -> None:
    """Everything is to be made."""
    newsroom = Newsroom(tmp_path).write(GROUND).write(report("eins"))
    assert "de/index.html would be made: there is no output folder" in _why(newsroom, "/de/")
    assert not (tmp_path / "output").exists()


def test_asking_changes_nothing(built: Newsroom) -> None:
    """The next build makes what it would have made: the page, and the feeds that carry its text."""
    built.write(report("eins", body="Ein anderer Absatz."))
    before = built.output()
    why(built.config(), "/de/2024/eins/")
    assert built.output() == before
    assert built.build().rendered == 1 + 2 * (3 * 2 + 1)


def test_a_static_file(built: Newsroom) -> None:
    """By its digest."""
    path = next(p for p in built.output() if p.endswith("css/site.css"))
    assert _why(built, path).startswith(f"{path} stands")
