"""How ParlGov numbers the ways in which cabinets end."""

from __future__ import annotations

TERMINATIONS = {
    "4": "resignation-pm",
    "5": "change-pm",
    "10": "change-party",
    "15": "election-regular",
    "21": "election-dissolution",
    "23": "confidence-vote",
    "24": "resignation-cabinet",
    "30": "other",
}
"""ParlGov's numbers for the types of termination."""
