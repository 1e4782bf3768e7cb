"""Tables in the text."""

from __future__ import annotations

from plugins.markup.convert import convert
from plugins.markup.tables import tables

TABLE = "a | b | c | d\n--|:-:|--:|:--\n1 | 2 | 3 | 4\n"
BOX = '<div class="table" tabindex="0">'


def test_a_table_can_be_scrolled_by_keyboard() -> None:
    """It has no name of its own where there is no heading to name it."""
    html = convert(TABLE).html
    assert html.startswith(BOX + "<table>\n<thead>")
    assert html.endswith("</table></div>")


def test_a_table_is_named_after_the_heading_above_it() -> None:
    """The first one: two regions of one name help nobody."""
    html = convert(f"## Zahlen\n\n{TABLE}\n\ntext\n\n{TABLE}").html
    assert html.count('role="region" aria-labelledby="zahlen"') == 1
    assert html.count('tabindex="0"') == 2
    assert html.index("aria-labelledby") < html.index(BOX)


def test_alignment_is_a_class() -> None:
    """Inline style is forbidden on the pages, and the attribute is obsolete."""
    html = convert(TABLE).html
    assert "<th>a</th>" in html
    for name, cell in (("center", "2"), ("right", "3"), ("left", "4")):
        assert f'<td class="align-{name}">{cell}</td>' in html
    assert "align=" not in html.replace("class=", "")


def test_a_table_inside_a_table_stays_in_one_box() -> None:
    """Raw HTML may hold one."""
    html = "<table><tbody><tr><td><table></table></td></tr></tbody></table>"
    assert tables(html) == f"{BOX}{html}</div>"


def test_unknown_alignment_is_taken_out() -> None:
    """Raw HTML may name any."""
    assert tables('<table><tr><td align="char">x</td></tr></table>') == f"{BOX}<table><tr><td>x</td></tr></table></div>"
