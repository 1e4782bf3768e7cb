"""Statement and emblem of a funded report, as large and as plain as Annex IX of Regulation (EU) 2021/1060 asks."""

from __future__ import annotations

import pytest

from tests.browser.conftest import Opener

PAGES = ("/de/2024/kanada-business-lunch/", "/nl/", "/en/projects/techland/")
ALLOWED = {"Arial", "Verdana", "Tahoma", "Calibri", "Garamond", "Trebuchet MS", "Ubuntu"}
MEASURE = """() => {
  const box = (node) => { const style = getComputedStyle(node); return [parseFloat(style.width), parseFloat(style.height)] };
  const shown = [...document.querySelectorAll('.emblem')];
  const logos = [...document.querySelectorAll('img.logo, img.programme')].map(box);
  return {
    emblems: shown.map(box),
    logos,
    beside: shown.map((node) => {
      const a = node.getBoundingClientRect(), b = node.parentElement.querySelector('span').getBoundingClientRect();
      return a.right <= b.left && b.left - a.right < 40 && a.top < b.bottom && b.top < a.bottom;
    }),
    words: [...document.querySelectorAll('.funding > span')].map((node) => {
      const style = getComputedStyle(node);
      return [style.fontFamily, style.fontStyle, style.textDecorationLine, style.color, style.textTransform];
    }),
  };
}"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 768, 1280])
def test_the_emblem_is_no_smaller_than_any_logo(opened: Opener, built_site: str, width: int, scheme: str) -> None:
    """In height and in width, beside its sentence, which is set in an allowed typeface, upright, black or white."""
    for path in PAGES:
        page = opened(built_site + path, viewport={"width": width, "height": 800}, color_scheme=scheme)
        found = page.evaluate(MEASURE)
        assert found["emblems"], path
        for emblem in found["emblems"]:
            assert emblem[0] == pytest.approx(emblem[1] * 1.5, abs=0.5)
            assert emblem[1] >= 37.8  # a centimetre, below which the stars run together
            for logo in found["logos"]:
                assert emblem[0] >= logo[0] and emblem[1] >= logo[1], path
        assert found["beside"] == [True] * len(found["emblems"]), path
        for family, style, line, colour, case in found["words"]:
            assert family.split(",")[0].strip('" ') in ALLOWED
            assert (style, line, case) == ("normal", "none", "none")
            assert colour == ("rgb(0, 0, 0)" if scheme == "light" else "rgb(255, 255, 255)")


def test_a_brand_with_a_large_logo_has_a_large_emblem(opened: Opener, built_site: str) -> None:
    """The emblem follows the space that a brand gives its logo."""
    page = opened(built_site + PAGES[0], viewport={"width": 768, "height": 800})
    page.evaluate("document.documentElement.style.setProperty('--logo-width', '12rem')")
    found = page.evaluate(MEASURE)
    assert max(logo[0] for logo in found["logos"]) == 192
    assert all(emblem[0] >= 192 for emblem in found["emblems"])
