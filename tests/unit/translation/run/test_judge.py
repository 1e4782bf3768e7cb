"""One answer, and whether it may stand."""

from __future__ import annotations

import pytest

from plugins.translation.glossary import Glossary, Term
from plugins.translation.run.judge import SegmentRequest, Verdict, judge, rules_of
from plugins.translation.segment import Segment, Tag, TagKind
from plugins.translation.shield import shielded

TERM = Term((("de", ("Wasserstoff",)), ("nl", ("waterstof",))))
RULES = rules_of(Glossary((TERM,), ("Trifinium",)), ("Julia Jäger",), "de", "nl")
PLAIN = Segment(
    "body/paragraph",
    "paragraph",
    'Julia Jäger sprach am <g id="1">2. Mai</g> mit 22 Gästen über Wasserstoff und Forschung.',
    (Tag(1, TagKind.LINK, "[", "](report:mai)"),),
    7,
)
ASKED = SegmentRequest(PLAIN, shielded(PLAIN, ("Julia Jäger",)))
GOOD = '<x id="2"/> sprak op <g id="1">2 mei</g> met 22 gasten over waterstof en onderzoek.'


def verdict(answer: str) -> Verdict:
    """On an answer to the segment."""
    return judge(ASKED, answer, RULES)


def test_a_good_answer_stands_with_its_names_in_the_clear() -> None:
    """And without a word beside it."""
    assert verdict(GOOD) == Verdict(GOOD.replace('<x id="2"/>', "Julia Jäger"))


@pytest.mark.parametrize(
    ("answer", "check"),
    [
        (GOOD.replace('<x id="2"/>', "Zij"), "placeholder"),
        (GOOD.replace('<g id="1">2 mei</g>', "2 mei"), "link"),
        (GOOD.replace("</g>", ""), "placeholder"),
        (GOOD.replace("22", "23"), "number"),
        (GOOD + "<script>alert(1)</script>", "placeholder"),
        (ASKED.sent.text, "untranslated"),
        ("MYMEMORY WARNING: YOU USED ALL AVAILABLE FREE TRANSLATIONS FOR TODAY.", "engine-error"),
        ("", "empty"),
    ],
)
def test_a_blocked_answer_is_kept_by_nobody(answer: str, check: str) -> None:
    """The verdict has the finding, and no words to publish."""
    found = verdict(answer)
    assert found.blocked
    assert any(remark.startswith(f"block: {check}: ") for remark in found.remarks)


@pytest.mark.parametrize(
    ("answer", "check"), [(GOOD.replace("22 ", ""), "number"), (GOOD.replace("waterstof", "gas"), "term")]
)
def test_what_must_be_answered_stands_beside_the_words(answer: str, check: str) -> None:
    """The words are kept, with a remark of one line."""
    found = verdict(answer)
    assert not found.blocked
    assert any(remark.startswith(f"answer: {check}") for remark in found.remarks)
    assert all("\n" not in remark for remark in found.remarks)
