"""One edition, one engine, and what happens where the gate says no."""

from __future__ import annotations

import pytest

from plugins.translation.engines.base import BadAnswer, Batch, Final, FinalKind, Protection, Refused
from plugins.translation.engines.edition import NOTHING, NoEngine
from plugins.translation.glossary import Glossary
from plugins.translation.run.ask import Answered, Question, ask
from plugins.translation.run.judge import SegmentRequest, rules_of
from plugins.translation.segment import Segment
from plugins.translation.shield import shielded
from tests.unit.translation.run.engines import QUIET, Ruled, pseudo

NAMES = ("Julia Jäger",)
TEXTS = (
    "Julia Jäger sprach über Forschung und Entwicklung in der Region.",
    "Die Gäste kamen aus Kanada. Sie besuchten am Nachmittag das Werk. Abends reisten sie weiter.",
)


def question(*texts: str, confidential: bool = False) -> Question:
    """For these paragraphs, from German into Dutch."""
    plain = [Segment(f"body/paragraph#{n}", "paragraph", text, (), n) for n, text in enumerate(texts or TEXTS, 1)]
    asked = tuple(SegmentRequest(segment, shielded(segment, NAMES)) for segment in plain)
    return Question(asked, rules_of(Glossary(), NAMES, "de", "nl"), confidential=confidential)


def answered(*engines: Ruled, confidential: bool = False, texts: tuple[str, ...] = TEXTS) -> Answered:
    """By the first of the engines that can."""
    return ask(question(*texts, confidential=confidential), engines, QUIET, NOTHING)


def test_names_travel_as_tags_and_come_back_in_the_clear() -> None:
    """The engine never sees an open name."""
    engine = Ruled(pseudo)
    done = answered(engine)
    assert "Julia" not in engine.sent[0]
    assert done.verdicts[0].answer.startswith("Julia Jäger ")
    assert not any(verdict.blocked for verdict in done.verdicts)


def test_the_same_words_are_sent_once() -> None:
    """And every place gets the answer."""
    engine = Ruled(pseudo)
    done = answered(engine, texts=(TEXTS[0], TEXTS[1], TEXTS[0]))
    assert len(engine.sent) == 2
    assert done.verdicts[0] == done.verdicts[2]


def test_a_text_that_is_all_names_is_not_sent() -> None:
    """It is its own translation."""
    engine = Ruled(pseudo)
    done = answered(engine, texts=("Julia Jäger", TEXTS[0]))
    assert len(engine.sent) == 1
    assert done.verdicts[0].answer == "Julia Jäger"


def harming(batch: Batch, segment: Segment) -> str:
    """Keeps no tag in markup."""
    answer = pseudo(batch, segment)
    return answer if batch.protection is Protection.TOKENS else answer.replace('<x id="1"/>', "Julia")


def test_a_blocked_segment_is_asked_for_again_with_tokens() -> None:
    """Only that one."""
    engine = Ruled(harming)
    done = answered(engine)
    assert [len(batch.segments) for batch in engine.asked] == [2, 1]
    assert engine.asked[1].protection is Protection.TOKENS
    assert done.verdicts[0].answer.startswith("Julia Jäger ")


def lazy(batch: Batch, segment: Segment) -> str:
    """Says nothing to anything longer than a sentence."""
    return "" if segment.text.count(". ") else pseudo(batch, segment)


def test_then_sentence_by_sentence() -> None:
    """What fails as a whole may succeed in parts."""
    engine = Ruled(lazy)
    done = answered(engine)
    assert engine.sent[-3:] == [
        "Die Gäste kamen aus Kanada.",
        "Sie besuchten am Nachmittag das Werk.",
        "Abends reisten sie weiter.",
    ]
    assert not done.verdicts[1].blocked
    assert done.verdicts[1].answer.count(". ") == 2


def test_then_it_is_left_to_a_person() -> None:
    """With the findings of the first answer; the other segments stand."""
    stubborn = Ruled(lambda batch, s: "Translation failed" if "Kanada" in s.text else pseudo(batch, s))
    done = answered(stubborn, texts=(TEXTS[0], "Die Gäste kamen am Mittag aus Kanada und blieben bis abends"))
    assert not done.verdicts[0].blocked
    assert done.verdicts[1].blocked
    assert done.verdicts[1].remarks[0].startswith("block: engine-error: ")


def test_nonsense_in_tokens_leaves_the_segment_to_a_person() -> None:
    """It does not cost the edition its engine."""

    def nonsense(batch: Batch, segment: Segment) -> str:
        if batch.protection is Protection.TOKENS:
            raise BadAnswer("ruled", "gave nonsense")
        return harming(batch, segment)

    done = answered(
        Ruled(nonsense), Ruled(pseudo, "other"), texts=(TEXTS[0].replace("sprach", "sprach länger"), TEXTS[1])
    )
    assert done.info.name == "ruled"
    assert [verdict.blocked for verdict in done.verdicts] == [True, False]


def test_an_engine_that_ends_in_the_second_round_gives_up_the_whole_edition() -> None:
    """The next one makes all of it, so that no edition mixes two voices."""

    def ending(batch: Batch, segment: Segment) -> str:
        if batch.protection is Protection.TOKENS:
            raise Final("ruled", FinalKind.QUOTA, "has no characters left")
        return harming(batch, segment)

    other = Ruled(pseudo, "other")
    done = answered(Ruled(ending), other)
    assert done.info.name == "other"
    assert len(other.sent) == 2
    assert "no characters left" in done.notes[0]


def test_confidential_text_meets_confidential_engines_only() -> None:
    """Not even a request reaches the other one."""
    public, own = Ruled(pseudo, "public"), Ruled(pseudo, "own", confidential=True)
    assert answered(public, own, confidential=True).info.name == "own"
    assert public.asked == []
    with pytest.raises(NoEngine, match="not confidential"):
        answered(public, confidential=True)
    assert public.asked == []


def filtered(batch: Batch, segment: Segment) -> str:
    """Refuses whatever speaks of Canada, as a content filter does."""
    if "Kanada" in segment.text:
        raise Refused("ruled", "refused the text: its content filter stopped the answer")
    return pseudo(batch, segment)


def test_what_is_refused_waits_for_a_person() -> None:
    """Alone, and with the reason."""
    done = answered(Ruled(filtered))
    assert [verdict.blocked for verdict in done.verdicts] == [False, True]
    assert "content filter" in done.verdicts[1].remarks[0]


def test_a_single_text_that_is_refused_waits_too() -> None:
    """It would be paid for at every run otherwise."""
    done = answered(Ruled(filtered), texts=TEXTS[1:])
    assert "content filter" in done.verdicts[0].remarks[0]


def short(batch: Batch, segment: Segment) -> str:
    """Takes thirty characters."""
    if len(segment.text) > 30:
        raise Final("ruled", FinalKind.TOO_LONG, "finds the text too long")
    return pseudo(batch, segment)


def test_a_text_that_is_too_long_is_split() -> None:
    """Sentence by sentence."""
    text = "Die Gäste kamen aus Kanada. Sie sahen am Mittag das Werk. Abends reisten sie weiter."
    (verdict,) = answered(Ruled(short), texts=(text,)).verdicts
    assert not verdict.blocked
