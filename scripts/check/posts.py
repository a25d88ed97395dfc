"""Posts and ministries say in their names what their other cells say."""

from __future__ import annotations

from scripts.cells import Row, Tables
from scripts.check.common import Problems, problem
from scripts.printed.names import plain, slug
from scripts.schema import Schema, text

AREAS = {
    "algemene": "general_affairs", "arbeid": "social_affairs", "asiel": "migration",
    "binnenlandse": "interior", "buitenlandse": "foreign_affairs", "cultuur": "welfare_culture",
    "defensie": "defence", "economische": "economy", "eredienst": "religion",
    "erediensten": "religion", "financien": "finance", "handel": "economy",
    "infrastructuur": "infrastructure", "justitie": "justice", "klimaat": "climate_energy",
    "kolonien": "colonies", "landbouw": "agriculture", "maatschappelijk": "welfare_culture",
    "marine": "defence", "onderwijs": "education", "oorlog": "defence",
    "openbare": "infrastructure", "overzee": "colonies", "overzeese": "colonies",
    "scheepvaart": "infrastructure", "sociale": "social_affairs", "uniezaken": "colonies",
    "veiligheid": "justice", "verkeer": "infrastructure", "volksgezondheid": "health",
    "volkshuisvesting": "housing", "waterstaat": "infrastructure", "wederopbouw": "housing",
    "welzijn": "health",
}  # fmt: skip
"""The area of policy that the first such word in the name of a ministry tells."""
LEVELS = {
    "minister-president": ("prime_minister",),
    "minister van": ("minister",),
    "minister zonder": ("minister_without_portfolio",),
    # A minister "for" something has no ministry of his own, save at those that are called so.
    "minister voor": ("minister_without_portfolio", "minister"),
    "staatssecretaris": ("state_secretary",),
}
"""The levels that the first words of a post can mean."""


def ids_of_ministries_are_their_names(schema: Schema, tables: Tables) -> Problems:
    """The id of a ministry is made of words of its name, with a number where the name came back."""
    for row in tables["ministries"]:
        words = plain(text(row["name"])).split()
        parts = text(row["ministry_id"]).split("-")
        own = parts[:-1] if parts[-1].isdigit() else parts
        if not all(len(part) > 1 and any(word.startswith(part) for word in words) for part in own):
            expected = f"words of {row['name']}, perhaps with a number"
            yield problem(row, "ministry_id", expected, row["ministry_id"])


def areas_follow_from_names(schema: Schema, tables: Tables) -> Problems:
    """The area of a ministry is that of the first word in its name that tells one.

    Where industry went with labour, agriculture or public works, the area is chosen by hand.
    """
    for row in tables["ministries"]:
        words = plain(text(row["name"])).split()
        area = next((AREAS[word] for word in words if word in AREAS), None)
        if area and "nijverheid" not in words and row["policy_area"] != area:
            yield problem(row, "policy_area", f"{area}, as the name says", row["policy_area"])


def posts_say_their_cells(schema: Schema, tables: Tables) -> Problems:
    """The level follows from the first words of a post, the portfolio from the last ones.

    A minister's ministry is that of the name of the portfolio, if there is one.
    """
    ministries = {row["ministry_id"] for row in tables["ministries"]}
    for row in tables["posts"]:
        levels = _levels(row)
        if levels and row["post_level"] not in levels:
            yield problem(row, "post_level", " or ".join(levels), row["post_level"])
        portfolio = text(row["portfolio"])
        if portfolio and not plain(text(row["post"])).endswith(plain(portfolio)):
            yield problem(row, "portfolio", "the last words of the post", portfolio)
        own = slug(portfolio)
        is_head = row["post_level"] == "minister"
        if is_head and own in ministries and row["ministry_id"] != own:
            yield problem(row, "ministry_id", f"{own}, which has that name", row["ministry_id"])


def _levels(post: Row) -> tuple[str, ...]:
    heads = (levels for head, levels in LEVELS.items() if text(post["post"]).startswith(head))
    return next(heads, ())


def posts_and_ministries_are_used(schema: Schema, tables: Tables) -> Problems:
    """Each post was held, and each ministry has a post or came after or before one that has."""
    held = {row["post"] for row in tables["appointments"]}
    for row in tables["posts"]:
        if row["post"] not in held:
            yield problem(row, "post", "a post of some row of appointments", row["post"])
    names = {row["ministry_id"]: row["name"] for row in tables["ministries"]}
    used = {names.get(row["ministry_id"]) for row in tables["posts"]}
    for row in tables["ministries"]:
        if row["name"] not in used:
            yield problem(row, "ministry_id", "the ministry of some post", row["ministry_id"])


RULES = (
    ids_of_ministries_are_their_names,
    areas_follow_from_names,
    posts_say_their_cells,
    posts_and_ministries_are_used,
)
