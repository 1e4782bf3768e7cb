"""Answers that are no translation: nothing at all, error texts, a chat model's talk."""

from __future__ import annotations

import re
from collections.abc import Iterator

from plugins.translation.gate.finding import Finding, Level, quote
from plugins.translation.gate.passage import Passage


def _any(*patterns: str) -> re.Pattern[str]:
    return re.compile("|".join(patterns), re.IGNORECASE)


_ERRORS = _any(
    r"^\s*```",
    r"MYMEMORY WARNING",
    r"YOU USED ALL AVAILABLE FREE TRANSLATIONS",
    r"USAGELIMITS",
    r"PLEASE SELECT TWO DISTINCT LANGUAGES",
    r"INVALID (?:SOURCE|TARGET) LANGUAGE",
    r"(?:INVALID|UNSUPPORTED|UNKNOWN) LANGUAGE PAIR",
    r"QUERY LENGTH LIMIT EXCE+DED",
    r"INVALID EMAIL PROVIDED",
    r"NO QUERY SPECIFIED",
    r"\bquota (?:has been |was )?exceeded\b",
    r"\btoo many requests\b",
    r"\brate limit (?:exceeded|reached)\b",
    r"\binternal server error\b",
    r"\b(?:403 forbidden|404 not found|456 quota|502 bad gateway|503 service|504 gateway)\b",
    r"<!DOCTYPE html|<html[\s>]|<head>|<body[\s>]|<title>",
    r"\btraceback \(most recent call last\)",
    r"\"(?:error|message)\"\s*:\s*[\"{]",
    r"\berror code: \d{3}\b",
    r"\b(?:invalid|missing|wrong) (?:api|auth(?:entication|orization)?)[ -]?key\b",
    r"\bauthorization failed\b",
    r"\ban error (?:has )?occurred\b",
    r"\btranslation (?:failed|error)\b",
    r"^\s*[{\[]\s*\"\w+\"\s*:",
    r"before you continue to google",
    r"attention required!",
    r"\bunusual traffic\b",
    r"\bverify (?:that )?you are (?:a )?human\b",
    r"\benable javascript and cookies\b",
    r"\bcloudflare\b",
    r"\bcaptcha\b",
    r"^\s*just a moment\.\.\.",
)
_TALK = _any(
    r"^\W*(?:(?:sure|certainly|of course|absolutely|okay|ok)\b[^.:\n]{0,40}[!,.:]\s*)?"
    r"here(?:'s|’s| is| are)\b[^.:\n]{0,40}\btranslat\w+",
    r"^\W*(?:hier(?: ist| is| sind)?|das ist|dit is)\b[^.:\n]{0,40}(?:übersetz|vertaling|vertaald)\w*",
    r"^\W*(?:die )?übersetzung\b[^.:\n]{0,40}:(?=\s|$)",
    r"^\W*(?:de )?vertaling\b[^.:\n]{0,40}:(?=\s|$)",
    r"^\W*voici\b[^.:\n]{0,30}traduction",
    r"^\W*(?:sure|certainly|of course|natürlich|gerne|natuurlijk|zeker)[!,] (?:here|hier)\b",
    r"^\W*I(?:['’]m| am) sorry,? (?:but I|I)\b",
    r"^\W*as an? (?:AI|large|language) (?:language )?model\b",
    r"^\W*es tut mir leid,? (?:aber )?ich kann\b",
    r"^\W*ich kann (?:diesen|den|dabei)\b[^.]{0,40}\bnicht (?:übersetzen|helfen)",
    r"^\W*het spijt me,? (?:maar )?ik kan\b",
    r"^\W*(?:unfortunately|sorry|leider|helaas),? (?:I|ich|ik|kann ich|kan ik)\b",
    r"\bich bin nicht in der Lage,? [^.]{0,40}übersetzen",
    r"\bik kan (?:deze|dit|de|het)\b[^.]{0,40}\bniet (?:vertalen|helpen)",
    r"\b(?:bitte|könnten sie)\b[^.]{0,30}\b(?:den|einen) text\b[^.]{0,40}übersetz",
    r"\b(?:geef|stuur)\b[^.]{0,30}\bde tekst\b[^.]{0,40}vertal",
    r"\b(?:no|nothing|any) (?:text )?to (?:be )?translated?\b",
    r"\bno translation (?:is )?(?:needed|required|necessary)\b",
    r"\b(?:text|sentence) (?:is|seems to be) already in (?:english|german|dutch)\b",
    r"^\W*(?:the|this) (?:sentence|text|phrase|passage) (?:means|says|translates|states|is about)\b",
    r"^\W*(?:der|dieser) (?:satz|text) (?:bedeutet|besagt|heißt)\b",
    r"^\W*(?:de|deze) (?:zin|tekst) (?:betekent|zegt)\b",
    r"\blet me know if\b",
    r"\b(?:I )?hope (?:this|that) helps\s*(?:[.!]|$)",
    r"\bis there anything else (?:I can|you)\b",
    r"^\W*(?:sorry|(?:my )?apologies|I apologi[sz]e|entschuldigung|excuses)\b,?[^.\n]{0,20}"
    r"\b(?:can(?:no|['’])t|unable|kann ich|kan ik|ik kan|ich kann)\b",
    r"\b(?:this|your|the) (?:request|content|prompt) (?:may violate|violates|goes against|is against)\b",
    r"\b(?:diese|ihre|deine) anfrage verstößt gegen\b",
    r"\b(?:dit|uw|je) verzoek (?:is in strijd met|schendt)\b",
    r"^\W*als (?:KI|AI|künstliche|kunstmatige)\b[^.\n]{0,30}\b(?:kann|kan|bin|ben)\b",
    r"\((?:translated|übersetzt|vertaald) (?:from|aus|uit)\b[^)\n]{0,40}\)\s*$",
    r"\n\s*(?:alternatively|alternativ|oder|of)\s*[:,]",
    r"^\W*(?:first,? I need to|let['’]s (?:break|analy[sz]e|translate|think)|step 1)\b",
    r"\bthe (?:source |original |german |dutch |english )?(?:sentence|text) (?:is|seems|appears)(?: to be)? "
    r"(?:in )?(?:german|dutch|english|incomplete|cut off|empty)\b",
    r"\bfeel free to ask\b",
    r"\blassen sie (?:es )?mich wissen\b",
    r"\blaat (?:het )?(?:me|mij) weten\b",
    r"(?:^|\n|[.!?]\s)\s*\(?(?:note|notes|explanation|anmerkung|hinweis|erläuterung|opmerking|toelichting)\s*:",
    r"^\s*(?:okay|ok|alright|so|hmm),? (?:let me|the user|I need to|we need to)\b",
    r"\b(?:let me think|the user (?:wants|asks|asked)|I need to translate|we need to translate)\b",
    r"<\|?/?(?:think|assistant|im_start|im_end|system)\|?>",
    r"\[/?INST\]",
    r"\((?:note|translator['’]s note|anmerkung des übersetzers|opmerking van de vertaler)\s*:",
)


