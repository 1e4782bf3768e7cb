"""Hostile HTML, in the forms it is known to take."""

from __future__ import annotations

from html.parser import HTMLParser

import pytest

from plugins.markup.convert import convert
from plugins.markup.sanitise import SCHEMES, TAGS, sanitise

HOSTILE = [
    "<script>alert(1)</script>",
    "<SCRIPT SRC=//evil.example/x.js></SCRIPT>",
    "<scr<script>ipt>alert(1)</scr</script>ipt>",
    "text</script><script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<img src=x onerror=alert(1)//",
    '<img src="photo:a.jpg" onload=alert(1)>',
    "<svg onload=alert(1)>",
    "<svg><script>alert(1)</script></svg>",
    "<svg><a xlink:href='javascript:alert(1)'><text>x</text></a></svg>",
    "<svg><style><img src=x onerror=alert(1)></style></svg>",
    "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)></style></mglyph></table></mtext></math>",
    '<math><mi//xlink:href="data:x,<script>alert(1)</script>">',
    "<style>body{background:url(https://evil.example)}</style>",
    "<p style='background:url(https://evil.example)' onclick=alert(1)>x</p>",
    "<iframe src=https://evil.example></iframe>",
    "<iframe srcdoc='<script>alert(1)</script>'></iframe>",
    "<object data=https://evil.example></object><embed src=https://evil.example>",
    "<link rel=stylesheet href=https://evil.example>",
    "<meta http-equiv=refresh content='0;url=https://evil.example'>",
    "<base href=https://evil.example/>",
    "<form action=https://evil.example><input name=x><button formaction=javascript:alert(1)>x</button></form>",
    "<a href='javascript:alert(1)'>x</a>",
    "<a href='JaVaScRiPt:alert(1)'>x</a>",
    "<a href=' javascript:alert(1)'>x</a>",
    "<a href='java\tscript:alert(1)'>x</a>",
    "<a href='java&#10;script:alert(1)'>x</a>",
    "<a href='&#106;&#97;vascript:alert(1)'>x</a>",
    "<a href='&#x6A;avascript&colon;alert(1)'>x</a>",
    "<a href='vbscript:msgbox(1)'>x</a>",
    "<a href='data:text/html,<script>alert(1)</script>'>x</a>",
    "<a href='data:text/html;base64,PHNjcmlwdD4='>x</a>",
    "<a href='//evil.example/'>x</a>",
    "<a href='\\\\evil.example'>x</a>",
    "<a href='photo:x'>x</a>",
    "<a href='https://ok.example' target=_blank onmouseover=alert(1)>x</a>",
    "<a href='x' xlink:href='javascript:alert(1)'>x</a>",
    "[x](javascript:alert(1))",
    "[x](JAVASCRIPT:alert(1))",
    "[x](java&#115;cript:alert(1))",
    "[x](&#106;avascript:alert(1))",
    "[x](javascript&colon;alert(1))",
    "[x](<javascript:alert(1)>)",
    "[x]( javascript:alert(1) 'title')",
    "[x][y]\n\n[y]: javascript:alert(1)",
    "<javascript:alert(1)>",
    "[x](data:text/html,%3Cscript%3E)",
    "[x](vbscript:msgbox(1))",
    "![x](javascript:alert(1))",
    "![x](data:image/svg+xml,<svg onload=alert(1)>)",
    "![x](https://evil.example/track.gif)",
    '![x](photo:a.jpg"onerror="alert(1))',
    '![x" onerror="alert(1)](photo:a.jpg)',
    '[x](https://ok.example "t" onclick="alert(1)")',
    "<b><i><script>alert(1)</script></i></b>",
    "<div><div><div><img src=x onerror=alert(1)></div></div></div>",
    "<details open ontoggle=alert(1)>x</details>",
    "<noscript><p title='</noscript><img src=x onerror=alert(1)>'></noscript>",
    "<textarea><img title='</textarea><img src=x onerror=alert(1)>'></textarea>",
    "<xmp><img src=x onerror=alert(1)></xmp>",
    "<template><script>alert(1)</script></template>",
    "<!--><script>alert(1)</script>-->",
    "<!-- --!><script>alert(1)</script> -->",
    "<![CDATA[<script>alert(1)</script>]]>",
    "<?xml version='1.0'?><script>alert(1)</script>",
    "<table background=javascript:alert(1)><td background=javascript:alert(1)>x</table>",
    "`<script>alert(1)</script>`",
    "    <script>alert(1)</script>",
    "```\n</code></pre><script>alert(1)</script>\n```",
    '``` "><script>alert(1)</script>\nx\n```',
    "# <script>alert(1)</script> heading",
    "a | <img src=x onerror=alert(1)>\n--|--\n<script>alert(1)</script> | b",
    "[^1]\n\n[^1]: <script>alert(1)</script>",
    '[^"><script>alert(1)</script>]\n\n[^"><script>alert(1)</script>]: x',
    '*[HTML]: "><script>alert(1)</script>\n\nHTML',
    "<p id=main>x</p><h2 id=main>y</h2><li id=main>z</li>",
    "<span class=hero hidden accesskey=x contenteditable autofocus onfocus=alert(1) tabindex=0>x</span>",
    "\x00<scr\x00ipt>alert(1)</script>",
    "\x02klzzwxh:0000\x03 \x02wzxhzdk:0\x03 <script>alert(1)</script>",
    "&lt;script&gt;alert(1)&lt;/script&gt; &#60;script&#62;",
]


