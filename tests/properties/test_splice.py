"""Any Markdown text: cut and spliced back, it is the same; written anew, it says the same."""

from __future__ import annotations

import html
import re
import sys
from dataclasses import replace
from pathlib import Path

from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from plugins.markup.dialect.step import plain_markdown
from plugins.translation.blocks import find_blocks
from plugins.translation.inner import tidy
from plugins.translation.parser import parser
from plugins.translation.splice import Skeleton, cut, splice
from plugins.translation.unprotect import TagMismatchError

_PIECES = """
a b ä 1 22. ** * _ __ ` `` [ ] ( ) ! # - + > | \\ ~ : = & &amp; &lt; < <b> </b> <!-- --> <div> [a](b) ![a](b) [^1]
[^1]: *[A]: <a@b.de> <http://a> http://a.b a@b.de 0231 50 24 || ``` ~~~ --- *** === |-|-| {: ... word „Wort“ &nbsp;
"""
PIECES = st.sampled_from(re.findall(r"\S+", _PIECES))
BREAKS = st.sampled_from(
    ["\n", "\n\n", "\r\n", "\r", "  \n", "\\\n", " ", "\t", "    ", "\n> ", "\n- ", "\n1. ", "\n    "]
)
WORDS = st.text(st.characters(exclude_categories=["Cc", "Cs"]), max_size=3)
MARKDOWN = st.lists(PIECES | BREAKS | WORDS, max_size=40).map("".join)


def themselves(skeleton: Skeleton) -> list[str]:
    """Each segment as its own answer."""
    return [segment.text for segment in skeleton.segments]


def anew(skeleton: Skeleton) -> Skeleton:
    """The skeleton without the source of its segments, so that splicing has to write them."""
    return replace(skeleton, holes=tuple(replace(hole, source=None) for hole in skeleton.holes))


def said(text: str) -> str:
    """What a parser makes of a text, white space beside marks and the spelling of entities apart."""
    page = re.sub(r" *(<[^>]*>) *", r"\1", tidy(parser_html(text))).strip(" ")
    return "".join(part if part.startswith("<") else html.unescape(part) for part in re.split("(<[^>]*>)", page))


def parser_html(text: str) -> str:
    """CommonMark with our extensions."""
    md = parser()
    normal = re.sub(r"\r\n?", "\n", text).removeprefix("\ufeff")
    env: dict[str, object] = {}
    tokens = md.parse(plain_markdown(normal).plain.text, env)
    html: str = md.renderer.render([t for t in tokens if not t.type.startswith("footnote_reference")], md.options, env)
    return html


@settings(max_examples=400, deadline=None)
@given(MARKDOWN | st.text())
def test_any_text_comes_back_byte_for_byte(text: str) -> None:
    """Replacing every segment by itself changes nothing."""
    skeleton = cut(text)
    assert splice(skeleton, themselves(skeleton)) == text


@settings(max_examples=400, deadline=None)
@given(MARKDOWN | st.text())
def test_no_block_of_words_is_left_behind(text: str) -> None:
    """Each block the parser finds is found in the text."""
    assert find_blocks(text).lost == 0


@settings(max_examples=400, deadline=None)
@given(MARKDOWN)
@example("- a\n1. a")
@example("> - a\n> 2. a")
def test_written_anew_a_text_says_the_same(text: str) -> None:
    """Words come back as words and marks as marks, whatever stood there, but for lines that are indented as code:
    whether they are is told by their signs, and a translation that turns words into code is held by the gate. Words
    between tags that fill several lines are left out, too: they come back on one line, and what follows directly below
    is read by the line above it.
    """
    assume(not re.search(r"^[ >\t]*(?: {4}|\t)", text, re.MULTILINE))
    skeleton = cut(text)
    pairs = zip(skeleton.segments, skeleton.holes, strict=True)
    assume(not any(segment.kind == "html" and "\n" in (hole.source or "") for segment, hole in pairs))
    try:
        written = splice(anew(skeleton), themselves(skeleton))
    except TagMismatchError:
        assume(False)
    assert said(written) == said(text)


def test_every_text_of_the_installed_packages_comes_back() -> None:
    """Documentation written by others, in their styles: the same bytes, and no block lost."""
    files = sorted(path for path in Path(sys.prefix).rglob("*.md") if path.is_file())
    assert files
    for path in files:
        text = path.read_bytes().decode("utf-8", "replace")
        skeleton = cut(text)
        assert splice(skeleton, themselves(skeleton)) == text, path
        assert find_blocks(text).lost == 0, path
