"""An embargo that stands in a source: in a line of its own, a header, a footer, a sentence."""

from __future__ import annotations

import datetime as dt
import re
from zoneinfo import ZoneInfo

from plugins.importing import dates, labels
from plugins.importing.block import Area, BlockKind
from plugins.importing.proposal import Choice, ItemKind, Sure
from plugins.importing.reading import LINE, Reading
from plugins.newsroom.moments import parse_instant
from plugins.newsroom.refusal import RefusalError

NONE = "none"
_START = re.compile(r"[\W_]*(?:achtung|wichtig|attention|let op)?[\W_]*", re.IGNORECASE)
_ZONES = {"UTC": "UTC", "GMT": "UTC", "BST": "Europe/London", "EST": "America/New_York", "EDT": "America/New_York"}
_CONTINENT = frozenset({"CET", "CEST", "MEZ", "MESZ", "MSZ", "SZ"})


def find_embargo(reading: Reading) -> str:
    """The moment on the newsroom's clock as ``2024-05-02T10:00``, or empty. What is not understood is asked."""
    found = ""
    for number, block in enumerate(reading.blocks):
        if reading.is_claimed(number) or block.area in (Area.CONTENTS, Area.HIDDEN) or not _speaks(block.text):
            continue
        moment = _take(reading, number, block.text, is_line=len(block.text) <= LINE, near=_near(reading, number))
        found = max(found, moment)
    return found


def _near(reading: Reading, number: int) -> str:
    """The moment that the next line gives where this one only calls out (“Achtung Sperrfrist!”)."""
    if re.search(r"\d", reading.blocks[number].text) or number + 1 >= len(reading.blocks):
        return ""
    text = reading.blocks[number + 1].text
    label = labels.EMBARGO.search(text)
    return _read(text[label.end() :], reading)[0] if label and _speaks(text) else ""


def _read(rest: str, reading: Reading) -> tuple[str, str, str]:
    """(moment, day, time) behind a label; empty where they cannot be read."""
    day = next(dates.days(rest), None)
    time, zone = dates.time_of(rest)
    known = day.iso if day and not day.is_ambiguous else ""
    return _local(known, time, zone, reading.background.timezone), day.iso if day else "", time


def _speaks(text: str) -> bool:
    """Whether a text sets an embargo: the word begins a line, or it is “Sperrfrist” with a day behind it."""
    for line in text.split("\n"):
        start = _START.match(line)
        rest = line[start.end() :] if start else line
        label = labels.EMBARGO.match(rest)
        if label is not None and _sets(rest[label.end() :], label[0]):
            return True
    anywhere = re.search(r"sperrfrist|under embargo|onder embargo|embargoed", text, re.IGNORECASE)
    return anywhere is not None and next(dates.days(text[anywhere.start() :]), None) is not None


def _sets(rest: str, label: str) -> bool:
    """“Embargo: …”, “Embargo bis …”, “Nicht vor dem 2. Mai …”; not “Embargo gegen …” or “Nicht vor Ort …”."""
    if re.match(r"\s*(?:$|[:!*–-])", rest) or label.casefold().startswith("sperr"):
        return True
    ahead = re.match(r"\s*(?:bis|until|tot|till|for|ends|endet|läuft|:|ab|dem|den|before|vor)?\W*(.{0,60})", rest, re.I)
    return ahead is not None and next(dates.days(ahead[1]), None) is not None


def _take(reading: Reading, number: int, text: str, is_line: bool, near: str) -> str:
    label = labels.EMBARGO.search(text)
    rest = text[label.end() :] if label else text
    key = f"embargo-{number + 1}"
    if (is_line and labels.NO_EMBARGO.match(rest.strip(" :-–*"))) or reading.answer(key) == NONE:
        reading.drop(ItemKind.EMBARGO, number, "says that there is no embargo")
        return ""
    _forget_nonsense(reading, key)
    moment, day, time = _read(rest, reading)
    moment = moment or near
    answer = reading.answer(key)
    if not moment and not answer:
        moment = _asked(reading, key, text, day, time)
    stays = not is_line or reading.blocks[number].kind is not BlockKind.PARAGRAPH
    sure = Sure.TAKEN if moment else Sure.TO_DECIDE
    why = "" if moment else "the moment at which it ends cannot be read from it"
    return reading.take(
        ItemKind.EMBARGO, (number,), moment, sure=sure, why=why, choices=("take", NONE), stays=stays and not is_line
    )


def _forget_nonsense(reading: Reading, key: str) -> None:
    """An answer that is no moment is no answer."""
    answer = reading.answer(key)
    if answer and answer != "take":
        try:
            parse_instant(answer, ZoneInfo(reading.background.timezone))
        except RefusalError:
            del reading.answers[key]


def _asked(reading: Reading, key: str, text: str, day: str, time: str) -> str:
    example = f"{day or reading.background.today.isoformat()}T{time or '10:00'}"
    question = f"When does the embargo end? Answer with a moment such as {example}, or `{NONE}`."
    return reading.ask(key, question, text, (Choice(NONE, "there is no embargo"),), free=True)


def _local(day: str, time: str, zone: str, home: str) -> str:
    """The moment on the newsroom's clock; empty where day or time is missing or the zone is not known."""
    if not day or not time:
        return ""
    if time.startswith("24:"):
        day, time = (dt.date.fromisoformat(day) + dt.timedelta(days=1)).isoformat(), "00:00"
    named = _ZONES.get(zone) or ("Europe/Berlin" if zone in _CONTINENT else "" if zone else home)
    if not named:
        return ""
    try:
        moment = parse_instant(f"{day}T{time}", ZoneInfo(named)).astimezone(ZoneInfo(home))
    except RefusalError:
        return ""
    return moment.strftime("%Y-%m-%dT%H:%M")