class Seen(HTMLParser):
    """The tags, attributes and addresses a browser would see."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Notes a tag."""
        self.tags.append(tag)
        self.attributes += attrs


def seen(html: str) -> Seen:
    """What a browser would see."""
    parser = Seen()
    parser.feed(html)
    parser.close()
    return parser


OURS = {"figure"}
ATTRIBUTES = {
    "id", "href", "hreflang", "lang", "dir", "translate", "class", "title", "open", "value", "start", "reversed",
    "colspan", "rowspan", "scope", "datetime", "role", "tabindex", "aria-label", "aria-labelledby", "data-photo",
}  # fmt: skip


@pytest.mark.parametrize("source", HOSTILE)
def test_hostile_text_does_no_harm(source: str) -> None:
    """No element, attribute or address is left that is not on the list."""
    for text in (source, f"Before {source} after", f"- {source}", f"> {source}", f"<div>\n{source}\n</div>"):
        found = seen(convert(text).html)
        assert set(found.tags) <= TAGS - {"img"} | OURS
        assert {name for name, _ in found.attributes} <= ATTRIBUTES
        for name, value in found.attributes:
            if name == "href":
                assert value is not None
                assert value.startswith("#") or value.partition(":")[0].lower() in SCHEMES - {"photo"}
            if name == "class":
                assert value in ("table", "footnotes", "footnote-ref", "footnote-backref")


@pytest.mark.parametrize("source", HOSTILE)
def test_what_is_clean_stays_as_it_is(source: str) -> None:
    """Cleaning twice changes nothing: the browser reads what the sanitiser read."""
    once = sanitise(convert(source).html)
    assert sanitise(once) == once


def test_ids_are_unique_whatever_is_written() -> None:
    """Raw HTML cannot take the id of a note, a heading or the page."""
    html = convert("<sup id='fn-1'>a</sup>[^1][^1]\n\n## Main\n\n## fn 1\n\n[^1]: x\n").html
    ids = [value for name, value in seen(html).attributes if name == "id"]
    assert len(ids) == len(set(ids))
    assert "main" not in ids


@pytest.mark.parametrize(
    "html",
    [
        '<span lang="en">x</span>',
        '<p dir="rtl" translate="no">x</p>',
        '<abbr title="kleine und mittlere Unternehmen">KMU</abbr>',
        '<time datetime="2024-05-02">x</time>',
        "H<sub>2</sub>O m<sup>2</sup>",
        "<q>x</q> <cite>x</cite> <mark>x</mark> <small>x</small> <del>x</del> <ins>x</ins>",
        '<a href="tel:+4923150">x</a>',
        '<ol start="3"><li value="5">x</li></ol>',
    ],
)
def test_html_of_use_to_editors_is_let_through(html: str) -> None:
    """Words of another language, abbreviations, dates, quotations."""
    assert sanitise(html) == html


def test_comments_of_editors_are_not_published() -> None:
    """They may not be meant for readers."""
    assert "secret" not in convert("a <!-- secret --> b\n\n<!--\nsecret\n-->\n").html


def test_words_inside_elements_taken_out_stay_unless_they_are_code() -> None:
    """An editor's words are not lost."""
    assert convert("<center>Words</center>").html.strip() == "Words"
    assert convert("<style>p { }</style>").html == ""
