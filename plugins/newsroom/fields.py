"""The types a value can have in the files an editor writes: each turns text into a value or refuses it."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from enum import StrEnum
from typing import Annotated, Any
from zoneinfo import ZoneInfo, available_timezones

from pydantic import BeforeValidator, PlainValidator, ValidationInfo

from plugins.newsroom.addresses import check_account, check_contact, check_email, check_secure, check_url
from plugins.newsroom.codes import Code
from plugins.newsroom.countries import COUNTRIES
from plugins.newsroom.invisible import trimmed
from plugins.newsroom.model import Attendance, EventStatus, Kind, Status
from plugins.newsroom.moments import parse_day, parse_instant, parse_moment
from plugins.newsroom.refusal import RefusalError
from plugins.newsroom.rules import Rules
from plugins.newsroom.slug import MAX_LENGTH, is_slug, make_slug
from plugins.newsroom.suggest import did_you_mean

RELEASES = ("together", "as-ready")
_BLANK = re.compile("[ \t\n]+")
_INT = re.compile(r"[-+]?[0-9]{1,9}")
_FLOAT = re.compile(r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]{1,2})?")
_LANGUAGE = re.compile(
    r"[a-z]{2,3}(?:-[a-z]{3}){0,3}"  # language, and languages inside it
    r"(?:-[A-Z][a-z]{3})?(?:-(?:[A-Z]{2}|\d{3}))?"  # script, region
    r"(?:-(?:[a-z0-9]{5,8}|\d[a-z0-9]{3}))*(?:-[a-wyz0-9](?:-[a-z0-9]{2,8})+)*"  # variants, extensions
    r"(?:-x(?:-[a-z0-9]{1,8})+)?|x(?:-[a-z0-9]{1,8})+"  # private use
)
"""A tag as it is written by convention (RFC 5646, 2.1 and 2.1.1): ``de``, ``nl-BE``, ``de-simple``, ``de-x-leicht``."""
_ADDRESS = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:\S")
_IDENTITY = re.compile(r"(?:[a-z0-9._-]+@)?(?:[a-z0-9-]+\.)+[a-z]{2,},\d{4}(?:-\d{2}(?:-\d{2})?)?")
_ALIAS = re.compile(r"/[\w%.~+/-]*", re.ASCII)


def describe(value: object) -> str:
    """What was found, in a few words."""
    if value is None:
        return "nothing"
    if isinstance(value, str):
        return f"“{value}”" if len(value) <= 60 else f"“{value[:59]}…”"
    if isinstance(value, list):
        return "a list"
    return "keys with values"


def _string(value: Any) -> str:
    if isinstance(value, str):
        return value
    if value is None:
        raise RefusalError(Code.EMPTY_VALUE, "nothing", "text", "Fill the value in, or delete its line.")
    fix = "Write one text behind the colon; a text that starts with a bracket stands in quotation marks."
    raise RefusalError(Code.WRONG_TYPE, describe(value), "one text", fix)


def _filled(text: str) -> str:
    if text[:1].isalnum() or any(c.isprintable() and not c.isspace() for c in text):
        return text
    raise RefusalError(
        Code.EMPTY_VALUE, "an empty text", "text", "Fill the value in, or delete its line if it is optional."
    )


def line(value: Any) -> str:
    """A text of one line: line ends and runs of blanks become one blank; no-break spaces stay."""
    text = _string(value)
    if not text.isprintable() or "  " in text or text[:1] == " ":
        text = _BLANK.sub(" ", text)
    return _filled(text.strip(" "))


def word(value: Any) -> str:
    """A value that is no words of readers: nothing unseen stands around it."""
    return trimmed(line(value))


def block(value: Any) -> str:
    """A text that may run over several lines, without blanks around it."""
    return _filled(_string(value).strip(" \t\n"))


def flag(value: Any) -> bool:
    """``true`` or ``false`` (YAML 1.2, core schema): never ``yes``, ``no``, ``on``."""
    text = _string(value)
    if text in ("true", "True", "TRUE"):
        return True
    if text in ("false", "False", "FALSE"):
        return False
    raise RefusalError(
        Code.WRONG_TYPE, describe(text), "true or false", "Write true or false, without quotation marks."
    )


def whole_number(value: Any) -> int:
    """A whole number in decimal digits."""
    text = _string(value)
    if _INT.fullmatch(text):
        return int(text)
    raise RefusalError(Code.WRONG_TYPE, describe(text), "a whole number", "Write digits alone, such as 20.")


def page_size(value: Any) -> int:
    """Reports on one page of a list."""
    number = whole_number(value)
    if 1 <= number <= 500:
        return number
    raise RefusalError(Code.BAD_NUMBER, describe(value), "a number from 1 to 500", "Write for example 20.")


def price(value: Any) -> float:
    """Euro, not below nothing."""
    text = _string(value)
    if _FLOAT.fullmatch(text) and float(text) >= 0:
        return float(text)
    raise RefusalError(Code.BAD_NUMBER, describe(text), "an amount in euro", "Write for example 20 or 12.50.")


def fraction(value: Any) -> float:
    """A number from 0 to 1."""
    text = _string(value)
    if not _FLOAT.fullmatch(text):
        fix = "Write the point of interest as fractions with a full stop, such as [0.5, 0.3]."
        raise RefusalError(Code.WRONG_TYPE, describe(text), "a number from 0 to 1", fix)
    number = float(text)
    if 0 <= number <= 1:
        return number
    fix = "0 is the left or upper edge, 1 the right or lower one: write for example [0.5, 0.3]."
    raise RefusalError(Code.FOCUS_RANGE, describe(text), "a number from 0 to 1", fix)


def day(value: Any) -> dt.date:
    """A day."""
    return parse_day(_string(value))


def moment(value: Any, info: ValidationInfo) -> dt.date | dt.datetime:
    """A day, or a time in the newsroom's zone."""
    return parse_moment(_string(value), _rules(info).zone)