_LABEL = _any(
    r"^\W*(?:here(?:['’]s| is) )?(?:the |a |my |your )?(?:(?:final|best|english|german|dutch|corrected|requested) )?"
    r"(?:(?:translation|translated text|version|thought)\b[^.:\n]{0,40}"
    r"|(?:response|answer|output|assistant|target|source|result|alternative|reasoning)\s*):(?=\s|$)",
    r"^\W*(?:en|de|nl|english|german|dutch|englisch|deutsch|niederländisch|engels|duits|nederlands|antwort|ausgabe|"
    r"antwoord|uitvoer)\s*:\s",
    r"^\W*[(\[](?:en|de|nl|english|german|dutch|englisch|deutsch|niederländisch|engels|duits|nederlands)[)\]]\s",
)
"""A word for the answer in front of it, which the source may have too: *Quelle: Stadt Bonn*."""
_LABELLED = re.compile(r"^\W*[^\W\d_][^.:\n]{0,50}:\s|^\W*[(\[][^\W\d_]+[)\]]\s")
_FIRST_PERSON = _any(
    r"\b(?:can(?:no|['’])t|not able to|unable to) translate (?:this|the|that|your)\b",
    r"^\W*I (?:can(?:no|['’])t|am unable to|am not able to) (?:help|assist|translate|provide)\b",
    r"^\W*(?:unfortunately,? |sorry,? (?:but )?)?I(?:['’]m| am)? (?:can(?:no|['’])t|not able to|unable to"
    r"|won['’]t be able to|(?:must|have to) decline to)\b[^.\n]{0,20}"
    r"\b(?:translat|assist|help|process|fulfil|comply|provid)",
    r"^\W*ich kann\b[^.\n]{0,40}\bnicht (?:weiter)?(?:helfen|übersetzen)",
    r"^\W*ik kan\b[^.\n]{0,40}\bniet (?:mee )?(?:helpen|vertalen)",
    r"^\W*I (?:don['’]t|do not) (?:understand|see|have)\b[^.\n]{0,20}\b(?:text|sentence|content|translation)\b",
)
"""What somebody may say who is quoted."""
_I = re.compile(r"\b(?:ich|ik|I|mich|mij|me)\b", re.IGNORECASE)
_REQUEST = _any(
    r"\b(?:could|can|would) you (?:please )?(?:provide|give|send|share)\b[^.]{0,30}\b(?:text|sentence|context|content)",
    r"^\W*please (?:provide|send|share|give|enter)\b[^.]{0,30}\b(?:text|sentence|context|content)\b",
    r"^\W*it (?:seems|looks like|appears)(?: that)? (?:the|your) (?:text|sentence|message)\b",
)
"""What somebody may ask for in a text about texts."""
_TEXTS = _any(r"\b(?:text|tekst|satz|zin|inhalt|inhoud|content|sentence|kontext|context)")
_NOTHING = re.compile(
    r"\W*(?:null|undefined|none|nan|n/?a|error|fehler|fout|(?:invalid|bad) request|forbidden|timeout)\W*", re.IGNORECASE
)
"""What programs say for nothing."""
_FEW = 3
"""A source of fewer words may be translated so: *Keine*."""


