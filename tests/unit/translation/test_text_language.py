"""Tests of plugins/translation/text_language.py."""

from __future__ import annotations

import pytest

from plugins.translation.text_language import other_language

TEXTS = {
    "de": "Am Donnerstag hat der Hafen seine Kais geöffnet, und rund dreihundert Gäste haben sich angesehen, was am Wasser"
    " entsteht. Die Firmen zeigten auf dem Gelände, wie sie Schiffe ohne Diesel fahren lassen wollen. Wer wollte, konnte"
    " mit einem Boot durch das Becken fahren. Der Senator sagte, dass die Stadt noch mehr für den Umbau tun werde.",
    "nl": "Op donderdag heeft de haven haar kades geopend, en ongeveer driehonderd gasten hebben gezien wat er aan het water"
    " ontstaat. De bedrijven lieten op het terrein zien hoe zij schepen zonder diesel willen laten varen. Wie dat wilde, kon"
    " met een boot door het bekken varen. De wethouder zei dat de stad nog meer voor de ombouw zal doen.",
    "en": "On Thursday the port opened its quays, and about three hundred guests had a look at what is being built by the water."
    " The companies showed on the site how they want to run ships without diesel. Those who wanted could take a boat through"
    " the basin. The senator said that the city would do even more for the conversion of the port.",
    "pl": "W czwartek port otworzył swoje nabrzeża, a około trzystu gości zobaczyło, co powstaje nad wodą. Firmy pokazały na"
    " terenie, jak chcą prowadzić statki bez oleju napędowego. Kto chciał, mógł popłynąć łodzią przez basen portowy. Senator"
    " powiedział, że miasto zrobi jeszcze więcej dla przebudowy portu i dla całego wybrzeża.",
    "sv": "På torsdagen öppnade hamnen sina kajer, och omkring trehundra gäster fick se vad som byggs vid vattnet. Företagen"
    " visade på området hur de vill köra fartyg utan diesel. Den som ville kunde åka båt genom bassängen. Borgmästaren sade"
    " att staden kommer att göra ännu mer för ombyggnaden av hamnen och för hela kusten.",
    "ja": "木曜日に港が岸壁を開放し、およそ三百人の来場者が水辺で何が生まれるのかを見学した。企業は、軽油を使わずに船を動かす方法を会場で紹介した。希望者は船で港内を巡ることができた。",
}  # fmt: skip


@pytest.mark.parametrize("lang", TEXTS)
@pytest.mark.parametrize("tag", ["{}", "{}-simple", "{}-BE", "{}-x-klar"])
def test_a_text_in_its_language_is_none_of_another(lang: str, tag: str) -> None:
    """Regional, simple and private forms count as their language."""
    assert other_language(f"<p>{TEXTS[lang]}</p>", tag.format(lang)) == ""


@pytest.mark.parametrize(
    ("lang", "expected"),
    [(lang, other) for lang in TEXTS for other in (*TEXTS, "fr", "nl-BE", "nb", "ar", "ja") if lang[:2] != other[:2]],
)
def test_a_text_in_another_language_is_named(lang: str, expected: str) -> None:
    """Also where of neither of the two small words are known."""
    assert other_language(f"<p>{TEXTS[lang]}</p>", expected) == lang


@pytest.mark.parametrize(
    "html",
    [
        "<p>" + " ".join(TEXTS["en"].split()[:30]) + "</p>",
        f"<p>Der Senator sagte auf Englisch:</p><blockquote><p>{TEXTS['en']}</p></blockquote><p>So war es.</p>",
        f"<p>{TEXTS['de']}</p><p>„{TEXTS['en']}“, sagte der Senator.</p>",
        f'<p>{TEXTS["de"]} <span lang="en">{TEXTS["en"]}</span></p>',
        f"<p>{TEXTS['de']}</p><pre><code>{TEXTS['en']} {TEXTS['en']}</code></pre>",
        "<ul>" + "<li>Jan de Vries, Port of Rotterdam</li><li>Mary Smith, Blue Water Ltd</li>" * 12 + "</ul>",
        "<p>" + "Hannover Messe 2026, Halle 5, Stand B 12. " * 20 + "</p>",
    ],
    ids=["short", "quotation", "quotation marks", "marked words", "code", "names", "places"],
)
def test_what_may_be_in_another_language_is_not_judged(html: str) -> None:
    """Short texts, quotations, code, names."""
    assert other_language(html, "de") == ""
