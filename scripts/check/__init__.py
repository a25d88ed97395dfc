"""Rules that the curated rows must keep: one function a rule, which yields the problems it finds.

A rule reads rows that may have faults of their own (reported elsewhere), so it passes over what is
null or unknown.
"""

from __future__ import annotations

from scripts.cells import Tables
from scripts.check import (
    appointments,
    cabinets,
    claims,
    comparisons,
    elections,
    events,
    evidence,
    falls,
    formations,
    keys,
    offices,
    posts,
    printed,
    rounds,
    rows,
    sources,
    summaries,
    terms,
)
from scripts.problems import Problem
from scripts.schema import Schema

RULES = tuple(
    rule
    for rules in (
        keys,
        cabinets,
        appointments,
        offices,
        posts,
        events,
        formations,
        falls,
        summaries,
        elections,
        terms,
        rounds,
        comparisons,
        claims,
        rows,
        sources,
        printed,
        evidence,
    )
    for rule in rules.RULES
)


def check(schema: Schema, tables: Tables) -> list[Problem]:
    """Every problem that any rule finds."""
    return [found for rule in RULES for found in rule(schema, tables)]
