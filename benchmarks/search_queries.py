"""What people look for, written down before the search was: (query, word of the text that it has to find)."""

from __future__ import annotations

Query = tuple[str, str]

GERMAN: tuple[Query, ...] = (
    # parts of compounds
    ("Bescheid", "Förderbescheid"), ("Mittel", "Fördermittel"), ("Förderung", "Wirtschaftsförderung"),
    ("Kooperation", "Hochschulkooperation"), ("Schule", "Hochschulnetzwerk"), ("Wirtschaft", "Wasserstoffwirtschaft"),
    ("Effizienz", "Energieeffizienz"), ("Übergang", "Grenzübergang"), ("Gründung", "Unternehmensgründung"),
    ("Stelle", "Beratungsstelle"), ("Mangel", "Fachkräftemangel"), ("Messe", "Ausbildungsmesse"),
    ("Transfer", "Technologietransfer"), ("Strategie", "Digitalisierungsstrategie"),
    ("Partnerschaft", "Städtepartnerschaft"),
    ("Meister", "Bürgermeister"), ("Mitteilung", "Pressemitteilung"), ("Hauptstadt", "Landeshauptstadt"),
    ("Konzept", "Klimaschutzkonzept"), ("Schutz", "Umweltschutzbericht"), ("Anlage", "Windkraftanlagen"),
    ("Kammer", "Handelskammer"), ("Treffen", "Netzwerktreffen"), ("Zentrum", "Gründerzentrum"),
    ("Preis", "Innovationspreis"), ("Bau", "Maschinenbau"), ("Kette", "Lieferketten"),
    ("Weg", "Radschnellweg"), ("Reise", "Delegationsreise"), ("Markt", "Arbeitsmarkt"),
    # plurals and other forms
    ("Häuser", "Haus"), ("Haus", "Häusern"), ("Verträge", "Vertrag"), ("Museum", "Museen"), ("Museen", "Museum"),
    ("Firma", "Firmen"), ("Bücher", "Buch"), ("Gärten", "Garten"), ("Kranz", "Kränze"), ("Themen", "Thema"),
    # umlauts
    ("Brücke", "Brücken"), ("Brucke", "Brücke"), ("Köln", "Köln"), ("Grösse", "Größe"), ("Strasse", "Straße"),
    # names
    ("Jäger", "Jäger"), ("Grützenbach", "Grützenbach"), ("Enschede", "Enschede"), ("Twente", "Twente"),
    ("Müller", "Müllers"),
)  # fmt: skip
DUTCH: tuple[Query, ...] = (
    # parts of compounds
    ("beschikking", "subsidiebeschikking"), ("verband", "samenwerkingsverband"), ("bedrijf", "waterstofbedrijf"),
    ("transitie", "energietransitie"), ("overgang", "grensovergang"), ("vereniging", "ondernemersvereniging"),
    ("markt", "arbeidsmarkt"), ("instelling", "kennisinstelling"), ("huis", "stadhuis"), ("haven", "zeehaven"),
    ("park", "windmolenpark"), ("paneel", "zonnepanelen"), ("bericht", "persbericht"), ("prijs", "innovatieprijs"),
    ("industrie", "maakindustrie"), ("snelweg", "fietssnelweg"), ("onderwijs", "beroepsonderwijs"),
    ("missie", "handelsmissie"), ("maatschappij", "ontwikkelingsmaatschappij"), ("school", "hogeschool"),
    ("bedrijven", "technologiebedrijven"), ("leider", "projectleider"), ("raad", "gemeenteraad"),
    ("akkoord", "klimaatakkoord"), ("plan", "bouwplannen"), ("brug", "spoorbrug"),
    ("bijeenkomst", "netwerkbijeenkomst"),
    ("fonds", "investeringsfonds"), ("regio", "grensregio"), ("dag", "themadag"),
    # plurals and other forms
    ("huizen", "huis"), ("huis", "huizen"), ("brief", "brieven"), ("brieven", "brief"), ("museum", "musea"),
    ("musea", "museum"), ("stad", "steden"), ("steden", "stad"), ("mogelijkheid", "mogelijkheden"),
    ("bedrijven", "bedrijf"),
    # umlauts, trema and other signs
    ("België", "België"), ("Belgie", "België"), ("coördinatie", "coördinatie"), ("coordinatie", "coördinatie"),
    ("één", "één"),
    # names
    ("Jäger", "Jäger"), ("Jager", "Jäger"), ("Enschede", "Enschede"), ("Münster", "Münster"), ("Twente", "Twente"),
)  # fmt: skip
QUERIES = {"de": GERMAN, "nl": DUTCH}
