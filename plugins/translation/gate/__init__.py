"""The gate: nothing that a machine translated is published before it has passed."""

from __future__ import annotations

from plugins.translation.gate.edition import check_edition
from plugins.translation.gate.finding import Finding, Level
from plugins.translation.gate.lines import check_lines
from plugins.translation.gate.report import gate_report, run
from plugins.translation.gate.segments import check_segment

__all__ = ["Finding", "Level", "check_edition", "check_lines", "check_segment", "gate_report", "run"]
