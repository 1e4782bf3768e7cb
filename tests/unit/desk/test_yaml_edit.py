"""Values change; everything else in a YAML file stays."""

from __future__ import annotations

import copy
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.desk.yaml_edit import NotEditableError, edited
from plugins.desk.yaml_emit import entry
from plugins.newsroom.source import Text
from plugins.newsroom.yaml_source import parse_mapping

FACTS = """\
# The facts of this report.
date: 2024-05-02   # publication

source_language: de
status: 'published'
event:
  # one line of remark
  start: 2024-04-22
  venue: "Hannover: Messe"
  city: Hannover
topics: [energie, handel]
authors:
  - hans
  # the photographer
  - erika
photos:
  - file: stand.jpg  # the stand
    credit: Wirtschaftsförderung | Jäger
    focus: [0.5, 0.3]

  - file: saal.jpg
    credit: Müller
note: |
  Erste Zeile.

  Dritte Zeile.

# the end
"""


def value(text: str) -> dict[str, Any]:
    """What the newsroom reads."""
    doc, problems = parse_mapping(Text("", text), "")
    assert doc is not None, problems
    value: dict[str, Any] = doc.value
    return value


def changed(**paths: Any) -> str:
    """The facts with top-level keys exchanged (``None``: taken out)."""
    wanted = {**value(FACTS), **paths}
    return edited(FACTS, {key: each for key, each in wanted.items() if each is not None})


def differing(text: str) -> list[str]:
    """The lines that are not in the facts."""
    return [line for line in text.splitlines() if line not in FACTS.splitlines()]


def test_nothing_wanted_is_nothing_changed() -> None:
    """Byte for byte."""
    assert edited(FACTS, value(FACTS)) == FACTS


def test_one_text_is_exchanged_on_its_line() -> None:
    """Its remark and its quotation marks stay."""
    assert differing(changed(date="2024-05-03")) == ["date: 2024-05-03   # publication"]
    assert differing(changed(status="draft")) == ["status: 'draft'"]
    event = {**value(FACTS)["event"], "venue": "Messe: Halle 2"}
    assert differing(changed(event=event)) == ['  venue: "Messe: Halle 2"']


def test_keys_come_and_go_where_they_belong() -> None:
    """A new key of a block at the block's end, a new key of the file at the file's end; remarks stay."""
    event = {**value(FACTS)["event"], "country": "DE"}
    text = changed(event=event)
    assert "  city: Hannover\n  country: DE\ntopics" in text
    assert "# one line of remark" in changed(event={"start": "2024-04-22"})
    assert changed(embargo="2024-05-02T10:00").endswith("embargo: 2024-05-02T10:00\n\n# the end\n")
    assert "topics" not in changed(topics=None)


def test_lists_keep_the_lines_of_items_that_stay() -> None:
    """Also when they change places."""
    photos = value(FACTS)["photos"]
    turned = changed(photos=photos[::-1])
    assert "  - file: stand.jpg  # the stand\n    credit: Wirtschaftsförderung | Jäger\n" in turned
    assert turned.index("saal.jpg") < turned.index("stand.jpg")
    assert "# the photographer" in changed(authors=["hans", "erika", "maria"])
    assert "topics: [energie, umwelt]" in changed(topics=["energie", "umwelt"])
    more = changed(photos=[*photos, {"file": "neu.jpg", "credit": "a: b"}])
    assert '  - file: neu.jpg\n    credit: "a: b"\n' in more


def test_a_changed_picture_changes_its_own_line() -> None:
    """The focus stays in brackets."""
    photos = copy.deepcopy(value(FACTS)["photos"])
    photos[0]["focus"] = ["0.25", "0.75"]
    assert differing(changed(photos=photos)) == ["    focus: [0.25, 0.75]"]


def test_texts_of_several_lines_stand_as_a_block() -> None:
    """And go back to a line."""
    assert "note: |-\n  Eins.\n\n  Zwei.\n" in changed(note="Eins.\n\nZwei.")
    assert "note: Kurz.\n\n# the end" in changed(note="Kurz.")


def test_an_empty_file_takes_its_first_keys() -> None:
    """Remarks stay above."""
    assert edited("# nur ein Wort\n", {"a": "b"}) == "# nur ein Wort\na: b\n"


def test_what_cannot_be_read_is_not_touched() -> None:
    """A person sees to it first."""
    with pytest.raises(NotEditableError):
        edited("a: [b\n", {"a": "c"})


KEYS = st.sampled_from(["title", "date", "event", "photos", "note", "url", "Ümlaut", "a b"])
TEXTS = st.one_of(
    st.sampled_from(
        [
            "no",
            "2024-05-02",
            "10:30",
            "a: b",
            "# x",
            "- y",
            "'s",
            '"',
            "{",
            "*",
            "&a",
            "Über",
            "a\nb",
            "a\n\n b",
            "~",
            "null",
            " x ",
        ]
    ),
    st.text(
        st.characters(blacklist_categories=("Cs", "Cc", "Zl", "Zp"), blacklist_characters="\ufffe\uffff\ufeff\x85"),
        min_size=1,
        max_size=12,
    ),
).filter(lambda text: text != "")
VALUES = st.recursive(
    TEXTS,
    lambda inner: st.one_of(
        st.lists(inner, min_size=1, max_size=3), st.dictionaries(KEYS, inner, min_size=1, max_size=3)
    ),
    max_leaves=8,
)
MAPPINGS = st.dictionaries(KEYS, VALUES, min_size=1, max_size=4)


@given(MAPPINGS, MAPPINGS)
def test_any_values_can_be_had_from_any_others(before: dict[str, Any], after: dict[str, Any]) -> None:
    """And what is read is what was wanted; a text in between that cannot be edited is refused, never damaged."""
    text = (
        "# oben\n" + "".join(line + "\n" for key, each in before.items() for line in entry(key, each, 0)) + "# unten\n"
    )
    if value(text) != before:
        return
    try:
        made = edited(text, after)
    except NotEditableError:
        return
    assert value(made) == after
    assert "# oben" in made
    assert "# unten" in made


@given(MAPPINGS, KEYS, TEXTS)
def test_one_more_key_never_fails_and_touches_no_line(before: dict[str, Any], key: str, new: str) -> None:
    """Whatever else is in the file."""
    text = "".join(line + "\n" for name, each in before.items() if name != key for line in entry(name, each, 0))
    known = value(text)
    made = edited(text, {**known, key: new})
    assert made.startswith(text)
