"""Words that belong together stay on one line."""

from __future__ import annotations

import pytest

from plugins.pages.typography import spaced, spaced_html


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        ("de", "z. B. 5 % von 10 000 €", "z.~B. 5~% von 10~000~€"),
        ("de", "nach § 5 Abs. 2, Nr. 7", "nach §~5 Abs.~2, Nr.~7"),
        ("de", "Dr. Petra Püchner, 3 Mio. Euro", "Dr.~Petra Püchner, 3~Mio. Euro"),
        ("de", "Prof. Dr. Öz, S. 12, Art. II, 3 Mio. €", "Prof.~Dr.~Öz, S.~12, Art.~II, 3~Mio.~€"),
        (
            "de",
            "Das ist von dieser Art. Der Rest, i. d. R. u. v. m.",
            "Das ist von dieser Art. Der Rest, i.~d.~R. u.~v.~m.",
        ),
        ("de", "1 000 000 Euro, Tel. 0231 50 24 821", "1~000~000~Euro, Tel. 0231 50 24 821"),
        ("nl", "€ 5, blz. 12, dr. Jansen, d. w. z. 18 uur", "€~5, blz.~12, dr.~Jansen, d.~w.~z. 18~uur"),
        ("nl", "wie's in 's-Hertogenbosch", "wie's in 's-Hertogenbosch"),
        ("en", "No. That is p. 12, No. 5", "No. That is p.~12, No.~5"),
        ("en", "Dr Smith, Mrs Brown, 10 a.m., £5 million", "Dr~Smith, Mrs~Brown, 10~a.m., £5~million"),
        ("nl", "5 procent van 2 miljoen", "5~procent van 2~miljoen"),
        ("en", "e. g. 5 million", "e.~g. 5~million"),
        ("fr", "10 000 km", "10~000~km"),
        ("de", "Am 8. und 9. Juni 2021", "Am 8. und 9. Juni 2021"),
        ("de", "5 mehr, 12 Monate", "5 mehr, 12 Monate"),
        ("de", "2024 350 Gäste", "2024 350 Gäste"),
    ],
)
def test_spaces_become_non_breaking_where_the_language_wants_it(lang: str, text: str, expected: str) -> None:
    """Abbreviations, units, digit groups, titles; nothing else."""
    assert spaced(text, lang) == expected.replace("~", "\u00a0")


def test_tags_attributes_and_code_are_left_alone() -> None:
    """Only what a reader reads is touched."""
    html = '<p title="5 %">5 %</p><pre><code>5 %</code></pre><code>10 000</code>'
    assert spaced_html(html, "de") == html.replace(">5 %</p>", ">5\u00a0%</p>")
