"""One engine for a whole edition."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from plugins.translation.engines.base import (
    BadAnswer,
    Batch,
    EngineInfo,
    Final,
    FinalKind,
    RateLimited,
    Refused,
    Temporary,
)
from plugins.translation.engines.edition import Hooks, NoEngine, Refusal, translate_edition
from plugins.translation.engines.pace import Pace
from plugins.translation.segment import Segment

SEGMENTS = tuple(Segment(f"s{i}", "paragraph", f"text {i}") for i in range(4))
BATCH = Batch(SEGMENTS, "de", "en")


class Scripted:
    """An engine that answers in capitals, or raises what its script says at that call."""

    def __init__(self, name: str, script: Callable[[int, Batch], Exception | None], **info: object) -> None:
        self._info = EngineInfo(name, **info)  # type: ignore[arg-type]
        self._script = script
        self.calls: list[Batch] = []

    def info(self) -> EngineInfo:
        """As given."""
        return self._info

    def translate(self, batch: Batch) -> tuple[str, ...]:
        """Capitals with the engine's name."""
        self.calls.append(batch)
        fault = self._script(len(self.calls), batch)
        if fault:
            raise fault
        return tuple(f"{self._info.name}:{s.text.upper()}" for s in batch.segments)


def good(_call: int, _batch: Batch) -> None:
    """Never fails."""


def paced(slept: list[float]) -> Pace:
    """A pace whose sleep is a list."""
    return Pace(sleep=slept.append)


def test_answers_come_in_order_across_requests() -> None:
    """Two segments a request, four answers."""
    engine = Scripted("a", good, max_items=2)
    done = translate_edition([BATCH], [engine])
    assert done.answers == tuple(f"a:TEXT {i}" for i in range(4))
    assert [len(call.segments) for call in engine.calls] == [2, 2]


def test_a_rate_limit_is_waited_out() -> None:
    """As long as the server asks for, then the same request again."""
    slept: list[float] = []
    engine = Scripted("a", lambda call, _b: RateLimited("a", "wait", "9") if call == 1 else None)
    assert translate_edition([BATCH], [engine], pace=paced(slept)).info.name == "a"
    assert slept == [9.0]


def test_passing_faults_are_waited_out_with_growing_pauses() -> None:
    """One, two seconds."""
    slept: list[float] = []
    engine = Scripted("a", lambda call, _b: Temporary("a", "oops") if call < 3 else None)
    translate_edition([BATCH], [engine], pace=paced(slept))
    assert slept == [1.0, 2.0]


def test_faults_that_do_not_pass_are_bounded() -> None:
    """Five tries, then the next engine."""
    slept: list[float] = []
    first, second = Scripted("a", lambda _c, _b: Temporary("a", "oops")), Scripted("b", good)
    done = translate_edition([BATCH], [first, second], pace=paced(slept))
    assert len(first.calls) == 5
    assert done.info.name == "b"
    assert "oops" in done.notes[0]


def test_the_next_engine_takes_the_whole_edition() -> None:
    """No edition mixes two engines, even when the first failed at the very end."""
    first = Scripted("a", lambda call, _b: Final("a", FinalKind.QUOTA, "empty") if call == 4 else None, max_items=1)
    done = translate_edition([BATCH], [first, Scripted("b", good)])
    assert all(str(answer).startswith("b:") for answer in done.answers)


def test_a_bad_answer_is_asked_for_in_smaller_parts() -> None:
    """A model that cannot count to four can count to two."""
    engine = Scripted("a", lambda _c, batch: BadAnswer("a", "fewer") if len(batch.segments) > 2 else None)
    done = translate_edition([BATCH], [engine])
    assert done.answers == tuple(f"a:TEXT {i}" for i in range(4))


def test_a_bad_answer_to_one_segment_is_final_at_the_second_time() -> None:
    """A login page in front of everything ends with the second text."""
    engine = Scripted("a", lambda _c, _b: BadAnswer("a", "a web page"))
    with pytest.raises(NoEngine, match="a web page"):
        translate_edition([BATCH], [engine])
    assert [len(call.segments) for call in engine.calls] == [4, 2, 1, 1, 1, 1]


