"""Which drawings may be published as a logo."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.pictures.drawing import unsafe
from tests.founding.newsroom import CONTENT

OPEN = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 9 9">'


def drawing(inner: str) -> bytes:
    """An SVG around something."""
    return f"{OPEN}{inner}</svg>".encode()


@pytest.mark.parametrize(
    "inner",
    [
        '<path d="M0 0h9v9z" fill="#123456"/>',
        '<defs><linearGradient id="a"/></defs><rect fill="url(#a)" style="stroke:red;clip-path:url( \'#b\')"/>',
        '<style>.a{fill:red;mask:url(#m)}</style><use xlink:href="#x"/><use href="#y"/>',
        '<image href="data:image/png;base64,iVBORw0KGgo="/>',
        "<title>Wirtschaft &amp; Stadt</title><text>ön</text><!-- made by hand -->",
    ],
)
def test_plain_drawings_pass(inner: str) -> None:
    """Shapes, gradients, styles, words and pictures inside the file are fine."""
    assert unsafe(drawing(inner), "logo.svg") is None


@pytest.mark.parametrize(
    ("inner", "found"),
    [
        ("<script>alert(1)</script>", "<script>"),
        ('<a xmlns="http://www.w3.org/1999/xhtml"><SCRIPT/></a>', "another namespace"),
        ('<rect onclick="x()"/>', "onclick"),
        ('<rect ONLOAD="x()"/>', "ONLOAD"),
        ('<h:img xmlns:h="http://www.w3.org/1999/xhtml" srcset="https://elsewhere.example/p.png 1x"/>', "<img>"),
        (
            '<h:link xmlns:h="http://www.w3.org/1999/xhtml" rel="preload" imagesrcset="https://elsewhere.example/ 1x"/>',
            "<link>",
        ),
        ('<h:form xmlns:h="http://www.w3.org/1999/xhtml" action="https://elsewhere.example/"/>', "<form>"),
        ('<h:meta xmlns:h="http://www.w3.org/1999/xhtml" http-equiv="refresh" content="0"/>', "<meta>"),
        ('<rect ping="https://elsewhere.example/"/>', "ping"),
        ("<blink/>", "<blink>"),
        ('<a xlink:actuate="onLoad"/>', "actuate"),
        ('<a href="https://elsewhere.example/"><rect/></a>', "https://elsewhere.example/"),
        ('<a xlink:href=" javascript:x()"><rect/></a>', "javascript:x()"),
        ('<image href="https://elsewhere.example/p.png"/>', "p.png"),
        ('<image href="data:image/svg+xml;base64,PHN2Zz4="/>', "data:image/svg+xml"),
        ('<use href="other.svg#x"/>', "other.svg"),
        ("<foreignObject><p/></foreignObject>", "<foreignObject>"),
        ('<a><animate attributeName="href" to="javascript:x()"/></a>', "<animate>"),
        ('<rect fill="url(https://elsewhere.example/)"/>', "fill"),
        ('<rect style="fill:url( //elsewhere.example)"/>', "style"),
        ("<style>@import 'x.css';</style>", "style"),
        ("<style><![CDATA[a{background:url(x.png)}]]></style>", "style"),
        ("<style>a{b:u\\72l(x)}</style>", "style"),
    ],
)
def test_anything_that_runs_or_loads_is_refused(inner: str, found: str) -> None:
    """Each has a sentence that names it and its line."""
    problem = unsafe(drawing("\n" + inner), "brand/logo.svg")
    assert problem is not None
    assert found in problem.found
    assert (problem.file, problem.line, problem.code) == ("brand/logo.svg", 2, "drawing-unsafe")


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"<svg>",
        b"<html><body/></html>",
        b'<svg xmlns="http://www.w3.org/1999/xhtml"><form action="x"/></svg>',
        b"<svg><rect/></svg>",
        b'<!DOCTYPE svg [<!ENTITY a "b">]><svg>&a;</svg>',
        b'<?xml-stylesheet href="x.css"?><svg/>',
        b"\xff\xfe not xml",
        drawing("x" * 600_000),
    ],
)
def test_what_is_no_drawing_is_refused(data: bytes) -> None:
    """Broken files, other documents, entities and very heavy ones."""
    assert unsafe(data, "logo.svg") is not None


@given(st.binary(max_size=200))
def test_any_bytes_have_a_verdict(data: bytes) -> None:
    """Nothing raises."""
    unsafe(data, "logo.svg")
    unsafe(OPEN.encode() + data, "logo.svg")


def test_the_newsroom_s_own_mark_is_plain() -> None:
    """The logo that comes with the sample newsroom passes."""
    for path in CONTENT.rglob("*.svg"):
        assert unsafe(path.read_bytes(), path.name) is None
