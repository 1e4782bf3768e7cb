"""The newsroom's own form: the facts of the legal pages, checked before they are written."""

from __future__ import annotations

from typing import Any

import pytest
from httpx2 import Response

from plugins.desk.versions import digest_of
from tests.unit.desk.desks import Desktop
from tests.unit.desk.test_editing import form_of

HERE = "/desk/newsroom"
SITE = "site.yaml"
PAGE = "content/pages/imprint/page.yaml"


@pytest.fixture
def house(desk: Desktop) -> Desktop:
    """A newsroom whose imprint is made of facts, none of which is there yet."""
    desk.newsroom.put(PAGE, b"text: imprint\nsource_language: de\n")
    site = desk.newsroom.root / "content" / SITE
    site.write_bytes(site.read_bytes() + b"legal:  # roles\n  imprint: imprint\n")
    return desk


def send(desk: Desktop, changes: dict[str, str], form: list[tuple[str, str]] | None = None) -> Response:
    """Sends the form with some fields changed, as a browser does."""
    pairs = [(name, changes.get(name, text)) for name, text in form or fields(desk)]
    assert set(changes) <= {name for name, _ in pairs}
    body: dict[str, list[str]] = {}
    for name, text in pairs:
        body.setdefault(name, []).append(text)
    return desk.post(HERE, body)


def fields(desk: Desktop) -> list[tuple[str, str]]:
    """The form as it stands."""
    return form_of(desk.get(HERE).text, "newsroom")


def test_a_form_that_nobody_touched_changes_no_byte(house: Desktop) -> None:
    """Remarks, order and quotation marks stay."""
    before = house.file(SITE)
    assert send(house, {}).headers["location"] == f"{HERE}?notice=saved"
    assert house.file(SITE) == before


def test_facts_stand_in_the_file_and_everything_else_stays(house: Desktop) -> None:
    """Words per language, texts of several lines, and what does not apply."""
    before = house.file(SITE)
    send(
        house,
        {
            "site:operator.represented_by": "Jürgen Groß-Übelacker: Geschäftsführer",
            "site:operator.responsible": "Jürgen Groß-Übelacker\r\nKai 7\r\n20000 Nordhafen",
            "site:operator.accessibility_gaps.de": "Zeile eins\r\nZeile zwei",
            "site:operator.vat_id": "none",
        },
    )
    assert house.file(SITE).decode() == before.decode() + (
        'operator:\n  represented_by: "Jürgen Groß-Übelacker: Geschäftsführer"\n  vat_id: none\n'
        "  responsible: |-\n    Jürgen Groß-Übelacker\n    Kai 7\n    20000 Nordhafen\n"
        "  accessibility_gaps:\n    de: |-\n      Zeile eins\n      Zeile zwei\n"
    )
    assert send(house, {}).status_code == 303
    assert "Zeile eins\nZeile zwei" in house.get(HERE).text


def test_a_fact_that_is_missing_is_told_at_its_field(house: Desktop) -> None:
    """In the editor's language, with a button where it may not apply; filled in, the problem is gone."""
    page = house.get(HERE).text
    assert "facts are missing" in page
    assert 'data-fix="site:operator.vat_id" data-value="none">Does not apply<' in page
    assert 'data-fix="site:publisher.address"' not in page
    assert page.index('id="f-site:operator.vat_id"') < page.index('data-fix="site:operator.vat_id"')
    house.post("/desk/language", {"language": "de", "back": HERE})
    assert "Angaben fehlen" in house.get(HERE).text
    wanted = ("represented_by", "register_entry", "vat_id", "supervisory_authority", "responsible")
    facts: dict[str, str] = {f"site:operator.{key}": "none" for key in wanted}
    address = {"site:publisher.address": "Kai 7", "site:publisher.phone": "030 23125 410"}
    send(house, {**facts, **address, "site:publisher.email": "a@newsroom.example"})
    assert "legal-gap" not in house.get(HERE).text


