"""The blocks of docs/models.md."""

from __future__ import annotations

from collections import Counter

from scripts.cells import Tables
from scripts.vocabulary import EXPERTS


def gaps_for_models(tables: Tables) -> str:
    """What is not measured or not known, in numbers."""
    places = [row for row in tables["party_positions"] if row["scale"] == "left_right"]
    bases = Counter(row["basis"] for row in places)
    placed = {row["party_id"] for row in places}
    seated = {row["party_id"] for row in tables["party_cabinet"]}
    terms = Counter(row["due_basis"] for row in tables["elections"] if row["due_basis"])
    vague = [row["election_id"] for row in tables["elections"]
             if row["due_text"] and len(row["due_text"]) < len("1985-07-25")]  # fmt: skip
    return (
        f"- **Places.** From left to right {bases[EXPERTS]} parties are placed by experts on them; "
        f"{bases['family_mean']} have the mean of their family, {bases['other_party']} the place "
        f"of another party. Of the {len(seated)} parties and groups at the start of a cabinet "
        f"since 1918, {len(seated - placed)} have none.\n"
        "- **Terms.** The last day is printed, or was kept, for "
        f"{terms['printed'] + terms['held']} chambers; for {terms['law']} it follows from a law "
        f"that was read, for {terms['rule']} the year does and the day from a rule. Of "
        f"{', '.join(f'`{key}`' for key in vague) or 'none'} less than the day is known."
    )
