"""Addresses people are reached by (web, e-mail, telephone), checked as far as a machine can."""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import urlsplit

from plugins.newsroom.codes import Code
from plugins.newsroom.invisible import typed_plainly
from plugins.newsroom.refusal import RefusalError

_EMAIL = re.compile(r"[^\s@<>()\[\],;:\\\"]+@[^\s@<>()\[\],;:\\\"]+\.[^\s@.<>()\[\],;:\\\"]{2,}")
_HOST = re.compile(r"(?:[^\W_](?:[\w-]{0,61}[^\W_])?\.)+[^\W\d_][\w-]{1,62}", re.UNICODE)
_SPACE = re.compile(r"[\s<>\"{}|\\^`\u200b-\u200f\u2060\ufeff]|[„“”‚‘’«»]$")
_CUT = re.compile(r"(?:…|\.\.\.)$")
"""How programs end what they show of a long address."""
_EXPECTED_URL = "a web address such as https://www.example.org/page"


def check_url(text: str) -> str:
    """The address as it stands. Raises ``RefusalError`` for anything but http(s) with a host."""
    found = f"“{text}”"
    if _SPACE.search(text):
        fix = "Remove the space or sign that cannot stand in an address (a space is written %20)."
        raise RefusalError(Code.BAD_URL, found, _EXPECTED_URL, fix)
    if _CUT.search(text):
        raise RefusalError(Code.BAD_URL, f"{found}, which was cut off", _EXPECTED_URL, "Copy it out of the browser.")
    if "://" not in text:
        fix = (
            f"Write it with its beginning: https://{re.sub('^(?:https?[:;]?(?=/))?/*', '', text)}"
            if "." in text
            else "Copy it out of the browser."
        )
        raise RefusalError(Code.BAD_URL, found, _EXPECTED_URL, fix)
    try:
        parts = urlsplit(text)
        host, _ = parts.hostname or "", parts.port
    except ValueError:
        raise RefusalError(Code.BAD_URL, found, _EXPECTED_URL, "Copy it out of the browser.") from None
    if parts.scheme not in ("http", "https"):
        raise RefusalError(Code.BAD_URL, found, _EXPECTED_URL, "Only https:// and http:// can be linked to here.")
    if parts.username is not None or parts.password is not None:
        raise RefusalError(
            Code.BAD_URL, "an address with a user name", _EXPECTED_URL, "Remove everything before the @."
        )
    if not _HOST.fullmatch(host):
        raise RefusalError(Code.BAD_URL, found, _EXPECTED_URL, f"Check the name of the server, “{host}”.")
    return text


def check_email(text: str) -> str:
    """The address as it stands. Raises ``RefusalError``."""
    if len(text) <= 254 and _EMAIL.fullmatch(text) and ".." not in text:
        return text
    fix = "Check it for a missing @ or dot; write the address alone, without a name or “mailto:”."
    raise RefusalError(Code.BAD_EMAIL, f"“{text}”", "an e-mail address such as press@example.org", fix)


def check_contact(text: str) -> str:
    """An e-mail address, or a web address with ``https`` (RFC 9116, 2.5.3). Raises ``RefusalError``."""
    if "@" in text and "/" not in text:
        return check_email(text)
    return check_secure(text)


def check_secure(text: str) -> str:
    """A web address with ``https``. Raises ``RefusalError``."""
    if check_url(text).startswith("https://"):
        return text
    expected = "an address with https:// (RFC 9116)"
    raise RefusalError(Code.BAD_URL, f"“{text}”", expected, f"Write https://{text.partition('://')[2]}, if that works.")


_ACCOUNT = re.compile(r"@?([A-Za-z0-9_]+(?:[A-Za-z0-9_.-]*[A-Za-z0-9_])?)@((?:[A-Za-z0-9-]+\.)+[A-Za-z]{2,})")


def check_account(text: str) -> str:
    """An account of the fediverse as ``@name@server``. Raises ``RefusalError``."""
    found = _ACCOUNT.fullmatch(text)
    if found:
        return f"@{found[1]}@{found[2]}"
    fix = "Write the account with its server, as the profile shows it; its web address is not needed."
    raise RefusalError(Code.BAD_ACCOUNT, f"“{text}”", "an account such as @name@social.example", fix)


