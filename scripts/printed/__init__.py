"""What is printed, read by machine: the days, numbers and names in the words of a source.

A reading confirms a value, contradicts it, or cannot tell. It looks at the words alone, in Dutch,
English, German, French, Italian and Spanish; what the page says around them it does not know, so
that a day without a year confirms the day of any year.
"""

from __future__ import annotations

CONFIRMS, CONTRADICTS, UNDECIDED = "confirms", "contradicts", "undecided"
