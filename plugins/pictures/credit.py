"""Finds whose credit a picture carries, and what rights go into its renditions."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from plugins.newsroom.licences import licence_of
from plugins.newsroom.model import Credit, Photo, Words
from plugins.newsroom.problem import Problem
from plugins.pictures.metadata import Metadata, Rights


def credit_for(photo: Photo, metadata: Metadata, default: str, file: str = "") -> Credit | Problem:
    """The credit to print: the report's, else the picture's own, else the organisation's default.

    The printed line is obligatory (§ 13 UrhG: the author decides how to be named); what else the report
    leaves open is filled in from the picture, also between which days it may be used (IIM 2:30, 2:37).
    ``file`` is the picture's path for the sentence.
    """
    given, rights = photo.credit, metadata.rights
    line = given.line.strip() or _own_line(rights) or default.strip()
    if not line:
        return Problem(
            file=file or photo.file,
            line=0,
            column=0,
            code="photo-without-credit",
            found="no credit in report.yaml, in the picture's metadata, or as the organisation's default",
            expected="the line the photographer is to be named by",
            fix=f"Write `credit:` under `{photo.file}` in report.yaml, or `default_credit:` in site.yaml.",
        )
    return replace(
        given,
        line=line,
        rights_holder=given.rights_holder or _default(rights.copyright),
        licence=given.licence or rights.licence or rights.web_statement,
        usage_terms=given.usage_terms or rights.usage_terms,
        usable_from=given.usable_from or day_of(metadata.embargo),
        usable_until=given.usable_until or day_of(metadata.expires),
        creators=rights.creators,
    )


def day_of(text: str) -> dt.date | None:
    """A day of the metadata, if it is one."""
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        return None


def rights_for(credit: Credit, metadata: Metadata, creator: str = "") -> Rights:
    """The rights to write into a rendition: all the picture came with, and above it what the report says.

    ``creator`` is the name of the photographer whom the report names, for a picture that names nobody itself.
    A licence is written by its address (``cc:license``), one of which only a name is known as terms of use.
    """
    own = metadata.rights
    licence = licence_of(credit.licence)
    address = licence.address
    if address == own.web_statement:  # which is what the picture says already; no licence is claimed for it
        address = ""
    terms = credit.usage_terms or Words(common=licence.name if not licence.address else "")
    return replace(
        own,
        creators=own.creators or ((creator,) if creator else ()),
        credit=credit.line or own.credit,
        copyright=_said(credit.rights_holder, own.copyright),
        usage_terms=terms or own.usage_terms,
        web_statement=own.web_statement or address,
        licence=address or own.licence,
    )


def _own_line(rights: Rights) -> str:
    """Credit line, else creators, else copyright notice, as the IPTC's guideline ranks them."""
    return rights.credit or ", ".join(rights.creators) or _default(rights.copyright)


def _said(text: str, own: Words) -> Words:
    return own if text in {"", _default(own)} else Words(common=text)


def _default(words: Words) -> str:
    return words.common or (words.by_lang[0][1] if words.by_lang else "")
