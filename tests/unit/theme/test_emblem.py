"""The emblem of the European Union is drawn as its geometry says (Annex IX of Regulation (EU) 2021/1060, 2.1)."""

from __future__ import annotations

import math
import re
from itertools import pairwise
from xml.etree import ElementTree as Xml

import pytest

from plugins.pages.marks import EMBLEM
from tests.browser.base import ROOT

SVG = "{http://www.w3.org/2000/svg}"
DRAWING = Xml.fromstring((ROOT / "theme" / "static" / EMBLEM).read_text("utf-8"))
WIDTH, HEIGHT = (float(DRAWING.attrib[key]) for key in ("width", "height"))
STAR = [
    (float(x), float(y))
    for x, y in re.findall(r"(-?[\d.]+) (-?[\d.]+)", DRAWING.find(f".//{SVG}path[@id='s']").attrib["d"])  # type: ignore[union-attr]
]
PLACES = [(float(use.attrib["x"]), float(use.attrib["y"])) for use in DRAWING.iter(f"{SVG}use")]


def test_the_flag_is_half_as_wide_again_as_high() -> None:
    """The fly is one and a half times the length of the hoist."""
    assert pytest.approx(HEIGHT * 1.5) == WIDTH


def test_twelve_stars_stand_like_the_hours() -> None:
    """On an invisible circle of a third of the height, around the point where the diagonals meet."""
    hours = [(math.sin(math.pi / 6 * hour), -math.cos(math.pi / 6 * hour)) for hour in range(12)]
    wanted = [(WIDTH / 2 + HEIGHT / 3 * x, HEIGHT / 2 + HEIGHT / 3 * y) for x, y in hours]
    assert len(PLACES) == 12
    for place, hour in zip(PLACES, wanted, strict=True):
        assert place == pytest.approx(hour, abs=0.01)


def test_each_star_has_five_points_and_stands_upright() -> None:
    """On an invisible circle of an eighteenth of the height, one point straight up."""
    points = STAR[::2]
    assert len(STAR) == 10
    assert points[0] == pytest.approx((0, -HEIGHT / 18))
    assert [math.hypot(x, y) for x, y in points] == pytest.approx([HEIGHT / 18] * 5, abs=0.01)
    angles = sorted(math.degrees(math.atan2(y, x)) % 360 for x, y in points)
    assert [b - a for a, b in pairwise(angles)] == pytest.approx([72] * 4, abs=0.1)


def test_its_colours_are_those_of_the_web() -> None:
    """Reflex Blue as #003399, Yellow as #FFCC00."""
    assert {node.attrib["fill"] for node in DRAWING.iter() if "fill" in node.attrib} == {"#039", "#fc0"}
