"""Numbers in every format must be answered."""

from __future__ import annotations

import itertools
import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.translation.gate import Level, check_lines
from plugins.translation.gate.number_words import compound
from plugins.translation.gate.numbers import check
from plugins.translation.gate.words import plain


def found(source: str, target: str, source_lang: str = "de", target_lang: str = "en") -> list[str]:
    """The names of the checks that found something."""
    return [finding.check for finding in check(source, target, source_lang, target_lang, 1)]


@pytest.mark.parametrize(
    ("source", "target", "source_lang", "target_lang"),
    [
        ("Es kostet 1.234,56 Euro.", "It costs 1,234.56 euros.", "de", "en"),
        ("Het kost 1.234,56 euro.", "It costs 1,234.56 euros.", "nl", "en"),
        ("Rund 10 000 Besucher kamen.", "Some 10,000 visitors came.", "de", "en"),
        ("Rund 10\u202f000 Besucher kamen.", "Some 10000 visitors came.", "de", "en"),
        ("1'200 Gäste", "1,200 guests", "de-CH", "en"),
        ("2,3 Milliarden Euro", "2.3 billion euros", "de", "en"),
        ("2.3 billion euros", "2,3 miljard euro", "en", "nl"),
        ("1,5 Mio. Euro", "1.5 million euros", "de", "en"),
        ("1,5 Mio. Euro", "1,500,000 euros", "de", "en"),
        ("3 Billionen Euro", "3 trillion euros", "de", "en"),
        ("10 bis 12 Millionen", "between 10 and 12 million", "de", "en"),
        ("12 Unternehmen", "twelve companies", "de", "en"),
        ("80 Gäste", "eighty guests", "de", "en"),
        ("42 firms", "zweiundvierzig Firmen", "en", "de"),
        ("23 firms", "drieëntwintig bedrijven", "en", "nl"),
        ("two firms", "2 Firmen", "en", "de"),
        ("der 3. Platz", "third place", "de", "en"),
        ("the 21st meeting", "das 21. Treffen", "en", "de"),
        ("um 17:30 Uhr", "at 5.30 pm", "de", "en"),
        ("at 5:30 p.m.", "om 17.30 uur", "en", "nl"),
        ("at 5 p.m.", "um 17 Uhr", "en", "de"),
        ("from 2 to 5 pm", "von 14 bis 17 Uhr", "en", "de"),
        ("12 am", "0 Uhr", "en", "de"),
        ("um 5 Uhr nachmittags", "at 5 p.m.", "de", "en"),
        ("at 0230 UTC", "um 02:30 UTC", "en", "de"),
        ("ein 7:2", "a 7–2", "de", "en"),
        ("in den 1990er Jahren", "in the nineties", "de", "en"),
        ("1995-96", "1995-1996", "en", "nl"),
        ("das 19. Jahrhundert", "the nineteenth century", "de", "en"),
        ("½ Stunde", "half an hour", "de", "en"),
        ("Karl V.", "Charles 5", "de", "en"),
        ("am 24.9.2024", "on September 24, 2024", "de", "en"),
        ("2.200 km²", "2,200 km2", "de", "en"),
        ("7 Räume", "7 salles", "de", "fr"),
        ("70 Räume", "soixante-dix salles", "de", "fr"),
        ("7 Räume", "7 sal", "de", "pl"),
    ],
)
def test_the_same_number_in_another_form_is_an_answer(
    source: str, target: str, source_lang: str, target_lang: str
) -> None:
    """Formats, words, ordinals, scales, times of day: what means the same raises nothing."""
    assert found(source, target, source_lang, target_lang) == []


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("1.234 Besucher", "1.234 visitors"),
        ("2,3 Milliarden", "2.3 million"),
        ("3 Billionen", "3 billion"),
        ("um 17:30 Uhr", "at 5.30 am"),
        ("um 17:30 Uhr", "at 5.40 pm"),
        ("im Jahr 2019", "in 2018"),
        ("49 Partien", "games"),
        ("Partien", "49 games"),
        ("10 von 20", "20 of 20"),
        ("der 3. Platz", "fourth place"),
        ("12 Unternehmen", "eleven companies"),
        ("ein 7:2", "a 7–3"),
        ("3,14", "3.41"),
    ],
)
def test_another_number_is_asked_about(source: str, target: str) -> None:
    """A digit, a scale or half a day changed, a number lost or invented, is a finding."""
    assert set(found(source, target)) == {"number"}


def test_miles_are_not_converted_in_silence() -> None:
    """A converted measure is asked about: nobody has checked the arithmetic."""
    assert found("100 miles", "160 Kilometer", "en", "de") == ["number"]


