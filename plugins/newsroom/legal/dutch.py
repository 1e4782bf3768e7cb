"""The legal texts in Dutch: art. 3:15d BW, art. 13 AVG, Tijdelijk besluit digitale toegankelijkheid overheid."""

IMPRINT = """\
## Aanbieder van deze site

{publisher.name}
{publisher.address}

Vertegenwoordigd door: {operator.represented_by}

## Contact

- Telefoon: {publisher.phone}
- E-mail: {publisher.email}

## Registers en toezicht

- Inschrijving: {operator.register_entry}
- Btw-identificatienummer: {operator.vat_id}
- Toezichthouder: {operator.supervisory_authority}

## Verantwoordelijk voor de redactionele inhoud

{operator.responsible}
"""

PRIVACY = """\
## Verantwoordelijk

{publisher.name}
{publisher.address}

E-mail voor vragen over privacy: {operator.privacy_contact}

Functionaris gegevensbescherming: {operator.privacy_officer}

## Wat er gebeurt als u leest

Deze pagina’s plaatsen geen cookies, meten niet wie wat leest en laden niets van andere servers.

De server wordt beheerd door: {operator.host}

Hij bewaart bij elk verzoek IP-adres, tijdstip, opgevraagd adres, statuscode, hoeveelheid gegevens, eerder
bezochte pagina en gegevens over de browser, om de site veilig te houden (art. 6 lid 1 onder f AVG).
Verwijderd wordt na zoveel dagen: {operator.log_days}.

## Als u ons schrijft

Uw gegevens gebruiken wij om u te antwoorden (art. 6 lid 1 onder b of f AVG); wij verwijderen ze zodra ze niet
meer nodig zijn en geen bewaarplicht bestaat.

## Personen in berichten

Namen, functies, beelden en zakelijke contactgegevens verschijnen voor zover dat nodig is om het publiek te
informeren (art. 6 lid 1 onder f AVG). Klopt er iets niet, of wilt u niet genoemd worden, schrijf ons dan.

## Uw rechten

U hebt recht op inzage, rectificatie, wissing, beperking van de verwerking en overdraagbaarheid (art. 15 tot
en met 20 AVG) en kunt bezwaar maken (art. 21 AVG). Een klacht kunt u indienen bij:
{operator.privacy_authority}
"""

ACCESSIBILITY = """\
{publisher.name} wil dat iedereen deze newsroom kan gebruiken, in overeenstemming met EN 301 549 en richtlijn
(EU) 2016/2102.

## Toegankelijkheidsstatus

{operator.accessibility_status}

## Wat nog niet toegankelijk is

{operator.accessibility_gaps}

## Opstelling van deze verklaring

- Opgesteld of voor het laatst gecontroleerd op: {operator.accessibility_date}
- Grondslag: {operator.accessibility_method}

## Melding en contact

Loopt u tegen een drempel aan, of hebt u inhoud in een andere vorm nodig: {operator.accessibility_contact}

## Als wij er samen niet uitkomen

Blijft een bevredigend antwoord uit, dan kunt u zich wenden tot: {operator.conciliation}
"""

TITLES = {"imprint": "Colofon", "privacy": "Privacy", "accessibility": "Toegankelijkheidsverklaring"}
TEXTS = {"imprint": IMPRINT, "privacy": PRIVACY, "accessibility": ACCESSIBILITY}
WORDS = {
    "full": "De newsroom voldoet volledig aan de eisen.",
    "partial": "De newsroom voldoet gedeeltelijk aan de eisen.",
    "not": "De newsroom voldoet niet aan de eisen.",
    "self": "eigen beoordeling",
    "external": "onderzoek door een onafhankelijke partij",
    "gap": "Ontbreekt",
}
