"""Tests of plugins/newsroom/addresses.py."""

from __future__ import annotations

import pytest

from plugins.newsroom.addresses import check_email, check_url, e164, foreign_area
from plugins.newsroom.codes import Code
from plugins.newsroom.refusal import RefusalError


@pytest.mark.parametrize(
    ("written", "region", "dialled"),
    [
        ("0231 50 24 821", "DE", "+492315024821"),
        ("0231 / 50 24-821", "DE", "+492315024821"),
        ("+49 (0)231 50 24 821", "DE", "+492315024821"),
        ("053 123 45 67", "NL", "+31531234567"),
        ("+352 42 39 39 1", "DE", "+3524239391"),
        ("030 23125 000", "DE", "+493023125000"),
    ],
)
def test_a_number_is_dialled_in_its_country(written: str, region: str, dialled: str) -> None:
    """Written as people do, dialled as E.164 demands."""
    assert e164(written, region) == dialled


@pytest.mark.parametrize(
    "written", ["0231 50", "030", "anrufen", "0231 50 24 821 (Büro)", "0231 50 24 821 ext 4", "+999 1", ""]
)
def test_a_number_that_cannot_be_dialled_is_refused(written: str) -> None:
    """Too short, words beside it, a country that does not exist."""
    with pytest.raises(RefusalError) as caught:
        e164(written, "DE")
    assert caught.value.code is Code.BAD_PHONE


@pytest.mark.parametrize(
    "url",
    [
        "https://example.org",
        "http://example.org:8080/a?b=c#d",
        "https://müller.example/ä",
        "https://xn--mller-kva.example",
    ],
)
def test_a_web_address_is_taken_as_it_stands(url: str) -> None:
    """Ports, queries and umlauts are allowed."""
    assert check_url(url) == url


@pytest.mark.parametrize(
    "url",
    ["example.org", "//example.org", "javascript:alert(1)", "mailto:a@b.example", "https://", "https://localhost", "https://a b.example",
     "https://user:word@example.org", "https://example.org:99999", "https://[::1", "ftp://example.org", "https://-a.example", "https://example.org/\"><script>"],
)  # fmt: skip
def test_anything_else_is_no_web_address(url: str) -> None:
    """No scripts, no passwords, no half addresses."""
    with pytest.raises(RefusalError) as caught:
        check_url(url)
    assert caught.value.code is Code.BAD_URL


@pytest.mark.parametrize("email", ["presse@newsroom.example", "a.b+c@sub.example.org", "jäger@müller.example"])
def test_an_address_is_taken_as_it_stands(email: str) -> None:
    """Umlauts and tags are allowed."""
    assert check_email(email) == email


@pytest.mark.parametrize(
    "email",
    [
        "presse",
        "presse@",
        "@newsroom.example",
        "a@b",
        "a b@newsroom.example",
        "a@b..example",
        "Presse <a@b.example>",
        "mailto:a@b.example",
    ],
)
def test_anything_else_is_no_address(email: str) -> None:
    """No names around it, no blanks."""
    with pytest.raises(RefusalError) as caught:
        check_email(email)
    assert caught.value.code is Code.BAD_EMAIL


@pytest.mark.parametrize(("text", "dialled"), [("115", "115"), ("116 117", "116117"), ("112", "112")])
def test_a_short_number_is_dialled_as_it_is(text: str, dialled: str) -> None:
    """The authorities' number has no form with the country's code."""
    assert e164(text, "DE") == dialled


@pytest.mark.parametrize(
    ("text", "meant"),
    [("030 23125 41O", "030 23125 410"), ("O30 23125 410", "030 23125 410"), ("030 23l25 410", "030 23125 410")],
)
def test_a_letter_typed_for_a_digit_is_named(text: str, meant: str) -> None:
    """The number is never shortened."""
    with pytest.raises(RefusalError) as caught:
        e164(text, "DE")
    assert caught.value.fix == f"If a digit is meant, write {meant}"


@pytest.mark.parametrize(
    "text", ["030 23125 410 (Durchwahl)", "030 23125 410, mobil 0170 1234567", "Tel. 030 23125 410"]
)
def test_words_beside_a_number_are_to_be_taken_away(text: str) -> None:
    """The sentence gives the number as it is to be written."""
    with pytest.raises(RefusalError) as caught:
        e164(text, "DE")
    assert caught.value.fix.endswith("one number alone: 030 23125 410")


@pytest.mark.parametrize(
    ("text", "region", "other"),
    [
        ("053-123 45 67", "DE", "NL"),
        ("053-123 45 67", "NL", ""),
        ("030 23125 410", "DE", ""),
        ("0231 50 24 821", "DE", ""),
        ("(0231) 50 24 821", "DE", ""),
        ("0231/5024821", "DE", ""),
        ("0170 1234567", "DE", ""),
        ("+31 53 123 45 67", "DE", ""),
        ("0049 231 5024821", "DE", ""),
        ("02315024821", "DE", ""),
    ],
)
def test_an_area_code_of_a_neighbour_is_seen(text: str, region: str, other: str) -> None:
    """Enschede is not Braunschweig."""
    assert foreign_area(text, region) == other


@pytest.mark.parametrize(
    "text",
    ["030\u00a023125\u202f410", "030–23125–410", "\u202d030 23125 410\u202c", "030\u200b23125410", "０３０ 23125 410"],
)
def test_a_number_is_dialled_whatever_blanks_and_dashes_it_has(text: str) -> None:
    """Those of Word, of web pages, of a telephone's list of contacts."""
    assert e164(text, "DE") == "+493023125410"


@pytest.mark.parametrize(
    "text", ["https://a.example/x…", "https://a.example/x...", "https://a.example/x”", "https//a.example/x"]
)
def test_an_address_that_was_copied_with_more_or_less_is_refused(text: str) -> None:
    """What would lead nowhere."""
    with pytest.raises(RefusalError) as caught:
        check_url(text)
    assert "https//" not in caught.value.fix
