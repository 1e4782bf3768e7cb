"""From Markdown to a document."""

from __future__ import annotations

import pickle
import threading

import pytest

from plugins.markup.convert import convert
from plugins.markup.document import Document, Heading, Link, Refusal, Refused
from plugins.markup.errors import TooDeepError


def test_a_press_release_is_converted() -> None:
    """Paragraphs, emphasis, lists, quotes."""
    html = convert("Eins **zwei** *drei*\n\n- a\n- b\n\n1. c\n2. d\n\n> e\n").html
    assert html == (
        "<p>Eins <strong>zwei</strong> <em>drei</em></p>\n<ul>\n<li>a</li>\n<li>b</li>\n</ul>\n"
        "<ol>\n<li>c</li>\n<li>d</li>\n</ol>\n<blockquote>\n<p>e</p>\n</blockquote>"
    )


def test_nothing_gives_nothing() -> None:
    """An empty text is an empty document."""
    assert convert("") == convert(" \n\t\n") == Document("")


@pytest.mark.parametrize("text", ["wie's", "'s-Hertogenbosch", '"quoted"', "1 - 2 -- 3 --- 4", "...", "(c) 1/2"])
def test_characters_stay_as_they_were_typed(text: str) -> None:
    """No quotation mark, dash or sign is made of another."""
    assert convert(text).html == f"<p>{text}</p>"


def test_a_document_is_a_value() -> None:
    """It can be sent to another process, and the same text gives the same document."""
    source = "# A\n\n[a](report:x) ![](photo:p.jpg) [^1]\n\n[^1]: n\n"
    first = convert(source)
    assert pickle.loads(pickle.dumps(first)) == first == convert(source)


def test_a_footnote_does_not_leak_into_the_next_document() -> None:
    """Nor do link definitions and abbreviations; numbers begin anew."""
    convert("a[^1] [b][c] HTML\n\n[^1]: note\n\n[c]: https://example.org\n\n*[HTML]: Hypertext\n")
    assert convert("a[^1] [b][c] HTML").html == "<p>a[^1] [b][c] HTML</p>"
    assert 'id="fnref-2"' in convert("[^2]\n\n[^2]: x").html


def test_each_thread_converts_by_itself() -> None:
    """Nothing is shared but values."""
    sources = [f"# {n}\n\na[^{n}]\n\n[^{n}]: note {n}\n" for n in range(20)]
    expected = [convert(source) for source in sources]
    found: dict[int, list[Document]] = {}

    def work(number: int) -> None:
        found[number] = [convert(source) for source in sources]

    threads = [threading.Thread(target=work, args=(number,)) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert all(documents == expected for documents in found.values())


def test_links_are_listed_with_their_lines() -> None:
    """Also autolinks, definitions, e-mail addresses and raw HTML; equal addresses one after the other."""
    source = (
        "[a](https://example.org/?x=1&y=2)\n\n"
        "[b](report:kanada#ausblick) and\n[b again](report:kanada#ausblick)\n\n"
        "[c](page:about) <https://example.org/> <press@example.org>\n\n"
        '<a href="https://example.org/raw?a=1&amp;b=2">raw</a> [d](#anchor) [e][ref]\n\n'
        "[ref]: tel:+4923150\n"
    )
    assert convert(source).links == (
        Link("https://example.org/?x=1&y=2", "a", 1),
        Link("report:kanada#ausblick", "b", 3),
        Link("report:kanada#ausblick", "b again", 4),
        Link("page:about", "c", 6),
        Link("https://example.org/", "https://example.org/", 6),
        Link("mailto:press@example.org", "press@example.org", 6),
        Link("https://example.org/raw?a=1&b=2", "raw", 8),
        Link("#anchor", "d", 8),
        Link("tel:+4923150", "e", 10),
    )


def test_links_that_lead_nowhere_are_taken_out_and_told() -> None:
    """Their words stay."""
    document = convert("a\n\n[b *c*](javascript:x) and [d](/de/2024/x/) and [e](other.md)\n")
    assert document.html == "<p>a</p>\n<p>b <em>c</em> and d and e</p>"
    assert document.links == ()
    assert document.refused == (
        Refused(Refusal.LINK, "b c", 0),
        Refused(Refusal.LINK, "d", 3),
        Refused(Refusal.LINK, "e", 3),
    )


def test_footnotes_have_ids_of_their_own() -> None:
    """And a way back to each place that refers to them."""
    document = convert("a[^1] b[^1]\n\n[^1]: note\n")
    assert document.anchors == ("fn-1", "fnref-1", "fnref2-1")
    assert '<sup id="fnref-1"><a class="footnote-ref" href="#fn-1">1</a></sup>' in document.html
    assert 'href="#fnref-1"' in document.html
    assert 'href="#fnref2-1"' in document.html
    assert '<div class="footnotes" role="doc-endnotes">' in document.html
    assert document.links == ()


def test_a_label_of_a_footnote_may_hold_spaces() -> None:
    """Its id holds none, and the way there and back works."""
    document = convert("a[^my note]\n\n[^my note]: n\n")
    assert document.anchors == ("fn-my-note", "fnref-my-note")
    assert 'href="#fn-my-note"' in document.html
    assert 'href="#fnref-my-note"' in document.html


def test_headings_are_listed_and_can_be_linked_to() -> None:
    """With their place in the outline."""
    document = convert("# A & B\n\n## *C*\n")
    assert document.headings == (Heading(2, "a-b", "A & B"), Heading(3, "c", "C"))
    assert document.anchors == ("a-b", "c")


def test_abbreviations_definitions_and_code_are_known() -> None:
    """The constructs of `extra` that editors use; a block of code can be scrolled by keyboard."""
    html = convert("KMU\n\n*[KMU]: kleine Unternehmen\n\nBegriff\n: Sinn\n\n```js\na < b\n```\n").html
    assert '<abbr title="kleine Unternehmen">KMU</abbr>' in html
    assert "<dt>Begriff</dt>\n<dd>Sinn</dd>" in html
    assert '<pre tabindex="0"><code>a &lt; b\n</code></pre>' in html


def test_attribute_lists_are_plain_words() -> None:
    """Nobody who writes a report needs them, and they would be lost in translation."""
    assert convert("## A { #x .y }\n").headings == (Heading(2, "a-x-y", "A { #x .y }"),)


def test_a_text_nested_beyond_all_sense_is_told() -> None:
    """A sentence, or a flat text; never a traceback."""
    for source in (
        "> " * 5000 + "x",
        "".join("    " * n + "- x\n\n" for n in range(400)),
        "*" * 5000 + "x",
        "[" * 5000,
    ):
        try:
            convert(source)
        except TooDeepError as error:
            assert "flatter" in str(error)


@pytest.mark.parametrize(
    ("typed", "href"),
    [
        ("[a](tel:0231 50 24 821)", "tel:02315024821"),
        (
            "[a](mailto:a@b.example?subject=Hallo Welt&body=Guten Tag)",
            "mailto:a@b.example?subject=Hallo%20Welt&body=Guten%20Tag",
        ),
        ('[a](mailto:a@b.example?subject=Zum Kai "Titel")', "mailto:a@b.example?subject=Zum%20Kai"),
    ],
)
def test_blanks_in_a_number_or_subject_are_those_of_people(typed: str, href: str) -> None:
    """A telephone and a mail program want none; the words of the text stay."""
    document = convert(typed)
    assert [link.href for link in document.links] == [href]
    assert f'href="{href.replace("&", "&amp;")}"' in document.html
    assert document.losses == ()
