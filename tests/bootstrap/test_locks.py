"""The lock files agree with each other, and leave nothing to be found out while installing."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from importlib.metadata import distribution, requires
from pathlib import Path

import pytest
from packaging.markers import Marker
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parents[2]
PIN = re.compile(r"^([\w.-]+)==(\S+?)(?: ; (.+?))? \\$", re.MULTILINE)


def pins(name: str) -> dict[str, str]:
    """Package -> version, of what is wanted on this system."""
    found = PIN.findall((ROOT / name).read_text("utf-8"))
    return {canonicalize_name(p): version for p, version, marker in found if not marker or Marker(marker).evaluate()}


def test_development_has_the_same_versions_and_more() -> None:
    """What is tested is what is used."""
    use, develop = pins("requirements.lock"), pins("requirements-dev.lock")
    assert len(use) > 30
    assert use.items() < develop.items()


@pytest.mark.parametrize("name", ["requirements.lock", "requirements-dev.lock"])
def test_a_lock_is_complete(name: str) -> None:
    """Every package that another one needs stands there too, in a version that fits: pip need not look for any."""
    locked = pins(name)
    for package, version in locked.items():
        assert distribution(package).version == version, f"{package} is installed in another version than locked"
        for line in requires(package) or ():
            needed = Requirement(line)
            if needed.marker is None or needed.marker.evaluate({"extra": ""}):
                assert needed.specifier.contains(locked[canonicalize_name(needed.name)]), f"{package} needs {line}"


def test_the_bill_of_materials_names_every_package(tmp_path: Path) -> None:
    """By the command that CONTRIBUTING.md gives, each with its hashes."""
    command = next(
        line for line in (ROOT / "CONTRIBUTING.md").read_text("utf-8").splitlines() if "cyclonedx-py" in line
    )
    made = tmp_path / "sbom.cdx.json"
    arguments = command.replace("sbom.cdx.json", str(made)).split()
    program = Path(sys.executable).with_name("cyclonedx-py")
    subprocess.run([str(program), *arguments[1:]], cwd=ROOT, check=True, capture_output=True)
    parts = json.loads(made.read_text("utf-8"))["components"]
    locked = set(re.findall(r"^([\w.-]+)==", (ROOT / "requirements.lock").read_text("utf-8"), re.M))
    assert {part["name"] for part in parts} == locked
    assert all(part["externalReferences"][0]["hashes"] for part in parts)
