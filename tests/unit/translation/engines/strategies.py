"""Hypothesis strategies for segments, as the segmenter makes them."""

from __future__ import annotations

from xml.sax.saxutils import escape

from hypothesis import strategies as st

from plugins.translation.segment import Segment, Tag, TagKind

_SINGLES = [TagKind.CODE, TagKind.HTML, TagKind.URL, TagKind.EMAIL, TagKind.PHONE, TagKind.FOOTNOTE]
_SINGLES += [TagKind.IMAGE, TagKind.NAME]
_LETTERS = st.sampled_from("ab <>&;[]XG129éß\"'#/　】.,-")
texts = st.one_of(
    st.text(_LETTERS, max_size=8),
    st.sampled_from(["[X1X]", "[g2a]", "&amp;", "&#39;", '<x id="1"/>', "a < b", "</g>", "<br>", "[L0L]"]),
    st.text(st.characters(exclude_categories=("Cs", "Cc"), exclude_characters="\u2028\u2029"), max_size=5),
)


@st.composite
def segments(draw: st.DrawFn) -> Segment:
    """A segment with nested pairs and singles, numbered in order."""
    tags: list[Tag] = []

    def block(depth: int) -> str:
        out = [escape(draw(texts))]
        for _ in range(draw(st.integers(0, 3))):
            out.append(pair(depth) if depth < 2 and draw(st.booleans()) else single())
            out.append(escape(draw(texts)))
        return "".join(out)

    def pair(depth: int) -> str:
        number = len(tags) + 1
        tags.append(Tag(number, draw(st.sampled_from([TagKind.EMPHASIS, TagKind.LINK])), "*", "*"))
        return f'<g id="{number}">{block(depth + 1)}</g>'

    def single() -> str:
        number = len(tags) + 1
        kind = draw(st.sampled_from([*_SINGLES, TagKind.BREAK]))
        visible = draw(st.sampled_from(["", "Julia Jäger", "A & B", "x<y", "a@b.example"]))
        tags.append(Tag(number, kind, visible or "`", "", "" if kind is TagKind.BREAK else visible))
        return f'<x id="{number}"/>'

    return Segment("body", "paragraph", block(0), tuple(tags), 1)


def inner_forms() -> st.SearchStrategy[str]:
    """The texts of such segments."""
    return segments().map(lambda segment: segment.text)
