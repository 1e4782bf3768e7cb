"""The words by which press texts in German, Dutch and English say what a line is for."""

from __future__ import annotations

import re

_I = re.IGNORECASE


def _line(words: str) -> re.Pattern[str]:
    """A label at the beginning of a line: its words, then a colon, a bar, or the end of the line."""
    return re.compile(rf"(?:{words})\s*(?::|\||$)\s*", _I)


CONTACT = re.compile(
    r"(?:ihre?\s+|unsere?\s+|uw\s+|your\s+)?(?:"
    r"(?:presse|medien)?-?\s?(?:kontakte?|ansprech(?:partner(?:\*?in(?:nen)?|:in(?:nen)?)?|person(?:en)?))"
    r"(?:\s+(?:für\s+.{3,40}|zum\s+thema))?"
    r"|kontaktdaten|kontaktperson(?:en)?|rückfragen(?:\s+(?:an|beantwort\w+|richten\s+sie\s+\w+))?"
    r"|(?:press|media)?\s?contacts?(?:\s+(?:for\s+.{3,40}|person|us))?|(?:press|media)\s+enquiries"
    r"|(?:pers)?contact(?:persoon|personen|gegevens)?|(?:pers)?contact\s+voor\s+.{3,40}"
    r"|for\s+(?:further|more)\s+information(?:,?\s+please)?\s+contact|voor\s+meer\s+informatie(?:\s+neem.*)?"
    r"|(?:bei|für)\s+(?:weitere[nr]?\s+|allgemeine[nr]?\s+)?(?:rück|presse)?fragen(?:\s+[^:]{1,80})?\s*:|(?:bei|für)\s+rückfragen"
    r"|for\s+(?:further\s+|more\s+|media\s+|press\s+)?(?:information|enquiries|inquiries|questions)[^:]{0,60}\s*:"
    r"|(?:neem|u\s+kunt)\s+(?:voor\s+[^:]{3,60}\s+)?contact\s+op(?:nemen)?\s+met|voor\s+(?:meer\s+informatie|vragen)[^:]{0,60}\s*:"
    r"|(?:noot\s+voor\s+de\s+)redactie"
    r")\s*:?\s*",
    _I,
)
"""A whole line above people one may ask."""

AUTHOR = _line(
    r"text|autor(?:\*?in(?:nen)?|:in(?:nen)?|en)?|verfasser(?:in)?|verfasst\s+von|redaktion|author(?:s|\(s\))?"
    r"|written\s+by|words|auteurs?|tekst|geschreven\s+door"
)
BYLINE = re.compile(r"(?:von|by|door)\s+", _I)
TEXT_AND_PICTURES = _line(
    r"(?:text|tekst|words)\s*(?:und|and|en|&|\+|/)\s*(?:bild(?:er)?|fotos?|photos?|pictures|beeld)"
)
SOURCE = _line(r"quellen?(?:angaben?)?|sources?|bron(?:nen|vermelding)?")
INFORMATION = re.compile(
    r"(?:weitere|mehr)\s+informationen(?:\s+(?:unter|finden\s+sie.*|zum\s+thema))?|weiterführende\s+links|links?"
    r"|mehr\s+(?:zum\s+thema|dazu)|zum\s+thema|further\s+(?:information|reading)|more\s+information|read\s+more"
    r"|meer\s+(?:informatie|lezen)|verder\s+lezen",
    _I,
)
TITLE = _line(r"titel|überschrift|headline|schlagzeile|title|kop")
TEASER = _line(r"teaser|vorspann|lead|anreißer|intro|inleiding|standfirst|untertitel|subtitle|ondertitel")
KICKER = _line(r"kicker|dachzeile|rubrik|oberzeile|rubriek|bovenkop|section")
DATE = _line(r"datum|date|stand|veröffentlicht(?:\s+am)?|published(?:\s+on)?|gepubliceerd(?:\s+op)?|erschienen\s+am")

