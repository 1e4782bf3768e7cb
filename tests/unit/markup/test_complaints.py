"""What an editor is told of a text."""

from __future__ import annotations

from pathlib import Path

import pytest

from plugins.markup.complaints import problems_of, too_deep
from plugins.markup.convert import convert
from plugins.newsroom.problem import Level, Problem

TEXT = (
    "## Ausblick\n\n[a](/de/x/)\n\n![b](https://x.example/y.png)\n\n[c](#ausblick) [d](#rückblick)\n\n[^1]\n\n[^1]: n\n"
)
PROBLEMS = problems_of(convert(TEXT), "content/reports/2024/x/de.md", 10)


def test_everything_that_was_taken_out_is_told() -> None:
    """With the line of the file, in its order."""
    assert [(problem.line, problem.code) for problem in PROBLEMS] == [
        (12, "text-link"),
        (14, "text-picture"),
        (16, "text-anchor"),
    ]
    assert PROBLEMS[0].found.endswith(": a")
    assert PROBLEMS[1].found.endswith(": b")
    assert PROBLEMS[2].found == "#rückblick"
    assert PROBLEMS[2].expected == "#ausblick"
    assert {problem.level for problem in PROBLEMS} == {Level.WARNING}


def test_a_good_text_gives_no_problem() -> None:
    """Links to headings, footnotes, reports, the web."""
    source = "## A\n\n[a](#a) [b](report:x) [c](https://x.example) ![](photo:d.jpg) [^1]\n\n[^1]: n\n"
    assert problems_of(convert(source), "de.md", 1) == ()


def test_what_has_no_line_concerns_the_file() -> None:
    """Line 0: the words are marked up, and not found as they stand."""
    found = problems_of(convert("[*a* b](/x)"), "de.md", 10)
    assert [problem.line for problem in found] == [0]


@pytest.mark.parametrize("problem", [*PROBLEMS, too_deep("de.md", 5)], ids=lambda problem: problem.code)
def test_each_is_a_whole_sentence_and_explained(problem: Problem) -> None:
    """Also in the list of problems for editors."""
    explained = (Path(__file__).parents[3] / "docs" / "problems.md").read_text("utf-8")
    assert problem.found and problem.expected and problem.fix.endswith(".")
    assert f"### `{problem.code}`" in explained