def check(source_raw: str, target_raw: str, source: Passage, target: Passage, line: int) -> Iterator[Finding]:
    """Block an empty answer, an error text, talk about the translation."""
    if re.search(r"\w", source.text) and not re.search(r"\w", target.text):
        found = quote(target_raw) if target_raw.strip() else "nothing"
        yield Finding(line, "empty", Level.BLOCK, f"{found} stands for {quote(source_raw)}")
    elif not source_raw.strip() and target_raw.strip():
        evidence = f"the source is empty, the translation says {quote(target_raw)}"
        yield Finding(line, "empty", Level.BLOCK, evidence)
    else:
        texts = ((_ERRORS, "an error text", source_raw, target_raw), (_TALK, "talk", source.text, target.text))
        talk = [
            (what, match.group())
            for pattern, what, ours, theirs in texts
            if (match := pattern.search(theirs)) and not pattern.search(ours)
        ]
        for what, said in talk or _asides(source.text, target.text):
            yield Finding(line, "engine-error", Level.BLOCK, f"{what}: {quote(said)}")


def _asides(source: str, target: str) -> Iterator[tuple[str, str]]:
    """(what it is, the words) of talk that nothing in the source gives a reason for.

    A source that has a label too, speaks in the first person or about texts, may be translated so.
    """
    for pattern, excuse in ((_LABEL, _LABELLED), (_FIRST_PERSON, _I), (_REQUEST, _TEXTS)):
        match = pattern.search(target)
        if match and not excuse.search(source):
            yield "talk", match.group()
            return
    if _NOTHING.fullmatch(target) and len(source.split()) >= _FEW:
        yield "an error text", target
