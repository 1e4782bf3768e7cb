"""Lists as Word writes them into HTML."""

from __future__ import annotations

import datetime as dt

from plugins.importing.background import Background
from plugins.importing.read import read

MARK = "<span style='mso-list:Ignore'>{}<span>&nbsp;&nbsp;&nbsp;</span></span>"
PASTED = f"""<html><head><style>/* x */</style></head><body><!--StartFragment-->
<p class=MsoTitle>Kai 7 ist eröffnet</p>
<p class=MsoNormal>Die Stadt öffnete gestern den neuen&nbsp;Kai.</p>
<p class=MsoListParagraphCxSpFirst>{MARK.format("·")}Schiffer*innen</p>
<p class=MsoListParagraphCxSpLast>{MARK.format("·")}<b>Boote</b></p>
<p class=MsoNormal><span style='font-weight:bold'>Wie es weitergeht</span></p>
<p class=MsoListParagraph>{MARK.format("1.")}Plan</p><p class=MsoListParagraph>{MARK.format("2.")}Bau</p>
<p class=MsoNormal>Im Herbst folgt der nächste Kai.</p><!--EndFragment--></body></html>"""


def test_what_word_puts_on_the_clipboard() -> None:
    """Paragraphs with a sign and hard blanks are entries; styles are headings."""
    body = read(PASTED.encode(), "pasted.html", Background(today=dt.date(2026, 1, 31))).edition.body
    assert "\n\n- Schiffer*innen\n- **Boote**\n\n## Wie es weitergeht\n\n1. Plan\n2. Bau\n\n" in body
