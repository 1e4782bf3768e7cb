"""The body of an edition: cut into segments, put together again."""

from __future__ import annotations

import pytest

from plugins.translation.splice import cut, splice
from plugins.translation.unprotect import TagMismatchError


def texts(markdown: str) -> list[str]:
    """The inner forms of a text's segments."""
    return [segment.text for segment in cut(markdown).segments]


def kinds(markdown: str) -> list[str]:
    """The kinds of a text's segments."""
    return [segment.kind for segment in cut(markdown).segments]


def answered(markdown: str, *answers: str) -> str:
    """The text with its segments answered."""
    return splice(cut(markdown), answers)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Wort",
        "\ufeffWort\r\n\r\n> Zitat\r\n> weiter\r\nfaul\r\n",
        "a\rb\r\rc",
        "- eins\n\t- zwei\n\n\t  weiter\n1. drei  \n   vier\\\n   fünf",
        "| a | b |\n|---|:-:|\n| x \\| y | `z` |\n| nur eine",
        "Begriff\n:   Erklärung\n\n    weiter\n\n[^1]: Note\n    weiter\n\n*[KMU]: kleine Unternehmen",
        "<div>\nroh\n</div>\n\n<b>fett</b> &amp; <!-- still -->\n\n[ziel]: http://a.example 'Titel'",
        "```\ncode\n```\n\n    Code\n\n# A #\n\nB\n===\n\n***\n",
        "***fett*kursiv** **a**b __c__ ![x ![y](z)](w) [a [b](c) d](e) <https://a.example> \\* &copy; \0",
    ],
)
def test_replacing_each_segment_by_itself_gives_the_same_text(text: str) -> None:
    """Nothing is written anew, so nothing can change: line ends, tabs, marks and all."""
    skeleton = cut(text)
    assert splice(skeleton, [segment.text for segment in skeleton.segments]) == text


def test_blocks_have_kinds() -> None:
    """Each block knows what it is."""
    text = "# A\n\nB\n\n- C\n\n> D\n\n| E |\n|---|\n| F |\n\nG\n: H\n\n[^1]: I\n\n*[J]: K\n"
    assert kinds(text) == [
        "heading", "paragraph", "item", "quote", "cell", "cell", "term", "definition", "note", "abbreviation",
    ]  # fmt: skip


def test_marks_become_tags() -> None:
    """Emphasis and links stand around words, everything else is a tag of its own."""
    assert texts("Ein **fettes** [Wort](report:x) mit `code`, <br> und ![](photo:a.jpg)[^1].") == [
        'Ein <g id="1">fettes</g> <g id="2">Wort</g> mit <x id="3"/>, <x id="4"/> und <x id="5"/><x id="6"/>.'
    ]


def test_white_space_and_wrapping_leave_no_trace() -> None:
    """Wrapped anew, indented or spaced, a paragraph is the same segment."""
    assert (
        texts("Ein Satz\nin  zwei\t Zeilen.") == texts("> Ein Satz in\n> zwei Zeilen.") == ["Ein Satz in zwei Zeilen."]
    )


def test_a_hard_break_keeps_the_marks_of_its_container() -> None:
    """The second line of a quote stays in the quote."""
    assert answered("> eins  \n> zwei\n", 'one<x id="1"/>two') == "> one  \n> two\n"


def test_code_html_and_definitions_are_no_segments() -> None:
    """What nobody reads aloud is left alone."""
    assert texts("```\nfünf\n```\n\n    sechs = 6\n\n[2]: http://a.example\n\n[2]\n\n***\n\n2024\n") == []


def test_an_amount_alone_is_translated() -> None:
    """``12.500`` is another number in English."""
    assert texts("| Jahr | Summe |\n|---|---|\n| 2024 | 12.500 |\n")[2:] == ["12.500"]


def test_the_alt_text_of_a_picture_in_a_sentence() -> None:
    """An alt text is a segment of its own, put back inside the picture of the translated sentence."""
    text = "Das ![rote *Haus*](photo:a.jpg) steht.\n"
    assert texts(text) == ['Das <x id="1"/> steht.', 'rote <g id="1">Haus</g>']
    answers = 'Here stands <x id="1"/>.', 'red <g id="1">house</g> [1]'
    assert answered(text, *answers) == "Here stands ![red *house* \\[1\\]](photo:a.jpg).\n"


def test_the_alt_text_of_a_picture_alone() -> None:
    """A picture on a line of its own has an alt text and no sentence around it."""
    assert answered("![Haus](photo:a.jpg)\n", "house") == "![house](photo:a.jpg)\n"


@pytest.mark.parametrize(
    ("answer", "markdown"),
    [
        ("# x", "\\# x"),
        ("- x", "\\- x"),
        ("+ x", "\\+ x"),
        ("&gt; x", "\\> x"),
        ("22. April", "22\\. April"),
        ("1) x", "1\\) x"),
        ("~~~", "&#126;~~"),
        (": x", "&#58; x"),
        ("=== x", "&#61;== x"),
        ("| x", "&#124; x"),
        ("!!! note", "\\!!! note"),
        ("a *b* _c_ `d`", "a \\*b\\* \\_c\\_ \\`d\\`"),
        ("[a](javascript:b)", "\\[a\\](javascript:b)"),
        ("&lt;script&gt;", "&lt;script>"),
        ("&amp;amp; &amp;#60; R&amp;D", "&amp;amp; &amp;#60; R&D"),
        ("a {: #b }", "a \\{: #b \\}"),
        ("a\\b", "a\\\\b"),
        ("a\u2028\u0002b", "a b"),
    ],
)
def test_words_stay_words(answer: str, markdown: str) -> None:
    """No answer can bring in Markdown or HTML that the original lacks."""
    assert answered("Satz\n", answer) == markdown + "\n"


def test_a_stroke_in_a_cell_is_no_border() -> None:
    """A cell stays one cell."""
    assert answered("| ab | cd |\n|---|---|\n", "a|b", "cd") == "| a\\|b | cd |\n|---|---|\n"


def test_a_heading_may_end_in_a_hash() -> None:
    """``C#`` keeps its hash, which would otherwise close the heading."""
    assert answered("# Sprache\n", "C#") == "# C\\#\n"


@pytest.mark.parametrize(
    "answer",
    [
        "two",
        '<g id="1">two',
        '<g id="2">two</g>',
        '<g id="1">two</g> <g id="1">three</g>',
        '<x id="1"/>',
        '<g id="1">two</g><script>alert(1)</script>',
        '<g id="1"></g> two',
        "two</g>",
    ],
)
def test_an_answer_with_other_tags_is_refused(answer: str) -> None:
    """A tag lost, doubled, invented, emptied or broken is never let through."""
    with pytest.raises(TagMismatchError):
        answered("**zwei**\n", answer)


def test_white_space_at_the_edge_of_a_pair_moves_out() -> None:
    """``** two **`` would not be emphasis."""
    assert answered("eins **zwei** drei\n", 'one<g id="1"> two </g>three') == "one **two** three\n"


def test_the_number_of_answers_is_checked() -> None:
    """An answer too few is an error of the caller, told at once."""
    with pytest.raises(ValueError, match="2 segments and 1 answer"):
        splice(cut("a\n\nb"), ["a"])
