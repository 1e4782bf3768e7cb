"""Forms: what nobody touched stays as it was typed."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.desk.controls import FormFields, answered, controls, sent
from plugins.desk.shapes import shapes_of
from plugins.newsroom.forms import EditionForm, ReportForm

LANGS = ("de", "nl", "en")
SHAPES = shapes_of(ReportForm)

FACTS: dict[str, Any] = {
    "date": "2024-05-02T10:00+02:00",
    "source_language": "de",
    "status": "published",
    "unbekannt": ["x"],
    "event": {"start": "2024-04-22", "name": {"de": "Messe", "nl": "Beurs"}, "odd": "stays"},
    "topics": ["energie"],
    "sources": [{"name": "Stadt", "date": "2. Mai", "more": "y"}, {"name": "Land"}],
    "photos": [{"file": "a.jpg", "credit": "A", "focus": ["0.5", "0.25"]}],
    "confidential": "yes",
    "publish": {"nl": "reviewed"},
    "note": "Eins.\n\nZwei.",
}


def answer(value: dict[str, Any], **changes: str) -> dict[str, Any]:
    """The values after a form was sent in which some fields were changed."""
    pairs = dict.fromkeys(changes)
    form = list(sent(controls(SHAPES, value, "f:", LANGS)))
    told = [(name, changes.get(name.removeprefix("f:").replace(".", "__"), text)) for name, text in form]
    assert {name.removeprefix("f:").replace(".", "__") for name, _ in form} >= set(pairs)
    return answered(SHAPES, FormFields(tuple(told)), "f:", value, LANGS)


def test_a_form_that_nobody_touched_changes_nothing() -> None:
    """Not the offset of a zone, no odd value, no unknown key."""
    assert answer(FACTS) == FACTS
    assert list(answer(FACTS)) == list(FACTS)


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"date": "2024-05-03"}, {"date": "2024-05-03T10:00"}),
        ({"date__time": ""}, {"date": "2024-05-02"}),
        ({"embargo": "2024-05-02", "embargo__time": "08:00"}, {"embargo": "2024-05-02T08:00"}),
        ({"confidential": "true"}, {"confidential": "true"}),
        ({"topics": ""}, {"topics": None}),
        ({"photos__0__focus": "10"}, {"photos": [{"file": "a.jpg", "credit": "A", "focus": ["0.1", "0.25"]}]}),
        ({"note": ""}, {"note": None}),
        ({"sources__new__name": "Bund"}, {"sources": [*FACTS["sources"], {"name": "Bund"}]}),
    ],
)
def test_a_field_changes_its_own_value(changes: dict[str, str], expected: dict[str, Any]) -> None:
    """And no other."""
    wanted = {key: value for key, value in {**FACTS, **expected}.items() if value is not None}
    assert answer(FACTS, **changes) == wanted


def test_items_change_places_as_they_stand_on_the_page_and_keep_what_the_form_does_not_know() -> None:
    """One that is not on the page any more is gone."""
    form = [
        pair
        for pair in sent(controls(SHAPES, FACTS, "f:", LANGS))
        if not pair[0].startswith(("f:sources.0", "f:sources.new"))
    ]
    kept = [pair for pair in sent(controls(SHAPES, FACTS, "f:", LANGS)) if pair[0].startswith("f:sources.0")]
    assert answered(SHAPES, FormFields((*form, *kept)), "f:", FACTS, LANGS)["sources"] == FACTS["sources"][::-1]
    assert answered(SHAPES, FormFields(tuple(form)), "f:", FACTS, LANGS)["sources"] == FACTS["sources"][1:]


def test_a_key_that_the_form_did_not_ask_for_stays() -> None:
    """A page that shows a part of the facts changes that part."""
    assert answered(SHAPES, FormFields((("f:status", "draft"),)), "f:", FACTS, LANGS) == {**FACTS, "status": "draft"}


def test_the_shapes_are_those_of_check() -> None:
    """Every key of the files is in the form; days have a calendar, names of things are chosen."""
    by_key = {shape.key: shape for shape in SHAPES}
    assert list(by_key) == list(ReportForm.model_fields)
    assert {by_key[key].kind for key in ("date", "embargo")} == {"moment"}
    assert by_key["authors"].kind == "person"
    assert by_key["status"].choices == ("draft", "published", "withdrawn")
    assert [shape.kind for shape in by_key["event"].fields][:3] == ["text", "moment", "moment"]
    assert {shape.key for shape in shapes_of(EditionForm) if shape.required} == {"title", "teaser"}


@given(
    st.dictionaries(
        st.sampled_from([*ReportForm.model_fields, "odd"]),
        st.recursive(
            st.text(),
            lambda v: st.one_of(
                st.lists(v, max_size=3),
                st.dictionaries(st.sampled_from(["name", "file", "url", "de", "date", "x"]), v, max_size=3),
            ),
            max_leaves=6,
        ),
    )
)
def test_values_of_any_form_survive_a_form_that_nobody_touched(value: dict[str, Any]) -> None:
    """Or are the same without what says nothing."""

    def said(each: Any) -> Any:
        if isinstance(each, dict):
            return {key: said(v) for key, v in each.items() if said(v)}
        if isinstance(each, list):
            return [said(v) for v in each if said(v)]
        return each.replace("\r\n", "\n").strip() if isinstance(each, str) else each

    def text(each: Any) -> list[Any]:
        inner = each.values() if isinstance(each, dict) else each if isinstance(each, list) else None
        return [each] if inner is None else [word for value in inner for word in text(value)]

    made = answer(value)
    lost = [word for word in text(said(value)) if word and word not in text(said(made))]
    assert lost == []
