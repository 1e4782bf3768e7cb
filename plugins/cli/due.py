"""``due``: when the newsroom next changes by itself, for machines that publish by the clock."""

from __future__ import annotations

import datetime as dt
import json
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from plugins.build.config import read_clock
from plugins.build.schedule import Moment, after, moments
from plugins.cache.errors import MemoError
from plugins.cli.arguments import is_content
from plugins.cli.check import configure, gathered

FORMATS = ("text", "json", "github")


@dataclass(frozen=True, slots=True)
class Window:
    """Minutes before now in which a change may have been missed, and after now for which to wait."""

    since: int = 0
    wait: int = 0


@dataclass(frozen=True, slots=True)
class Answer:
    """Whether to publish, whether another change follows in the window, and the next change after it."""

    due: bool
    more: bool
    next: Moment | None


def schedule(content: str, translations: str, cache: str) -> tuple[tuple[Moment, ...], ZoneInfo]:
    """All moments of the newsroom, and its time zone. Raises ``MemoError``."""
    found = gathered(configure(content, translations, cache))
    reports = [made.report for made in found.prepared if made.report is not None]
    return moments(reports, found.site.timezone, found.people), ZoneInfo(found.site.timezone)


def decide(found: tuple[Moment, ...], now: dt.datetime, window: Window) -> tuple[Answer, dt.datetime | None]:
    """The answer, and the moment until which to wait first, if any."""
    missed = any(now - dt.timedelta(minutes=window.since) < moment.at <= now for moment in found)
    end = now + dt.timedelta(minutes=window.wait)
    ahead = sorted({moment.at for moment in found if now < moment.at <= end})
    if missed or not ahead:
        return Answer(missed, bool(ahead), after(found, now)), None
    return Answer(True, len(ahead) > 1, after(found, ahead[0])), ahead[0]


def due(
    content: str,
    translations: str,
    cache: str,
    fmt: str,
    window: Window,
    *,
    sleep: Callable[[float], None] = time.sleep,
) -> int:
    """Prints when something next changes, after waiting for it where that was asked; 2 for wrong use."""
    if not is_content(content):
        return 2
    if fmt not in FORMATS:
        print(f"There is no format “{fmt}”: use one of {', '.join(FORMATS)}.", file=sys.stderr)
        return 2
    try:
        found, zone = schedule(content, translations, cache)
    except MemoError as error:
        print(error.sentence, file=sys.stderr)
        return 1
    answer, until = decide(found, read_clock(), window)
    if until is not None:
        print(f"waiting until {until.astimezone(zone):%Y-%m-%d %H:%M %z}", file=sys.stderr, flush=True)
        wait_until(until, sleep)
    print(_text(answer, zone, fmt, waited=until is not None))
    return 0


def wait_until(moment: dt.datetime, sleep: Callable[[float], None]) -> None:
    """Sleeps until the clock shows the moment; in pieces, since a machine's clock may be set meanwhile."""
    while (left := (moment - read_clock()).total_seconds()) > 0:
        sleep(min(left, 60.0))


def _text(answer: Answer, zone: ZoneInfo, fmt: str, *, waited: bool) -> str:
    moment = answer.next
    at = moment.at.astimezone(zone).isoformat(timespec="minutes") if moment else ""
    if fmt == "github":
        return f"due={str(answer.due).lower()}\nmore={str(answer.more).lower()}\nnext={at}"
    if fmt == "json":
        then = {"at": at, "report": moment.path, "reason": moment.reason} if moment else None
        return json.dumps({"due": answer.due, "more": answer.more, "next": then}, ensure_ascii=False)
    first = "publish now: something has changed by itself\n" if answer.due or waited else ""
    return first + (f"{at}  {moment.path}: {moment.reason}" if moment else "nothing more changes by itself")