RELEASE = re.compile(
    r"(?:gemeinsame\s+)?(?:presse|medien)(?:mitteilung|information|info)\w*|press\s+(?:release|information)"
    r"|(?:pers|nieuws)bericht|news\s+release",
    _I,
)
NOTICE = re.compile(r"(?:kurz)?meldung|terminhinweis|einladung\s+an\s+die\s+presse|media\s+advisory|notice", _I)
NUMBERED = re.compile(r"(?:\s*(?:nr\.?|no\.?|nummer|number)?\s*\d{1,5}\s*[/|–-]\s*(?:\d{2,4}))?\s*[:|–-]?\s*", _I)

CREDIT = (
    r"(?:(?:titel|bild|foto|photo|picture|image)?\s?(?:fotos?|foto's|photos?|bild(?:er|nachweis|quelle|rechte)?"
    r"|fotonachweis|fotograf(?:in|ie)?|photograph(?:er|y)?(?:\s+by)?|photo\s+credits?|picture\s+credits?|credits?|pictures?|images?"
    r"|copyright|beeld|fotograaf|grafik|illustration|illustratie|abbildung|quelle)\s*:|©|\(c\)|ⓒ)"
)
CAPTION = re.compile(
    r"(?:bild(?:unterschrift|text|unterzeile|beschreibung)?|bu|caption|picture|photo|fotobijschrift|bijschrift|abb(?:ildung|\.)?|fig(?:ure|\.)?"
    r"|foto)\s*\d{0,3}\s*:\s*",
    _I,
)
PICTURE_LINE = re.compile(
    r"(?:image|bild|foto|photo|picture|afbeelding|beeld|grafik|illustration)(?:\s*\d{1,3}(?:\s*(?:/|von|of|van)\s*\d{1,3})?)?"
    r"|(?:bild|image|afbeelding)\s+(?:vergrößern|enlarge|vergroten|öffnen|open|anzeigen)",
    _I,
)
"""What a browser copies where a picture stood."""
PICTURE_FILE = re.compile(r"[\w() .,-]{1,120}\.(?:jpe?g|png|tiff?|webp|heic|avif|gif)", _I)

