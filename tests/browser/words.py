"""The words of the sample pages, per language, taken from the founding reports' facts."""

from __future__ import annotations

Triple = dict[str, str]

LANGUAGES = (("de", "Deutsch"), ("nl", "Nederlands"), ("en", "English"))

CLAIM: Triple = {
    "de": "Wo Grenzen sich treffen, beginnt Zusammenarbeit",
    "nl": "Waar grenzen elkaar raken, begint samenwerking",
    "en": "Where borders meet, cooperation begins",
}
BOILERPLATE: Triple = {
    "de": "Trifinium ist ein Netzwerk für grenzüberschreitende Zusammenarbeit. Es bringt "
    "Wirtschaftsförderungen, Kammern, Cluster und Hochschulen aus Nachbarregionen zusammen.",
    "nl": "Trifinium is een netwerk voor grensoverschrijdende samenwerking. Het brengt "
    "ontwikkelingsmaatschappijen, kamers van koophandel, clusters en hogescholen bijeen.",
    "en": "Trifinium is a network for cooperation across borders. It brings together economic "
    "development agencies, chambers of commerce, clusters and universities.",
}
NAV: dict[str, tuple[str, str, str]] = {
    "de": ("Themen", "Autorinnen und Autoren", "Archiv"),
    "nl": ("Thema’s", "Auteurs", "Archief"),
    "en": ("Topics", "Authors", "Archive"),
}
LEGAL: dict[str, tuple[str, str, str, str]] = {
    "de": ("Über uns", "Impressum", "Datenschutz", "Barrierefreiheit"),
    "nl": ("Over ons", "Colofon", "Privacy", "Toegankelijkheid"),
    "en": ("About us", "Imprint", "Privacy", "Accessibility"),
}
NAMES: dict[str, Triple] = {
    "de": {"de": "Deutsch", "nl": "Niederländisch", "en": "Englisch"},
    "nl": {"de": "Duits", "nl": "Nederlands", "en": "Engels"},
    "en": {"de": "German", "nl": "Dutch", "en": "English"},
}
REPORT: Triple = {"de": "Bericht", "nl": "Bericht", "en": "Report"}
RELEASE: Triple = {"de": "Pressemitteilung", "nl": "Persbericht", "en": "Press release"}
NEWS: Triple = {"de": "Nachrichten", "nl": "Nieuws", "en": "News"}
HOME: Triple = {"de": "Start", "nl": "Home", "en": "Home"}
ROLE: Triple = {"de": "Pressestelle", "nl": "Persdienst", "en": "Press office"}
PORTRAIT_ROLE: Triple = {
    "de": "Innovations- und Produktionsnetzwerk",
    "nl": "Innovatie- en productienetwerk",
    "en": "Innovation and production network",
}
TOPICS: dict[str, tuple[str, str, str]] = {
    "de": ("Internationalisierung", "Forschung und Innovation", "Förderung"),
    "nl": ("Internationalisering", "Onderzoek en innovatie", "Subsidies"),
    "en": ("Internationalisation", "Research and innovation", "Funding"),
}
COUNTRY: Triple = {"de": "Deutschland", "nl": "Duitsland", "en": "Germany"}
MAY_2: Triple = {"de": "2. Mai 2024", "nl": "2 mei 2024", "en": "2 May 2024"}
APRIL_18: Triple = {"de": "18. April 2024", "nl": "18 april 2024", "en": "18 April 2024"}
APRIL_22: Triple = {"de": "22. April 2024", "nl": "22 april 2024", "en": "22 April 2024"}
NOVEMBER_10: Triple = {"de": "10. November 2023", "nl": "10 november 2023", "en": "10 November 2023"}
JUNE_11: Triple = {"de": "11. Juni 2021", "nl": "11 juni 2021", "en": "11 June 2021"}
SEPTEMBER_18: Triple = {"de": "18. September 2014", "nl": "18 september 2014", "en": "18 September 2014"}
APRIL: Triple = {"de": "Apr.", "nl": "apr", "en": "Apr"}

