"""Texts that are no texts: their reading ends soon, with a document or with a refusal."""

from __future__ import annotations

import sys
from collections import Counter
from types import FrameType

import pytest

from plugins.markup.convert import convert
from plugins.markup.dialect.step import plain_markdown
from plugins.markup.errors import TooDeepError


def calls(text: str) -> int:
    """How many calls of functions a conversion takes; a refusal ends them."""
    count: Counter[str] = Counter()

    def profile(_frame: FrameType, event: str, _argument: object) -> None:
        count[event] += 1

    before = sys.getprofile()
    sys.setprofile(profile)
    try:
        convert(text)
    except TooDeepError:
        pass
    finally:
        sys.setprofile(before)
    return count["call"] + count["c_call"]


PATTERNS = {
    "stars": "*",
    "stars with blanks": "* ",
    "letters and stars": "*a",
    "bars": "|",
    "backticks": "`",
    "open brackets": "[",
    "open pictures": "![",
    "open links": "[a](",
    "closed brackets": "](",
    "angles": "<",
    "tags": "<a ",
    "comments": "<!--",
    "quotes": ">",
    "headings": "# a\n",
    "numbers": "1. ",
    "items": "1. a\n",
    "words": "Wort und ",
    "addresses": "https://",
    "footnotes": "[^1]",
    "headings over words": "# a\nb\n",
    "lines under words": "a\n=\n",
    "definitions": ": a\n",
}
BEFORE = {"footnotes": "[^1]: Note\n\n", "definitions": "Term\n"}


@pytest.mark.parametrize("name", PATTERNS)
def test_twice_the_text_is_twice_the_work(name: str) -> None:
    """Counted in calls; a refusal is soonest."""
    pattern = PATTERNS[name]
    once, twice = (calls(BEFORE.get(name, "") + pattern * (size // len(pattern))) for size in (4_000, 8_000))
    assert twice <= 2.6 * once + 1_000


@pytest.mark.parametrize("pattern", ["[", "![", "[a](", "[a]: [", "[[a] "])
def test_brackets_without_an_end_are_refused(pattern: str) -> None:
    """100,000 of them: a reader of Markdown would look for the end of each."""
    with pytest.raises(TooDeepError):
        plain_markdown(pattern * 100_000)


@pytest.mark.parametrize(
    "text",
    [
        "[words](https://www.example.org/a) and more. " * 5_000,
        "- [ ] to be done\n" * 5_000,
        ("A [word] in brackets. " * 20 + "\n\n") * 500,
        "An open [ bracket. " * 300,
    ],
    ids=["links", "boxes", "words", "open"],
)
def test_many_brackets_that_close_are_read(text: str) -> None:
    """However long the text."""
    assert plain_markdown(text)


@pytest.mark.parametrize("row", ["1" * 60, "1. " * 40, "1.2.3.4.5.6." * 8, "12/13/14/15/16–" * 5 + "!"])
def test_a_row_of_numbers_is_read_once(row: str) -> None:
    """Behind the number of an item, where a month may follow."""
    assert calls(f"2. {row}!\n3. {row}!\n") < 20_000


def test_headings_of_one_name_have_addresses_of_their_own() -> None:
    """However many they are."""
    ids = [heading.id for heading in convert("# a\n" * 300).headings]
    assert len(set(ids)) == 300


@pytest.mark.parametrize("between", ["\n", "\n\n"], ids=["tight", "loose"])
def test_a_glossary_is_one_list(between: str) -> None:
    """Terms and definitions by the hundred, with or without blank lines between them."""
    html = convert(between.join(f"Begriff {n}\n: Erklärung {n}" for n in range(700))).html
    assert (html.count("<dl>"), html.count("<dt>"), html.count("<dd>")) == (1, 700, 700)
