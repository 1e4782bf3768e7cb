"""The gate for two files, line beside line."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.translation.gate import Level, check_lines
from plugins.translation.glossary import Glossary, Term

DE = "Die Messe öffnet morgen ihre Türen für alle Besucher aus der Region."
EN = "The fair opens its doors tomorrow for all visitors from the region."
NL = "De beurs opent morgen haar deuren voor alle bezoekers uit de regio."
FR = "La foire ouvre demain ses portes à tous les visiteurs de la région."
ES = "La feria abre mañana sus puertas a todos los visitantes de la región."


def found(source: str, target: str, source_lang: str = "de", target_lang: str = "en") -> set[tuple[str, str]]:
    """(check, level) of the findings of one line, hints left out."""
    findings = check_lines([source], [target], source_lang, target_lang)
    return {(f.check, f.level.value) for f in findings if f.level is not Level.HINT}


def test_a_good_line_passes() -> None:
    """Three good translations raise nothing in any direction."""
    for source, left in ((DE, "de"), (NL, "nl"), (EN, "en")):
        for target, right in ((DE, "de"), (NL, "nl"), (EN, "en")):
            if left != right:
                assert found(source, target, left, right) == set()


def test_a_line_left_in_the_source_language_blocks() -> None:
    """The same text, nearly the same text, or half of it, is untranslated."""
    assert found(DE, DE) == {("untranslated", "block")}
    assert ("untranslated", "block") in found(DE, DE.replace("Messe", "fair"))
    half = "The fair opens ihre Türen für alle Besucher aus der Region."
    assert ("untranslated", "block") in found(DE, half)


@pytest.mark.parametrize("text", ["Palais des Congrès", "NRW.innovativ", "12.5.2024", "TECH.LAND", "—"])
def test_what_has_no_words_of_the_language_may_stay(text: str) -> None:
    """Names, numbers and signs are the same in every language."""
    assert found(text, text) == set()


@pytest.mark.parametrize("answer", [NL, FR, ES])
def test_another_language_blocks(answer: str) -> None:
    """An answer in a third language is noticed, related or not."""
    assert ("language", "block") in found(DE, answer)
    assert ("language", "block") in found(EN, answer, "en", "de")


@pytest.mark.parametrize(
    "answer",
    [
        "MYMEMORY WARNING: YOU USED ALL AVAILABLE FREE TRANSLATIONS FOR TODAY.",
        "PLEASE SELECT TWO DISTINCT LANGUAGES",
        "Here is the translation: The fair opens its doors.",
        "Sure! Here's the translated text: The fair opens its doors.",
        "I'm sorry, but I cannot help with that.",
        "<html><body><h1>502 Bad Gateway</h1></body></html>",
        '{"error": {"message": "Quota exceeded"}}',
    ],
)
def test_an_answer_that_is_no_translation_blocks(answer: str) -> None:
    """Error texts, web pages and a chat model's talk are recognised."""
    assert ("engine-error", "block") in found(DE, answer)


def test_an_empty_answer_blocks() -> None:
    """Nothing, white space and a lone mark are no translation."""
    for answer in ("", "  ", "…"):
        assert found(DE, answer) == {("empty", "block")}
    assert found("", "Something") == {("empty", "block")}
    assert found("", "") == set()


_KEPT = "`code`, {name}, %s, info@a.example, 0231 50 24 821"
MARKDOWN = f"Siehe [Programm](https://a.example/x), {_KEPT} und www.b.example."
ENGLISH = f"See the [programme](https://a.example/x), {_KEPT} and www.b.example."


@pytest.mark.parametrize(
    ("old", "new", "check"),
    [
        ("", "", None),
        ("[programme](https://a.example/x)", "programme", "link"),
        ("https://a.example/x", "https://a.example/y", "link"),
        ("[programme]", "[the programme]", None),
        ("](https", "] (https", "link"),
        ("`code`", "code", "code"),
        ("`code`", "`Kode`", "code"),
        ("{name}", "", "placeholder"),
        ("{name}", "{Name}", "placeholder"),
        ("{name}", "{name} {name}", "placeholder"),
        ("%s", "% s", "placeholder"),
        ("info@a.example", "infos@a.example", "email"),
        ("0231 50 24 821", "0231 50 24 812", "phone"),
        ("0231 50 24 821", "0231/5024821", None),
        ("www.b.example", "www.c.example", "url"),
    ],
)
def test_what_must_be_kept_is_kept(old: str, new: str, check: str | None) -> None:
    """Links, code, placeholders, addresses, numbers to dial: lost or altered, they block."""
    names = found(MARKDOWN, ENGLISH.replace(old, new))
    assert ((check, "block") in names) if check else (names == set())


@pytest.mark.parametrize(
    ("source", "target", "structure"),
    [
        ("## Das Programm", "## The programme", False),
        ("## Das Programm", "The programme", True),
        ("## Das Programm", "### The programme", True),
        ("- Das Programm", "* The programme", False),
        ("> Das Programm", "The programme", True),
        ("Das **ganze** Programm", "The **whole** programme", False),
        ("Das **ganze** Programm", "The whole programme", True),
        ("Das *ganze* Programm", "The **whole** programme", True),
        ("Am 5. Mai war alles gut.", "May 5 was a good day.", False),
        ("5. Mai: alles war gut.", "On 5 May, everything was good.", False),
    ],
)
def test_the_structure_is_kept(source: str, target: str, structure: bool) -> None:
    """Headings, lists, quotations and emphasis stand as in the source."""
    assert (("structure", "block") in found(source, target)) is structure


