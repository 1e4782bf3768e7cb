"""Tags as HTML and XML elements."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.translation.engines.markup_form import HtmlForm, XmlForm
from plugins.translation.gate import check_segment
from plugins.translation.inner import read
from plugins.translation.pieces import inner, pieces
from plugins.translation.segment import Segment, Tag, TagKind
from tests.unit.translation.engines.strategies import segments

HTML = HtmlForm()
SEGMENT = Segment(
    "body",
    "paragraph",
    'Wir trafen <x id="1"/> am <g id="2">Stand</g>.<x id="3"/>',
    (
        Tag(1, TagKind.NAME, "Jäger", visible="Jäger"),
        Tag(2, TagKind.LINK, "[", "](u)"),
        Tag(3, TagKind.BREAK, "  \n"),
    ),
)
NAME = '<span id="x1" class="notranslate" translate="no">Jäger</span>'

forms = pytest.mark.parametrize("form", [HtmlForm(), XmlForm()], ids=["html", "xml"])


@forms
@given(segment=segments())
def test_an_unharmed_answer_comes_back_exactly(form: HtmlForm | XmlForm, segment: Segment) -> None:
    """Decoding undoes encoding."""
    assert form.decode(segment, form.encode(segment)) == segment.text


@forms
@given(segment=segments(), answer=st.text())
def test_any_answer_becomes_well_formed(form: HtmlForm | XmlForm, segment: Segment, answer: str) -> None:
    """Whatever an engine says, the inner form is sound."""
    text = form.decode(segment, answer)
    assert inner(pieces(text)) == inner(read(text)) == text


def test_the_engine_sees_the_name() -> None:
    """So that the grammar around it comes out right."""
    assert HTML.encode(SEGMENT) == f'Wir trafen {NAME} am <a id="g2">Stand</a>.<br id="x3">'
    assert XmlForm().encode(SEGMENT) == 'Wir trafen <x id="1">Jäger</x> am <g id="2">Stand</g>.<x id="3"/>'


@pytest.mark.parametrize(
    ("answer", "text"),
    [
        (f"We met {NAME}s.", 'We met <x id="1"/>s.'),
        ("We met <span translate='no' id='x1'>Jägers</span>.", 'We met <x id="1"/>s.'),
        ("We met <span id=x1>Hunter</span>.", 'We met <x id="1"/>.'),
        ("<br/>We met", '<x id="3"/>We met'),
        ("at the <A ID='g2'> stand </A>now", 'at the <g id="2">stand</g> now'),
        ("<p>We met</p>", "&lt;p&gt;We met&lt;/p&gt;"),
        ("a &lt; b &amp; c", "a &lt; b &amp; c"),
        ("<span id=x1>Jäger", '<x id="1"/>'),
    ],
)
def test_what_engines_do_to_elements(answer: str, text: str) -> None:
    """Endings, attribute order, capital letters, dropped numbers, paragraphs of their own."""
    assert HTML.decode(SEGMENT, answer) == text


def test_foreign_markup_is_told() -> None:
    """A paragraph the engine made up stands as text and is named as harm."""
    found = check_segment(SEGMENT, HTML.decode(SEGMENT, "<p>We met</p>"), "de", "en")
    assert any("&lt;p" in finding.evidence for finding in found)