@pytest.mark.parametrize(
    ("source", "target"),
    [("160 km/h", "160 miles per hour"), ("30 Euro", "$30"), ("5 Tonnen", "5 kilos"), ("5 Tage", "5 weeks")],
)
def test_the_same_number_of_something_else_is_asked_about(source: str, target: str) -> None:
    """A changed unit or currency under an unchanged number is a finding."""
    assert found(source, target) == ["amount"]


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("160 km/h", "160km/h"),
        ("160 km/h", "160 kilometres per hour"),
        ("30 US-Dollar", "US$30"),
        ("5 %", "5 percent"),
    ],
)
def test_a_unit_may_be_written_in_another_way(source: str, target: str) -> None:
    """A symbol and its word are the same unit."""
    assert found(source, target) == []


@pytest.mark.parametrize(
    ("source", "target", "level"),
    [
        ("3,5 Millionen Euro", "6.8 million euros", Level.BLOCK),
        ("30 Euro", "30 dollars", Level.BLOCK),
        ("49 Partien", "games", Level.ANSWER),
        ("Partien", "49 games", Level.ANSWER),
    ],
)
def test_a_contradiction_blocks_and_a_gap_is_asked_about(source: str, target: str, level: Level) -> None:
    """Another value in the place of one is never published; what is only lost or only new may have a reason."""
    assert [finding.level for finding in check(source, target, "de", "en", 1)] == [level]


def test_a_finding_has_a_key_of_its_check_and_its_words_alone() -> None:
    """The same fault at another line, at another level, in another sentence, has the same key; another fault not."""
    one, two, other = (
        next(iter(check(source, target, "de", "en", line)))
        for source, target, line in (
            ("49 Partien", "48 games", 1),
            ("Es waren 49 Partien.", "There were 48 games.", 7),
            ("49 Partien", "47 games", 1),
        )
    )
    assert one.key == two.key != other.key
    assert one.words == ("49", "48")


PAIRS = [
    json.loads(line) for line in (Path(__file__).parent / "number_pairs.jsonl").read_text(encoding="utf-8").splitlines()
]


@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: f"{pair['from']}-{pair['to']}: {pair['target'][:40]}")
def test_numbers_are_read_as_people_write_them(pair: dict[str, Any]) -> None:
    """Right pairs of all six directions raise nothing; each wrong one is a finding."""
    findings = check_lines([pair["source"]], [pair["target"]], pair["from"], pair["to"])
    loud = [finding for finding in findings if finding.level is not Level.HINT]
    assert bool(loud) is not pair["right"]


GROUPS = [
    json.loads(line)
    for line in (Path(__file__).parent / "number_groups.jsonl").read_text(encoding="utf-8").splitlines()
]


@pytest.mark.parametrize("group", GROUPS, ids=lambda group: group["group"])
def test_every_way_of_saying_a_number_answers_every_other(group: dict[str, dict[str, list[str]]]) -> None:
    """In all six directions; and what says another number is found beside each of them."""
    right, wrong = group["right"], group["wrong"]
    for left, other in itertools.permutations(right, 2):
        for source in right[left]:
            told = {target: _loud(source, target, left, other) for target in right[other]}
            assert not any(told.values()), (source, told)
            passed = [target for target in wrong.get(other, []) if not _loud(source, target, left, other)]
            assert not passed, (source, passed)


VARIANTS = [
    json.loads(line)
    for line in (Path(__file__).parent / "number_variants.jsonl").read_text(encoding="utf-8").splitlines()
]


@pytest.mark.parametrize("group", VARIANTS, ids=lambda group: group["group"])
def test_each_variant_of_a_number_is_read(group: dict[str, dict[str, list[str]]]) -> None:
    """Beside the usual form of each other language, as source and as translation; what says another number is found."""
    right, wrong = group["right"], group["wrong"]
    for left, other in itertools.permutations(right, 2):
        usual = right[left][0], right[other][0]
        pairs = [*((source, usual[1]) for source in right[left]), *((usual[0], target) for target in right[other])]
        told = {pair: _loud(*pair, left, other) for pair in pairs}
        assert not any(told.values()), told
        passed = [target for target in wrong.get(other, []) if not _loud(usual[0], target, left, other)]
        assert not passed, (usual[0], passed)


def _loud(source: str, target: str, source_lang: str, target_lang: str) -> list[str]:
    findings = check_lines([source], [target], source_lang, target_lang)
    return [finding.evidence for finding in findings if finding.level is not Level.HINT]


@pytest.mark.parametrize(
    ("source", "target", "source_lang", "target_lang"),
    [
        ("Der Anteil liegt bei 12,5 Prozent.", "The share is 12,5 percent.", "de", "en"),
        ("Der Wert stieg von 3,5 auf 5,3 Prozent.", "The value rose from 5.3 to 3.5 percent.", "de", "en"),
        ("The value rose from 3.5 to 5.3 percent.", "De waarde steeg van 5,3 naar 3,5 procent.", "en", "nl"),
    ],
)
def test_marks_and_places_of_numbers_are_watched(source: str, target: str, source_lang: str, target_lang: str) -> None:
    """A decimal mark of the other language, and two numbers that were exchanged, are asked about."""
    assert found(source, target, source_lang, target_lang) == ["number"]


