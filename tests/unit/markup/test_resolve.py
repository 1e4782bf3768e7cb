"""Addresses and figures put in their places."""

from __future__ import annotations

import pytest

from plugins.markup.convert import convert
from plugins.markup.document import Document
from plugins.markup.resolve import resolve

ADDRESSES = {
    "report:kanada": 'href="/de/2024/kanada/"',
    "report:kanada#ausblick": 'href="/de/2024/kanada/#ausblick"',
    "page:about": 'href="/en/about/" hreflang="en"',
    "report:a&b": 'href="/x/"',
}


def shown(source: str) -> str:
    """The HTML of a text with links from ``ADDRESSES`` and figures for every file but ``gone.jpg``."""
    return resolve(
        convert(source), ADDRESSES.get, lambda file: "" if file == "gone.jpg" else f"<figure>{file}</figure>"
    )


@pytest.mark.parametrize(
    ("source", "html"),
    [
        ("[a](report:kanada)", '<p><a href="/de/2024/kanada/">a</a></p>'),
        ("[*a*](report:kanada#ausblick)", '<p><a href="/de/2024/kanada/#ausblick"><em>a</em></a></p>'),
        ("[a](page:about)", '<p><a href="/en/about/" hreflang="en">a</a></p>'),
        ("[a](report:a&b)", '<p><a href="/x/">a</a></p>'),
        ("[a **b**](report:hidden) c", "<p>a <strong>b</strong> c</p>"),
        ("[a](https://example.org) [b](#c)", '<p><a href="https://example.org">a</a> <a href="#c">b</a></p>'),
        ("x\n\n![](photo:a b.jpg)\n\ny", "<p>x</p>\n<figure>a b.jpg</figure>\n<p>y</p>"),
        ("x\n\n![](photo:gone.jpg)\n\ny", "<p>x</p>\n<p>y</p>"),
        ("`[a](report:kanada)`", "<p><code>[a](report:kanada)</code></p>"),
    ],
)
def test_each_reference_is_resolved(source: str, html: str) -> None:
    """Or gives way to its words."""
    assert shown(source) == html


def test_a_text_that_shows_a_reference_as_code_keeps_it() -> None:
    """Only links are links."""
    source = '[x](report:kanada)\n\n    <a href="report:kanada">x</a>\n'
    assert '&lt;a href="report:kanada"&gt;' in shown(source)


def test_the_way_back_from_a_footnote_has_a_name() -> None:
    """In the language of the text; a reader of raw HTML cannot forge one that matters."""
    document = convert("a[^1] b[^1]\n\n[^1]: note\n")
    html = resolve(document, ADDRESSES.get, str, 'Zurück zum "Text"')
    assert html.count('<a class="footnote-backref" aria-label="Zurück zum &quot;Text&quot;" href="#fnref') == 2
    assert resolve(document, ADDRESSES.get, str) == document.html


def test_nothing_is_asked_where_there_is_nothing_to_resolve() -> None:
    """The HTML is given as it is."""

    def never(_: str) -> str:
        raise AssertionError

    document = convert("[a](https://example.org)")
    assert resolve(document, never, never) is document.html


def test_what_a_resolver_gives_is_not_resolved_again() -> None:
    """Its answers are HTML already."""
    document = convert("[a](report:x)\n\n![](photo:a.jpg)")
    html = resolve(document, lambda _: 'href="/x/"', lambda _: '<a href="report:x">b</a>')
    assert html == '<p><a href="/x/">a</a></p>\n<a href="report:x">b</a>\n'
    assert isinstance(document, Document)
