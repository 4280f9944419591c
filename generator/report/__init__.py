"""Findings as a report: as text for people, and as data for tools (``formats``).

Text goes to stderr, cut short and coloured. The formats for tools go to stdout, whole, and are valid when there is
nothing to say.
"""

from generator.report.text import lines, summary, visible

__all__ = ["lines", "summary", "visible"]