@pytest.mark.parametrize(
    ("text", "code", "line", "level"),
    [
        ("a\n\n{{< youtube x >}}", "text-foreign-sign", 3, Level.NOTICE),
        ("[a](https://x.de){target=_blank}", "text-foreign-sign", 1, Level.NOTICE),
        ('a\n\n<iframe src="https://x.de"></iframe>', "text-embed", 3, Level.WARNING),
        ("a[^1]", "text-note-missing", 1, Level.WARNING),
        ("a\n\n```\nb", "text-open-code", 3, Level.WARNING),
        ("> 20 % mehr", "text-quoted-number", 1, Level.WARNING),
        ("1. a\n1. b", "text-list-number", 2, Level.NOTICE),
        ("a\n##Titel", "text-heading-blank", 2, Level.NOTICE),
        ("## Ein Titel\n\na", "text-title-twice", 1, Level.NOTICE),
        ("[a](https:/x.de)", "text-link", 1, Level.WARNING),
        ("[a](mailto:)", "text-link", 1, Level.WARNING),
        ("[a](tel:)", "text-link", 1, Level.WARNING),
        ("[a](http://127.0.0.1:8000/x)", "text-link", 1, Level.ERROR),
        ("a\nhttp://localhost/x", "text-link", 2, Level.ERROR),
        ("a\n\n<textarea>weg</textarea>", "text-embed", 3, Level.WARNING),
        ("a\n\n<title>weg</title>", "text-words", 3, Level.WARNING),
        ("a\n\nb [](https://x.de/y)", "text-link-empty", 3, Level.WARNING),
        ("a\n\nb [ ](https://x.de/y)", "text-link-empty", 3, Level.WARNING),
        ("a\n\n[](y)", "text-link-empty", 3, Level.WARNING),
        ("a\n\n[![](photo:x.jpg)](https://x.de/y)", "text-link-empty", 3, Level.WARNING),
        ("a\n\nJahr\tGäste\n2023\t1.200", "text-rows", 3, Level.NOTICE),
        ("a\n\n| Jahr | Gäste |\n| 2023 | 1.200 |", "text-rows", 3, Level.NOTICE),
        ("a\n\nb \uf0e0 c", "text-foreign-sign", 3, Level.NOTICE),
        ("a\n\nb<o:p></o:p>", "text-foreign-sign", 3, Level.NOTICE),
        ("a\n\nb^[eine Note]", "text-foreign-sign", 3, Level.NOTICE),
        ("a\n\n==b==", "text-foreign-sign", 3, Level.NOTICE),
    ],
)
def test_each_sign_is_told_with_its_line(text: str, code: str, line: int, level: Level) -> None:
    """Once, and explained in the list for editors."""
    found = problems_of(convert(text), "de.md", 1, "Ein Titel")
    assert [(problem.code, problem.line, problem.level) for problem in found] == [(code, line, level)]
    explained = (Path(__file__).parents[3] / "docs" / "problems.md").read_text("utf-8")
    assert f"### `{code}`" in explained


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("{{< a >}} {{< b >}}\n\n{{< c >}}", ["{{< a >}} (and on line 3)"]),
        ("{{< a >}}\n\n{{< b >}}\n\nx {{< c >}}", ["{{< a >}} (and on lines 3, 5)"]),
        ("{{< a >}}\n\n[gallery b]\n\n[/gallery]", ["{{< a >}}", "[gallery b] (and on line 5)"]),
        ("1. a\n1. b\n1. c", ["1. (and on line 3)"]),
        ("a[^1] b[^2]", ["[^1]", "[^2]"]),
    ],
)
def test_signs_of_one_sort_are_told_once_with_all_their_lines(text: str, found: list[str]) -> None:
    """Everything else each time."""
    assert [one.found.rpartition(": ")[2] for one in problems_of(convert(text), "de.md", 1)] == found


def test_every_line_that_lost_words_can_be_found() -> None:
    """Twenty one by one, all further in one sentence."""
    found = problems_of(convert("\n\n".join(f"<title>weg{n}</title>" for n in range(30))), "de.md", 1)
    assert [one.line for one in found] == list(range(1, 41, 2))
    assert found[-1].found.endswith(" (and on lines 41, 43, 45, 47, 49, 51, 53, 55, 57, 59)")


@pytest.mark.parametrize(
    "text",
    [
        '<a name="hafen"></a>Text',
        "o\tPunkt\no\tnoch einer",
        "[a](https://x.de) und [b](page:x)",
        "x==y, a == b und c==",
    ],
)
def test_what_loses_nothing_is_not_told(text: str) -> None:
    """The place of an anchor, Word's bullet that is a letter, links."""
    assert problems_of(convert(text), "de.md", 1) == ()


@pytest.mark.parametrize(
    "text", ["![](photo:Er\u00f6ffnung.jpg)", "![](photo:Ero\u0308ffnung.jpg)", "![](<photo:Er%C3%B6ffnung.jpg>)"]
)
def test_a_picture_is_known_in_any_form_of_its_name(text: str) -> None:
    """Composed, decomposed, encoded."""
    assert [picture.file for picture in convert(text).pictures] == ["Er\u00f6ffnung.jpg"]


@pytest.mark.parametrize(
    ("typed", "column"),
    [("Hier ist [ein Wort](https:/kaputt.example).\n", 21), ("Ein Text[^1] und mehr.\n", 9), ("b [b](foo)\n", 3)],
    ids=["link", "note", "word"],
)
def test_each_shows_its_line_and_where_in_it(typed: str, column: int) -> None:
    """Counted from 1, in the line as it was typed."""
    found = problems_of(convert(typed), "de.md", 5, "", typed)
    assert [(one.line, one.column, one.excerpt) for one in found] == [(5, column, typed.strip())]