@pytest.mark.parametrize(
    ("field", "typed"),
    [
        ("site:publisher.email", "kein at-zeichen"),
        ("site:publisher.phone", "ruf uns an"),
        ("site:publisher.url", "javascript:alert(1)"),
        ("site:name.", ""),
        ("site:publisher.name", ""),
        ("site:operator.accessibility_date", "31. 2. 2026"),
        ("site:operator.accessibility_status", "weitgehend"),
    ],
)
def test_what_is_wrong_is_not_written_and_not_lost(house: Desktop, field: str, typed: str) -> None:
    """The page comes back with everything that was typed, and the problem at its field."""
    before = house.file(SITE)
    refused = send(house, {"site:operator.host": "Rechenzentrum <Nord>", field: typed})
    assert refused.status_code == 422
    assert house.file(SITE) == before
    assert 'value="Rechenzentrum &lt;Nord&gt;"' in refused.text
    assert 'class="problem error"' in refused.text
    again = send(house, {field: dict(fields(house))[field]}, form_of(refused.text, "newsroom"))
    assert again.status_code == 303
    assert b"Rechenzentrum <Nord>" in house.file(SITE)


def test_an_error_that_was_there_before_keeps_nobody_from_the_rest(house: Desktop) -> None:
    """It is told, and the new facts are written."""
    site = house.newsroom.root / "content" / SITE
    site.write_bytes(site.read_bytes() + b"colour: red\n")
    assert send(house, {"site:operator.host": "Rechenzentrum"}).status_code == 303
    assert b"  host: Rechenzentrum\n" in house.file(SITE)
    assert "colour" in house.get(HERE).text


def test_two_people_at_the_facts(house: Desktop) -> None:
    """Other places are joined; at the same place both versions are shown, and one is chosen."""
    form, site = fields(house), house.newsroom.root / "content" / SITE
    site.write_bytes(site.read_bytes().replace(b"timezone: Europe/Berlin", b"timezone: Europe/Vienna"))
    assert send(house, {"site:operator.host": "Meins"}, form).status_code == 303
    assert b"Europe/Vienna" in house.file(SITE)
    form = fields(house)
    site.write_bytes(site.read_bytes().replace(b"host: Meins", b"host: Deins"))
    both = send(house, {"site:operator.host": "Unseres"}, form).headers["location"]
    assert house.file(SITE).endswith(b"host: Deins\n")
    page = house.get(both).text
    assert "<ins>+   host: Unseres</ins>" in page
    hidden: dict[str, Any] = {
        "mine": both.partition("mine=")[2],
        "theirs": page.partition('name="theirs" value="')[2][:24],
    }
    house.post(f"{HERE}/both", {**hidden, "take": "mine"})
    assert house.file(SITE).endswith(b"host: Unseres\n")
    house.post(f"{HERE}/undo")
    assert house.file(SITE).endswith(b"host: Deins\n")


def test_a_file_that_cannot_be_read_is_shown_and_not_touched(house: Desktop) -> None:
    """With its problem; nothing of it can be lost by the desk."""
    site = house.newsroom.root / "content" / SITE
    site.write_bytes(b"name: [a\n")
    page = house.get(HERE)
    assert "name: [a" in page.text
    assert "cannot be read" in page.text
    assert house.post(HERE, {"site:version": digest_of(b"name: [a\n"), "site:operator.host": "X"}).headers[
        "location"
    ] == (f"{HERE}?notice=closed")
    assert house.file(SITE) == b"name: [a\n"


def test_pages_with_a_text_of_their_own_say_so(house: Desktop) -> None:
    """What is entered would appear nowhere."""
    for lang in ("de", "nl", "en"):
        assert "text of your own in every language" not in house.get(HERE).text
        house.newsroom.put(f"content/pages/imprint/{lang}.md", b"---\ntitle: T\n---\nWords.\n")
    assert "text of your own in every language" in house.get(HERE).text


def test_a_problem_leads_to_the_form_that_fixes_it(house: Desktop) -> None:
    """From the first page and from the page of publishing."""
    assert f'<a href="{HERE}"><code>' in house.get("/desk/").text
    assert f'<a href="{HERE}"><code>' in house.get("/desk/publish").text