def test_every_answer_is_reported_before_the_next_request() -> None:
    """A run killed in between has lost nothing it paid for."""
    told: list[tuple[str, ...]] = []
    engine = Scripted("a", lambda call, _b: KeyboardInterrupt() if call == 3 else None, max_items=1)  # type: ignore[return-value,arg-type]
    with pytest.raises(KeyboardInterrupt):
        translate_edition([BATCH], [engine], hooks=Hooks(on_answer=lambda _i, _b, answers: told.append(answers)))
    assert told == [("a:TEXT 0",), ("a:TEXT 1",)]


def test_what_is_remembered_is_not_asked_again() -> None:
    """Nor paid: only the missing segments travel."""
    engine = Scripted("a", good)
    hooks = Hooks(recall=lambda _i, _b, s: "known" if s.key in ("s0", "s2") else None)
    done = translate_edition([BATCH], [engine], hooks=hooks)
    assert done.answers == ("known", "a:TEXT 1", "known", "a:TEXT 3")
    assert [s.key for s in engine.calls[0].segments] == ["s1", "s3"]


def test_a_budget_stops_before_sending() -> None:
    """What the hook raises ends the run; nothing was sent."""
    engine = Scripted("a", good)

    def stop(_info: EngineInfo, _batch: Batch) -> None:
        raise OverflowError("budget")

    with pytest.raises(OverflowError):
        translate_edition([BATCH], [engine], hooks=Hooks(on_send=stop))
    assert engine.calls == []


def test_confidential_text_reaches_confidential_engines_only() -> None:
    """The others are not even asked."""
    public, own = Scripted("public", good), Scripted("own", good, confidential=True)
    assert translate_edition([BATCH], [public, own], confidential=True).info.name == "own"
    assert public.calls == []
    with pytest.raises(NoEngine, match="not confidential"):
        translate_edition([BATCH], [public], confidential=True)


def test_no_engine_tells_every_reason() -> None:
    """One sentence for each."""
    engines = [Scripted(n, lambda _c, _b, n=n: Final(n, FinalKind.AUTH, "no key")) for n in "ab"]  # type: ignore[misc]
    with pytest.raises(NoEngine) as caught:
        translate_edition([BATCH], engines)
    assert caught.value.reasons == ("a: no key", "b: no key")


def test_an_edition_without_words_asks_nobody() -> None:
    """Nothing to send."""
    engine = Scripted("a", good)
    assert translate_edition([], [engine]).answers == ()
    assert engine.calls == []


def test_the_person_is_told_what_is_waited_for() -> None:
    """A sentence for each pause and each change of engine."""
    said: list[str] = []
    engine = Scripted("a", lambda call, _b: RateLimited("a", "slow down", "3") if call == 1 else None)
    translate_edition([BATCH], [engine], pace=paced([]), hooks=Hooks(say=said.append))
    assert said == ["a: slow down; trying again in 3 s"]


def refusing(*names: str, fault: type[BadAnswer] = Refused) -> Scripted:
    """An engine that does not answer a request with one of these texts."""
    return Scripted("a", lambda _c, b: fault("a", "no") if {s.key for s in b.segments} & set(names) else None)


def test_a_refusal_costs_one_paragraph() -> None:
    """The others keep their answers; it is not asked twice."""
    engine = refusing("s2")
    done = translate_edition([BATCH], [engine])
    assert done.answers == ("a:TEXT 0", "a:TEXT 1", Refusal("no"), "a:TEXT 3")
    assert sum([s.key for s in call.segments] == ["s2"] for call in engine.calls) == 1


def test_an_engine_that_refuses_everything_is_given_up() -> None:
    """After a few questions."""
    other = Scripted("b", good)
    engine = refusing("s0", "s1", "s2", "s3")
    assert translate_edition([BATCH], [engine, other]).info.name == "b"
    assert len(engine.calls) < 9


def test_too_much_at_once_is_asked_in_halves() -> None:
    """Until it fits; a single text that does not fit is left out."""
    engine = Scripted("a", lambda _c, b: Final("a", FinalKind.TOO_LONG, "long") if len(b.segments) > 1 else None)
    assert translate_edition([BATCH], [engine]).answers == tuple(f"a:TEXT {n}" for n in range(4))
    assert [len(call.segments) for call in engine.calls] == [4, 2, 1, 1, 2, 1, 1]
