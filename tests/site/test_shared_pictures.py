"""Portraits and the publisher's logo: rendered like photographs, examined once, and told of when they are broken."""

from __future__ import annotations

import pytest
from PIL import Image

from plugins.newsroom.problem import ContentError
from tests.site.newsroom import Newsroom, jpeg, report

SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0h9v9z"/>%s</svg>'


def site(newsroom: Newsroom, *, portrait: str = "", logo: str = "") -> Newsroom:
    """The newsroom with a portrait of Hans, or a logo."""
    newsroom.write(report("a"))
    for path, old, new in (
        ("people.yaml", "email: hans@newsroom.example}", f"email: hans@newsroom.example, photo: {portrait}}}"),
        ("site.yaml", "email: post@newsroom.example}", f"email: post@newsroom.example, logo: {logo}}}"),
    ):
        file = newsroom.root / "content" / path
        if (path == "people.yaml" and portrait) or (path == "site.yaml" and logo):
            file.write_text(file.read_text("utf-8").replace(old, new), "utf-8")
    return newsroom


def faults(newsroom: Newsroom) -> list[tuple[str, str]]:
    """File and code of the problems that end the build."""
    with pytest.raises(ContentError) as caught:
        newsroom.build()
    return [(problem.file, problem.code) for problem in caught.value.problems]


def test_portrait_and_logo_are_renditions(newsroom: Newsroom) -> None:
    """Both are published as renditions, never as the files that came."""
    newsroom.put("content/brand/hans.jpg", jpeg(400, 600)).put("content/brand/logo.jpg", jpeg(900, 300))
    site(newsroom, portrait="brand/hans.jpg", logo="brand/logo.jpg").build()
    files = newsroom.output()
    assert any(path.startswith("media/people/hans-portrait-320.") for path in files)
    logo = next(path for path in files if path.startswith("brand/logo-logo-480.") and path.endswith(".png"))
    assert f"/{logo}" in newsroom.read("de/index.html")
    assert jpeg(400, 600) not in files.values() and jpeg(900, 300) not in files.values()


def test_second_build_opens_no_picture(newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch) -> None:
    """What was found in a portrait is remembered."""
    newsroom.put("content/brand/hans.jpg", jpeg(400, 600)).put("content/brand/logo.jpg", jpeg(900, 300))
    site(newsroom, portrait="brand/hans.jpg", logo="brand/logo.jpg").build()
    monkeypatch.setattr(Image, "open", lambda *_, **__: pytest.fail("a picture was opened"))
    assert newsroom.build().rendered == 0


def test_drawn_logo_is_published_as_it_stands(newsroom: Newsroom) -> None:
    """A plain SVG stays sharp at any size."""
    site(newsroom.put("content/brand/logo.svg", SVG % b""), logo="brand/logo.svg").build()
    assert SVG % b"" in newsroom.output().values()


def test_logo_with_a_script_is_refused(newsroom: Newsroom) -> None:
    """A drawing that runs something is a problem that names the file."""
    newsroom.put("content/brand/logo.svg", SVG % b"<script>alert(1)</script>")
    assert faults(site(newsroom, logo="brand/logo.svg")) == [("content/brand/logo.svg", "drawing-unsafe")]


def test_broken_portrait_is_told(newsroom: Newsroom) -> None:
    """A portrait that cannot be shown ends the build with a sentence, it is not left out in silence."""
    newsroom.put("content/brand/hans.jpg", jpeg(400, 600)[:400])
    assert faults(site(newsroom, portrait="brand/hans.jpg")) == [("content/brand/hans.jpg", "picture-broken")]
