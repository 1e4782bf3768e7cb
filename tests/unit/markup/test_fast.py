"""The faster converter gives what the library gives, byte for byte."""

from __future__ import annotations

import sysconfig
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from plugins.markup import python_markdown
from plugins.markup.fast import PROVED, fast_converter, is_proved
from plugins.markup.fast_blocks import is_plain
from plugins.markup.python_markdown import extensions, plain_converter, to_html
from tests.founding.newsroom import CONTENT

ROOT = Path(__file__).parents[3]
PLAIN = plain_converter()
FAST = fast_converter(extensions())


def _words(line: str) -> list[str]:
    return line.split(" ")


PIECES = st.sampled_from(
    _words(
        "* ** *** _ __ ` `` ``` ~~~ \\ \\\\ \\* [ ] ( ) ![ < > <b> </b> <div> </div> <br> <script> <!--c--> & &amp; &#"
        " # ##  -  +  1.  ٣.  > | a|b --|-- :-: === --- *** : [^1] [^1]: [a] [a][a] ]( ](u) (photo:a.jpg) *[HTML]:"
        " HTML <http://x> <a@b.c> ' \" {#id} é klzzwxh:0000 &nbsp; http://x_y_z 2024 word"
    )
)
SPACES = st.sampled_from(
    ["", " ", "  ", "    ", "\n", "  \n", "\n\n", "\n\n    ", "\t", "\r\n", "\u00a0", "\x0c", "\x02"]
)
SOUP = st.lists(st.tuples(PIECES, SPACES).map("".join), max_size=30).map("".join)
WORDS = st.lists(st.sampled_from(["Wort", "**fett**", "*schräg*", "[Link](https://x.example)", "`code`", "a_b_c", "3"]))
LINES = st.builds(
    lambda mark, words: mark + " ".join(words), st.sampled_from(["", "- ", "1. ", "> ", "## ", "    "]), WORDS
)
TEXTS = st.lists(LINES, max_size=12).flatmap(
    lambda lines: st.sampled_from(["\n", "\n\n"]).map(lambda between: between.join(lines))
)


def both(source: str) -> tuple[str, str]:
    """What the library makes of a text, and what the faster converter does."""
    return PLAIN.reset().convert(source), FAST.reset().convert(source)


@given(st.one_of(SOUP, TEXTS, st.text(max_size=60)))
@settings(max_examples=400, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@example("[^1]: a\n\n[^1][^1]")
@example("*a **b* c**\n\n***d** e*")
@example("a\n=\n\nb\n-")
def test_generated_text_gives_the_same(source: str) -> None:
    """Also what nobody would write."""
    plain, fast = both(source)
    assert fast == plain


@pytest.mark.nightly
@given(SOUP)
@settings(max_examples=20_000, deadline=None)
def test_much_generated_text_gives_the_same(source: str) -> None:
    """The same, for longer."""
    plain, fast = both(source)
    assert fast == plain


def markdown_files() -> Iterator[Path]:
    """Markdown that people wrote: our content, and what comes with the installed packages."""
    for folder in (CONTENT, ROOT / "docs", Path(sysconfig.get_paths()["purelib"])):
        yield from sorted(folder.rglob("*.md"))


def test_text_of_people_gives_the_same() -> None:
    """Every Markdown file at hand, of a size that an editor might write."""
    found = 0
    for path in markdown_files():
        source = path.read_text("utf-8")
        if len(source) > 60_000:
            continue
        plain, fast = both(source)
        assert fast == plain, path
        found += 1
    assert found >= 5


def test_one_text_leaves_nothing_behind_for_the_next() -> None:
    """Definitions, notes, emphasis left open."""
    sources = ["[a]: http://x\n\n[a]", "[a]", "[^1]\n\n[^1]: n", "[^1]", "*[AB]: c\n\nAB", "AB", "**a *b", "c** d*"]
    fresh = [plain_converter().convert(source) for source in sources]
    assert [FAST.reset().convert(source) for source in sources] == fresh


@pytest.mark.parametrize(
    "block", ["Wort", "Wort\nWort", "é - a", "a # b", "a > b", "a: b", "(1)", "„x“", "a|b", "a *b*"]
)
def test_plain_paragraphs_are_known(block: str) -> None:
    """They are most of a text."""
    assert is_plain(block)


@pytest.mark.parametrize(
    "block",
    [
        "",
        "\na",
        " a",
        "# a",
        "a\n# b",
        "> a",
        "- a",
        "* a",
        "+ a",
        "1. a",
        "٣. a",
        "a\n=",
        "a\n-",
        "***",
        "___",
        "a|b\n-|-",
        "[a]: b",
        "[^a]: b",
        "*[a]: b",
        ": a",
        "a\n: b",
        "a\n> b",
        "a\n  > b",
        "a\n1. b",
        "    a",
    ],
)
def test_what_may_be_more_is_not_taken_for_plain(block: str) -> None:
    """It goes through all processors."""
    assert not is_plain(block)


def test_it_is_used_with_the_versions_it_was_proved_with(monkeypatch: pytest.MonkeyPatch) -> None:
    """Another version of the library works as it comes."""
    assert is_proved(), f"prove it against the installed version and add that to PROVED, which is {PROVED}"
    monkeypatch.setattr("plugins.markup.fast.PROVED", (0, 0))
    python_markdown._converter.cache_clear()
    assert to_html("**a**") == "<p><strong>a</strong></p>"
    assert type(python_markdown._converter(0)).__name__ == "Markdown"
    python_markdown._converter.cache_clear()