def event_moment(value: Any, info: ValidationInfo) -> dt.date | dt.datetime:
    """A day, or a time in the zone of the event's place (``timezone``), else in the newsroom's."""
    place = info.data.get("timezone")
    return parse_moment(_string(value), ZoneInfo(place) if place else _rules(info).zone)


def instant(value: Any, info: ValidationInfo) -> dt.datetime:
    """A time with its zone."""
    return parse_instant(_string(value), _rules(info).zone)


def _rules(info: ValidationInfo) -> Rules:
    if not isinstance(info.context, Rules):
        raise TypeError("a form is to be validated with Rules as its context")
    return info.context


def url(value: Any) -> str:
    """A web address."""
    return check_url(word(value))


def licence(value: Any) -> str:
    """A licence by its name, or by its web address."""
    text = line(value)
    return check_url(text) if _ADDRESS.match(text) else text


def email(value: Any) -> str:
    """An e-mail address."""
    return check_email(word(value))


def security_contact(value: Any) -> str:
    """Whom to tell of a weakness: an e-mail address, or a web address with ``https``."""
    return check_contact(word(value))


def secure_url(value: Any) -> str:
    """A web address with ``https``."""
    return check_secure(word(value))


def fediverse(value: Any) -> str:
    """An account of the fediverse."""
    return check_account(word(value))


def slug(value: Any) -> str:
    """The last part of a report's address."""
    text = word(value)
    if is_slug(text):
        return text
    near = make_slug(text)
    fix = f"Write for example {near}." if near else "Write a short name of the report, such as kanada-lunch."
    expected = f"small letters a–z, digits and single hyphens, at most {MAX_LENGTH} characters"
    raise RefusalError(Code.BAD_SLUG, describe(text), expected, fix)


def is_language(text: str) -> bool:
    """Whether a text looks like a language tag."""
    return _LANGUAGE.fullmatch(text) is not None


def language(value: Any) -> str:
    """A language tag (BCP 47)."""
    text = word(value)
    if is_language(text):
        return text
    raise RefusalError(
        Code.BAD_LANGUAGE,
        describe(text),
        "a language tag such as de, nl or en",
        _tag_hint(text),
    )


def _tag_hint(text: str) -> str:
    first, *more = re.split("[-_]", text.lower())
    cased = {4: str.title, 2: str.upper}
    near = "-".join((first, *(cased.get(len(part), str)(part) if part.isalpha() else part for part in more)))
    return f"Write it so: {near}." if is_language(near) else "Write the short tag of the language."


def timezone(value: Any) -> str:
    """A time zone of the IANA data base."""
    text = word(value)
    try:
        return ZoneInfo(text).key
    except (ValueError, OSError, KeyError):
        fix = did_you_mean(text, available_timezones(), "Write the continent and a city, such as Europe/Berlin.")
        raise RefusalError(Code.UNKNOWN_TIMEZONE, describe(text), "a time zone such as Europe/Berlin", fix) from None


def country(value: Any) -> str:
    """A country (ISO 3166-1 alpha-2)."""
    text = word(value)
    if text in COUNTRIES:
        return text
    near = text.upper() if text.upper() in COUNTRIES else _country_of(text)
    fix = f"Write {near}." if near else "Look up the country's two letters (ISO 3166)."
    raise RefusalError(Code.UNKNOWN_COUNTRY, describe(text), "the two letters of a country, such as DE, NL or LU", fix)


def _country_of(name: str) -> str:
    """The two letters of a country by its name in German, Dutch or English; empty for other words."""
    from babel import Locale  # for those few files that name a country in words

    wanted = name.casefold()
    names = (pair for lang in ("de", "nl", "en") for pair in Locale(lang).territories.items())
    return next((code for code, words in names if words.casefold() == wanted and code in COUNTRIES), "")


def identity(value: Any) -> str:
    """A tagging entity of RFC 4151 (2.1): a domain or mailbox, and a day on which it was one's own."""
    text = word(value)
    if _IDENTITY.fullmatch(text):
        return text
    expected = "a domain and a year in which it was yours, such as newsroom.example,2024"
    raise RefusalError(
        Code.BAD_IDENTITY, describe(text), expected, f"Write for example: identity: {_identity_of(text)}"
    )


