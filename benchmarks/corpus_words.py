"""The words, names and places the benchmark's corpus is made of."""

from __future__ import annotations

LANGS = ("de", "nl", "en")

_GERMAN = (
    "der die das und in zu den von mit auf für ist im nicht ein eine als auch an werden aus hat dass nach wird bei"
    " um sind noch wie über zum haben nur oder aber vor zur bis mehr durch sein wurde sei wenn können schon wieder"
    " Messe Stadt Delegation Unternehmen Hafen Halle Land Kammer Verband Woche Gespräch Vertrag Besuch Standort"
    " Ansiedlung Maschinenbau Wasserstoff Lieferkette Handwerk Ausbildung Forschung Hochschule Gründerin Gründer"
    " Messestand Beratung Außenhandel Markt Märkte Nachfrage Ausfuhr Einfuhr Netzwerk Region Grenze Brücke Bühne"
    " Preis Jury Förderung Antrag Frist Ergebnis Zahlen Bericht Ausblick Rückblick Eröffnung Abschluss Empfang"
    " Bürgermeisterin Ministerin Botschafter Gäste Partner Nachbarn Europa Wirtschaft Technik Energie Verkehr"
    " gemeinsam öffentlich international erfolgreich neu groß klein jung wichtig besonders erstmals bereits zugleich"
    " außerdem schließlich hier dort heute gestern morgen eröffnete begrüßte betonte erklärte dankte"
    " zeigte kündigte bestätigte berichtete unterstützte förderte entstand begann endete kamen standen gingen folgten"
)
_DUTCH = (
    "de het een en van in op met voor te zijn is dat die niet aan er om ook als bij door naar uit over tot maar"
    " wordt worden werd heeft hebben zich nog meer dan zo al kan dit deze hun onder tussen tijdens wanneer weer"
    " beurs stad delegatie onderneming haven hal land kamer vereniging week gesprek overeenkomst bezoek vestiging"
    " machinebouw waterstof keten ambacht opleiding onderzoek hogeschool oprichter stand advies buitenland markt"
    " markten vraag uitvoer invoer netwerk regio grens brug podium prijs jury subsidie aanvraag termijn resultaat"
    " cijfers bericht vooruitblik terugblik opening afsluiting ontvangst burgemeester minister ambassadeur gasten"
    " partner buren Europa economie techniek energie verkeer samen openbaar internationaal geslaagd nieuw groot"
    " klein jong belangrijk bijzonder eerst reeds tegelijk bovendien uiteindelijk hier daar vandaag gisteren morgen"
    " opende verwelkomde benadrukte verklaarde bedankte toonde kondigde bevestigde berichtte steunde bevorderde"
    " ontstond begon eindigde kwamen stonden gingen volgden coördinatie reünie zeeën één"
)
_ENGLISH = (
    "the a of and to in for is on that by this with as at from it an be are was were will has have had not but or"
    " which their its also more than other some all new first one two about into after before during between when"
    " fair city delegation company harbour hall country chamber association week meeting contract visit site"
    " settlement engineering hydrogen supply craft training research university founder stand advice trade market"
    " markets demand export import network region border bridge stage prize jury funding application deadline"
    " result figures report outlook review opening close reception mayor minister ambassador guests partner"
    " neighbours Europe economy technology energy transport joint public international successful large small"
    " young important special already likewise moreover finally here there today yesterday tomorrow opened"
    " welcomed stressed explained thanked showed announced confirmed reported supported promoted emerged began"
    " ended came stood went followed"
)

WORDS: dict[str, tuple[str, ...]] = {
    "de": tuple(_GERMAN.split()),
    "nl": tuple(_DUTCH.split()),
    "en": tuple(_ENGLISH.split()),
}

FIELDS = {
    "investment": ("Ansiedlung", "Vestiging", "Investment"),
    "exports": ("Außenhandel", "Buitenlandse handel", "Exports"),
    "fairs": ("Messen", "Beurzen", "Trade fairs"),
    "founding": ("Gründung", "Oprichting", "Founding"),
    "talent": ("Fachkräfte", "Vakmensen", "Talent"),
    "energy": ("Energie", "Energie", "Energy"),
    "logistics": ("Logistik", "Logistiek", "Logistics"),
    "research": ("Forschung", "Onderzoek", "Research"),
}
"""Each report is filed under one of these, by label in German, Dutch and English …"""

_SUBJECTS = (
    "airport apprentices asia automation award baltic batteries biotech border bridge canada chips climate cloud"
    " crafts cyber delegation design digital drones electric engineering fashion food funding gaming green harbour"
    " health hydrogen jury lighting machines materials mobility museum nordic optics patents recycling"
)
SUBJECTS = tuple(f"subject-{name}" for name in _SUBJECTS.split())
"""… and two or three of these forty."""

_FIRST = ("Alma", "Bjarne", "Clara", "Dries", "Edda", "Floris", "Grete", "Henk", "Ilse", "Jasper", "Katja", "Lieke")
_LAST = (
    *("Adler", "Bakker", "Conrad", "Dekker", "Engel", "Faber"),
    *("Gerber", "Hofman", "Imkamp", "Jonker", "Kessler", "Linden"),
)

AUTHORS = {f"author-{n:02}": f"{first} {last}" for n, (first, last) in enumerate(zip(_FIRST, _LAST, strict=True))}

CONTACTS = {
    f"contact-{n:02}": {
        "name": f"{_FIRST[n % 12]} {_LAST[(n * 5 + 1) % 12]}",
        "role": ("Presse", "Pers", "Press office")[n % 3],
        "phone": f"+49 231 55{n * 37:04}",
        "email": f"contact-{n:02}@press.example.org",
    }
    for n in range(20)
}

CITIES = (
    *("Dortmund", "Hannover", "Hamburg", "Rostock", "Leipzig", "Amsterdam", "Eindhoven"),
    *("Utrecht", "Venlo", "Groningen", "Tallinn", "Riga", "Vilnius", "Toronto"),
)
