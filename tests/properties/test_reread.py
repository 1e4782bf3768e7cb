"""Reading a text alone gives what reading its whole bundle gives, whatever stands in it, or no answer."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.build.bundle import prepare
from plugins.build.bundle_record import BundleSettings
from plugins.build.edition_edit import reread
from plugins.build.embedded_metadata import embedded
from plugins.build.sources import Bundle
from plugins.newsroom.context import Context
from plugins.newsroom.shared import load_shared
from tests.site.newsroom import GROUND, Newsroom, jpeg, report

TOPS = (
    "",
    "title: Anders\n",
    "photos: {a.jpg: {alt: Bild}}\n",
    "slug: neu\n",
    "links: [{url: 'https://a.example', label: A}]\n",
)
PIECES = (
    "Ein Absatz mit *Betonung* und [Verweis](https://www.example.org/a?b=1&c=2).",
    "## Ein Kopf {#kopf}",
    "Siehe [dort](report:zwei) und [hier](page:impressum#x).",
    "![](photo:a.jpg)",
    "![Bild](photo:fehlt.jpg)",
    "![Bild](https://www.example.org/b.png)",
    "* eins\n* zwei\n\n    1. drei",
    "| a | b |\n|---|--:|\n| 1 | 2 |",
    "Wort[^1].\n\n[^1]: Eine Anmerkung mit [Verweis](report:zwei).",
    "```\n[kein Verweis](report:nichts)\n```",
    "„Gut gesagt“, sagte sie; ‚gut‘.",
    'Das ist "falsch".',
    "«Auch falsch.»",
    "<div lang=en>\n\nWords\n\n</div>",
    "[Anker](#kopf) [Anker](#nirgends)",
    "[Böse](javascript:alert(1))",
    "> " * 12 + "tief",
    "…",
    "---",
    "\t\n \n",
    "Z\x07eichen",
    "Zeile  \nUmbruch\\\nEnde",
    "*[HDE]: Handel\n\nDer HDE.",
)  # fmt: skip
texts = st.lists(st.sampled_from(PIECES), max_size=6).map("\n\n".join)
heads = st.sampled_from(TOPS)
ends = st.sampled_from(["\n", "\r\n"])


@pytest.fixture(scope="module")
def place() -> Iterator[Newsroom]:
    """A newsroom with a report of three editions."""
    with tempfile.TemporaryDirectory() as folder:
        newsroom = Newsroom(Path(folder)).write(GROUND)
        yield newsroom.write(report("eins", more="photos: [{file: a.jpg, credit: Foto}]")).put(
            "content/reports/2024/eins/photos/a.jpg", jpeg()
        )


def write(newsroom: Newsroom, lang: str, head: str, text: str, end: str = "\n") -> None:
    """An edition."""
    words = f"---\n{head if 'title' in head else 'title: Titel' + chr(10) + head}teaser: Kurz.\n---\n{text}\n"
    newsroom.put(f"content/reports/2024/eins/{lang}.md", words.replace("\n", end).encode())


def settings_of(newsroom: Newsroom) -> BundleSettings:
    """What preparing takes."""
    content = newsroom.root / "content"
    site, people, topics = load_shared(content)
    context = Context(str(content), site.stand_in, people.ids, topics.ids, False, embedded)
    return BundleSettings(str(content), str(newsroom.root / "translations"), context, "engine")


@settings(max_examples=400, deadline=None)
@given(
    old=texts,
    new=texts,
    head=heads,
    other=heads,
    lang=st.sampled_from(["de", "de", "en"]),
    end=ends,
    same=st.booleans(),
)
def test_a_text_alone(
    place: Newsroom, old: str, new: str, head: str, other: str, lang: str, end: str, same: bool
) -> None:  # fmt: skip
    """Prepared, converted, and with every place at which it names something."""
    bundle, given_settings = Bundle("reports", "eins", "reports/2024/eins", (), ()), settings_of(place)
    write(place, "de", TOPS[2], PIECES[0])
    write(place, "en", "", PIECES[0])
    write(place, lang, head, old)
    before, _ = prepare(bundle, given_settings)
    write(place, lang, head if same else other, new, end)
    after, kept = prepare(bundle, given_settings)
    path = f"reports/2024/eins/{lang}.md"
    found = reread(bundle, [path], before, given_settings.content, given_settings.engine)
    if found is not None:
        assert found[0] == after
        assert set(found[1].documents) <= set(kept.documents)
        assert set(found[1].conversions) <= set(kept.conversions)
        assert {body.key for body in found[0].bodies if body.lang == lang} == {key for key, _ in found[1].documents}


def test_it_has_an_answer_for_what_editors_write(place: Newsroom) -> None:
    """Otherwise the property says nothing."""
    bundle, given_settings = Bundle("reports", "eins", "reports/2024/eins", (), ()), settings_of(place)
    answered = set()
    write(place, "en", "", PIECES[0])
    for piece in PIECES:
        write(place, "de", TOPS[2], f"Erst.\n\n{piece}")
        before, _ = prepare(bundle, given_settings)
        write(place, "de", TOPS[2], f"Neu davor.\n\nErst.\n\n{piece}")
        if (
            reread(bundle, ["reports/2024/eins/de.md"], before, given_settings.content, given_settings.engine)
            is not None
        ):
            answered.add(piece)
    refused = [piece for piece in PIECES if piece not in answered]
    assert refused == [PIECES[n] for n in (1, 4, 5, 11, 12, 14, 15, 20)]