_NUMBER = re.compile(r"\+?\(?\d[\d ()/.-]*\d")
_LETTER = re.compile(r"(?<=\d)[OoIl](?=\d|[ ./-]*\d|$)|(?<![^\W\d_])[OoIl](?=\d)")
"""A letter that was typed for a digit."""
_EXPECTED_PHONE = "a telephone number such as 0231 50 24 821 or +49 231 50 24 821"
_NEIGHBOURS = ("DE", "NL", "AT", "BE", "CH", "LU", "DK", "PL", "FR", "GB", "IE")
"""Countries whose area codes are looked at where a number is written like one of them."""


def e164(text: str, region: str) -> str:
    """The number as a telephone dials it (ITU-T E.164), e.g. ``+492315024821``; a short one, such as 115, as it is.

    ``region`` is the country (ISO 3166-1) of a number without ``+``, or empty. Raises ``RefusalError``.
    """
    import phonenumbers  # a tenth of a second, for those few files that have numbers
    from phonenumbers import shortnumberinfo

    text = typed_plainly(text).strip()
    numbers = [found for found in _NUMBER.findall(text) if sum(map(str.isdigit, found)) >= _SHORTEST]
    if slip := _LETTER.search(text):
        meant = _LETTER.sub(lambda found: "0" if found[0] in "Oo" else "1", text)
        fix = f"If a digit is meant, write {meant}"
        raise RefusalError(Code.BAD_PHONE, f"the letter “{slip[0]}” among the digits of “{text}”", _EXPECTED_PHONE, fix)
    if re.search(r"[^\W\d_]", text) or len(numbers) > 1:
        first = numbers[0].strip() if numbers else "+49 231 50 24 821"
        fix = f"Take the words away, and write one number alone: {first}"
        raise RefusalError(Code.BAD_PHONE, f"“{text}”", _EXPECTED_PHONE, fix)
    try:
        number = phonenumbers.parse(text, region or None)
    except phonenumbers.NumberParseException:
        fix = "Write the country's code and the number: +49 231 50 24 821."
        raise RefusalError(Code.BAD_PHONE, f"“{text}”", _EXPECTED_PHONE, fix) from None
    if region and "+" not in text and shortnumberinfo.is_valid_short_number_for_region(number, region):
        return re.sub(r"\D", "", text)
    if not phonenumbers.is_valid_number(number) or number.extension:
        where = phonenumbers.region_code_for_country_code(number.country_code or 0)
        fix = f"No number in {where} looks like this: count the digits; numbers from elsewhere start with +."
        raise RefusalError(Code.BAD_PHONE, f"“{text}”", _EXPECTED_PHONE, fix)
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)


_SHORTEST = 3


def foreign_area(text: str, region: str) -> str:
    """The neighbouring country to whose area codes a number without ``+`` is written, and not to ``region``'s.

    ``053-123 45 67`` is Enschede in the Netherlands; in Germany the same digits are those of Braunschweig (0531).
    Empty where the number fits ``region``, or fits nobody.
    """
    import phonenumbers

    text = typed_plainly(text).strip()
    typed = re.match(r"\(?0(\d+)\)?[ /-]", text)
    if typed is None or typed[1].startswith("0") or _area(phonenumbers, text, region) in ("", typed[1]):
        return ""
    others = (other for other in _NEIGHBOURS if other != region)
    return next((other for other in others if _area(phonenumbers, text, other) == typed[1]), "")


def _area(phonenumbers: Any, text: str, region: str) -> str:
    """The area code of a valid number with one; empty for others, such as those of mobile telephones."""
    try:
        number = phonenumbers.parse(text, region)
    except phonenumbers.NumberParseException:
        return ""
    if not phonenumbers.is_valid_number(number):
        return ""
    length = phonenumbers.length_of_geographical_area_code(number)
    return str(phonenumbers.national_significant_number(number)[:length])
