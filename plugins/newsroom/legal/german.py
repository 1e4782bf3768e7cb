"""The legal texts in German: § 5 DDG, § 18 MStV, Art. 13 GDPR, § 12b BGG with BITV 2.0."""

IMPRINT = """\
## Angaben gemäß § 5 DDG

{publisher.name}
{publisher.address}

Vertreten durch: {operator.represented_by}

## Kontakt

- Telefon: {publisher.phone}
- E-Mail: {publisher.email}

## Register und Aufsicht

- Registereintrag: {operator.register_entry}
- Umsatzsteuer-Identifikationsnummer: {operator.vat_id}
- Zuständige Aufsichtsbehörde: {operator.supervisory_authority}

## Verantwortlich nach § 18 Abs. 2 MStV

{operator.responsible}
"""

PRIVACY = """\
## Verantwortlich

{publisher.name}
{publisher.address}

E-Mail für Fragen zum Datenschutz: {operator.privacy_contact}

Datenschutzbeauftragte oder Datenschutzbeauftragter: {operator.privacy_officer}

## Was beim Lesen geschieht

Diese Seiten setzen keine Cookies, messen nicht, wer was liest, und laden nichts von fremden Servern.

Der Server wird betrieben von: {operator.host}

Er speichert bei jedem Abruf IP-Adresse, Zeitpunkt, abgerufene Adresse, Statuscode, Datenmenge, zuvor besuchte
Seite und Angaben zum Browser, um den sicheren Betrieb zu gewährleisten (Art. 6 Abs. 1 Buchst. f DSGVO).
Gelöscht wird nach so vielen Tagen: {operator.log_days}.

## Wenn Sie uns schreiben

Ihre Angaben verwenden wir, um Ihnen zu antworten (Art. 6 Abs. 1 Buchst. b oder f DSGVO), und löschen sie,
sobald sie nicht mehr gebraucht werden und keine Pflicht zur Aufbewahrung besteht.

## Personen in Berichten

Namen, Funktionen, Bilder und dienstliche Kontaktdaten erscheinen, soweit sie zur Unterrichtung der
Öffentlichkeit gehören (Art. 6 Abs. 1 Buchst. f DSGVO). Wer eine Angabe für falsch hält oder nicht genannt
werden möchte, schreibe uns bitte.

## Ihre Rechte

Sie haben das Recht auf Auskunft, Berichtigung, Löschung, Einschränkung der Verarbeitung und
Datenübertragbarkeit (Art. 15 bis 20 DSGVO) und können der Verarbeitung nach Art. 21 DSGVO widersprechen.
Beschweren können Sie sich bei: {operator.privacy_authority}
"""

ACCESSIBILITY = """\
{publisher.name} ist bemüht, diesen Newsroom im Einklang mit der BITV 2.0 und der Richtlinie (EU) 2016/2102
barrierefrei zugänglich zu machen.

## Stand der Vereinbarkeit mit den Anforderungen

{operator.accessibility_status}

## Nicht barrierefreie Inhalte

{operator.accessibility_gaps}

## Erstellung dieser Erklärung

- Erstellt oder zuletzt überprüft am: {operator.accessibility_date}
- Grundlage: {operator.accessibility_method}

## Feedback und Kontakt

Barrieren melden oder Inhalte in anderer Form anfordern: {operator.accessibility_contact}

## Schlichtungsverfahren

Bleibt eine Anfrage ohne befriedigende Antwort, können Sie sich an die Schlichtungs- oder Durchsetzungsstelle
wenden: {operator.conciliation}
"""

TITLES = {"imprint": "Impressum", "privacy": "Datenschutz", "accessibility": "Erklärung zur Barrierefreiheit"}
TEXTS = {"imprint": IMPRINT, "privacy": PRIVACY, "accessibility": ACCESSIBILITY}
WORDS = {
    "full": "Der Newsroom ist mit den Anforderungen vollständig vereinbar.",
    "partial": "Der Newsroom ist mit den Anforderungen teilweise vereinbar.",
    "not": "Der Newsroom ist mit den Anforderungen nicht vereinbar.",
    "self": "Selbstbewertung",
    "external": "Prüfung durch eine unabhängige Stelle",
    "gap": "Lücke",
}
