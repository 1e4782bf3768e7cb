"""Places for figures."""

from __future__ import annotations

import pytest

from plugins.markup.convert import convert
from plugins.markup.document import Picture, Refusal, Refused

MARK = '<figure data-photo="a.jpg"></figure>'


@pytest.mark.parametrize(
    ("source", "html"),
    [
        ("![](photo:a.jpg)", MARK),
        ("x\n\n![](photo:a.jpg)\n\ny", f"<p>x</p>\n{MARK}\n<p>y</p>"),
        ("x ![](photo:a.jpg) y", f"<p>x</p>\n{MARK}\n<p>y</p>"),
        ("x\n![](photo:a.jpg)", f"<p>x</p>\n{MARK}"),
        ("**![](photo:a.jpg)** y", f"<p>y</p>\n{MARK}"),
        ("x **y ![](photo:a.jpg) z**", f"<p>x <strong>y  z</strong></p>\n{MARK}"),
        ("[![](photo:a.jpg)](https://example.org)", MARK),
        ("## H ![](photo:a.jpg)", f'<h2 id="h">H </h2>\n{MARK}'),
        ("- x ![](photo:a.jpg)", f"<ul>\n<li>x {MARK}</li>\n</ul>"),
        ("> ![](photo:a.jpg)", f"<blockquote>\n{MARK}\n</blockquote>"),
        ("![](photo:a.jpg) ![](photo:a.jpg)", f"{MARK}\n{MARK}"),
    ],
)
def test_a_figure_stands_where_it_may(source: str, html: str) -> None:
    """Never inside a paragraph, a heading, a link or an emphasis (HTML, phrasing content)."""
    document = convert(source)
    assert document.html == html
    assert document.links == ()


def test_pictures_are_listed_with_alt_text_and_line() -> None:
    """In the order of the text."""
    document = convert('a\n\n![Stand "A"](photo:stand.jpg)\n\n![](photo:my photo.jpg "t")\n\n![](photo:stand.jpg)\n')
    assert document.pictures == (
        Picture("stand.jpg", 'Stand "A"', 3),
        Picture("my photo.jpg", "", 5),
        Picture("stand.jpg", "", 7),
    )


def test_a_picture_from_elsewhere_gives_way_to_its_alt_text() -> None:
    """The pages ask nobody else for anything; the editor is told."""
    document = convert("a\n\nx ![A < B](https://example.org/a.png) y ![](b.png)\n")
    assert document.html == "<p>a</p>\n<p>x A &lt; B y</p>"
    assert document.pictures == ()
    assert document.refused == (Refused(Refusal.PICTURE, "A < B", 3), Refused(Refusal.PICTURE, "", 3))


def test_a_text_cannot_write_the_mark_itself() -> None:
    """The element is not let through."""
    assert convert('<figure data-photo="a.jpg"></figure> x').pictures == ()
    assert "figure" not in convert('<figure data-photo="a.jpg"></figure> x').html


def test_names_of_files_are_escaped() -> None:
    """Whatever they hold."""
    assert 'data-photo="a&amp;b.jpg"' in convert("![](photo:a&b.jpg)").html
