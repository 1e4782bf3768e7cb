"""The files of a new, empty newsroom, from six answers."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from plugins.newsroom import fields
from plugins.newsroom.addresses import check_email, check_url, e164
from plugins.newsroom.codes import Code
from plugins.newsroom.countries import country_of_zone
from plugins.newsroom.refusal import RefusalError

_COLOUR = re.compile(r"#[0-9a-fA-F]{6}")
_PRESS = {"de": "Pressestelle", "nl": "Persdienst", "en": "Press office"}
_PAPER, _NIGHT = (255, 255, 255), (17, 21, 24)
"""What links stand on, in light and in dark (``--paper`` of the theme)."""
CONTRAST = 4.5
"""WCAG 2.2, 1.4.3 Contrast (Minimum), level AA."""
Colour = tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class Answers:
    """What was answered, each part of its kind."""

    name: str
    url: str
    languages: tuple[str, ...]
    timezone: str
    email: str
    phone: str
    colour: Colour


def answers(given: Mapping[str, str], known: Sequence[str]) -> Answers:
    """The answers, checked. ``known`` are the languages that the theme has words for. Raises ``RefusalError``."""
    languages = tuple(dict.fromkeys(word for word in re.split(r"[,;\s]+", given["languages"]) if word))
    for lang in languages:
        if lang not in known:
            raise RefusalError(Code.UNKNOWN_LANGUAGE, f"“{lang}”", f"languages of {', '.join(known)}", "Name others.")
    timezone = fields.timezone(given["timezone"])
    email, _, phone = given["press"].replace(";", ",").partition(",")
    if phone.strip():
        e164(phone.strip(), country_of_zone(timezone))
    if not _COLOUR.fullmatch(given["colour"]):
        raise RefusalError(Code.UNKNOWN_VALUE, f"“{given['colour']}”", "a colour such as #003b75", "Write six digits.")
    red, green, blue = bytes.fromhex(given["colour"][1:])
    url = check_url(given["address"].rstrip("/"))
    return Answers(
        " ".join(given["name"].split()),
        url,
        languages,
        timezone,
        check_email(email.strip()),
        phone.strip(),
        (red, green, blue),
    )


def files_of(wanted: Answers) -> dict[str, bytes]:
    """Path below the project -> content, of a newsroom that builds at once and may not be published yet."""
    texts = {
        "content/site.yaml": _site(wanted),
        "content/people.yaml": _people(wanted),
        "content/topics.yaml": _topics(wanted.languages),
        "content/brand/brand.css": _brand(wanted.colour),
        "content/reports/.gitkeep": "",
        **{f"content/pages/{kind}/page.yaml": f"text: {kind}\n" for kind in ("imprint", "privacy", "accessibility")},
        "translations/reports/.gitkeep": "",
        "translations/glossary.yaml": "# Terms and names agreed on: docs/translation.md.\n",
    }
    return {path: text.encode() for path, text in texts.items()}


def _quoted(text: str) -> str:
    """A text as YAML and JSON both write it."""
    return json.dumps(text, ensure_ascii=False)


def _site(wanted: Answers) -> str:
    phone = f"  phone: {_quoted(wanted.phone)}\n" if wanted.phone else ""
    return f"""\
# The newsroom itself. What is written here appears on every page. Every key is explained in docs/content.md.

name: {_quoted(wanted.name)}
url: {wanted.url}
languages: [{", ".join(wanted.languages)}]
timezone: {wanted.timezone}
brand: brand/brand.css

publisher:
  name: {_quoted(wanted.name)}
  # address: |-
  #   Street and number
  #   Postcode and town
{phone}  email: {wanted.email}

press_contacts: [press-office]

legal:
  imprint: imprint
  privacy: privacy
  accessibility: accessibility

# What the legal pages have to say. They are made of it in every language; until it is complete, `publish` refuses.
# Take away the signs “# ” and fill in; write none where something does not apply to you.
operator:
  privacy_contact: {wanted.email}
  accessibility_contact: {wanted.email}
  # represented_by: Name and office of those who may act for you
  # register_entry: Court and number
  # vat_id: DE000000000
  # supervisory_authority: none
  # responsible: Name and address of the person responsible for what is written (§ 18 MStV)
  # privacy_officer: Name or address of the data protection officer
  # privacy_authority: The authority that complaints go to
  # host: Who runs the server
  # log_days: 7
  # accessibility_status: partial
  # accessibility_gaps:
{"".join(f"  #   {lang}: What is not accessible yet, or none" + chr(10) for lang in wanted.languages)}\
  # accessibility_date: 2026-01-31
  # accessibility_method: self
  # conciliation: Name and address of the conciliation body

# Whom to tell of a weakness, for /.well-known/security.txt.
# security:
#   contact: {wanted.email}
#   expires: 2027-01-31

translation:
  engines: []
  publish_machine: true
  index_machine: false
"""


def _people(wanted: Answers) -> str:
    phone = f"  phone: {_quoted(wanted.phone)}\n" if wanted.phone else ""
    roles = "".join(f"    {lang}: {_PRESS.get(lang, _PRESS['en'])}\n" for lang in wanted.languages)
    return f"""\
# Everyone named as contact, author, photographer or reviewer.

press-office:
  name: {_quoted(f"{_PRESS.get(wanted.languages[0], _PRESS['en'])} {wanted.name}")}
  role:
{roles}  organisation: {_quoted(wanted.name)}
{phone}  email: {wanted.email}

# person:
#   name: Name
#   email: name@example.org
#   until: 2026-12-31
#   successor: press-office
# With until, the last day of somebody who leaves: from then on the successor is asked.
"""


def _topics(languages: Sequence[str]) -> str:
    words = {"de": "Aktuelles", "nl": "Actueel", "en": "News"}
    labels = "".join(f"  {lang}: {words.get(lang, 'News')}\n" for lang in languages)
    return f"# Subjects under which reports are filed.\n\nnews:\n{labels}"


def _brand(colour: Colour) -> str:
    light, dark = _hex(readable(colour, _PAPER)), _hex(readable(colour, _NIGHT))
    return f"""\
:root {{
  --accent: {light};
  --link: {light};
  --foot: {_hex(readable(colour, _PAPER, 9.0))};
  --stripe-1: {light};
}}
@media (prefers-color-scheme: dark) {{
  :root {{
    --accent: {dark};
    --link: {dark};
    --foot: {_hex(_NIGHT)};
    --stripe-1: {dark};
  }}
}}
"""


def _hex(colour: Colour) -> str:
    return f"#{bytes(colour).hex()}"


def _luminance(colour: Colour) -> float:
    """Relative luminance (WCAG 2.2)."""
    parts = [c / 255 for c in colour]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: Colour, other: Colour) -> float:
    """Contrast of two colours, from 1 to 21 (WCAG 2.2)."""
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


def readable(colour: Colour, ground: Colour, wanted: float = CONTRAST) -> Colour:
    """The colour, darker or lighter by as little as makes a text in it readable on a ground."""
    goal = 0 if _luminance(ground) > 0.5 else 255
    for step in range(101):
        red, green, blue = (round(c + (goal - c) * step / 100) for c in colour)
        if contrast((red, green, blue), ground) >= wanted:
            break
    return red, green, blue