KANADA_KICKER = "Wirtschaftsförderung International"
KANADA: Triple = {
    "de": "Innovation über den Atlantik: Business Lunch bringt Kanada und Dortmund an einen Tisch",
    "nl": "Innovatie over de oceaan: zakenlunch brengt Canada en Dortmund aan één tafel",
    "en": "Innovation across the Atlantic: business lunch brings Canada and Dortmund to one table",
}
KANADA_TEASER: Triple = {
    "de": "22 Vertreterinnen und Vertreter von Unternehmen, Instituten und Universitäten haben auf der "
    "Hannover Messe nach Ansätzen für gemeinsame Forschung gesucht.",
    "nl": "22 vertegenwoordigers van bedrijven, instituten en universiteiten zochten op de Hannover Messe "
    "naar aanknopingspunten voor gezamenlijk onderzoek.",
    "en": "22 representatives of companies, institutes and universities looked for starting points for "
    "joint research at Hannover Messe.",
}
BODY: Triple = {
    "de": """<p>Wie lässt sich Innovation über den Atlantik hinweg fördern? Um diese Frage ging es am
22. April 2024 beim Business Lunch Kanada–Dortmund auf der Hannover Messe, einer der größten Messen der
Welt. 22 Vertreterinnen und Vertreter von Unternehmen, Instituten und Universitäten von beiden Seiten des
Atlantiks nahmen teil.</p>
<h2>Vier Themen für die Zusammenarbeit</h2>
<ul><li>zirkuläre Produktion,</li><li>Robotik und moderne Fertigungsverfahren,</li>
<li>künstliche Intelligenz,</li><li>Mikro- und Nanotechnologie.</li></ul>
<p>Ein Kurzvortrag stellte das <a href="https://www.zim.example/">Zentrale Innovationsprogramm
Mittelstand (ZIM)</a> vor. Es lässt internationale Partnerschaften zu – in gewissen Grenzen und unter
bestimmten Bedingungen.</p>
<h2>Ausblick: 2025 ist Kanada Partnerland</h2>
<p>Weitere Aktivitäten mit der kanadischen Botschaft und den Handelsvertretungen in Berlin sollen folgen.
Schon 2024 waren mehr als 80 kanadische Unternehmen auf der Messe vertreten.</p>""",
    "nl": """<p>Hoe kan innovatie over de oceaan heen worden bevorderd? Om die vraag draaide het op
22 april 2024 bij de zakenlunch Canada–Dortmund op de Hannover Messe, een van de grootste beurzen ter
wereld. 22 vertegenwoordigers van bedrijven, instituten en universiteiten van beide zijden van de
Atlantische Oceaan namen deel.</p>
<h2>Vier thema’s voor samenwerking</h2>
<ul><li>circulaire productie,</li><li>robotica en geavanceerde productie,</li>
<li>kunstmatige intelligentie,</li><li>micro- en nanotechnologie.</li></ul>
<p>Een korte presentatie lichtte het <a href="https://www.zim.example/">subsidieprogramma ZIM</a> toe. Het
staat internationale samenwerking toe, binnen zekere grenzen en onder bepaalde voorwaarden.</p>
<h2>Vooruitblik: in 2025 is Canada partnerland</h2>
<p>Er volgen verdere activiteiten met de Canadese ambassade en de handelsvertegenwoordigingen in Berlijn.
In 2024 waren al meer dan 80 Canadese bedrijven op de beurs aanwezig.</p>""",
    "en": """<p>How can innovation be promoted across the Atlantic? That was the question at the
Canada–Dortmund business lunch on 22 April 2024 at Hannover Messe, one of the largest trade fairs of the
world. 22 representatives of companies, institutes and universities from both sides of the Atlantic took
part.</p>
<h2>Four themes for cooperation</h2>
<ul><li>circular production,</li><li>robotics and advanced manufacturing,</li>
<li>artificial intelligence,</li><li>micro- and nanotechnology.</li></ul>
<p>A short talk presented the <a href="https://www.zim.example/">ZIM funding programme</a>, which admits
international partnerships within certain limits and on certain conditions.</p>
<h2>Outlook: Canada is partner country in 2025</h2>
<p>Further activities with the Canadian embassy and the trade representatives in Berlin are to follow.
More than 80 Canadian companies were already at the fair in 2024.</p>""",
}
CAPTIONS: dict[str, tuple[str, ...]] = {
    "de": ("Business Lunch Kanada – Dortmund", "Stand von Kanada", "Business Lunch Kanada Dortmund",
           "Gespräche am Rande", "Convention Center HMI", "Business Lunch Kanada Dortmund"),
    "nl": ("Zakenlunch Canada – Dortmund", "Stand van Canada", "Zakenlunch Canada Dortmund",
           "", "Convention Center HMI", "Zakenlunch Canada Dortmund"),
    "en": ("Canada – Dortmund business lunch", "Canada’s stand", "Canada Dortmund business lunch",
           "", "Convention Center HMI", "Canada Dortmund business lunch"),
}  # fmt: skip
TECHLAND_NL = "Dutch-German Tech.Land: Oost-Nederland en Noord-Westfalen bundelen hun technologische kracht"
TECHLAND_TEASER_NL = (
    "De gezamenlijke technologiestrategie voor de grensregio heeft een naam. Op de Digital Summit Euregio "
    "werd zij gelanceerd, voor meer dan 350 deelnemers uit beide landen."
)
CLUSTERS_DE = "Zwillingswende durch Innovation: erstes Treffen „Clusters meet Regions“ in Deutschland"
EMISSION: Triple = {
    "de": "Nachbarn lernen sich digital kennen: e-Mission verbindet Baden-Württemberg und Luxemburg",
    "nl": "Buren leren elkaar digitaal kennen: e-missie verbindt Baden-Württemberg en Luxemburg",
    "en": "Neighbours meet online: e-mission links Baden-Württemberg and Luxembourg",
}
ZYPRIES: Triple = {
    "de": "Neue Horizonte für Cluster im Ostseeraum",
    "nl": "Nieuwe horizonten voor clusters rond de Oostzee",
    "en": "New horizons for clusters around the Baltic Sea",
}