@given(st.integers(0, 999_999), st.sampled_from(["de", "nl"]))
def test_every_whole_number_in_words_is_its_figure(number: int, lang: str) -> None:
    """What is spelled out in one word is worth what it says."""
    assert compound(plain(spelled(number, lang)), lang) == number


def spelled(number: int, lang: str) -> str:
    """A number in one word, as German and Dutch write it."""
    small = {
        "de": "null ein zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn "
        "siebzehn achtzehn neunzehn",
        "nl": "nul een twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien zestien "
        "zeventien achttien negentien",
    }[lang].split()
    tens = {
        "de": "zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig",
        "nl": "twintig dertig veertig vijftig zestig zeventig tachtig negentig",
    }[lang].split()
    for worth, word in (
        (1000, {"de": "tausend", "nl": "duizend"}[lang]),
        (100, {"de": "hundert", "nl": "honderd"}[lang]),
    ):
        if number >= worth:
            rest = number % worth
            return spelled(number // worth, lang) + word + (spelled(rest, lang) if rest else "")
    if number < 20:
        return small[number]
    join = {"de": "und", "nl": "en"}[lang]
    return (small[number % 10] + join if number % 10 else "") + tens[number // 10 - 2]


def levels(source: str, target: str, source_lang: str, target_lang: str) -> set[str]:
    """The levels of what was found."""
    return {finding.level.value for finding in check(source, target, source_lang, target_lang, 1)}


@pytest.mark.parametrize(
    ("source", "target", "source_lang", "target_lang"),
    [
        ("30 Dollar oder 10 Dollar", "$30 or $30", "de", "en"),
        ("zwischen 11.000 und 22.500 US-Dollar", "between €11,000 and $22,500", "de", "en"),
        ("mehrere Milliarden US-Dollar", "billions of US euros", "de", "en"),
        ("two classes: the first and the third", "drie klassen: de eerste en de derde", "en", "nl"),
        ("zwei Klassen: die erste und die dritte", "three classes: the first and the third", "de", "en"),
        ("eine Doppelkante; die beiden Kanten halten", "a double edge; the three edges hold", "de", "en"),
        ("a double edge; the two edges hold", "een dubbele rand; de drie randen houden", "en", "nl"),
        ("ein zweifacher Meister", "a three-time champion", "de", "en"),
        ("zehnmal so hoch wie Gold", "eleven times the price of gold", "de", "en"),
        ("het tienvoudige van de prijs", "eleven times the price", "nl", "en"),
        ("almost four times that of film", "bijna vijf keer zo groot als film", "en", "nl"),
    ],
)
def test_a_number_or_currency_said_once_more_in_the_place_of_another(
    source: str, target: str, source_lang: str, target_lang: str
) -> None:
    """It stands in the source, and not there."""
    assert "block" in levels(source, target, source_lang, target_lang)


@pytest.mark.parametrize(
    ("source", "target", "source_lang", "target_lang"),
    [
        ("zwei bis drei Millionen Jahre", "two million to three million years", "de", "en"),
        ("de op twee na populairste website", "die drittbeliebteste Website", "nl", "de"),
        ("tussen de op één na en de op drie na grootste", "between the second and the fourth largest", "nl", "en"),
        ("5 Millionen Dollar (rund 4,6 Millionen Euro)", "$5 million (some €4.6 million)", "de", "en"),
    ],
)
def test_spans_ranks_and_two_currencies(source: str, target: str, source_lang: str, target_lang: str) -> None:
    """What is said in another way is an answer."""
    assert levels(source, target, source_lang, target_lang) == set()


def test_a_converted_measure_is_asked_about() -> None:
    """It is not blocked, where the sum is right."""
    assert levels("160 km/h", "100 miles per hour", "de", "en") == {"answer"}
    assert levels("160 km/h", "140 miles per hour", "de", "en") == {"block"}


@pytest.mark.parametrize(
    ("source", "target", "source_lang", "target_lang"),
    [
        ("200 pounds (90kg) on Earth", "90 kg auf der Erde", "en", "de"),
        ("1,600 kilometres (1,000 mi) long", "1.600 Kilometer lang", "en", "de"),
        ("op aarde 90 kg", "on Earth 200 pounds (90 kg)", "nl", "en"),
    ],
)
def test_a_conversion_in_brackets_may_go_or_come(source: str, target: str, source_lang: str, target_lang: str) -> None:
    """The same measure stands there in the other system."""
    assert found(source, target, source_lang, target_lang) == []


def test_another_number_in_brackets_may_not() -> None:
    """It is no conversion."""
    assert found("200 pounds (80kg) on Earth", "80 kg auf der Erde", "en", "de") == ["number"]
