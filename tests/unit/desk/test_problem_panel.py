"""Tests of plugins/desk/problem_panel.py."""

from __future__ import annotations

import lxml.html

from plugins.desk.problem_panel import EXPLANATIONS, MOST, panel
from plugins.newsroom.problem import Level, Problem

ERROR = Problem(
    "content/a.md", 4, 8, "bad-date", "“x”", "a day", "Write it:\ndate: 2024-05-02", Level.ERROR, "date:  x <b>"
)
WARNING = Problem("content/b.md", 0, 0, "text-link", "a link", "https", "Write it.", Level.WARNING)
NOTICE = Problem("content/b.md", 2, 1, "straight-quotes", '“"”', "„“", "Type them.", Level.NOTICE, '"a"')


def test_the_three_weights_are_told_apart() -> None:
    """Errors are open; the others say how many there are."""
    page = lxml.html.fromstring(panel([NOTICE, ERROR, WARNING, WARNING]))
    groups = [(d.get("class"), "open" in d.attrib, d.findtext("summary")) for d in page.iter("details")]
    assert groups == [
        ("error", True, "1 error"),
        ("warning", False, "2 warnings"),
        ("notice", False, "1 notice"),
    ]


def test_each_has_file_line_words_fix_and_its_explanation() -> None:
    """With the place marked, and nothing that could act in the page."""
    page = lxml.html.fromstring(panel([ERROR]))
    item = page.find(".//li")
    assert item is not None
    assert item.findtext("code") == "content/a.md:4"
    assert item.findtext("pre/mark") == "x"
    (shown,) = item.iter("pre")
    assert (shown.text_content(), item.find("b")) == ("date:  x <b>", None)
    assert [link.get("href") for link in item.iter("a")] == [f"{EXPLANATIONS}#bad-date"]
    assert "Fix: Write it:\ndate: 2024-05-02" in "\n".join(item.itertext("p", "br")).replace("\n\n", "\n")


def test_the_last_good_page_says_so() -> None:
    """And is read out at once."""
    stopped = lxml.html.fromstring(panel([ERROR], is_stopped=True))
    assert stopped.get("role") == "alert"
    assert "last good page" in stopped.text_content()
    assert "last good page" not in panel([ERROR])
    assert panel([]) == ""


def test_a_page_lists_so_many_and_counts_the_rest() -> None:
    """A catalogue with thousands of open findings does not bury the page."""
    page = lxml.html.fromstring(panel([WARNING] * (MOST + 7)))
    assert len(list(page.iter("li"))) == MOST + 1
    assert "7 more" in page.text_content()
