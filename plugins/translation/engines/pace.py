"""How long to wait before asking an engine again, and when to give up."""

from __future__ import annotations

import datetime as dt
import re
import time
from collections.abc import Callable
from dataclasses import dataclass
from email.utils import parsedate_to_datetime

_SECONDS = re.compile(r"[0-9]{1,9}(?:\.[0-9]*)?s?")


def _now() -> dt.datetime:
    return dt.datetime.now(dt.UTC)


@dataclass(frozen=True, slots=True)
class Pace:
    """Waiting times in seconds. The sleeping function and the clock are given, so that tests need neither."""

    sleep: Callable[[float], None] = time.sleep
    now: Callable[[], dt.datetime] = _now
    tries: int = 5
    """How often one request is sent at most."""
    first: float = 1.0
    factor: float = 2.0
    longest: float = 120.0
    """Our own pauses grow up to this."""
    patience: float = 600.0
    """A server that asks for more than this is given up for this edition."""
    step: float = 30.0
    """A longer wait is told again after each such part of it."""

    def wait(self, tried: int, retry_after: str = "") -> float | None:
        """Seconds to wait after the ``tried``-th try, or ``None`` to give up.

        What the server asks for wins over our own doubling; a moment gone by means now.
        """
        if tried >= self.tries:
            return None
        asked = seconds_in(retry_after, self.now())
        if asked is None:
            return min(self.first * self.factor ** (tried - 1), self.longest)
        return None if asked > self.patience else asked

    def pause(self, seconds: float, say: Callable[[str], None]) -> None:
        """Waits, and says what is left of a long wait."""
        left = seconds
        while left > self.step:
            self.sleep(self.step)
            left -= self.step
            say(f"waiting, {left:.0f} s more")
        self.sleep(left)


USUAL = Pace()


def seconds_in(retry_after: str, now: dt.datetime) -> float | None:
    """Seconds from a Retry-After header (RFC 9110, 10.2.3: seconds, or an HTTP date); else ``None``.

    Chat servers send decimals too.
    """
    text = retry_after.strip()
    if _SECONDS.fullmatch(text):
        return float(text.rstrip("s"))
    try:
        moment = parsedate_to_datetime(text)
    except (ValueError, TypeError, IndexError):
        return None
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=dt.UTC)
    return max(0.0, (moment - now).total_seconds())