def _identity_of(text: str) -> str:
    host = re.sub(r"^[a-z]+://|[/,?#].*$", "", text.lower())
    return f"{host},2024" if re.fullmatch(r"[a-z0-9.-]+\.[a-z]{2,}", host) else "newsroom.example,2024"


def alias(value: Any) -> str:
    """An old address on this site."""
    text = word(value)
    steps = text.split("/")
    if _ALIAS.fullmatch(text) and ".." not in steps and "." not in steps and "//" not in text and text != "/":
        return text
    fix = "Write what followed the server's name, from the first slash on, without “?” and “#”."
    raise RefusalError(Code.BAD_ALIAS, describe(text), "an old address such as /de/alt/pfad/", fix)


def file_name(value: Any) -> str:
    """The name of a picture inside ``photos/``."""
    text = line(value)
    if "/" in text or "\\" in text or text in (".", ".."):
        name = re.split(r"[/\\]", text)[-1] or "stand.jpg"
        fix = f"Put the picture into the report's folder “photos” and write its name alone: {name}"
        raise RefusalError(Code.UNKNOWN_PHOTO, describe(text), "the name of a file in the folder “photos”", fix)
    return text


def length(value: Any) -> str:
    """How long a film is, in minutes and seconds, or hours before them."""
    text = word(value)
    if not re.fullmatch(r"(?:\d{1,2}:[0-5])?\d:[0-5]\d|[0-5]\d:[0-5]\d", text):
        fix = "Write minutes and seconds such as 3:25, or hours before them: 1:02:30."
        raise RefusalError(Code.BAD_LENGTH, describe(text), "a length such as 3:25", fix)
    return text


def one_of(kinds: type[StrEnum]) -> Callable[[Any], StrEnum]:
    """A validator for the words of an enumeration."""

    def choose(value: Any) -> StrEnum:
        text = word(value)
        names = [member.value for member in kinds]
        if text in names:
            return kinds(text)
        fix = did_you_mean(text, names, "Write one of these words.")
        raise RefusalError(Code.UNKNOWN_VALUE, describe(text), f"one of: {', '.join(names)}", fix)

    return choose


def release(value: Any) -> dict[str, str]:
    """When languages go out: one word for all of them (under an empty tag), or ``reviewed`` by language."""
    if not isinstance(value, dict):
        return {"": _one(value, RELEASES)}
    return {language(tag): _one(word, ("reviewed", "as-ready")) for tag, word in value.items()}


def _one(value: Any, words: tuple[str, ...]) -> str:
    text = word(value)
    if text in words:
        return text
    fix = did_you_mean(text, words, "Write one of these words.")
    raise RefusalError(Code.UNKNOWN_VALUE, describe(text), f"one of: {', '.join(words)}", fix)


def worded(value: Any) -> Any:
    """One text for all languages becomes a mapping with an empty tag."""
    return {"": value} if isinstance(value, str) else value


Line = Annotated[str, PlainValidator(line)]
Block = Annotated[str, PlainValidator(block)]
Flag = Annotated[bool, PlainValidator(flag)]
Price = Annotated[float, PlainValidator(price)]
PageSize = Annotated[int, PlainValidator(page_size)]
Fraction = Annotated[float, PlainValidator(fraction)]
Day = Annotated[dt.date, PlainValidator(day)]
Moment = Annotated[dt.date | dt.datetime, PlainValidator(moment)]
EventMoment = Annotated[dt.date | dt.datetime, PlainValidator(event_moment)]
Instant = Annotated[dt.datetime, PlainValidator(instant)]
Url = Annotated[str, PlainValidator(url)]
Licence = Annotated[str, PlainValidator(licence)]
Fediverse = Annotated[str, PlainValidator(fediverse)]
Email = Annotated[str, PlainValidator(email)]
SecurityContact = Annotated[str, PlainValidator(security_contact)]
SecureUrl = Annotated[str, PlainValidator(secure_url)]
Slug = Annotated[str, PlainValidator(slug)]
Language = Annotated[str, PlainValidator(language)]
Length = Annotated[str, PlainValidator(length)]
Timezone = Annotated[str, PlainValidator(timezone)]
Country = Annotated[str, PlainValidator(country)]
Identity = Annotated[str, PlainValidator(identity)]
Alias = Annotated[str, PlainValidator(alias)]
FileName = Annotated[str, PlainValidator(file_name)]
KindField = Annotated[Kind, PlainValidator(one_of(Kind))]
EventStatusField = Annotated[EventStatus, PlainValidator(one_of(EventStatus))]
AttendanceField = Annotated[Attendance, PlainValidator(one_of(Attendance))]
StatusField = Annotated[Status, PlainValidator(one_of(Status))]
Release = Annotated[dict[str, str], PlainValidator(release)]
WordsOfLine = Annotated[dict[str, Line], BeforeValidator(worded)]
WordsOfBlock = Annotated[dict[str, Block], BeforeValidator(worded)]
