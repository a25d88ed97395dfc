"""Rows that are ready for a model: what a political scientist would build by hand."""

from __future__ import annotations

from scripts.derive.models.cabinets import model_cabinets
from scripts.derive.models.formations import model_formations

__all__ = ["model_cabinets", "model_formations"]
