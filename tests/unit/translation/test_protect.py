"""What a translation must not change, found in plain text."""

from __future__ import annotations

import pytest

from plugins.translation.protect import addresses, names


def found(text: str) -> list[tuple[str, str]]:
    """(kind, text) of each address."""
    return [(str(item.kind), text[item.start : item.end]) for item in addresses(text)]


@pytest.mark.parametrize(
    ("text", "kind", "address"),
    [
        ("Siehe https://a.example/x?y=1#z.", "url", "https://a.example/x?y=1#z"),
        ("(www.stadt.example/weg)", "url", "www.stadt.example/weg"),
        ("auf go-cluster.de/netz, dort", "url", "go-cluster.de/netz"),
        ("https://a.example/b_(c) ist", "url", "https://a.example/b_(c)"),
        ("siehe report:kanada-2024.", "url", "report:kanada-2024"),
        ("an frank.g@stadtdo.example!", "email", "frank.g@stadtdo.example"),
        ("Tel. 0231 50 24 821,", "phone", "0231 50 24 821"),
        ("unter +49 (0)231 / 50-268 67.", "phone", "+49 (0)231 / 50-268 67"),
        ("(030 23125-000)", "phone", "030 23125-000"),
        ("tel. 06-12345678", "phone", "06-12345678"),
    ],
)
def test_addresses(text: str, kind: str, address: str) -> None:
    """An address is found whole, without the punctuation of the sentence."""
    assert found(text) == [(kind, address)]


@pytest.mark.parametrize(
    "text",
    [
        "am 02.05.2024 um 09:30 Uhr",
        "op 02-05-2024",
        "on 02/05/2024",
        "0,5 % und 0.75 Millionen",
        "1 000 000 Euro, 22 Gäste",
        "im Jahr 2024/25 rund 0-100",
        "z.B./usw. und/oder",
        "ISBN 978-3-16-148410-0",
    ],
)
def test_dates_and_amounts_are_no_addresses(text: str) -> None:
    """Numbers that languages write differently stay open."""
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("Julia Jäger kam.", ["Julia Jäger"]),
        ("Julia\u00a0Jäger kam.", ["Julia\u00a0Jäger"]),
        ("Frau Jäger und Jäger's Rede", ["Jäger", "Jäger"]),
        ("Jägers Rede, Jägerin, Oberjäger", []),
        ("Hannover-Messe-Stand", []),
        ("„Jäger“ (Jäger)", ["Jäger", "Jäger"]),
    ],
)
def test_names(text: str, seen: list[str]) -> None:
    """A name is found where it stands alone; within a word or with an ending it is a word."""
    wanted = ("Jäger", "Julia Jäger", "Messe")
    assert [text[item.start : item.end] for item in names(text, wanted)] == seen
