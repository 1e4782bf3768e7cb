"""Answers of an edition that have gone to the text beside theirs."""

from __future__ import annotations

from plugins.translation.engines.base import Batch
from plugins.translation.engines.edition import NOTHING
from plugins.translation.engines.pseudo import Pseudo
from plugins.translation.glossary import Glossary
from plugins.translation.run.ask import Answered, Question, ask
from plugins.translation.run.judge import SegmentRequest, rules_of
from plugins.translation.segment import Segment
from tests.unit.translation.run.engines import QUIET, Ruled, pseudo

TEXTS = (
    "Kanada und Manitoba waren am Stand vertreten.",
    "Professor Grützenbach sprach über Robotik und Logistik.",
    "Die Universität Dortmund zeigte Exoskelette aus Titan.",
    "Minister Laumann besuchte Hannover und Bochum.",
    "Siemens, Bosch und Festo stellten Sensoren aus.",
    "Der Botschafter von Japan lobte das Programm Horizont.",
    "Im Pavillon von Québec gab es Ahornsirup und Jazz.",
)


class Shifting(Ruled):
    """Gives every answer one text too low, in batches at least."""

    def __init__(self, *, always: bool) -> None:
        super().__init__(pseudo)
        self._always = always

    def translate(self, batch: Batch) -> tuple[str, ...]:
        """The right answers in the wrong places."""
        answers = super().translate(batch)
        if len(answers) == 1 and self._always:
            at = next(n for n, text in enumerate(TEXTS) if text == batch.segments[0].text)
            beside = Segment("body", "paragraph", TEXTS[at - 1])
            return Pseudo({}).translate(Batch((beside,), batch.source, batch.target))
        return (*answers[-1:], *answers[:-1])


def answered(engine: Ruled) -> Answered:
    """Seven paragraphs by that engine."""
    plain = [Segment(f"body/paragraph#{n}", "paragraph", text, (), n) for n, text in enumerate(TEXTS, 1)]
    question = Question(
        tuple(SegmentRequest(segment, segment) for segment in plain), rules_of(Glossary(), (), "de", "nl")
    )
    return ask(question, [engine], QUIET, NOTHING)


def test_a_shifted_edition_is_asked_for_again_one_by_one() -> None:
    """Alone, no answer can go to the text beside it."""
    engine = Shifting(always=False)
    done = answered(engine)
    assert [len(batch.segments) for batch in engine.asked] == [7, 1, 1, 1, 1, 1, 1, 1]
    assert [verdict.answer for verdict in done.verdicts] == [
        verdict.answer for verdict in answered(Ruled(pseudo)).verdicts
    ]


def test_what_stays_shifted_is_left_to_a_person() -> None:
    """And never published."""
    done = answered(Shifting(always=True))
    assert all(verdict.blocked for verdict in done.verdicts)
    assert done.verdicts[0].remarks[-1].startswith("block: shifted: ")
