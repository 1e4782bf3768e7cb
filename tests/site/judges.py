"""Programs from elsewhere that judge the output: ExifTool for pictures, a schema for sitemaps."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from tools import checkers

NO_PERL = "Reading pictures with ExifTool needs Perl: `apt-get install perl`."
INDEX = """<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"
  targetNamespace="http://www.sitemaps.org/schemas/sitemap/0.9" elementFormDefault="qualified">
 <xs:simpleType name="address"><xs:restriction base="xs:anyURI">
  <xs:pattern value="https?://[^/]+/.*"/><xs:maxLength value="2048"/></xs:restriction></xs:simpleType>
 <xs:simpleType name="moment"><xs:union memberTypes="xs:date xs:dateTime"/></xs:simpleType>
 <xs:element name="sitemapindex"><xs:complexType><xs:sequence>
  <xs:element name="sitemap" maxOccurs="50000"><xs:complexType><xs:all>
   <xs:element name="loc" type="address"/><xs:element name="lastmod" type="moment" minOccurs="0"/>
  </xs:all></xs:complexType></xs:element>
 </xs:sequence></xs:complexType></xs:element>
</xs:schema>"""
"""What sitemaps.org says of a list of sitemaps, in a schema of our own: the package has none of it."""


def need_checkers() -> None:
    """Fails with a sentence where the checkers of the npm registry cannot be had."""
    lacking = checkers.install()
    if lacking:
        pytest.fail(lacking, pytrace=False)


def sitemap_complaints(data: bytes) -> list[str]:
    """What the schema finds wrong in a sitemap, or in a list of sitemaps."""
    need_checkers()
    tree = etree.fromstring(data)
    is_index = str(tree.tag).endswith("}sitemapindex")
    rules = etree.fromstring(INDEX) if is_index else etree.parse(checkers.SITEMAP_SCHEMA).getroot()
    schema = etree.XMLSchema(rules)
    schema.validate(tree)
    return [f"{error.line}: {error.message}" for error in schema.error_log]


def exiftool(*files: Path) -> dict[str, dict[str, Any]]:
    """File name -> all that ExifTool reads in it, by group and tag (``XMP-dc:Creator``); in one run."""
    perl = shutil.which("perl")
    if perl is None:
        pytest.fail(NO_PERL, pytrace=False)
    need_checkers()
    options = ("-json", "-G1", "-struct", "-all", "-charset", "filename=utf8")
    command = (perl, str(checkers.EXIFTOOL), *options, *map(str, files))
    answer = subprocess.run(command, capture_output=True, check=False, encoding="utf-8")
    assert answer.stdout, answer.stderr
    return {Path(found["SourceFile"]).name: found for found in json.loads(answer.stdout)}
