"""People in the desk: everybody has a form, and nothing that is wrong reaches the file."""

from __future__ import annotations

import pytest
from httpx2 import Response

from tests.site.newsroom import report
from tests.unit.desk.desks import Desktop
from tests.unit.desk.test_editing import form_of

HERE = "/desk/people/of/erika"
PEOPLE = "people.yaml"


def send(desk: Desktop, address: str, changes: dict[str, str], page: str = "") -> Response:
    """Sends a person's form with some fields changed, as a browser does."""
    pairs = form_of(page or desk.get(address).text, "newsroom")
    assert set(changes) <= {name for name, _ in pairs}
    body: dict[str, list[str]] = {}
    for name, text in pairs:
        body.setdefault(name, []).append(changes.get(name, text))
    return desk.post(address, body)


def test_everybody_has_a_form_and_nothing_untouched_changes(desk: Desktop) -> None:
    """Reached from the newsroom's page; a form that nobody touched changes no byte."""
    before = desk.file(PEOPLE)
    assert f'href="{HERE}"' in desk.get("/desk/newsroom").text
    assert send(desk, HERE, {}).headers["location"] == f"{HERE}?notice=saved"
    assert desk.file(PEOPLE) == before
    assert desk.get("/desk/people/of/nobody").status_code == 404


def test_a_new_number_and_a_last_day_are_written(desk: Desktop) -> None:
    """Other people stay as they are."""
    others = [line for line in desk.file(PEOPLE).splitlines() if b"erika" not in line]
    send(desk, HERE, {"person:phone": "030 23125 200", "person:until": "2026-12-31", "person:role.nl": "Woordvoering"})
    made = desk.file(PEOPLE).decode()
    assert "030 23125 200" in made
    assert "2026-12-31" in made
    assert "Woordvoering" in made
    assert all(line.decode() in made for line in others)
    assert 'value="030 23125 200"' in desk.get(HERE).text


@pytest.mark.parametrize(
    ("field", "typed"),
    [("person:phone", "abc"), ("person:email", "kein mail"), ("person:url", "x"), ("person:name", "")],
)
def test_what_is_wrong_is_not_written_and_not_lost(desk: Desktop, field: str, typed: str) -> None:
    """One wrong number would keep the whole newsroom from being built."""
    before, form = desk.file(PEOPLE), dict(form_of(desk.get(HERE).text, "newsroom"))
    refused = send(desk, HERE, {field: typed, "person:organisation": "Hafen & Co"})
    assert refused.status_code == 422
    assert desk.file(PEOPLE) == before
    assert 'value="Hafen &amp; Co"' in refused.text
    assert 'class="problem error"' in refused.text
    assert send(desk, HERE, {field: form[field]}, refused.text).status_code == 303
    assert b"Hafen & Co" in desk.file(PEOPLE)


def test_somebody_new_is_entered_beside_a_report(desk: Desktop) -> None:
    """A mistake leads to the whole form with all that was typed, and from there back to the report."""
    desk.newsroom.write(report("eins"))
    back = "/desk/reports/eins/"
    fields = {"person:name": "Jörg Müller", "person:role.": "Presse", "person:phone": "0231 1", "back": back}
    before = desk.file(PEOPLE)
    refused = desk.post("/desk/people", fields)
    assert refused.status_code == 422
    assert desk.file(PEOPLE) == before
    assert 'value="Jörg Müller"' in refused.text
    made = send(desk, "/desk/people", {"person:phone": "0231 50 24 821"}, refused.text)
    assert made.headers["location"] == f"{back}?notice=saved"
    desk.post("/desk/people", {**fields, "person:phone": ""})
    assert b"joerg-mueller:\n  name: J" in desk.file(PEOPLE)
    assert b"joerg-mueller-2:\n  name: J" in desk.file(PEOPLE)
    assert desk.post("/desk/people", {"person:name": "", "back": back}).status_code == 422