def test_code_blocks_are_kept_verbatim() -> None:
    """Between fences nothing is translated."""
    source = ["```", "drucke Text", "```"]
    assert check_lines(source, source, "de", "en") == ()
    changed = check_lines(source, ["```", "print text", "```"], "de", "en")
    assert [(f.line, f.check, f.level) for f in changed] == [(2, "code", Level.BLOCK)]


THREE = (
    "Die Messe öffnet morgen ihre Türen für alle Besucher. Mehr als hundert Unternehmen aus Dortmund zeigen "
    "dort neue Maschinen. Am Abend spricht die Ministerin über den Wandel der Region."
)
ANSWER = (
    "The fair opens its doors to all visitors tomorrow. More than a hundred companies from Dortmund will "
    "show new machines there. In the evening, the minister will speak about the change in the region."
)


@pytest.mark.parametrize("dropped", [0, 1, 2])
def test_a_dropped_sentence_is_asked_about(dropped: int) -> None:
    """One sentence of three that has no answer is noticed, wherever it stood."""
    sentences = ANSWER.split(". ")
    kept = ". ".join(s for i, s in enumerate(sentences) if i != dropped)
    assert ("sentence", "answer") in found(THREE, kept)
    assert found(THREE, ANSWER) == set()


def test_a_loop_is_asked_about() -> None:
    """A phrase said twice in a row, or a sentence said twice, is a repetition."""
    assert ("repetition", "answer") in found(DE, EN.replace("all visitors", "all visitors all visitors"))
    assert ("repetition", "answer") in found(DE, EN + " " + EN)


def test_a_sentence_repeated_word_for_word_is_found() -> None:
    """Twice in the translation alone it must be answered; twice in the source too it is a hint."""
    other = "Der Eintritt ist frei und alle sind herzlich willkommen."
    free = "Admission is free and everybody is very welcome."
    both = check_lines([DE, other, DE], [EN, free, EN], "de", "en")
    assert [(f.line, f.check, f.level) for f in both] == [(3, "repetition", Level.HINT)]
    one = check_lines([DE, other], [EN, EN], "de", "en")
    assert (2, "repetition", Level.ANSWER) in [(f.line, f.check, f.level) for f in one]


def test_an_unequal_number_of_lines_is_a_finding() -> None:
    """The first line without a partner is named."""
    findings = check_lines([DE, DE], [EN], "de", "en")
    assert [(f.line, f.check, f.level) for f in findings] == [(2, "structure", Level.BLOCK)]
    assert check_lines([], [], "de", "en") == ()


def test_the_glossary_counts() -> None:
    """Terms and fixed names of a glossary are checked line by line."""
    glossary = Glossary((Term((("de", ("Messe",)), ("en", ("trade show",)))),), ("Dortmund",))
    findings = check_lines([DE + " In Dortmund."], [EN + " In the city."], "de", "en", glossary)
    names = {finding.check for finding in findings}
    assert {"term", "name"} <= names


def test_a_language_without_data_is_checked_by_general_rules() -> None:
    """Polish has no lexicon here: numbers, links and the language are watched all the same."""
    polish = "Targi otwierają jutro swoje drzwi dla wszystkich 120 gości z całego regionu."
    german = DE.replace("alle", "alle 120")
    assert found(german, polish, "de", "pl") == set()
    assert ("number", "block") in found(german, polish.replace("120", "130"), "de", "pl")
    assert ("language", "block") in found(german, EN, "de", "pl")
    assert found(DE, EN, "xx-strange", "yy_odd") == set()


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.text(max_size=30), max_size=3),
    st.lists(st.text("[](`*_#>-1.|{}%<g/>\n\t é„“", max_size=30), max_size=3),
)
def test_no_input_crashes_the_gate(source: list[str], target: list[str]) -> None:
    """Whatever two files hold, there is a tuple of findings."""
    assert isinstance(check_lines(source, target, "de", "en"), tuple)
    assert isinstance(check_lines(target, source, "nl", "de"), tuple)


def test_a_shifted_batch_is_seen_and_a_good_one_passes() -> None:
    """Answers that belong to the text before theirs, seven of eight."""
    towns = ["Dortmund", "Hamburg", "Stuttgart", "Rotterdam", "Eindhoven", "Utrecht", "Groningen", "Düsseldorf"]
    source = [f"In {town} sprachen die Gäste über Wasserstoff und Forschung." for town in towns]
    target = [f"In {town} the guests talked about hydrogen and research." for town in towns]
    moved = [target[-1], *target[:-1]]
    assert "shifted" not in {f.check for f in check_lines(source, target, "de", "en")}
    assert ("shifted", Level.BLOCK) in {(f.check, f.level) for f in check_lines(source, moved, "de", "en")}
