"""Names in another order, because the sentence is built otherwise."""

from __future__ import annotations

import pytest

from plugins.translation.gate.passage import Passage
from plugins.translation.gate.speakers import check


def found(source: str, target: str, direction: str) -> bool:
    """Whether two people have changed places."""
    from_, to = direction.split("-")
    return bool(list(check(Passage(source), Passage(target), from_, to, 1)))


@pytest.mark.parametrize(
    ("source", "target", "direction"),
    [
        ("Beck lobte Kurz für den Entwurf.", "Kurz was praised by Beck for the draft.", "de-en"),
        ("Jansen prees Bakker om het ontwerp.", "Bakker wurde von Jansen für den Entwurf gelobt.", "nl-de"),
        ("Der Sprecher der Stadt Hamm, Jan Beck, sagte zu.", "Jan Beck, spokesman of Hamm, agreed, he said.", "de-en"),
        ("Eva Brandt, woordvoerder van de Noordster Groep, zei dat.", "Noordster Groep spokeswoman Eva Brandt said that.", "nl-en"),
        ("Das sagte Eva Brandt, Geschäftsführerin der Firma Nordlicht.", "Nordlicht managing director Eva Brandt said so.", "de-en"),
        ("Minister Kurz trat nach dem Bericht des Journalisten Beck zurück, sagte sie.",
         "After the report by journalist Beck, minister Kurz resigned, she said.", "de-en"),
        ("She said the Open Forum van Hamm begins.", "Ze zei dat het Hamm Open Forum begint.", "en-nl"),
    ],
)  # fmt: skip
def test_an_apposition_a_passive_a_name_of_several_words(source: str, target: str, direction: str) -> None:
    """Each name has kept what stands beside it, or what it is."""
    assert not found(source, target, direction)


@pytest.mark.parametrize(
    ("source", "target", "direction"),
    [
        ("Beck fragte Kurz nach den Kosten.", "Kurz asked Beck about the costs.", "de-en"),
        ("Beck warf Kurz vor, die Zahlen zu fälschen.", "Kurz accused Beck of falsifying the figures.", "de-en"),
        ("Jansen bedankte Bakker.", "Bakker dankte Jansen.", "nl-de"),
        ("„Das ist falsch“, entgegnete Frau Beck Herrn Kurz.", "“That is wrong,” Mr Kurz replied to Ms Beck.", "de-en"),
        ("Laut Bürgermeisterin Beck hat Investor Kurz zugesagt.", "According to mayor Kurz, investor Beck has agreed.", "de-en"),
        ("Volgens wethouder Jansen heeft directeur Bakker toegezegd.", "Laut Dezernent Bakker hat Direktor Jansen zugesagt.", "nl-de"),
        ("Eva Beck, a spokeswoman for Jan Kurz, said so.", "Jan Kurz, een woordvoerder van Eva Beck, zei dat.", "en-nl"),
        ("Eva Beck, a spokeswoman for Jan Kurz, said so.", "Eva Kurz, eine Sprecherin von Jan Beck, sagte das.", "en-de"),
    ],
)  # fmt: skip
def test_people_who_have_changed_places(source: str, target: str, direction: str) -> None:
    """With titles, over indirect speech, in halves of their names."""
    assert found(source, target, direction)