EMBARGO = re.compile(
    r"sperr(?:frist|vermerk)\w*|(?:strictly\s+|streng\s+|onder\s+|unter\s+|under\s+)?embargo(?:ed)?\b|frei\s+(?:ab|zur\s+veröffentlichung\s+ab)\b"
    r"|nicht\s+vor\b|not\s+(?:for\s+(?:release|publication)|to\s+be\s+published)\s+(?:before|until)|niet\s+(?:publiceren\s+)?v[oó]{2}r\b"
    r"|(?:hold|release)\s+until|zu\s+veröffentlichen\s+ab|publicatie\s+vanaf",
    _I,
)
NO_EMBARGO = re.compile(r"kein|ohne|aufgehoben|no\b|none|geen|lifted|entfällt", _I)
AT_ONCE = re.compile(
    r"(?:sperrfrist\s*:?\s*)?(?:frei(?:gegeben)?\s+ab\s+sofort|(?:ab\s+)?sofort\s+frei(?:gegeben)?)|(?:release\s*:\s*)?immediate(?:ly)?\s*(?:release|publication)?"
    r"|(?:per\s+)?direct\s+(?:vrij(?:gegeven)?|te\s+publiceren|publiceren)|vrij\s+(?:voor|te)\s+(?:publicatie|publiceren)"
    r"|(?:zur|mit\s+der\s+bitte\s+um)\s+(?:sofortigen?\s+)?veröffentlichung(?:\s+frei(?:gegeben)?)?|frei\s+zur\s+veröffentlichung"
    r"|for\s+immediate\s+release|(?:voor|per)\s+onmiddellijke\s+publicatie|abdruck\s+honorarfrei.*|beleg(?:exemplar)?\s+erbeten",
    _I,
)
END = re.compile(
    r"[-–—*#~=_ ]*(?:ende(?:\s+der\s+(?:presse)?mitteilung)?|ends?|einde(?:\s+bericht)?|-?30-?)?[-–—*#~=_ ]*"
    r"|\(?\s*\d[\d.,\s]*\s*(?:zeichen|anschläge|wörter|characters|words|tekens|woorden)\b.{0,60}", _I,
)  # fmt: skip
FURNITURE = re.compile(
    r"(?:sie\s+sind\s+hier|sie\s+befinden\s+sich\s+hier|you\s+are\s+here|u\s+bent\s+hier)\b.*"
    r"|(?:start(?:seite)?|home)\s*[>›»/|]\s*.+|startseite|startpagina|home(?:page)?|aktuelles|nieuws|news"
    r"|(?:seite\s+)?(?:teilen|drucken|merken|share|print|delen|afdrukken|tweet(?:en)?|link\s+kopieren|copy\s+link|nach\s+oben"
    r"|back\s+to\s+top|naar\s+boven|zurück(?:\s+zur\s+\w+)?|back|terug|menü|menu|suche|search|zoeken|schließen|close|sluiten)"
    r"|(?:(?:auf|on|op|via)\s+)?(?:facebook|twitter|x|linkedin|xing|whatsapp|instagram|mastodon|e-?mail)(?:\s+(?:teilen|share|delen))?"
    r"|(?:share|teilen|delen)\s+(?:on|auf|op|via)\s+\w+"
    r"|(?:zum|skip\s+to|naar)\s+(?:inhalt|content|inhoud)(?:\s+springen)?"
    r"|(?:alle\s+)?cookies?\s+(?:akzeptieren|ablehnen|einstellungen|settings|accept\w*)|accept\s+all(?:\s+cookies)?"
    r"|lesezeit:?\s*\d+.*|\d+\s+min(?:uten)?\s+(?:lesezeit|read)"
    r"|newsletter(?:\s+abonnieren)?|seite\s+\d+(?:\s+von\s+\d+)?|page\s+\d+(?:\s+of\s+\d+)?|pagina\s+\d+(?:\s+van\s+\d+)?",
    _I,
)
"""What a browser copies from around a text; whole lines."""
MAIL_HEAD = re.compile(
    r"(?:von|gesendet|an|cc|betreff|datum|from|sent|to|subject|date|van|verzonden|aan|onderwerp)\s*:\s*.+"
    r"|-{2,}\s*(?:ursprüngliche nachricht|original message|forwarded message"
    r"|weitergeleitete nachricht|oorspronkelijk bericht).*", _I,
)  # fmt: skip
ABOUT = re.compile(r"(?:über|about|over)\s+.{2,80}|(?:über|about|over)\s+(?:uns|us|ons)|hintergrund|boilerplate", _I)
GREETING = re.compile(
    r"(?:sehr\s+geehrte\w*|liebe\w{0,2}|guten\s+(?:tag|morgen|abend)|hallo|moin|dear|hello|good\s+(?:morning|afternoon)|geachte|beste|goede(?:n)?"
    r"\s?(?:morgen|middag|dag))\b[^.:;?]{0,80}[,!]?",
    _I,
)
CLOSING = re.compile(
    r"(?:mit\s+)?(?:freundliche[nm]?|beste[nm]?|herzliche[nm]?|viele[n]?|liebe[n]?|schöne[n]?)\s+gr[üu](?:ß|ss)e?n?\b[^.:;]{0,40}|(?:kind|best|warm)\s+regards"
    r"|yours\s+(?:sincerely|faithfully)|(?:met\s+)?(?:vriendelijke|hartelijke)\s+groet(?:en)?[,!]?|mfg",
    _I,
)
SENT_FROM = re.compile(
    r"(?:diese\s+nachricht\s+wurde\s+)?von\s+meinem\s+.{2,30}\s+gesendet|gesendet\s+(?:von|mit)\s+.{2,40}|sent\s+from\s+(?:my\s+)?.{2,40}"
    r"|verzonden\s+(?:vanaf|met)\s+.{2,40}|get\s+outlook\s+for\s+\w+",
    _I,
)
"""What people and telephones write around the text of a mail; whole lines."""
REPLY = re.compile(r"\s*(?:(?:wg|aw|re|fwd?|tr|antw)\s*:\s*)+", _I)
