"""What people type means what it looks like."""

from __future__ import annotations

import pytest

from plugins.markup.dialect.step import plain_markdown
from plugins.markup.python_markdown import to_html


def page(text: str) -> str:
    """The HTML of a typed text, without line ends."""
    return to_html(plain_markdown(text).plain.text).replace("\n", "")


@pytest.mark.parametrize(
    ("typed", "html"),
    [
        ("18. April: Auftakt\n\n2. Mai: Ende", "<p>18. April: Auftakt</p><p>2. Mai: Ende</p>"),
        ("1. September\n2. Oktober\n3. November", "<p>1. September2. Oktober3. November</p>"),
        ("2. BSR Stars", "<p>2. BSR Stars</p>"),
        ("17. april 2026", "<p>17. april 2026</p>"),
        ("24. bis 26. April", "<p>24. bis 26. April</p>"),
        ("1. Bürgermeister Muster", "<p>1. Bürgermeister Muster</p>"),
        ("- 18. April: Auftakt\n- 2. Mai: Ende", "<ul><li>18. April: Auftakt</li><li>2. Mai: Ende</li></ul>"),
        ("1. a\n2. b", "<ol><li>a</li><li>b</li></ol>"),
        ("  9. a\n 10. b", '<ol start="9"><li>a</li><li>b</li></ol>'),
        (" 98. a\n 99. b\n100. c", '<ol start="98"><li>a</li><li>b</li><li>c</li></ol>'),
        ("Der Hafen\n—\u00a0so hieß es – wächst.", "<p>Der Hafen—\u00a0so hieß es – wächst.</p>"),
        ("–\u00a0a\n–\u00a0b", "<ul><li>a</li><li>b</li></ul>"),
        ("Wir arbeiten verteilt.\n----------------------", "<h2>Wir arbeiten verteilt.</h2>"),
        ("Wir arbeiten verteilt.\n---", "<p>Wir arbeiten verteilt.</p><hr>"),
        ('<div class="x">\n\n# Titel\n\n- a\n\n</div>\n\nEnde', "<h1>Titel</h1><ul><li>a</li></ul><p>Ende</p>"),
        ('<div lang="en">\n\nWords\n\n</div>', '<div lang="en">Words</div>'),
        ("Kai\n: Ufer\nPier\n: Steg", "<dl><dt>Kai</dt><dd>Ufer</dd><dt>Pier</dt><dd>Steg</dd></dl>"),
        ("1) a\n2) b", "<ol><li>a</li><li>b</li></ol>"),
        ("Punkte:\n3. a\n4. b", '<p>Punkte:</p><ol start="3"><li>a</li><li>b</li></ol>'),
        ("1. Platz: a\n1. Platz: b\n3. Platz: c", "<p>1. Platz: a1. Platz: b3. Platz: c</p>"),
        (
            "1. a\n1. b\n\nText\n\n1. c\n2. d",
            "<ol><li>a</li><li>b</li></ol><p>Text</p><ol><li>c</li><li>d</li></ol>",
        ),
        ("1. a\n1. b\n1. c", "<ol><li>a</li><li>b</li><li>c</li></ol>"),
        ("\uf0b7 a\n\uf0b7\tb", "<ul><li>a</li><li>b</li></ul>"),
        ("a \\<b> und \\<Name>, \\<5 %", "<p>a &lt;b&gt; und &lt;Name&gt;, &lt;5 %</p>"),
        ("\\<details> steht da", "<p>&lt;details&gt; steht da</p>"),
        ("3. Liga\n2. Liga", "<p>3. Liga2. Liga</p>"),
        ("Themen:\n- a\n- b", "<p>Themen:</p><ul><li>a</li><li>b</li></ul>"),
        ("•\ta\n•\tb", "<ul><li>a</li><li>b</li></ul>"),
        ("-\u00a0a\n-\u00a0b", "<ul><li>a</li><li>b</li></ul>"),
        ("– a\n– b", "<ul><li>a</li><li>b</li></ul>"),
        ("– sagte sie.", "<p>– sagte sie.</p>"),
        ("- a\n  - b\n    - c\n- d", "<ul><li>a<ul><li>b<ul><li>c</li></ul></li></ul></li><li>d</li></ul>"),
        ("1. a\n  - b\n2. c", "<ol><li>a<ul><li>b</li></ul></li><li>c</li></ol>"),
        ("- a\n   - b\n- c", "<ul><li>a<ul><li>b</li></ul></li><li>c</li></ul>"),
        (
            "- a\n\n  - b\n- c\n\n  - d",
            "<ul><li><p>a</p><ul><li>b</li></ul></li><li><p>c</p><ul><li>d</li></ul></li></ul>",
        ),
        ("- a\n\n  b\n- c\n", "<ul><li><p>a</p><p>b</p></li><li><p>c</p></li></ul>"),
        ("1. a\n\n       x = 1\n2. b", "<ol><li><p>a</p><pre><code>x = 1</code></pre></li><li><p>b</p></li></ol>"),
        (
            "  1. a\n\n    {{< video >}}\n  2. b",
            '<ol><li>a</li></ol><p>{{&lt; video &gt;}}</p><ol start="2"><li>b</li></ol>',
        ),
        ("    <strong>Hafen</strong>", "<p><strong>Hafen</strong></p>"),
        ("    x = 1\nEnde", "<pre><code>x = 1</code></pre><p>Ende</p>"),
        ("## #Hafen", "<h2>#Hafen</h2>"),
        ("> Z\n> - a\n> - b", "<blockquote><p>Z</p><ul><li>a</li><li>b</li></ul></blockquote>"),
        (">20 % der Firmen", "<p>&gt;20 % der Firmen</p>"),
        ("Es sind\n>20 % davon", "<p>Es sind&gt;20 % davon</p>"),
        (">2019 kam\n>er wieder", "<blockquote><p>2019 kamer wieder</p></blockquote>"),
        ("#WirSindHafen", "<p>#WirSindHafen</p>"),
        ("Text\n#Hafen", "<p>Text#Hafen</p>"),
        ("###", "<p>###</p>"),
        ("# C#", "<h1>C#</h1>"),
        ("a\\\nb", "<p>a<br>b</p>"),
        ("\tBerlin, 5. März", "<p>Berlin, 5. März</p>"),
        ("    x = 1", "<pre><code>x = 1</code></pre>"),
        ("Autor*innen, Leser*innen", "<p>Autor*innen, Leser*innen</p>"),
        ("**Leser*innen**", "<p><strong>Leser*innen</strong></p>"),
        ("*Autor*innen und mehr*", "<p><em>Autor*innen und mehr</em></p>"),
        ("*Hafen*stadt", "<p><em>Hafen</em>stadt</p>"),
        ("`a*b` und a*b", "<p><code>a*b</code> und a*b</p>"),
        ("Herr <Name> kam", "<p>Herr &lt;Name&gt; kam</p>"),
        ("<b>fett</b>", "<p><b>fett</b></p>"),
        ("<www.a.de>", '<p><a href="https://www.a.de">https://www.a.de</a></p>'),
        ("[S] (https://a.de)", '<p><a href="https://a.de">S</a></p>'),
        ("[S](www.a.de)", '<p><a href="https://www.a.de">S</a></p>'),
        ("[1] (siehe dort)", "<p>[1] (siehe dort)</p>"),
        ("https://a.de/x?b=1&c=2.", '<p><a href="https://a.de/x?b=1&amp;c=2">https://a.de/x?b=1&amp;c=2</a>.</p>'),
        ("(siehe www.a.de)", '<p>(siehe <a href="https://www.a.de">www.a.de</a>)</p>'),
        ("a@b.de.", '<p><a href="mailto:a@b.de">a@b.de</a>.</p>'),
        ("[Foto]: Hafenamt", "<p>[Foto]: Hafenamt</p>"),
        ("![](photo:Foto 1.jpg)", '<p><img alt="" src="photo:Foto 1.jpg"></p>'),
        ("![](<photo:Foto 1.jpg>)", '<p><img alt="" src="photo:Foto 1.jpg"></p>'),
        ("> a\n\n> b", "<blockquote><p>a</p></blockquote><!-- --><blockquote><p>b</p></blockquote>"),
        ("a\n```x y\nb\n`````", "<p>a</p><pre><code>b</code></pre>"),
        ("- a\n\n  b", "<ul><li><p>a</p><p>b</p></li></ul>"),
        ("Es fiel auf\n- 5 Grad.", "<p>Es fiel auf- 5 Grad.</p>"),
        ("Es stieg um\n+ 5 % auf 20.", "<p>Es stieg um+ 5 % auf 20.</p>"),
        ("Tel.\n+ 49 231 5024", "<p>Tel.+ 49 231 5024</p>"),
        ("+ 5 % mehr a\n+ 3,5 % mehr b", "<ul><li>+ 5 % mehr a</li><li>+ 3,5 % mehr b</li></ul>"),
        ("Ergebnis:\n- 5 % mehr", "<p>Ergebnis:</p><ul><li>5 % mehr</li></ul>"),
        ("- 5 % mehr\n- 3 % mehr", "<ul><li>5 % mehr</li><li>3 % mehr</li></ul>"),
        ("+ a\n+ b", "<ul><li>a</li><li>b</li></ul>"),
        (
            "Kinder*, Gäste** frei.\n\n* bis 12\n** am Sonntag",
            "<p>Kinder*, Gäste** frei.</p><p>* bis 12</p><p>** am Sonntag</p>",
        ),
        ("[a](tel:0231 50 24)", '<p><a href="tel:0231 50 24">a</a></p>'),
        ("01. a\n02. b", "<p>01. a02. b</p>"),
        ("a\nb\n=====", "<p>ab&#61;====</p>"),
        ("- a\n– b\n- c", "<ul><li>a</li><li>b</li><li>c</li></ul>"),
        ("- a\n  – b geht weiter", "<ul><li>a  – b geht weiter</li></ul>"),
        ("- a\n\n– sagte sie.", "<ul><li>a</li></ul><p>– sagte sie.</p>"),
        ("— sagte sie.\n—Ja.", "<p>— sagte sie.—Ja.</p>"),
        ("☐ a\n☑ b\n✗ c", "<ul><li>☐ a</li><li>☑ b</li><li>✗ c</li></ul>"),
        ("✅ erledigt", "<p>✅ erledigt</p>"),
        ("Kinder*, Gäste* frei", "<p>Kinder*, Gäste* frei</p>"),
        ("5 €*, 7 €*, (a*), (b*)", "<p>5 €*, 7 €*, (a*), (b*)</p>"),
        ("Kinder**, Gäste**.", "<p>Kinder**, Gäste**.</p>"),
        ("*a*, (*b*), **c**: „*d*“", "<p><em>a</em>, (<em>b</em>), <strong>c</strong>: „<em>d</em>“</p>"),
        ("Eintritt 5 €*\n* Kinder frei", "<p>Eintritt 5 €*</p><p>* Kinder frei</p>"),
        ("*Sehr* gut.\n\n* a", "<p><em>Sehr</em> gut.</p><ul><li>a</li></ul>"),
        ("Kinder* frei.\n\n* a\n* b", "<p>Kinder* frei.</p><ul><li>a</li><li>b</li></ul>"),
        ("- a\nNachteile:\n- b", "<ul><li>a</li></ul><p>Nachteile:</p><ul><li>b</li></ul>"),
        ("- a\n**Fazit**\n- b", "<ul><li>a</li></ul><p><strong>Fazit</strong></p><ul><li>b</li></ul>"),
        ("- a\nund:\nmehr\n- b", "<ul><li>aund:mehr</li><li>b</li></ul>"),
        ("in \\\\server\\teil\\x.docx und a\\\\b", "<p>in \\\\server\\teil\\x.docx und a\\b</p>"),
        ("@hafen@social.example", "<p>@hafen@social.example</p>"),
        ("1. a\n2. b\n4. Mai", "<ol><li>a</li><li>b</li></ol><p>4. Mai</p>"),
    ],
)
def test_it_looks_as_it_was_meant(typed: str, html: str) -> None:
    """On the page."""
    assert page(typed) == html


def test_a_row_with_more_cells_widens_its_table() -> None:
    """No cell is lost, with bars at the edge or without."""
    for typed in ("| a | b |\n|---|---|\n| 1 | 2 | 3 |", "a | b\n---|---\n1 | 2 | 3"):
        assert "<td>3</td>" in page(typed)
    assert page("Vor:\n| a | b |\n|---|---|\n| 1 | 2 |\nNach").endswith("</table><p>Nach</p>")


@pytest.mark.parametrize(
    "text", ["", "Wort", "a **b** c\n\n## d\n\n- e\n- f\n\n> g", "[a](https://x.de) `b`", "18\\. Mai"]
)
def test_plain_markdown_stays_as_it_is(text: str) -> None:
    """Nothing is put in where nothing is wanted."""
    assert plain_markdown(text).plain.text == text
