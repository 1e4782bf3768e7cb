"""What checks, builds, translates and imports a text works in proportion to it, whatever stands in it."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from plugins.importing.background import Background
from plugins.importing.errors import SourceError
from plugins.importing.read import read
from plugins.markup.convert import convert
from plugins.markup.errors import TooDeepError
from plugins.newsroom.bundle import load_bundle
from plugins.newsroom.shared import load_shared, make_context
from plugins.translation.segments import cut_edition
from tests.properties.test_gate_effort import OPENINGS, SIGNS, calls
from tests.site.newsroom import GROUND, Newsroom, report

FEW = ("[", '<span lang="x">', "[^1]: ")
LINKS = (
    "[Wort](https://a.example/x) ",
    '<a href="https://a.example/x">Wort</a> ',
    "Satz mit [Wort](https://a.example/x).\n\n",
)
MORE = (
    "\n", "# ", "1) ", "```\n", "~~~", "> > ", "<!--", "&amp;", "](", ")[", "</p>", "<div>", "<table>", "<br>", "| a ",
    "---\n", "a\n", "- a\n", "1. a\n", "    a\n", "<em>", '<a href="x">', "www.a.de ", "a@b.de ", "2024-05-0", "Tel. 0",
    "+49 ", "http://a.de ", "mailto:", "*a", "`a", "==", "[a]: b\n",
)  # fmt: skip


@pytest.fixture(scope="module")
def tasks(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, Callable[[str], object]]]:
    """What is done with a text, by the task that does it."""
    newsroom = Newsroom(tmp_path_factory.mktemp("effort")).write(GROUND + report("eins"))
    content = newsroom.root / "content"
    context, folder = make_context(content, *load_shared(content)), content / "reports/2024/eins"
    head = (folder / "de.md").read_text("utf-8")
    found = load_bundle(folder, context).report
    assert found is not None

    def check(text: str) -> None:
        (folder / "de.md").write_text(f"{head}{text}\n", "utf-8")
        load_bundle(folder, context)

    yield {
        "check": check,
        "build": built,
        "translate": lambda text: cut_edition(replace(found.original, body=text)),
        "import text": lambda text: imported("kai.txt", f"Ein Titel\n\n{text}"),
        "import page": lambda text: imported("kai.html", f"<html><body><h1>Ein Titel</h1><p>{text}</body></html>"),
        "import Markdown": lambda text: imported("kai.md", f"# Ein Titel\n\n{text}"),
    }


def test_many_contacts_are_gone_through_once() -> None:
    """Each with a name of its own."""

    def contacts(number: int) -> int:
        people = "".join(f"Kontakt: Mia Muster{n}\nTel. 0231 1234{n}\na{n}@b.example\n\n" for n in range(number))
        return calls(lambda: imported("kai.md", f"# Ein Titel\n\n{people}"))

    assert contacts(80) <= 5 * contacts(20)


def built(text: str) -> None:
    """Makes it HTML; a text beyond sense is refused by ``check`` before."""
    with contextlib.suppress(TooDeepError):
        convert(text)


def imported(name: str, text: str) -> None:
    """Reads it as a file; a refusal is an answer too."""
    try:
        read(text.encode(), name, Background())
    except SourceError as error:
        assert error.fix


def is_linear(work: Callable[[str], object], unit: str, size: int = 400) -> bool:
    """Whether five times the text is at most seven and a half times the work, in calls of functions.

    A few calls for each sign are no matter: a short text may go a shorter way; so may one of medium length, why half
    of it is looked at, too.
    """
    work(unit * 100)
    half, whole, large = (calls(lambda count=count: work(unit * count)) for count in (size // 2, size, 5 * size))  # type: ignore[misc]
    return large <= max(7.5 * whole, 7.5 * half, 20_000)


@pytest.mark.parametrize("task", ["check", "build", "translate", "import Markdown"])
def test_signs_and_openings_cost_what_they_are_long(tasks: dict[str, Callable[[str], object]], task: str) -> None:
    """Those that have once cost more."""
    assert [unit for unit in FEW if not is_linear(tasks[task], unit)] == []


@pytest.mark.parametrize("unit", LINKS[:2])
def test_links_cost_what_they_are_long(tasks: dict[str, Callable[[str], object]], unit: str) -> None:
    """A text that was copied full of them, in Markdown and in HTML, all of one address."""
    assert is_linear(tasks["import text"], unit, 100)


@pytest.mark.parametrize("unit", ["a@b.de ", "www.a.de "])
def test_addresses_cost_what_they_are_long(tasks: dict[str, Callable[[str], object]], unit: str) -> None:
    """A list of hundreds of mailboxes, as a distribution list has them."""
    assert is_linear(tasks["translate"], unit)


def test_short_paragraphs_cost_what_they_are_long(tasks: dict[str, Callable[[str], object]]) -> None:
    """Each may be a heading, which the one below it decides."""
    assert is_linear(tasks["import text"], "[a]: b\n", 100)


@pytest.mark.nightly
@pytest.mark.parametrize("unit", [*SIGNS, *OPENINGS, *LINKS, *MORE])
def test_every_sign_and_opening_costs_what_it_is_long(tasks: dict[str, Callable[[str], object]], unit: str) -> None:
    """In every task, and a hundred thousand letters of it end."""
    assert [name for name, work in tasks.items() if not is_linear(work, unit)] == []
    for work in tasks.values():
        work(unit * (100_000 // len(unit)))


def test_a_text_that_is_nested_beyond_sense_is_refused_in_a_sentence(tmp_path: Path) -> None:
    """By import as by check: no traceback."""
    for name in ("kai.md", "kai.txt"):
        imported(name, "# Titel\n\n" + ">" * 3_000)
    with pytest.raises(SourceError, match="hundreds deep"):
        read(b"# Titel\n\n" + b">" * 3_000, "kai.md", Background())
